"""The report on what became of the comments: for everybody, as a page, a table, a Word text and a PDF."""

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.comments.narrowing import number
from charterhub.dispositions.queries import counts_of
from charterhub.dispositions.report import COLUMNS, all_lines, checksum_of, page_of, report_paper
from charterhub.dispositions.views.blueprint import bp
from charterhub.formats.paper import office_file
from charterhub.formats.tables import as_csv
from charterhub.languages import direction
from charterhub.permissions import permission
from charterhub.printing import pdf_answer

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("/charters/<slug>/dispositions")
@permission("comment.read", charter_from_url)
def report(charter: Charter) -> ResponseReturnValue:
    page = number(request.args.get("page")) or 1
    lines, more = page_of(charter, page)
    total, waiting = counts_of(charter)
    onward = url_for("dispositions.report", slug=charter.slug, page=page + 1) if more else None
    return render_template("dispositions/report.html", charter=charter, lines=lines, columns=COLUMNS, onward=onward, total=total, waiting=waiting)


@bp.get("/charters/<slug>/dispositions.csv")
@permission("comment.read", charter_from_url)
def table(charter: Charter) -> ResponseReturnValue:
    return Response(as_csv(list(COLUMNS), all_lines(charter)), mimetype="text/csv", headers=kept_as(charter, "csv"))


@bp.get("/charters/<slug>/dispositions.sha256")
@permission("comment.read", charter_from_url)
def checksum(charter: Charter) -> ResponseReturnValue:
    """In the form that `sha256sum --check` reads: the number of lines as a remark, then the checksum of the table."""
    lines, digest = checksum_of(charter)
    return Response(f"# {lines} lines below the heading\n{digest}  {charter.slug}-dispositions.csv\n", mimetype="text/plain")


@bp.get("/charters/<slug>/dispositions.docx")
@permission("comment.read", charter_from_url)
def word_file(charter: Charter) -> ResponseReturnValue:
    paper = report_paper(charter)
    return Response(office_file(paper, "docx", direction(paper.language)), mimetype=DOCX, headers=kept_as(charter, "docx"))


@bp.get("/charters/<slug>/dispositions.pdf")
@permission("comment.read", charter_from_url)
def printed(charter: Charter) -> ResponseReturnValue:
    return pdf_answer(report_paper(charter), f"{charter.slug}-dispositions.pdf")


def kept_as(charter: Charter, ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{charter.slug}-dispositions.{ending}"'}
