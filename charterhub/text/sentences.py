"""Where one sentence ends and the next begins, near enough for a warning, in many scripts.

A mark of UAX 29's sentence-terminal kind ends a sentence when white space or the end of the text follows (in scripts
without spaces it always does); so does a new line. A full stop does not end one when the next word begins with a small
letter or a digit ("Art. 5", "p. ej. una") or when a single letter or a known short form stands before it ("z. B. Wohnen"). A
semicolon ends nothing: the items of a list are read together with the words that open it. Cutting too rarely costs a
reader one needless look, cutting too often hides a warning, so doubtful places are not cut.
"""

from bisect import bisect_right
from collections.abc import Iterator

import regex

ENDS_SENTENCE = frozenset(".!?。！？｡؟۔।॥။។՞։።፧‽…")
SHORT_FORMS = frozenset(
    "art,arts,núm,núms,num,nr,cf,cl,ss,pp,pág,ej,vs,etc,bzw,ca,st,dr,mr,ms,mrs,sr,sra,"
    "ref,fig,vol,ст,п,см".split(",")
)
END = regex.compile(r"""(?:[.!?؟۔।॥။។՞։።፧‽…]+['"»”’)\]]*(?=\s|$)|[。！？｡]+[」』”）]*|\n)\s*""")
WORD_BEFORE = regex.compile(r"[\p{L}\p{M}\p{N}]+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; together they cover the text. The white space after one belongs to the next."""
    starts = [0, *starts_after_first(text)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def starts_after_first(text: str) -> Iterator[int]:
    for found in END.finditer(text):
        end = found.start() + len(found.group().rstrip())
        if 0 < end < len(text) and not goes_on(text, found.start(), found.end()):
            yield max(end, found.start())


def goes_on(text: str, mark: int, following: int) -> bool:
    if text[mark] != ".":
        return False
    word = WORD_BEFORE.search(text, max(0, mark - 20), mark)
    short = word is not None and (len(word.group()) == 1 and word.group().isalpha() or word.group().lower() in SHORT_FORMS)
    return short or (following < len(text) and (text[following].islower() or text[following].isdigit()))


class SentenceMap:
    """Which sentences a span of the text lies in. A span of no length belongs to the sentence it stands inside."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [start for start, _ in sentences(text)]

    def span(self, number: int) -> tuple[int, int]:
        return self.starts[number], [*self.starts[1:], len(self.text)][number]

    def sentences_of(self, start: int, end: int) -> tuple[int, int]:
        """Start and end of all the sentences that [start, end) lies in."""
        numbers = self.touched(start, end)
        return min(start, self.span(numbers[0])[0]), max(end, self.span(numbers[-1])[1])

    def is_border(self, place: int) -> bool:
        """True at the start or end of a sentence, on either side of the white space between two."""
        before = len(self.text[:place].rstrip())
        return before in (0, *self.starts, len(self.text)) or place in self.starts

    def touched(self, start: int, end: int) -> range:
        """Numbers of the sentences that [start, end), white space at its ends apart, lies in."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        first = bisect_right(self.starts, start) - 1
        return range(first, max(first, bisect_right(self.starts, max(start, end - 1)) - 1) + 1)
