"""Words that were bent, not replaced: "citizen" that became "citizens", 시민은 that became 시민이, "the Right" that became "Rights".

Languages mark number, case and gender at the ends of words (and Arabic and Swahili at their beginnings), so an amendment that changes
"the citizen" to "the citizens" leaves no equal word behind. In a small gap, two words that share most of their letters from either
end are taken for one word, numbers excepted; a comment on it is `fuzzy`, never unchanged. In a large gap likeness proves nothing.
"""

from collections.abc import Sequence
from os.path import commonprefix

import regex

from charterhub.text.anchors.alignment import IN_PLACE, Alignment, open_gaps

NUMBERED = regex.compile(r"\p{N}")
SMALL_GAP = 8
SHARED = 0.6
LEAST_SHARED = 2


def pair_kin(alignment: Alignment, clauses: Sequence[str]) -> None:
    for gap in [gap for clause in clauses for gap in open_gaps(alignment, clause)]:
        if max(map(len, gap)) <= SMALL_GAP:
            olds, news = gap
            for old in olds:
                kin = next((at for at, new in enumerate(news) if are_kin(alignment.old.words[old], alignment.new.words[new])), None)
                if kin is not None:
                    alignment.pair(old, news[kin], IN_PLACE)
                    news = news[kin + 1 :]


def are_kin(one: str, other: str) -> bool:
    if NUMBERED.search(one + other):
        return False
    shared = max(len(commonprefix((one, other))), len(commonprefix((one[::-1], other[::-1]))))
    return shared >= LEAST_SHARED and shared >= SHARED * max(len(one), len(other))
