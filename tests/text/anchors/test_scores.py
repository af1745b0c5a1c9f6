"""How well comments are carried: on real pairs of documents with known truth, on made-up histories in many scripts, and in time."""

import gzip
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from charterhub.text.anchors import Anchor, carry, carry_document, describe
from charterhub.text.anchors.__main__ import main
from tests.text.anchors.histories import History, Truth, history, invented_text

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("CHARTERHUB_DATA", ROOT.parent / "shared" / "data")) / "anchoring"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"no anchoring data in {DATA}")
SCRIPTS = {
    "Latin": ("abcdefghijklmnoprstuvzéñç", True, "."),
    "Hebrew": ("אבגדהוזחטיכלמנסעפצקרשת", True, "."),
    "Arabic": ("ابتثجحدرسشصعفقكلمنهوي", True, "."),
    "Hangul": ("인권도시헌장은는이가을를의에로자유평등사람모든누구", True, "."),
    "Devanagari": ("कखगघचजटडतदनपबमयरलवशसह", True, "।"),
    "Ethiopic": ("ሀለሐመሠረሰሸቀበተኀነአከወዐዘየደገጠጸፀፈፐ", True, "።"),
    "Han": ("".join(map(chr, range(0x4E00, 0x5400, 5))), False, "。"),
    "Thai": ("กขคงจชซญดตถทธนบปผฝพฟภมยรลวศสหอะาเแโใไ", False, "\n"),
}


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """What score.py, which is not ours, says of what our command writes."""
    predictions = tmp_path_factory.mktemp("anchors") / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as out:
        assert main([str(DATA / "pairs-dev.jsonl.gz"), str(DATA / "anchors-dev.jsonl.gz")], out) == 0
    command = [sys.executable, str(DATA / "score.py"), "--split", "dev", "--json", str(predictions)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@needs_data
@pytest.mark.parametrize(
    ("group", "figure", "least"),
    [
        ("all", "accuracy", 99.5),
        ("all", "macro_accuracy", 99.3),
        ("unchanged", "correct", 99.9),
        ("edited", "correct", 98.0),
        ("moved", "correct", 99.5),
        ("deleted", "correct", 99.0),
    ],
)
def test_enough_is_right(score: dict[str, dict[str, float]], group: str, figure: str, least: float) -> None:
    assert score[group][figure] >= least


@needs_data
@pytest.mark.parametrize(
    ("figure", "most"), [("wrong_placement_rate", 0.1), ("false_orphan_rate", 0.3), ("said_verbatim_but_is_not", 0), ("lost", 0)]
)
def test_little_is_wrong_and_nothing_is_lost_or_misnamed(score: dict[str, dict[str, float]], figure: str, most: float) -> None:
    assert score["all"][figure] <= most


def outcome(truth: Truth, found: tuple[int, int] | None) -> str:
    if truth.label == "deleted" or found is None:
        return "right" if found is None and truth.label == "deleted" else "given up" if found is None else "wrong"
    (least_s, most_s, least_e, most_e), (start, end) = truth.places, found
    if least_s - 2 <= start <= most_s + 2 and least_e - 2 <= end <= most_e + 2:
        return "right"
    shared = max(0, min(end, least_e) - max(start, most_s))
    overlap = shared / max(1, (end - start) + (least_e - most_s) - shared)
    return "right" if truth.label == "edited" and overlap >= 0.8 else "near" if overlap >= 0.5 else "wrong"


def outcomes(made: History) -> list[str]:
    placements = carry_document(made.old, made.new, [(truth.start, truth.end) for truth in made.anchors])
    for placement in placements:
        assert placement.status not in ("exact", "moved") or placement.new.split() == placement.old.split()
    spans = [None if placement.status == "orphaned" else (placement.start, placement.end) for placement in placements]
    return [outcome(truth, span) for truth, span in zip(made.anchors, spans) if truth.label != "unsure"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_made_up_histories_are_followed_in_any_script(script: str) -> None:
    letters, spaced, end = SCRIPTS[script]
    found: Counter[str] = Counter()
    for seed in range(12):
        found.update(outcomes(history(invented_text(letters, seed % 4, spaced, end=end), seed)))
    placed = found.total() - found["given up"]
    assert found.total() > 350
    assert found["right"] >= 0.97 * found.total()
    assert found["wrong"] <= 0.01 * placed


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


@needs_data
def test_a_pair_of_documents_takes_little_time() -> None:
    """Measured alone: 22 ms on average, 130 ms at worst; the bounds leave room for a busy machine."""
    with gzip.open(DATA / "pairs-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines][:40]
    spans = [(start, start + 40) for start in range(0, 800, 40)]
    taken = [seconds(lambda pair=pair: carry_document(pair["old_text"], pair["new_text"], spans)) for pair in pairs]
    assert sum(taken) / len(taken) < 0.12
    assert max(taken) < 1.0


def test_ten_thousand_comments_on_a_charter_take_little_time() -> None:
    """Measured alone: 0.15 s."""
    chance = random.Random(1)
    old = {f"clause {at}": invented_text("abcdefghijklmnoprstuv", at, True, 12)[:500] for at in range(120)}
    new = {clause: text.replace(".", " indeed.").replace("## 1", "## 1 bis") for clause, text in old.items()}
    anchors = []
    for _ in range(10_000):
        clause, start = chance.choice(list(old)), chance.randrange(400)
        anchors.append(Anchor(clause, describe(old[clause], start, start + 25)))
    assert seconds(lambda: carry(old, new, anchors)) < 2.0


HUGE = 100_000
WORDS = [f"w{at}" for at in range(HUGE // 6)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a" * HUGE, "a" * (HUGE - 1)),
        ("a " * (HUGE // 2), "a " * (HUGE // 3) + "b"),
        ("权" * HUGE, "权" * (HUGE // 2) + "利" + "权" * (HUGE // 3)),
        ("a b " * (HUGE // 4), "b a " * (HUGE // 4)),
        ("a\u0301" * (HUGE // 2), "\u0301" * HUGE),
        ("." * HUGE, "-" * HUGE),
        ("\n" * HUGE, " " * HUGE),
        (" ".join(WORDS), " ".join(reversed(WORDS))),
        ("\n".join(["The right to water."] * (HUGE // 20)), "\n".join(["The right to water."] * (HUGE // 21))),
        (" ".join(random.Random(1).choices("abc", k=HUGE // 2)), " ".join(random.Random(2).choices("abc", k=HUGE // 2))),
        (" ".join(WORDS), " ".join(word if at % 3 else "x" for at, word in enumerate(WORDS))),
    ],
    ids=["letter", "word", "han", "turns", "marks", "dots", "blank", "reversed", "formula", "noise", "thirds"],
)
def test_no_text_makes_it_slow(old: str, new: str) -> None:
    """Measured alone: at most 0.35 s for 100,000 characters."""
    spans = [(start, start + 30) for start in range(0, HUGE - 2_000, HUGE // 20)]
    assert seconds(lambda: carry_document(old, new, spans)) < 3.0
