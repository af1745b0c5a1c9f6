"""An amendment's page, its withdrawal and its disposition; the marshalled list."""

from collections import Counter
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.forms import DispositionForm
from charterhub.amendments.forms.supporting import RemarkForm, SupportForm
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import adopt_amendment, lapse_amendment, reject_amendment, withdraw_amendment
from charterhub.amendments.queries import (
    amendment_from_url,
    amendments_of_charter,
    draft_for,
    places_of,
    rebases_of,
    remarks_on,
    revision_seen,
    support_of,
)
from charterhub.amendments.queries.rebuilding import groups_of, part_in_text, places_taken
from charterhub.amendments.showing import as_shown
from charterhub.amendments.views.blueprint import bp
from charterhub.amendments.voices import voices_of
from charterhub.amendments.weighing import weigh
from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.errors import BadInput, StaleRevision
from charterhub.permissions import can, permission
from charterhub.text.diff import segments


@bp.get("/charters/<slug>/amendments")
@permission("amendment.read", charter_from_url)
def index(charter: Charter) -> ResponseReturnValue:
    groups = groups_of(charter)
    chosen = next((group for group in groups if group.id == request.args.get("group", type=int)), None)
    part = part_in_text(charter, chosen) if chosen else set()
    amendments = [each for each in amendments_of_charter(charter) if not chosen or part & {one.clause_id for one in each.operations}]
    counts = Counter(amendment.state for amendment in amendments)
    return render_template("amendments/index.html", charter=charter, amendments=amendments, counts=counts, groups=groups, chosen=chosen)


@bp.get("/amendments/<int:amendment_id>")
@permission("amendment.read", amendment_from_url)
def show(amendment: Amendment) -> ResponseReturnValue:
    return amendment_page(amendment)


def amendment_page(
    amendment: Amendment,
    form: DispositionForm | None = None,
    stale: StaleRevision | None = None,
    support: SupportForm | None = None,
    remark: RemarkForm | None = None,
) -> str:
    """The amendment for everyone; for those who may dispose of it, also what it would make of the draft."""
    form = form or DispositionForm(formdata=None)
    rebases = rebases_of(amendment)
    shown: dict[str, Any] = {"supported": support_of(amendment, current_user, rebases), "remarks": remarks_on(amendment), "rebase": rebases[-1] if rebases else None}
    if current_user.is_authenticated:
        voices = voices_of(current_user)
        shown |= {"support": support or SupportForm(voices, formdata=None), "remark": remark or RemarkForm(voices, formdata=None)}
    shown |= {"charter": amendment.charter, "clause": amendment.place, "shown": as_shown(amendment.operations, places_of(amendment))}
    if rebases and rebases[-1].state == "orphaned":
        shown["heirs"] = places_taken(amendment.clause_id, amendment.language)[1]
    if amendment.rewords_one_clause and can("amendment.dispose", amendment):
        base = amendment.base_revision.wording
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


@bp.post("/amendments/<int:amendment_id>/lapse")
@permission("amendment.lapse", amendment_from_url)
def lapse(amendment: Amendment) -> ResponseReturnValue:
    """The text moved under it and its proposer did not come back."""
    lapse_amendment(current_user, amendment, request.form.get("reason", ""))
    flash(_("The amendment has lapsed. Its proposer gets a letter."))
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
