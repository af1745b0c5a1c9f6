"""Amending: the form with its tracked changes, an amendment's page, its withdrawal and disposition, the marshalled list."""

from collections import Counter

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.forms import AmendmentForm, DispositionForm
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import adopt_amendment, proposal, reject_amendment, table_amendment, withdraw_amendment
from charterhub.amendments.queries import amendment_from_url, amendments_of_charter, draft_for, revision_seen
from charterhub.amendments.weighing import weigh
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.queries import charter_from_url, clause_from_url, clause_in, latest_version
from charterhub.comments.appearance import public_name
from charterhub.comments.limits import limited
from charterhub.errors import BadInput, StaleRevision
from charterhub.permissions import can, permission
from charterhub.text.diff import segments

bp = Blueprint("amendments", __name__)


@bp.route("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/amendments/new", methods=["GET", "POST"])
@limited
@permission("amendment.table", clause_from_url)
def new(clause: VersionClause) -> ResponseReturnValue:
    """Write, see the changes, table: three steps of one form, told apart by the button that was pressed."""
    form = AmendmentForm(current_user, data={"wording": clause.revision.wording})
    if request.method == "GET" or request.form.get("step") == "change":
        return form_page(clause, form), 200
    try:
        if not form.validate():
            return form_page(clause, form), 422
        proposed = proposal(clause, form.wording.data)
    except StaleRevision as stale:
        return outdated_page(clause, form, stale), 409
    except BadInput as refused:
        form.wording.errors = [str(refused.sentence)]
        return form_page(clause, form), 422
    return table(clause, form) if request.form.get("step") == "table" else check_page(clause, form, proposed)


def form_page(clause: VersionClause, form: AmendmentForm) -> str:
    return render_template("amendments/new.html", clause=clause, charter=clause.charter, form=form)


def check_page(clause: VersionClause, form: AmendmentForm, proposed: str) -> str:
    changed = segments(clause.revision.wording, proposed)
    name = public_name(current_user, form.under_own_name)
    shown = {"segments": changed, "proposed": proposed, "name": name}
    return render_template("amendments/check.html", clause=clause, charter=clause.charter, form=form, **shown)


def outdated_page(clause: VersionClause, form: AmendmentForm, stale: StaleRevision) -> str:
    """The clause reads differently in the latest version: what has changed, and the way on with nothing lost."""
    latest = latest_version(clause.charter)
    now = latest and clause_in(latest, clause.language, clause.clause_id)
    since = segments(stale.base, stale.current)
    return render_template("amendments/outdated.html", clause=clause, charter=clause.charter, form=form, now=now, since=since)


def table(clause: VersionClause, form: AmendmentForm) -> ResponseReturnValue:
    amendment = table_amendment(current_user, clause, form.wording.data, form.rationale.data, form.under_own_name)
    flash(_("Your amendment has been tabled. It is public, and its words cannot be changed any more."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id))


@bp.get("/charters/<slug>/amendments")
@permission("amendment.read", charter_from_url)
def index(charter: Charter) -> ResponseReturnValue:
    amendments = amendments_of_charter(charter)
    counts = Counter(amendment.state for amendment in amendments)
    return render_template("amendments/index.html", charter=charter, amendments=amendments, counts=counts)


@bp.get("/amendments/<int:amendment_id>")
@permission("amendment.read", amendment_from_url)
def show(amendment: Amendment) -> ResponseReturnValue:
    return amendment_page(amendment, DispositionForm(formdata=None))


def amendment_page(amendment: Amendment, form: DispositionForm, stale: StaleRevision | None = None) -> str:
    """The amendment for everyone; for those who may dispose of it, also what it would make of the draft."""
    base = amendment.base_revision.wording
    shown = {"charter": amendment.charter, "clause": amendment.place, "segments": segments(base, amendment.wording)}
    if can("amendment.dispose", amendment):
        draft = draft_for(amendment)
        weighed = weigh(amendment, draft.wording)
        form.offer(draft, weighed)
        shown |= {"draft": draft, "weighed": weighed, "since": segments(base, draft.wording)}
    moved = segments(stale.base, stale.current) if stale else None
    return render_template("amendments/show.html", amendment=amendment, form=form, moved=moved, **shown)


@bp.post("/amendments/<int:amendment_id>/withdrawal")
@permission("amendment.withdraw", amendment_from_url)
def withdraw(amendment: Amendment) -> ResponseReturnValue:
    withdraw_amendment(current_user, amendment)
    flash(_("Your amendment has been withdrawn."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id))


@bp.post("/amendments/<int:amendment_id>/disposition")
@permission("amendment.dispose", amendment_from_url)
def dispose(amendment: Amendment) -> ResponseReturnValue:
    form = DispositionForm()
    if not form.validate():
        return amendment_page(amendment, form), 422
    try:
        decide(amendment, form)
    except StaleRevision as stale:
        return amendment_page(amendment, form, stale), 409
    except BadInput as refused:
        form.wording.errors = [str(refused.sentence)]
        return amendment_page(amendment, form), 422
    flash(_("The disposition is public. Its proposer gets a letter."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id))


def decide(amendment: Amendment, form: DispositionForm) -> None:
    """Do what the form says, on the draft it was opened on."""
    reason = form.reason.data
    if form.decision.data == "reject":
        reject_amendment(current_user, amendment, reason)
        return
    seen = revision_seen(amendment, form.draft_revision.data)
    as_tabled = form.decision.data == "adopt"
    if as_tabled and form.changes(weigh(amendment, seen.wording)):
        raise BadInput(_("You have changed the wording. Choose “Adopt as modified”, or put the words back."))
    adopt_amendment(current_user, amendment, reason, None if as_tabled else form.wording.data, seen)
