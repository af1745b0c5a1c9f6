"""Where the clauses of a charter come from: the public page, and the drafters' page on which it is decided."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.forms.starting import ReservationForm
from charterhub.charters.lineage import descent_of, drafted_descent, lineage_from_url
from charterhub.charters.models import Charter, Lineage
from charterhub.charters.operations import draft_step, reserve_clause, take_up
from charterhub.charters.operations.revising import name_in_draft
from charterhub.charters.queries import charter_from_url, known_edition, latest_version
from charterhub.charters.views.blueprint import bp
from charterhub.errors import CharterError
from charterhub.permissions import permission


@bp.get("/charters/<slug>/lineage")
@permission("comment.read", charter_from_url)
def lineage(charter: Charter) -> ResponseReturnValue:
    version = latest_version(charter) or abort(404)
    language = known_edition(version, request.args.get("language", charter.language))
    lines = descent_of(version, language)
    shown = {"charter": charter, "version": version, "language": language, "lines": lines}
    return render_template("charters/lineage.html", **shown)


@bp.get("/charters/<slug>/draft/lineage")
@permission("charter.draft", charter_from_url)
def draft_lineage(charter: Charter) -> ResponseReturnValue:
    lines = drafted_descent(charter)
    return render_template("charters/draft_lineage.html", charter=charter, lines=lines)


@bp.route("/charters/<slug>/draft/lineage/<int:lineage_id>", methods=["GET", "POST"])
@permission("charter.edit", lineage_from_url)
def reservation(row: Lineage) -> ResponseReturnValue:
    given = {"wanted": "yes" if row.relation == "reserved" else "no", "reason": row.reason, "legal_ground": row.legal_ground}
    form = ReservationForm(data=given)
    if form.validate_on_submit():
        try:
            with draft_step(current_user, row.charter, "decided", name_in_draft(row.clause) if row.clause else ""):
                reserve_clause(current_user, row, form.wanted.data == "yes", form.reason.data, form.legal_ground.data)
        except CharterError as refused:
            form.reason.errors = [str(refused.sentence)]
        else:
            flash(_("Your decision is kept. It becomes public with the next version."))
            return redirect(url_for("charters.draft_lineage", slug=row.charter.slug))
    return render_template("charters/reservation.html", row=row, charter=row.charter, form=form), 422 if form.errors else 200


@bp.post("/charters/<slug>/draft/lineage/<int:lineage_id>/taking-up")
@permission("charter.edit", lineage_from_url)
def taking_up(row: Lineage) -> ResponseReturnValue:
    with draft_step(current_user, row.charter, "taken_up"):
        take_up(current_user, row)
    flash(_("The clause stands in the draft now, in the words of its source."))
    return redirect(url_for("charters.draft_lineage", slug=row.charter.slug))
