"""How a letter is put on paper: paragraphs, and who writes."""

from flask_babel import gettext as _

from charterhub import clock
from charterhub.notifications.models import Letter

LONGEST_SUBJECT = 300


def written(to: str, language: str, subject: str, *paragraphs: str) -> Letter:
    """A letter for the outbox. Its subject is one line whatever stood in the names it holds."""
    closing = _("This letter was sent by CharterHub. It is not meant to be answered.")
    return Letter(
        to=to,
        language=language,
        subject=" ".join(subject.split())[:LONGEST_SUBJECT],
        body="\n\n".join((*paragraphs, closing)),
        written_at=clock.now(),
    )
