"""Another wording or heading of one clause: written, seen as tracked changes, tabled."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.forms import AmendmentForm
from charterhub.amendments.operations import collect_proposal, table_proposals
from charterhub.amendments.operations.tabling import frozen_clauses
from charterhub.amendments.proposed import Proposed, checked, operations_of
from charterhub.amendments.queries import countered, look_alikes
from charterhub.amendments.showing import as_shown
from charterhub.amendments.views.blueprint import bp
from charterhub.amendments.voices import voice_of
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_from_url, clause_in, latest_version
from charterhub.comments.limits import limited
from charterhub.errors import BadInput, NotOpen, StaleRevision
from charterhub.permissions import permission
from charterhub.text.diff import segments


@bp.route("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/amendments/new", methods=["GET", "POST"])
@limited
@permission("amendment.table", clause_from_url)
def new(clause: VersionClause) -> ResponseReturnValue:
    """Write, see the changes, table: three steps of one form, told apart by the button that was pressed."""
    form = AmendmentForm(current_user, clause, request.args.get("amends"))
    step = request.form.get("step")
    if request.method == "GET" or step == "change":
        return form_page(clause, form), 200
    try:
        if not form.validate():
            return form_page(clause, form), 422
        proposals = [checked(each, {clause.clause_id: clause}) for each in form.proposals(clause)]
        refuse_outdated_version(clause, proposals)
        if step == "table":
            return table(clause, form, proposals)
        return collect(clause, form, proposals) if step == "collect" else check_page(clause, form, proposals)
    except StaleRevision as stale:
        return outdated_page(clause, form, stale), 409
    except (BadInput, NotOpen) as refused:
        form.refuse(refused.sentence)
        return form_page(clause, form), 422


def refuse_outdated_version(clause: VersionClause, proposals: list[Proposed]) -> None:
    """The clause may be read in an earlier version; what is amended is the latest."""
    if clause.version.number < clause.charter.latest_version_number:
        latest = frozen_clauses(clause.charter, clause.language)
        for proposed in proposals:
            checked(proposed, latest)


def form_page(clause: VersionClause, form: AmendmentForm) -> str:
    return render_template("amendments/new.html", clause=clause, charter=clause.charter, form=form, amends=countered(clause.charter, form.amends.data))


def check_page(clause: VersionClause, form: AmendmentForm, proposals: list[Proposed]) -> str:
    """The changes as they will be tracked, and the amendments on the same words that say nearly the same."""
    base = {clause.clause_id: clause}
    operations = [operation for each in proposals for operation in operations_of(each, base)]
    name = voice_of(current_user, form.appearance.data).shown_as
    shown = {"changes": as_shown(operations, base), "name": name, "alike": look_alikes(operations, clause.language)}
    return render_template("amendments/check.html", clause=clause, charter=clause.charter, form=form, **shown)


def outdated_page(clause: VersionClause, form: AmendmentForm, stale: StaleRevision) -> str:
    """The clause reads differently in the latest version: what has changed, and the way on with nothing lost. A heading that
    the person left alone is that of the latest version from now on."""
    latest = latest_version(clause.charter)
    now = latest and clause_in(latest, clause.language, clause.clause_id)
    if now and form.heading.data == clause.revision.heading:
        form.heading.data = now.revision.heading
    since = segments(stale.base, stale.current)
    return render_template("amendments/outdated.html", clause=clause, charter=clause.charter, form=form, now=now, since=since)


def table(clause: VersionClause, form: AmendmentForm, proposals: list[Proposed]) -> ResponseReturnValue:
    amends = countered(clause.charter, form.amends.data)
    amendment = table_proposals(
        current_user, clause.charter, clause.language, proposals, form.rationale.data, form.appearance.data, form.whole.data, amends
    )
    flash(_("Your amendment has been tabled. It is public, and its words cannot be changed any more."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id))


def collect(clause: VersionClause, form: AmendmentForm, proposals: list[Proposed]) -> ResponseReturnValue:
    """The change waits on the person's sheet for others that belong to the same amendment."""
    amends = countered(clause.charter, form.amends.data)
    for proposed in proposals:
        collect_proposal(current_user, clause.charter, clause.language, proposed, form.rationale.data, amends)
    flash(_("The change is on your sheet. Add more, or table them together."))
    return redirect(url_for("amendments.sheet", slug=clause.charter.slug, language=clause.language))
