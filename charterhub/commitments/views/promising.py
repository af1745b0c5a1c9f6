"""A commitment's own page, making one and changing what it says."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.commitments.forms import PromiseForm, StatusForm
from charterhub.commitments.forms.promising import as_written
from charterhub.commitments.history import lines_of
from charterhub.commitments.models import Commitment
from charterhub.commitments.operations import declare_status, make_commitment, revise_commitment
from charterhub.commitments.queries import commitment_from_url, follow_up_of
from charterhub.commitments.views.blueprint import WORDS, bp, form_page
from charterhub.commitments.wordings import then_and_now
from charterhub.errors import BadInput
from charterhub.kept_pages import kept
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.permissions import permission


@bp.get("/commitments/<int:commitment_id>")
@kept
@permission("commitment.read", commitment_from_url)
def show(commitment: Commitment) -> ResponseReturnValue:
    followed = follow_up_of(commitment)
    return render_template(
        "commitments/show.html",
        commitment=commitment,
        sources=then_and_now(commitment.sources),
        followed=followed,
        changes=[(change, lines_of(change)) for change in followed.changes],
        targets=sorted((target.target for target in commitment.targets), key=WORDS["names"].target_order),
        **WORDS,
    )


@bp.route("/members/<slug>/commitments/new", methods=["GET", "POST"])
@permission("commitment.make", member_from_url)
def new(member: Member) -> ResponseReturnValue:
    form = PromiseForm(data={"language": str(get_locale()), "sources": request.args.get("clause", "")})
    if form.validate_on_submit():
        try:
            commitment = make_commitment(current_user, member, form.promise)
        except BadInput as refused:
            form.sources.errors = [refused.sentence]
        else:
            flash(_("The commitment is on the public record."))
            return redirect(url_for("commitments.show", commitment_id=commitment.id))
    page = render_template("commitments/promise.html", member=member, commitment=None, form=form, **WORDS)
    return page, 422 if form.errors else 200


@bp.route("/commitments/<int:commitment_id>/edit", methods=["GET", "POST"])
@permission("commitment.manage", commitment_from_url)
def edit(commitment: Commitment) -> ResponseReturnValue:
    form = PromiseForm(data=as_written(commitment))
    if form.validate_on_submit():
        try:
            revise_commitment(current_user, commitment, form.promise, form.edition.data, form.reason.data)
        except BadInput as refused:
            form.reason.errors = [refused.sentence]
        else:
            flash(_("The change is public, with what the commitment said before."))
            return redirect(url_for("commitments.show", commitment_id=commitment.id))
    page = render_template("commitments/promise.html", member=commitment.member, commitment=commitment, form=form, **WORDS)
    return page, 422 if form.errors else 200


@bp.route("/commitments/<int:commitment_id>/status", methods=["GET", "POST"])
@permission("commitment.manage", commitment_from_url)
def status(commitment: Commitment) -> ResponseReturnValue:
    form = StatusForm(data={"status": commitment.status, "edition": commitment.edition})
    if form.validate_on_submit():
        try:
            declare_status(current_user, commitment, form.status.data, form.edition.data, form.reason.data)
        except BadInput as refused:
            form.reason.errors = [refused.sentence]
        else:
            flash(_("The status is public."))
            return redirect(url_for("commitments.show", commitment_id=commitment.id))
    hint = _("Stalled, set back or withdrawn: then the reason is needed, and public. A withdrawn commitment stays on the record and is not taken up again.")
    return form_page(commitment, form, _("Declare the status"), hint)
