"""The text that is imported, and the clauses of it that people speak about."""

from pathlib import Path

UDHR = Path(__file__).resolve().parents[3] / "shared" / "data" / "udhr" / "udhr.en.md"
HOMES = "art_25__para_1"
LEISURE = "art_24__para_nn_1"
EDUCATION = "art_26__para_1"
