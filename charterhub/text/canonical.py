"""The one normal form of clause text, which everything else in `charterhub.text` assumes.

Two people who type the same word must store the same characters, so text is put into Unicode normal form C (UAX 15)
and every way of ending a line becomes a single newline. Nothing else is folded: case, vowel marks, joiners, no-break
spaces and tabs are part of what the author wrote.

Some characters are refused instead of removed, because removing them silently would change a text the author has
confirmed. Refused are the explicit bidirectional embeddings, overrides and isolates (UAX 9, sections 2.1 to 2.4: they can
make a sentence read differently from what is stored), other control characters, and code points no file format can
carry (half surrogates, noncharacters). The three direction *marks* (U+200E, U+200F, U+061C) are kept: they reorder
nothing but the punctuation beside them and word processors write them into ordinary Arabic and Hebrew prose.
A byte order mark at the very start is what some editors put before a file, not a character of the text: it is dropped.
"""

import re
import unicodedata

BYTE_ORDER_MARK = "\ufeff"
LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
BIDI = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "end of isolate",
}
CONTROLS = {"\x00": "null", "\x07": "bell", "\x08": "backspace", "\x0b": "vertical tab", "\x0c": "page break", "\x1b": "escape"}


class RefusedCharacter(ValueError):
    """Text that cannot be taken, with the character, its plain name and its place (counted from 0)."""

    def __init__(self, character: str, position: int) -> None:
        self.character = character
        self.position = position
        self.name = plain_name(character)
        super().__init__(
            f"Character {position + 1} of the text is an invisible one that cannot be kept here: {self.name} "
            f"(U+{ord(character):04X}). {reason(character)} Please delete it, or type the passage again, and send the text once more."
        )


def canonical(text: str) -> str:
    """The text as it is stored; raises `RefusedCharacter` for what may not be in it."""
    text = LINE_ENDS.sub("\n", text.lstrip(BYTE_ORDER_MARK))
    if found := REFUSED.search(text):
        raise RefusedCharacter(found.group(), found.start())
    return unicodedata.normalize("NFC", text)


def plain_name(character: str) -> str:
    if character in BIDI:
        return f"{BIDI[character]} (a text direction control)"
    if unicodedata.category(character) == "Cc":
        return f"{CONTROLS[character]} (a control character)" if character in CONTROLS else "a control character"
    return "half of a broken character" if unicodedata.category(character) == "Cs" else "a code that stands for no character"


def reason(character: str) -> str:
    if character in BIDI:
        return "It can make a sentence read differently from what is stored; the page sets the direction of each clause by itself."
    return "It usually comes along when text is copied from another program."
