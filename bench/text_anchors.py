"""Carrying comments beside exact search and diff-match-patch's match_main: how many are right, and in what time, in one run.

Real pairs of documents with known truth, judged by score.py, which lies beside them and is not ours. Exact search takes the
place of the quote that is nearest to the old position. match_main looks for the first and the last 32 characters of the quote near
there (it takes no longer patterns). Processor time is measured, so that a busy machine does not decide.

    python -m bench.text_anchors [FOLDER-OF-THE-DATA [PAIRS]]
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from diff_match_patch import diff_match_patch

from charterhub.text.anchors import Anchor, carry, carry_document, describe

DATA = Path(__file__).parents[2] / "shared" / "data" / "anchoring"
Span = tuple[int, int]
Carrier = Callable[[str, str, list[Span]], list[Span | None]]
Case = tuple[str, str, list[tuple[Span, dict[str, object]]]]


def ours(old: str, new: str, spans: list[Span]) -> list[Span | None]:
    return [None if placed.status == "orphaned" else (placed.start, placed.end) for placed in carry_document(old, new, spans)]


def exact_search(old: str, new: str, spans: list[Span]) -> list[Span | None]:
    return [nearest(new, old[start:end], start) for start, end in spans]


def nearest(text: str, quote: str, wanted: int) -> Span | None:
    before, after = text.rfind(quote, 0, wanted + len(quote)), text.find(quote, wanted)
    found = [place for place in (before, after) if place >= 0]
    if not found:
        return None
    place = min(found, key=lambda place: abs(place - wanted))
    return place, place + len(quote)


def match_main(old: str, new: str, spans: list[Span]) -> list[Span | None]:
    engine = diff_match_patch()
    most = engine.Match_MaxBits
    found: list[Span | None] = []
    for start, end in spans:
        head, tail = old[start : min(end, start + most)], old[max(start, end - most) : end]
        first = engine.match_main(new, head, start)
        last = engine.match_main(new, tail, first + end - start - len(tail)) if first >= 0 else -1
        found.append((first, last + len(tail)) if 0 <= first <= last else None)
    return found


def cases(folder: Path, most: int) -> list[Case]:
    anchors = {row["anchor_id"]: row for row in rows(folder / "anchors-dev.jsonl.gz")}
    truths: dict[str, list[tuple[Span, dict[str, object]]]] = {}
    for truth in rows(folder / "truth-dev.jsonl.gz"):
        anchor = anchors[truth["anchor_id"]]
        truths.setdefault(truth["id"], []).append(((anchor["start"], anchor["end"]), truth))
    pairs = rows(folder / "pairs-dev.jsonl.gz")[:most]
    return [(pair["old_text"], pair["new_text"], truths[pair["id"]]) for pair in pairs]


def rows(path: Path) -> list[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judge_of(folder: Path) -> ModuleType:
    spec = spec_from_file_location("score", folder / "score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(carrier: Carrier, some: list[Case], score: ModuleType) -> tuple[Counter[str], float]:
    outcomes: Counter[str] = Counter()
    spent = 0.0
    for old, new, anchors in some:
        begun = time.process_time()
        found = carrier(old, new, [span for span, _ in anchors])
        spent += time.process_time() - begun
        for place, (_, truth) in zip(found, anchors, strict=True):
            if truth["label"] in score.LABELS:
                outcomes[score.judge(truth, {"start": place[0], "end": place[1]} if place else {"start": None}, new)] += 1
    return outcomes, spent


def compare_on(folder: Path, most: int) -> None:
    score, some = judge_of(folder), cases(folder, most)
    figures = {carrier.__name__: measured(carrier, some, score) for carrier in (ours, exact_search, match_main)}
    best, base = figures["ours"]
    print(f"{len(some)} pairs of documents, {best.total()} comments with known truth")
    for name, (outcomes, spent) in figures.items():
        share = 100 * outcomes["correct"] / outcomes.total()
        misses = " ".join(f"{what} {outcomes[what]}" for what in ("near", "orphaned", "wrong"))
        print(f"  {name:14} right {share:5.1f} %  {misses:32}  {1000 * spent / len(some):7.1f} ms a pair, {spent / base:6.2f} of ours")


def ten_thousand() -> float:
    """Seconds for 10,000 comments on 120 clauses that were all reworded."""
    old = {f"c{number}": f"Clause {number}. " + " ".join(f"w{(number * at) % 997}" for at in range(95)) for number in range(1, 121)}
    new = {clause: text.replace("w9", "new w9").replace("7 ", "8 ", 1) for clause, text in old.items()}
    anchors = [Anchor(f"c{at % 120 + 1}", describe(old[f"c{at % 120 + 1}"], at % 300, at % 300 + 30)) for at in range(10_000)]
    begun = time.process_time()
    carry(old, new, anchors)
    return time.process_time() - begun


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0]) if arguments else DATA
    if folder.is_dir():
        compare_on(folder, int(arguments[1]) if len(arguments) > 1 else 40)
    else:
        print(f"no documents to compare on: {folder} is not there")
    print(f"10,000 comments on 120 clauses: {ten_thousand():.2f} s (target: at most 2)")


if __name__ == "__main__":
    main(sys.argv[1:])
