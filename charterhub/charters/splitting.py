"""Where a wording can be split: at the start of a sentence or of a paragraph, or at words that stand in it once."""

from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.text.sentences import sentences

SHOWN = 90


def starts_of(wording: str) -> list[tuple[str, str]]:
    """Each place a second clause could begin, as its code point and the words there, for a list of choices."""
    places = []
    for start, end in sentences(wording)[1:]:
        words = " ".join(wording[start:end].split())
        if words:
            places.append((str(start + len(wording[start:end]) - len(wording[start:end].lstrip())), words[:SHOWN]))
    return places


def start_chosen(wording: str, chosen: str, words: str) -> int:
    """The code point where the second clause begins; typed words go before a choice, and must stand there exactly once."""
    if words:
        if wording.count(words) != 1:
            raise BadInput(_l("These words do not stand in the text exactly once. Please type a few more of them, as they stand there."))
        return wording.index(words)
    if chosen not in {start for start, _words in starts_of(wording)}:
        raise BadInput(_l("Please choose where the second clause begins."))
    return int(chosen)
