"""First looks and pauses: what slows a wave down, in public and for a time."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url, clauses_of, latest_version
from charterhub.comments.models import Pause
from charterhub.comments.queries import pause_from_url
from charterhub.moderation import operations
from charterhub.moderation.forms import FirstLookForm, PauseForm
from charterhub.moderation.models import Waiting
from charterhub.moderation.queries import waiting_from_url
from charterhub.moderation.views.blueprint import bp
from charterhub.moderation.views.deciding import work_page
from charterhub.permissions import permission


@bp.post("/charters/<slug>/moderation/first-look")
@permission("moderation.work", charter_from_url)
def first_look(charter: Charter) -> ResponseReturnValue:
    form = FirstLookForm()
    if not form.validate():
        return work_page(charter, first_look=form), 422
    operations.set_first_look(current_user, charter, form.hours.data)
    flash(_("From now on first contributions wait for a look.") if form.hours.data else _("From now on first contributions appear at once."))
    return redirect(url_for("moderation.work", slug=charter.slug))


@bp.post("/charters/<slug>/moderation/pauses")
@permission("moderation.work", charter_from_url)
def pause(charter: Charter) -> ResponseReturnValue:
    form, version = PauseForm(), latest_version(charter) or abort(404)
    clauses = clauses_of(version, charter.language)
    form.offer(clauses)
    if not form.validate():
        return work_page(charter, pause=form), 422
    clause = next(each for each in clauses if str(each.clause_id) == form.clause.data)
    operations.pause_commenting(current_user, clause, form.duration.data, form.reason.data)
    flash(_("Commenting on this clause rests. Everyone can read why."))
    return redirect(url_for("moderation.work", slug=charter.slug))


@bp.post("/pauses/<int:pause_id>/lifting")
@permission("moderation.work", pause_from_url)
def lift(pause: Pause) -> ResponseReturnValue:
    operations.lift_pause(current_user, pause)
    flash(_("Commenting on this clause is open again."))
    return redirect(url_for("moderation.work", slug=pause.charter.slug))


@bp.post("/comments/<int:comment_id>/appearance")
@permission("moderation.work", waiting_from_url)
def let_appear(waiting: Waiting) -> ResponseReturnValue:
    charter = waiting.charter
    operations.let_appear(current_user, waiting)
    flash(_("It can be read now."))
    return redirect(url_for("moderation.work", slug=charter.slug))
