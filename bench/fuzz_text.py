"""Random texts against the text engine for a bounded time: nothing may crash, hang or break a promise.

    python -m bench.fuzz_text [seconds] [seed]

The texts are made of what has hurt merging engines before: marks without letters, emoji, direction marks, numbers
with separators, repeated words, white space of every kind, and whole lines moved about. A failure is printed with the seed
that makes it again; the status is then 1.
"""

import random
import sys
import time
import traceback

from charterhub.text.canonical import RefusedCharacter, canonical
from charterhub.text.diff import apply, changes, reverse, segments
from charterhub.text.merge import merge, operations
from charterhub.text.provenance import Source, carry, origin, recover
from charterhub.text.rebase import rebase
from charterhub.text.structure import Clause, UnknownClause, merge_structure, operation_from
from charterhub.text.tokens import tokens

SECONDS = 60
SLOWEST = 2.0
PIECES = (
    "the city shall not housing and water or all 10 3.2 1,000 art. 5 l'eau col·lectiu well-being حق لا حَقّ السكان 시민은 살 住 房 不 得 二 十 น้ำ ไม่ "
    "क्ष नहीं İl ılık e\u0329\u0300 👨‍👩‍👧 🇫🇷 🇪 \u0301 \u200d \u200c \u200f \u00ad \u0600 צה\"ל ქალაქი ከተማው _ * # ( ) « » … ।"
).split(" ")
SPACES = [" "] * 12 + ["  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", "\u3000", "", ". ", ", ", "; ", ".", "。", "\u200b", "\r\n", "\u2028"]
HIDDEN = "\u202a\u202e\u2066\x00\x07\ud800\uffff"


def text(dice: random.Random) -> str:
    if dice.random() < 0.05:
        return dice.choice(PIECES + SPACES) * dice.randrange(3000)
    words = dice.choices(PIECES, k=dice.randrange(60))
    out = "".join(word + dice.choice(SPACES) for word in words)
    return out + dice.choice(HIDDEN) if dice.random() < 0.02 else out


def reworded(base: str, dice: random.Random) -> str:
    parts = tokens(base)
    for _ in range(dice.randrange(5)):
        start = dice.randrange(len(parts) + 1)
        end = min(len(parts), start + dice.randrange(8))
        cut = parts[start:end]
        match dice.randrange(4):
            case 0:
                parts[start:end] = []
            case 1:
                parts[start:end] = tokens(text(dice))[: dice.randrange(10)]
            case 2:
                del parts[start:end]
                parts[dice.randrange(len(parts) + 1) : 0] = cut
            case _:
                parts[start:start] = cut
    return "".join(parts)


def try_texts(dice: random.Random) -> None:
    base = canonical(text(dice))
    proposed = {name: canonical(reworded(base, dice)) for name in "abc"[: dice.randrange(1, 4)]}
    for new in proposed.values():
        found = changes(base, new)
        assert apply(base, found) == new and apply(new, reverse(found)) == base
        assert "".join(part.text for part in segments(base, new) if part.kind != "removed") == new
        assert rebase(base, base, new).text == new
    merged = merge(base, proposed)
    turned = merge(base, dict(zip(proposed, reversed(proposed.values()), strict=True)))
    assert (merged.outcome, merged.text, merged.review) == (turned.outcome, turned.text, turned.review)
    taken = {name: [each.number for each in operations(base, new) if dice.random() < 0.5] for name, new in proposed.items()}
    for each in (merged, merge(base, proposed, accepted=taken)):
        if each.text is not None:
            assert apply(each.text, reverse(each.changes())) == base
            assert sum(run.length for run in carry(origin(base, Source("base", ("v",))), each.edits)) == len(each.text)
    assert sum(run.length for run in recover([("v", base), *proposed.items()])) == len([*proposed.values()][-1])


def try_tree(dice: random.Random) -> None:
    base = [Clause(str(number), canonical(text(dice)), dice.choice([None, None, str(number - 1)]) if number else None) for number in range(dice.randrange(1, 8))]
    amendments = {name: [operation(dice, len(base)) for _ in range(dice.randrange(4))] for name in "abc"}
    merged = merge_structure(base, {name: [operation_from(each) for each in records] for name, records in amendments.items()})
    if merged.clauses is not None:
        assert len({clause.id for clause in merged.clauses}) == len(merged.clauses)


def operation(dice: random.Random, size: int) -> dict[str, object]:
    clause, other = (str(dice.randrange(size + 1)) for _ in range(2))
    return dice.choice(
        [
            {"op": "edit", "clause": clause, "text": text(dice)},
            {"op": "insert", "after": dice.choice([clause, None]), "id": f"n{dice.randrange(4)}", "text": text(dice)},
            {"op": "delete", "clause": clause},
            {"op": "move", "clause": clause, "after": other},
            {"op": "split", "clause": clause, "at": dice.randrange(1, 20), "new_id": f"s{dice.randrange(3)}"},
            {"op": "join", "first": clause, "second": other},
        ]
    )


def main(arguments: list[str]) -> int:
    seconds = float(arguments[0]) if arguments else SECONDS
    seed = int(arguments[1]) if len(arguments) > 1 else random.randrange(10**9)
    end, tried, slowest = time.monotonic() + seconds, 0, 0.0
    while time.monotonic() < end:
        before = time.process_time()
        try:
            (try_tree if (seed + tried) % 3 == 0 else try_texts)(random.Random(seed + tried))
        except (RefusedCharacter, UnknownClause):
            pass
        except Exception:
            traceback.print_exc()
            print(f"failed: python -m bench.fuzz_text 1 {seed + tried}")
            return 1
        slowest = max(slowest, time.process_time() - before)
        tried += 1
    print(f"{tried} tries in {seconds:.0f} s from seed {seed}, no failure; the slowest took {slowest * 1000:.0f} ms")
    return int(slowest > SLOWEST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
