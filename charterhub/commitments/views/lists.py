"""All commitments: searched, as tables for machines, and as the matrix of who covers what."""

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from charterhub.charters.queries import all_charters
from charterhub.commitments.matrix import areas_by_article, areas_by_member
from charterhub.commitments.queries import PAGE_LENGTH, commitments_where, page_of
from charterhub.commitments.tables import HEADINGS, records
from charterhub.commitments.views.blueprint import WORDS, bp
from charterhub.formats.tables import as_csv, as_json
from charterhub.kept_pages import kept
from charterhub.permissions import permission

FILTERS = ("words", "status", "area", "kind")
LAST_PAGE = 100_000


def chosen() -> dict[str, str]:
    return {name: request.args.get(name, "").replace("\0", "").strip()[:200] for name in FILTERS}


def page_number() -> int:
    return min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)


@bp.get("/commitments")
@kept
@permission("commitment.read")
def index() -> ResponseReturnValue:
    number = page_number()
    found, more = page_of(commitments_where(**chosen()), number)
    return render_template("commitments/index.html", commitments=found, more=more, number=number, chosen=chosen(), **WORDS)


@bp.get("/commitments.csv")
@permission("commitment.read")
def table() -> ResponseReturnValue:
    lines = as_csv(HEADINGS, records(commitments_where(**chosen())))
    return Response(lines, mimetype="text/csv", headers={"Content-Disposition": "attachment; filename=commitments.csv"})


@bp.get("/commitments.json")
@permission("commitment.read")
def data() -> ResponseReturnValue:
    return Response(as_json(records(commitments_where(**chosen()))), mimetype="application/json")


@bp.get("/commitments/matrix")
@kept
@permission("commitment.read")
def matrix() -> ResponseReturnValue:
    """`?charter=` shows the articles of that charter; without it, those of the global text."""
    charters = [charter for charter in all_charters() if charter.latest_version_number]
    wanted = request.args.get("charter", "")
    charter = next((one for one in charters if one.slug == wanted), charters[0] if charters else None)
    return render_template(
        "commitments/matrix.html",
        members=areas_by_member(),
        number=page_number(),
        length=PAGE_LENGTH,
        articles=areas_by_article(charter) if charter else None,
        charter=charter,
        charters=charters,
        **WORDS,
    )
