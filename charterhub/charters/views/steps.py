"""The steps by which a draft came to be as it is, the newest first, each with the way back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from charterhub.charters.models import Charter, DraftingStep
from charterhub.charters.operations import undo_step
from charterhub.charters.queries import charter_from_url
from charterhub.charters.steps import latest_steps, step_from_url
from charterhub.charters.views.blueprint import bp
from charterhub.permissions import permission

STEP_NAMES = {
    "revised": _l("new words"),
    "added": _l("a clause added"),
    "removed": _l("a clause taken out"),
    "moved": _l("a clause moved"),
    "split": _l("a clause split"),
    "joined": _l("two clauses joined"),
    "retyped": _l("another kind"),
    "renumbered": _l("other numbers"),
    "taken_up": _l("a clause taken up"),
    "decided": _l("a decision on a clause of a source"),
    "undone": _l("a step taken back"),
    "redone": _l("a step done again"),
}


@bp.get("/charters/<slug>/draft/steps")
@permission("charter.see_draft", charter_from_url)
def steps(charter: Charter) -> ResponseReturnValue:
    return render_template("charters/steps.html", charter=charter, steps=latest_steps(charter), names=STEP_NAMES)


@bp.post("/charters/<slug>/draft/steps/<int:step_id>/reversal")
@permission("charter.see_draft", step_from_url)
def reversal(step: DraftingStep) -> ResponseReturnValue:
    undo_step(current_user, step)
    flash(_("The step has been taken back."))
    return redirect(url_for("charters.steps", slug=step.charter.slug))
