"""The directory of members, and the way in: the enrolment form, the committee's queue and its decision."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.extensions import limiter
from charterhub.members import operations
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.forms import EnrolmentForm, RefusalForm
from charterhub.members.kinds import KIND_NAMES, STATE_NAMES
from charterhub.members.models import Enrolment
from charterhub.members.places import country_name
from charterhub.members.queries import all_members, enrolment_from_url, enrolments_decided, enrolments_sent_by, enrolments_waiting
from charterhub.members.statement import statement_of_commitment
from charterhub.permissions import permission

bp = Blueprint("members", __name__)
WORDS = {"country_name": country_name, "kind_names": KIND_NAMES, "state_names": STATE_NAMES, "focus_areas": FOCUS_AREAS, "number": format_decimal}


@bp.get("/members")
@permission("member.read")
def index() -> ResponseReturnValue:
    return render_template("members/index.html", members=all_members(), **WORDS)


@bp.route("/enrolments/new", methods=("GET", "POST"))
@limiter.limit("20/hour", methods=["POST"])
@permission("enrolment.submit")
def enrol() -> ResponseReturnValue:
    form = EnrolmentForm()
    if form.validate_on_submit():
        enrolment = operations.submit_enrolment(current_user, form.signed())
        flash(_("Your form has been received. The committee reads it and writes to the focal point."))
        return redirect(url_for("members.enrolment", enrolment_id=enrolment.id))
    statement = statement_of_commitment(form.signer_name.data, form.signer_position.data, form.name.data)
    return render_template("members/enrol.html", form=form, statement=statement), 422 if form.errors else 200


@bp.get("/enrolments")
@permission("enrolment.list")
def queue() -> ResponseReturnValue:
    return render_template("members/queue.html", waiting=enrolments_waiting(), decided=enrolments_decided(), **WORDS)


@bp.get("/enrolments/sent")
@permission("enrolment.submit")
def sent() -> ResponseReturnValue:
    return render_template("members/sent.html", enrolments=enrolments_sent_by(current_user.id), **WORDS)


@bp.get("/enrolments/<int:enrolment_id>")
@permission("enrolment.read", enrolment_from_url)
def enrolment(enrolment: Enrolment) -> ResponseReturnValue:
    return enrolment_page(enrolment, RefusalForm())


def enrolment_page(enrolment: Enrolment, form: RefusalForm, status: int = 200) -> ResponseReturnValue:
    return render_template("members/enrolment.html", enrolment=enrolment, form=form, **WORDS), status


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
        return enrolment_page(enrolment, form, 422)
    operations.refuse_enrolment(current_user, enrolment, form.reason.data)
    flash(_("The form of %(place)s is refused, and the focal point is told why.", place=enrolment.name))
    return redirect(url_for("members.queue"))
