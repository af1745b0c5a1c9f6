"""Three-way merges beside `git merge-file`, on the same cases: false conflicts, silent wrong merges, warnings not given.

    python -m bench.text_merge [cases.yaml ...]

The cases are the text cases of the merge files (both ways round) and some hundreds made here, whose right answer is
known from how they were made. git merges lines, so it is asked twice: with a clause on one line, as it would be stored,
and with one word on each line, which is the best that can be made of it.
"""

import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.text_diff import charter, median_ms
from charterhub.text.canonical import canonical
from charterhub.text.merge import merge
from charterhub.text.tokens import tokens

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "tests/text/merge-cases-own.yaml", ROOT.parent / "shared/data/merge/merge-cases.yaml"]
MADE = 300
FAULTS = ("false conflict", "silent wrong merge", "warning not given")


class Case(NamedTuple):
    base: str
    a: str
    b: str
    outcome: str
    merged: str | None


class Told(NamedTuple):
    outcome: str
    merged: str | None


def cases_of(path: Path) -> Iterator[Case]:
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))["text_cases"]:
        if "c" not in case and case["expect"]["outcome"] != "no_change":
            base, a, b = (canonical(case[key]) for key in ("base", "a", "b"))
            outcome = case["expect"]["outcome"]
            merged = canonical(case["expect"]["merged"]) if outcome != "conflict" else None
            yield from (Case(base, a, b, outcome, merged), Case(base, b, a, outcome, merged))


def made_cases() -> Iterator[Case]:
    """One word replaced by each: the same word is a conflict, neighbours are to be reviewed, others are clean."""
    dice = random.Random(9)
    for number in range(MADE):
        words = charter(1, 40)[0].text.split(" ")
        first, second = dice.randrange(40), dice.randrange(40)
        if number % 3 == 0:
            second = max(0, first - dice.randint(0, 1))
        a, b, both = words[:], words[:], words[:]
        a[first] = both[first] = "alpha"
        b[second] = both[second] = "beta"
        outcome = "conflict" if first == second else "review" if abs(first - second) == 1 else "clean"
        yield Case(*(" ".join(each) for each in (words, a, b)), outcome, None if outcome == "conflict" else " ".join(both))


def ours(case: Case) -> Told:
    merged = merge(case.base, {"a": case.a, "b": case.b})
    return Told(merged.outcome, merged.text)


def git(case: Case, to_lines: Callable[[str], list[str]]) -> Told:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "base", "b")]
        for path, text in zip(paths, (case.a, case.base, case.b), strict=True):
            path.write_text("".join(line.replace("\n", "\u2028") + "\n" for line in to_lines(text)), encoding="utf-8", newline="")
        done = subprocess.run(["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False)
    if done.returncode:
        return Told("conflict", None)
    return Told("clean", done.stdout.decode().replace("\n", "").replace("\u2028", "\n"))


def git_by_clause(case: Case) -> Told:
    return git(case, lambda text: [text])


def git_by_word(case: Case) -> Told:
    return git(case, tokens)


def fault(case: Case, told: Told) -> str | None:
    if told.outcome == "conflict":
        return None if case.outcome == "conflict" else FAULTS[0]
    if told.merged != case.merged:
        return FAULTS[1]
    return FAULTS[2] if case.outcome == "review" and told.outcome == "clean" else None


def main(files: list[str]) -> None:
    cases = [case for path in map(Path, files or FILES) if Path(path).exists() for case in cases_of(Path(path))]
    cases += made_cases()
    print(f"{len(cases)} merges, {sum(case.outcome != 'conflict' for case in cases)} of them without a conflict")
    found = {engine: Counter(fault(case, engine(case)) for case in cases) for engine in (ours, git_by_clause, git_by_word)}
    for engine, counts in found.items():
        print(f"  {engine.__name__:14}", *(f"{name} {counts[name]:4}" for name in FAULTS), sep="   ")
    rival = min(found[git_by_clause][FAULTS[0]], found[git_by_word][FAULTS[0]])
    print(f"  false conflicts, ours / git's best = {found[ours][FAULTS[0]] / max(1, rival):.2f} (target: below 1); silent wrong merges {found[ours][FAULTS[1]]} (target: 0)")
    one = cases[0]
    mine, theirs = median_ms(lambda: ours(one)), median_ms(lambda: git_by_clause(one))
    print(f"  one merge: ours {mine:.2f} ms, git merge-file {theirs:.2f} ms, ratio {mine / theirs:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
