"""Letting a version out without all answers: what waits, and the public reason."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.dispositions.forms import WaiverForm
from charterhub.dispositions.operations import waive_answers
from charterhub.dispositions.queries import waiting_for_answer, waiver_of
from charterhub.dispositions.views.blueprint import bp
from charterhub.permissions import permission


@bp.route("/charters/<slug>/comments/waiver", methods=["GET", "POST"])
@permission("answers.waive", charter_from_url)
def waive(charter: Charter) -> ResponseReturnValue:
    form = WaiverForm()
    if form.validate_on_submit():
        waive_answers(current_user, charter, form.reason.data)
        flash(_("The reason is public. The comments stay in the inbox."))
        return redirect(url_for("charters.draft", slug=charter.slug))
    shown = {"form": form, "waiting": waiting_for_answer(charter), "waiver": waiver_of(charter)}
    return render_template("dispositions/waive.html", charter=charter, **shown), 422 if form.errors else 200
