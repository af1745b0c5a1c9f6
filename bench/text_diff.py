"""Comparing two whole versions (120 clauses, about 60 kB) beside `git diff --word-diff` and diff-match-patch, in one run.

Processor time is measured, of this process or of the git it starts, so that a busy machine does not decide.

    python -m bench.text_diff
"""

import random
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from diff_match_patch import diff_match_patch

from charterhub.text.clause_text import ClauseText
from charterhub.text.diff import changes
from charterhub.text.versions import compare

ROUNDS = 15
MS = 1000
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo qua ster lin dor".split(" ")


def charter(clauses: int = 120, words: int = 73) -> list[ClauseText]:
    """A made-up charter of made-up words, with common short ones between them as in any language."""
    dice = random.Random(7)
    vocabulary = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(900)]
    texts = (" ".join(dice.choice(vocabulary[:30] if place % 3 else vocabulary) for place in range(words)) for _ in range(clauses))
    return [ClauseText(f"c{number}", None, str(number), None, text.capitalize() + ".") for number, text in enumerate(texts, 1)]


def next_version(old: list[ClauseText]) -> list[ClauseText]:
    """Every fifth clause reworded in two or three places; two clauses removed, two added, two moved, all renumbered behind them."""
    dice = random.Random(8)
    new = [replace(clause, text=reworded(clause.text, dice)) if number % 5 == 0 else clause for number, clause in enumerate(old)]
    new.insert(5, new.pop(60))
    new.insert(110, new.pop(20))
    del new[80], new[33]
    new[50:50] = [ClauseText(f"n{number}", None, None, None, reworded(old[number].text, dice)) for number in (1, 2)]
    return [replace(clause, number=str(number)) for number, clause in enumerate(new, 1)]


def reworded(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    for _ in range(dice.randint(2, 3)):
        place = dice.randrange(len(words))
        words[place : place + dice.randint(0, 3)] = [dice.choice(words) + "x" for _ in range(dice.randint(0, 3))]
    return " ".join(words)


def median_ms(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor time of one run, here and in the programs it starts."""
    times = []
    for _ in range(rounds):
        before = spent()
        run()
        times.append(spent() - before)
    return sorted(times)[rounds // 2] * MS


def spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def whole(version: list[ClauseText]) -> str:
    return "\n\n".join(f"{clause.number}. {clause.text}" for clause in version) + "\n"


def git_word_diff(old: str, new: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old.txt", "new.txt")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff", "--no-color", *map(str, paths)]
        return median_ms(lambda: subprocess.run(command, capture_output=True, check=False))


def dmp(old: str, new: str) -> None:
    """Without its time limit, which would only make the answer worse on a slow machine."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    engine.diff_cleanupSemantic(engine.diff_main(old, new))


def main() -> None:
    old = charter()
    new = next_version(old)
    old_text, new_text = whole(old), whole(new)
    ours = median_ms(lambda: compare(old, new))
    flat = median_ms(lambda: changes(old_text, new_text), 5)
    git, match_patch = git_word_diff(old_text, new_text), median_ms(lambda: dmp(old_text, new_text), 1)
    print(f"two versions of {len(old)} clauses, {len(old_text) // 1000} kB")
    print(f"  ours by clause       {ours:8.1f} ms")
    print(f"  ours, whole text     {flat:8.1f} ms")
    print(f"  git diff --word-diff {git:8.1f} ms   ours by clause / git = {ours / git:.2f} (target: at most 1.00)")
    print(f"  diff-match-patch     {match_patch:8.1f} ms   diff-match-patch / ours = {match_patch / ours:.0f} (target: at least 50)")


if __name__ == "__main__":
    main()
