"""Forms that were sent: the committee's queue, its questions and its decision, and the sender's own list."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.members import operations
from charterhub.members.forms.deciding import AnswerForm, QuestionForm, QueueForm, RefusalForm
from charterhub.members.models import Enrolment, EnrolmentQuestion
from charterhub.members.queries import draft_of, enrolment_from_url, enrolments_sent_by, enrolments_where, question_from_url, way_of
from charterhub.members.views.blueprint import WORDS, bp
from charterhub.permissions import permission


@bp.get("/enrolments")
@permission("enrolment.list")
def queue() -> ResponseReturnValue:
    form = QueueForm(request.args)
    form.validate()
    return render_template("members/queue.html", form=form, enrolments=enrolments_where(**form.filters), **WORDS)


@bp.get("/enrolments/sent")
@permission("enrolment.submit")
def sent() -> ResponseReturnValue:
    return render_template("members/sent.html", enrolments=enrolments_sent_by(current_user.id), **WORDS)


@bp.get("/enrolments/<int:enrolment_id>")
@permission("enrolment.read", enrolment_from_url)
def enrolment(enrolment: Enrolment) -> ResponseReturnValue:
    return enrolment_page(enrolment)


def enrolment_page(
    enrolment: Enrolment, refusal: RefusalForm | None = None, question: QuestionForm | None = None, answer: AnswerForm | None = None
) -> ResponseReturnValue:
    """With one of its forms where that came back with a fault."""
    page = render_template(
        "members/enrolment.html",
        enrolment=enrolment,
        draft=draft_of(enrolment),
        way=way_of(enrolment),
        form=refusal or RefusalForm(formdata=None),
        question_form=question or QuestionForm(formdata=None),
        answer_form=answer or AnswerForm(formdata=None),
        **WORDS,
    )
    return page, 422 if refusal or question or answer else 200


@bp.post("/enrolments/<int:enrolment_id>/check")
@permission("enrolment.check", enrolment_from_url)
def check(enrolment: Enrolment) -> ResponseReturnValue:
    operations.check_enrolment(current_user, enrolment)
    flash(_("The form of %(place)s is marked as checked.", place=enrolment.name))
    return redirect(url_for("members.enrolment", enrolment_id=enrolment.id))


@bp.post("/enrolments/<int:enrolment_id>/questions")
@permission("enrolment.decide", enrolment_from_url)
def ask(enrolment: Enrolment) -> ResponseReturnValue:
    form = QuestionForm()
    if not form.validate_on_submit():
        return enrolment_page(enrolment, question=form)
    operations.ask_for_information(current_user, enrolment, form.question.data)
    flash(_("Your question is sent to the focal point of %(place)s.", place=enrolment.name))
    return redirect(url_for("members.enrolment", enrolment_id=enrolment.id))


@bp.post("/enrolments/questions/<int:question_id>/answer")
@permission("enrolment.answer", question_from_url)
def answer(question: EnrolmentQuestion) -> ResponseReturnValue:
    form = AnswerForm()
    if not form.validate_on_submit():
        return enrolment_page(question.enrolment, answer=form)
    operations.answer_question(current_user, question, form.answer.data)
    flash(_("The answer is kept with the form."))
    return redirect(url_for("members.enrolment", enrolment_id=question.enrolment_id))


@bp.post("/enrolments/<int:enrolment_id>/admission")
@permission("enrolment.decide", enrolment_from_url)
def admit(enrolment: Enrolment) -> ResponseReturnValue:
    member = operations.admit_enrolment(current_user, enrolment)
    flash(_("%(place)s is a member now.", place=member.name))
    return redirect(url_for("records.show", slug=member.slug))


@bp.post("/enrolments/<int:enrolment_id>/refusal")
@permission("enrolment.decide", enrolment_from_url)
def refuse(enrolment: Enrolment) -> ResponseReturnValue:
    form = RefusalForm()
    if not form.validate_on_submit():
        return enrolment_page(enrolment, refusal=form)
    operations.refuse_enrolment(current_user, enrolment, form.reason.data)
    flash(_("The form of %(place)s is refused, and the focal point is told why.", place=enrolment.name))
    return redirect(url_for("members.queue"))
