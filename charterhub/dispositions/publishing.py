"""What comments hold back: a version is not published while a comment waits for its answer, unless that is waived in public."""

from collections.abc import Iterator

from flask_babel import lazy_ngettext as _ln

from charterhub.charters.models import Charter
from charterhub.charters.publishing_checks import Finding
from charterhub.dispositions.queries import waiting_for_answer, waiver_of


def every_comment_answered(charter: Charter) -> Iterator[Finding]:
    if charter.latest_version_number and (waiting := waiting_for_answer(charter)):
        words = _ln(
            "%(num)s comment has no answer yet. Answer it, or say in public why the version comes out without.",
            "%(num)s comments have no answer yet. Answer them, or say in public why the version comes out without.",
            waiting,
        )
        yield Finding(words, "dispositions.waive", {"slug": charter.slug}, binding=waiver_of(charter) is None)
