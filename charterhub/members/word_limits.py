"""How long the texts of the campaign's form may be: vision 700 words at most, motivations 100 to 200, examples 50 each."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from charterhub.text.words import number_of_words

MOST_VISION = 700
FEWEST_MOTIVATION, MOST_MOTIVATION = 100, 200
MOST_PRACTICE = 50
MOST_PRACTICES = 3


def faults_of_length(field: str, text: str, fewest: int, most: int) -> Iterator[tuple[str, str]]:
    words = number_of_words(text)
    if not words:
        yield field, _("Please write something here.")
    elif words < fewest:
        yield field, ngettext(
            "This has %(num)s word; at least %(fewest)s are asked for.", "This has %(num)s words; at least %(fewest)s are asked for.", words, fewest=fewest
        )
    elif words > most:
        yield field, ngettext(
            "This has %(num)s word; at most %(most)s fit here. What you wrote is kept.",
            "This has %(num)s words; at most %(most)s fit here. What you wrote is kept.",
            words,
            most=most,
        )
