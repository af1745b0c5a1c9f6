"""Offline voices: sheets to print, batches to enter, and what became of a contribution by its receipt."""

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import charter_from_url, clauses_of, latest_version, version_from_url
from charterhub.comments.codes import sheet_code
from charterhub.comments.forms import IntakeForm
from charterhub.comments.limits import LOOK_UPS, limited, limiter
from charterhub.comments.models import Intake
from charterhub.comments.operations import take_in
from charterhub.comments.queries import clause_from_code, comment_by_receipt, comments_taken_in, intake_from_url, intakes_of, places_of
from charterhub.comments.views.blueprint import bp
from charterhub.comments.views.steps import in_steps
from charterhub.errors import BadInput
from charterhub.permissions import permission


@bp.get("/charters/<slug>/versions/<int:number>/sheets")
@permission("comment.read", version_from_url)
def sheets(version: Version) -> ResponseReturnValue:
    """To print: every clause with its code and room to write; `?clause=` for one, `?in=` for the language."""
    language = request.args.get("in") or version.charter.language
    clauses = [clause for clause in clauses_of(version, language) if clause.revision.plain]
    wanted = request.args.get("clause")
    coded = [(clause, sheet_code(version.id, clause.clause_id)) for clause in clauses if not wanted or clause.eid == wanted]
    return render_template("comments/sheets.html", charter=version.charter, version=version, language=language, coded=coded)


@bp.get("/c/<code>")
@permission("comment.read", clause_from_code)
def by_code(clause: VersionClause) -> ResponseReturnValue:
    where = {"slug": clause.charter.slug, "number": clause.version.number, "language": clause.language, "eid": clause.eid}
    return redirect(url_for("reading.clause", **where))


@bp.route("/charters/<slug>/intakes/new", methods=["GET", "POST"])
@limited
@permission("comment.take_in", charter_from_url)
def new_intake(charter: Charter) -> ResponseReturnValue:
    latest = latest_version(charter)
    form = IntakeForm(clauses_of(latest, charter.language) if latest else [])
    if request.form.get("step") == "more":
        form.more_rows()
        return intake_page(charter, form, False)
    return in_steps(form, partial(intake_page, charter), partial(publish_intake, charter))


def intake_page(charter: Charter, form: IntakeForm, preview: bool, refused: object | None = None) -> str:
    template = "comments/intake_preview.html" if preview else "comments/intake_new.html"
    return render_template(template, charter=charter, form=form, refused=refused, intakes=intakes_of(charter))


def publish_intake(charter: Charter, form: IntakeForm) -> ResponseReturnValue:
    try:
        intake = take_in(current_user, charter, form.title.data, form.source.data, form.received_on.data, form.contributions)
    except BadInput as error:
        return intake_page(charter, form, False, error.sentence), 422
    flash(_("The contributions are public. Give each person the receipt of theirs."))
    return redirect(url_for("comments.intake", intake_id=intake.id))


@bp.get("/intakes/<int:intake_id>")
@permission("comment.read", intake_from_url)
def intake(intake: Intake) -> ResponseReturnValue:
    """The batch for everyone; with the receipts for those who hand them out."""
    return render_template("comments/intake.html", intake=intake, charter=intake.charter, comments=comments_taken_in(intake))


@bp.get("/receipts")
@limiter.limit(LOOK_UPS)
@permission("page.read")
def receipts() -> ResponseReturnValue:
    """What became of a contribution, for whoever has its receipt."""
    typed = request.args.get("code", "").strip()[:40]
    comment = comment_by_receipt(typed) if typed else None
    places = places_of(comment) if comment else []
    page = render_template("comments/receipt.html", typed=typed, comment=comment, places=places, charter=comment and comment.charter)
    return page, 404 if typed and comment is None else 200
