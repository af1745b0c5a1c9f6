"""The statement of commitment: section 6 of the campaign's form, in the signer's language, and the digest of what was signed."""

import re
from datetime import date
from hashlib import sha256

from flask_babel import gettext as _

BLANK = "…"
DRAWING = re.compile(r"(?:M[0-9]{1,3} [0-9]{1,3}(?:L[0-9]{1,3} [0-9]{1,3})*)*")
LONGEST_DRAWING = 20_000


def statement_of_commitment(name: str = "", position: str = "", territory: str = "") -> str:
    """The campaign's words with the signer's name filled in; with blanks while they are not known."""
    return _(
        "I, %(name)s, %(position)s, as a representative of the city/territory of %(territory)s, would like to support and join "
        "the campaign. Through this statement, the city/territory of %(territory)s acknowledges its commitment in advancing "
        "human rights locally, and to promote the role of local and regional governments as closest level to the people in "
        "protecting and fulfilling these rights and to participate in the international movement of “Human Rights Cities and "
        "Territories”.",
        name=name or BLANK,
        position=position or BLANK,
        territory=territory or BLANK,
    )


def is_drawing(path: str) -> bool:
    """Lines in a field of 600 by 200, as an SVG path of the simplest kind; or none."""
    return len(path) <= LONGEST_DRAWING and DRAWING.fullmatch(path) is not None


def digest_of(statement: str, name: str, position: str, signed_on: date, drawing: str = "", signed_copy: str = "") -> str:
    """SHA-256 of the four, a line each, then the drawn signature and the digest of a copy signed by hand where there are
    such: anybody can check that the statement shown is the one signed."""
    lines = (statement, name, position, signed_on.isoformat(), *filter(None, [drawing, signed_copy]))
    return sha256("\n".join(lines).encode()).hexdigest()
