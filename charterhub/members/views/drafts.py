"""Filling in the enrolment form: begun, step by step, looked over as a whole and printed, signed and sent."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import NotFound

from charterhub import clock
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import limiter
from charterhub.members import operations
from charterhub.members.forms.fields import blame, words_so_far
from charterhub.members.forms.steps import STEP_FORMS, StepForm
from charterhub.members.models import EnrolmentDraft
from charterhub.members.queries import draft_from_url, drafts_of
from charterhub.members.signed_form import Fault
from charterhub.members.statement import statement_of_commitment
from charterhub.members.steps import RULES, STEP_NAMES, form_of, next_step
from charterhub.members.views.blueprint import WORDS, bp
from charterhub.permissions import permission


@bp.get("/enrolments/new")
@permission("draft.begin")
def enrol() -> ResponseReturnValue:
    return render_template("members/enrol.html", drafts=drafts_of(current_user.id), step_names=STEP_NAMES, statement=statement_of_commitment(), **WORDS)


@bp.post("/enrolments/drafts")
@limiter.limit("20/hour")
@permission("draft.begin")
def begin() -> ResponseReturnValue:
    return begun("web")


@bp.post("/enrolments/drafts/for-others")
@permission("draft.enter")
def begin_for_others() -> ResponseReturnValue:
    """For a form that came to the secretary by e-mail or at an event."""
    return begun(request.form.get("channel", ""))


def begun(channel: str) -> ResponseReturnValue:
    draft = operations.begin_draft(current_user, channel)
    return redirect(url_for("members.step", token=draft.token, name="information"))


@bp.get("/enrolments/drafts/<token>")
@permission("draft.read", draft_from_url)
def draft(draft: EnrolmentDraft) -> ResponseReturnValue:
    """The whole form on one page, for looking over and printing."""
    form = form_of(draft.answers)
    statement = statement_of_commitment(form.signer_name, form.signer_position, form.name)
    return render_template(
        "members/draft.html", draft=draft, form=form, statement=statement, faults=faults_by_step(draft), step_names=STEP_NAMES, **WORDS
    )


def faults_by_step(draft: EnrolmentDraft) -> dict[str, list[Fault]]:
    copy = draft.signed_copy
    form = form_of(draft.answers, signed_copy=copy.digest if copy else "")
    return {name: list(rules(form, clock.now())) for name, rules in RULES.items()}


class StepOfDraft:
    """A step is as open as its form."""

    def __init__(self, token: str, name: str) -> None:
        if name not in STEP_FORMS:
            raise NotFound
        self.draft, self.name = draft_from_url(token), name

    @property
    def sent(self) -> bool:
        return self.draft.sent


@bp.get("/enrolments/drafts/<token>/<name>")
@permission("draft.fill", StepOfDraft)
def step(place: StepOfDraft) -> ResponseReturnValue:
    """As it was kept. What is wrong is said once the step was saved, not before anybody wrote anything."""
    form_class, kept = STEP_FORMS[place.name], place.draft.step(place.name)
    form = form_class(data={**form_class.typed(kept.answers), "edition": kept.edition} if kept else None)
    if kept:
        form.blame_all(faults_by_step(place.draft)[place.name])
    return step_page(place, form)


def step_page(place: StepOfDraft, form: StepForm, status: int = 200, meanwhile: dict[str, object] | None = None) -> ResponseReturnValue:
    answers = form_of(place.draft.answers)
    page = render_template(
        f"members/steps/{place.name}.html",
        draft=place.draft,
        name=place.name,
        form=form,
        meanwhile=meanwhile,
        faults=faults_by_step(place.draft),
        step_names=STEP_NAMES,
        counted=words_so_far(),
        statement=statement_of_commitment(answers.signer_name, answers.signer_position, answers.name),
    )
    return page, status


@bp.post("/enrolments/drafts/<token>/<name>")
@permission("draft.fill", StepOfDraft)
def save(place: StepOfDraft) -> ResponseReturnValue:
    """Saved as typed, right or not yet; a fault brings the person back to the step, with the sentence beside the field."""
    form = STEP_FORMS[place.name]()
    if not form.validate_on_submit():
        return step_page(place, form, 422)
    try:
        operations.save_step(current_user, place.draft, place.name, form.answers, form.edition.data or 0)
    except AlreadyDone as refusal:
        return written_meanwhile(place, form, refusal)
    if not documents_taken(place, form):
        return step_page(place, form, 422)
    return onward(place)


def documents_taken(place: StepOfDraft, form: StepForm) -> bool:
    """A document that cannot be kept brings the page back with all that was typed; a browser does not send files twice."""
    for field, number in form.documents:
        try:
            operations.attach(current_user, place.draft, number, field.data.filename, field.data.read())
        except BadInput as refusal:
            blame(field, refusal.sentence)
    return not form.errors


def written_meanwhile(place: StepOfDraft, form: StepForm, refusal: AlreadyDone) -> ResponseReturnValue:
    """Both texts on one page: what the person typed in the fields, what the other saved above them."""
    kept = place.draft.step(place.name)
    form.edition.data = kept.edition if kept else 0
    form.edition.raw_data = None
    form.form_errors = [refusal.sentence]
    return step_page(place, form, 409, type(form).typed(kept.answers) if kept else {})


def onward(place: StepOfDraft) -> ResponseReturnValue:
    faults, token = faults_by_step(place.draft), place.draft.token
    if faults[place.name]:
        flash(_("What you wrote is kept. Something still needs another look."))
        return redirect(url_for("members.step", token=token, name=place.name))
    if "send" not in request.form:
        further = next_step(place.name)
        return redirect(url_for("members.step", token=token, name=further) if further else url_for("members.draft", token=token))
    if any(faults.values()):
        flash(_("What you wrote is kept. Before the form can be sent, please complete the steps marked here."))
        return redirect(url_for("members.draft", token=token))
    return sent(place.draft)


@bp.post("/enrolments/drafts/<token>/sending")
@permission("draft.fill", draft_from_url)
def send(draft: EnrolmentDraft) -> ResponseReturnValue:
    return sent(draft)


def sent(draft: EnrolmentDraft) -> ResponseReturnValue:
    """Its sender sees the form as it was received; a colleague who pressed the button sees that it was sent."""
    enrolment = operations.send_draft(current_user, draft, str(get_locale()))
    flash(_("Your form has been received. The committee reads it and writes to the focal point."))
    mine = enrolment.author_id == current_user.id
    return redirect(url_for("members.enrolment", enrolment_id=enrolment.id) if mine else url_for("members.draft", token=draft.token))
