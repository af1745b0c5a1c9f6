"""The page of a version's copies, each copy as a file, and the papers for a council."""

from typing import NamedTuple

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import version_by_number
from charterhub.exports.change_table import change_paper
from charterhub.exports.copies import KINDS, Copy, content_of, copy_from_url
from charterhub.exports.council_pack import council_pack
from charterhub.exports.queries import previous_version
from charterhub.exports.views.blueprint import ARCHIVES, COPIES, bp
from charterhub.extensions import limiter
from charterhub.formats.paper import Paper, office_file
from charterhub.languages import direction
from charterhub.permissions import permission
from charterhub.printing import printed
from charterhub.reading.editions import Edition, edition_from_url

PAPERS = ("pdf", "docx", "odt", "epub")


class CouncilPaper(NamedTuple):
    """`older` is the version that changes are counted from, or None where the version is the first."""

    edition: Edition
    older: Version | None
    ending: str

    @property
    def charter(self) -> Charter:
        return self.edition.charter


def paper_from_url(slug: str, number: int, language: str, ending: str, older: int | None = None) -> CouncilPaper:
    if ending not in PAPERS:
        abort(404)
    edition = edition_from_url(slug, number, language)
    if older is None:
        return CouncilPaper(edition, previous_version(*edition), ending)
    before = version_by_number(edition.charter, older)
    if older >= number or language not in before.languages:
        abort(404)
    return CouncilPaper(edition, before, ending)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/copies")
@permission("charter.read", edition_from_url)
def index(edition: Edition) -> ResponseReturnValue:
    facts = {"charter": edition.charter, "version": edition.version, "language": edition.language}
    return render_template("exports/index.html", **facts, kinds=KINDS, papers=PAPERS, older=previous_version(*edition))


def copies_limit() -> str:
    """The archive of everything costs as much as all its files."""
    return ARCHIVES if (request.view_args or {}).get("ending") == "zip" else COPIES


@bp.get("/charters/<slug>/versions/<int:number>/<language>/copies/<ending>")
@limiter.limit(copies_limit)
@permission("charter.read", copy_from_url)
def download(copy: Copy) -> ResponseReturnValue:
    return kept(content_of(copy), copy.ending, copy.file_name)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/council-pack.<ending>")
@limiter.limit(COPIES)
@permission("charter.read", paper_from_url)
def pack(wanted: CouncilPaper) -> ResponseReturnValue:
    return file_of_paper(council_pack(wanted.edition, wanted.older), wanted, "council-pack")


@bp.get("/charters/<slug>/versions/<int:number>/<language>/changes-since-<int:older>.<ending>")
@limiter.limit(COPIES)
@permission("charter.read", paper_from_url)
def changes(wanted: CouncilPaper) -> ResponseReturnValue:
    assert wanted.older is not None, "the address names it"
    return file_of_paper(change_paper(wanted.older, wanted.edition), wanted, f"changes-since-{wanted.older.number}")


def file_of_paper(paper: Paper, wanted: CouncilPaper, what: str) -> Response:
    edition = wanted.edition
    content = printed(paper) if wanted.ending == "pdf" else office_file(paper, wanted.ending, direction(paper.language))
    return kept(content, wanted.ending, f"{edition.charter.slug}-version-{edition.version.number}.{what}.{edition.language}.{wanted.ending}")


def kept(content: bytes, ending: str, name: str) -> Response:
    return Response(content, mimetype=KINDS[ending].mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
