"""The page of a version's copies, and each copy as a file."""

import json
from typing import NamedTuple

from flask import Blueprint, Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from charterhub.charters.models import Charter
from charterhub.exports.queries import COLUMNS, clause_records, outline_of_edition, version_record
from charterhub.extensions import limiter
from charterhub.formats.tables import as_csv
from charterhub.formats.writing import file_of
from charterhub.languages import direction, locale_of
from charterhub.permissions import permission
from charterhub.reading.editions import Edition, edition_from_url

bp = Blueprint("exports", __name__)
COPIES = "120/hour"
BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take the letters of most languages for others


class Kind(NamedTuple):
    mimetype: str
    name: object
    purpose: object


KINDS = {
    "docx": Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _l("Word"), _l("To write on, print or bind into a file.")),
    "odt": Kind("application/vnd.oasis.opendocument.text", _l("OpenDocument"), _l("The same, for LibreOffice and other free programs.")),
    "epub": Kind("application/epub+zip", _l("EPUB"), _l("To read on a phone or an e-reader, without a connection.")),
    "html": Kind("text/html", _l("Web page"), _l("One plain file that opens in any browser.")),
    "md": Kind("text/markdown", _l("Markdown"), _l("Plain text with headings. Brought in here again, it becomes the same clauses.")),
    "json": Kind("application/json", _l("JSON"), _l("For programs: every clause with its permanent identifier, and the digest of the version.")),
    "csv": Kind("text/csv", _l("CSV"), _l("For spreadsheets: one line a clause.")),
}


class Copy(NamedTuple):
    edition: Edition
    ending: str

    @property
    def charter(self) -> Charter:
        return self.edition.charter


def copy_from_url(slug: str, number: int, language: str, ending: str) -> Copy:
    if ending not in KINDS:
        abort(404)
    return Copy(edition_from_url(slug, number, language), ending)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/copies")
@permission("charter.read", edition_from_url)
def index(edition: Edition) -> ResponseReturnValue:
    return render_template("exports/index.html", charter=edition.charter, version=edition.version, language=edition.language, kinds=KINDS)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/copies/<ending>")
@limiter.limit(COPIES)
@permission("charter.read", copy_from_url)
def download(copy: Copy) -> ResponseReturnValue:
    edition = copy.edition
    name = f"{edition.charter.slug}-version-{edition.version.number}.{edition.language}.{copy.ending}"
    return Response(content_of(copy), mimetype=KINDS[copy.ending].mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def content_of(copy: Copy) -> bytes | str:
    edition, ending = copy
    if ending == "json":
        return json.dumps(version_record(edition, address_of(edition)), ensure_ascii=False, indent=1)
    if ending == "csv":
        return BYTE_ORDER_MARK + "".join(as_csv(COLUMNS, clause_records(edition)))
    return file_of(outline_of_edition(edition), ending, horizons(edition.language), facts_of(copy))


def address_of(edition: Edition) -> str:
    return url_for("reading.version", slug=edition.charter.slug, number=edition.version.number, language=edition.language, _external=True)


def horizons(language: str) -> dict[str, str]:
    """The headings of an action plan's terms, in the language of the text."""
    with force_locale(locale_of(language)):
        return {"short": _("short term").capitalize(), "mid": _("mid term").capitalize()}


def facts_of(copy: Copy) -> dict[str, str]:
    """What the file says of itself: its language, and which version it is."""
    edition = copy.edition
    with force_locale(locale_of(edition.language)):
        version = _("version %(number)s", number=edition.version.number)
    which = f"{version}, {edition.version.published_at:%Y-%m-%d}, {address_of(edition)}"
    said = {"lang": edition.language, "dir": direction(edition.language)}
    by_kind = {
        "docx": {"date": which},
        "odt": {"description": which},
        "html": {"pagetitle": edition.title, "description-meta": which},
        "epub": {"title": edition.title, "description": which},
    }
    return {**said, **by_kind.get(copy.ending, {})}
