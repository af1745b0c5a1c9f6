"""A paper as the answer to a request: the PDF, or the sentence that says why there is none."""

import logging

from flask import Response
from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.formats.paper import Paper, Unprintable, pdf_of

log = logging.getLogger(__name__)
PDF = "application/pdf"
SENTENCES = {
    "too_long": _l("This is too long for one PDF, which may have at most %(longest)s characters. Please choose a part of it, or another kind of file."),
    "too_hard": _l("This could not be made into a PDF in a reasonable time. Please choose a part of it, or another kind of file."),
    "no_font": _l("We have no font for the script of “%(sign)s”. Please choose another kind of file, which uses the fonts of your own machine."),
}


def printed(paper: Paper) -> bytes:
    """The PDF of a paper; raises `BadInput` with the sentence for the person."""
    try:
        return pdf_of(paper)
    except Unprintable as unprintable:
        log.warning("no PDF of %s: %s", paper.title, unprintable.facts.get("said", unprintable.reason))
        raise BadInput(str(SENTENCES[unprintable.reason]) % unprintable.facts) from unprintable


def pdf_answer(paper: Paper, file_name: str) -> Response:
    return Response(printed(paper), mimetype=PDF, headers={"Content-Disposition": f'attachment; filename="{file_name}"'})
