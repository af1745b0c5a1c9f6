"""The draft's desk: its page with the forms that publish it and move the charter on."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.colleagues import open_clauses
from charterhub.charters.forms.drafting import PhaseForm, PublishForm
from charterhub.charters.models import Charter
from charterhub.charters.operations import enter_phase, publish_version
from charterhub.charters.publishing_checks import publishing_findings
from charterhub.charters.queries import charter_from_url, draft_of, edition_language, unpublished
from charterhub.charters.steps import last_step, last_undone, latest_steps
from charterhub.charters.views.blueprint import bp
from charterhub.charters.views.steps import STEP_NAMES
from charterhub.errors import CharterError
from charterhub.permissions import permission


@bp.get("/charters/<slug>/draft")
@permission("charter.draft", charter_from_url)
def draft(charter: Charter) -> ResponseReturnValue:
    return draft_page(charter, PublishForm(), PhaseForm(charter))


def draft_page(charter: Charter, publishing: PublishForm, moving: PhaseForm, status: int = 200) -> ResponseReturnValue:
    language = edition_language(charter, request.args.get("language", charter.language))
    clauses = draft_of(charter, language)
    there = open_clauses([place.clause.id for place in clauses], language, current_user)
    recent = latest_steps(charter, 20)
    steps = {"undoable": last_step(recent), "redoable": last_undone(recent), "step_names": STEP_NAMES}
    shown = {**steps, "language": language, "clauses": clauses, "there": there, "news": unpublished(charter, clauses, language), "findings": publishing_findings(charter)}
    return render_template("charters/draft.html", charter=charter, publishing=publishing, moving=moving, **shown), status


@bp.post("/charters/<slug>/versions")
@permission("charter.publish", charter_from_url)
def publish(charter: Charter) -> ResponseReturnValue:
    form = PublishForm()
    if not form.validate():
        return draft_page(charter, form, PhaseForm(charter), 422)
    try:
        version = publish_version(current_user, charter, form.note.data)
    except CharterError as refused:
        form.note.errors = [str(refused.sentence)]
        return draft_page(charter, form, PhaseForm(charter), int(refused.status))
    flash(_("Version %(number)s is published. Its text will never change, and its address stays.", number=version.number))
    return redirect(url_for("reading.version", slug=charter.slug, number=version.number, language=charter.language))


@bp.post("/charters/<slug>/phase", endpoint="enter_phase")
@permission("charter.enter_phase", charter_from_url)
def move_on(charter: Charter) -> ResponseReturnValue:
    form = PhaseForm(charter)
    if not form.validate():
        return draft_page(charter, PublishForm(), form, 422)
    try:
        enter_phase(current_user, charter, form.phase.data, form.reason.data)
    except CharterError as refused:
        form.reason.errors = [str(refused.sentence)]
        return draft_page(charter, PublishForm(), form, int(refused.status))
    flash(_("The charter has entered its next phase."))
    return redirect(url_for("charters.draft", slug=charter.slug))
