"""Standing behind an amendment, and discussing it."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.forms.supporting import RemarkForm, SupportForm
from charterhub.amendments.models import Amendment, Remark
from charterhub.amendments.operations import cosign_amendment, remark_on, take_signature_back, withdraw_remark
from charterhub.amendments.queries import amendment_from_url, remark_from_url
from charterhub.amendments.views.blueprint import bp
from charterhub.amendments.views.showing import amendment_page
from charterhub.amendments.voices import voices_of
from charterhub.comments.limits import limited
from charterhub.permissions import permission


@bp.post("/amendments/<int:amendment_id>/signature")
@limited
@permission("amendment.support", amendment_from_url)
def support(amendment: Amendment) -> ResponseReturnValue:
    form = SupportForm(voices_of(current_user))
    if not form.validate():
        return amendment_page(amendment, support=form), 422
    cosign_amendment(current_user, amendment, form.supported_as.data)
    flash(_("You support this amendment as it reads now."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id, _anchor="support"))


@bp.post("/amendments/<int:amendment_id>/signature/removal")
@limited
@permission("amendment.take_back", amendment_from_url)
def take_back(amendment: Amendment) -> ResponseReturnValue:
    take_signature_back(current_user, amendment)
    flash(_("Your support has been taken back."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id, _anchor="support"))


@bp.post("/amendments/<int:amendment_id>/discussion")
@limited
@permission("amendment.discuss", amendment_from_url)
def discuss(amendment: Amendment) -> ResponseReturnValue:
    form = RemarkForm(voices_of(current_user))
    if not form.validate():
        return amendment_page(amendment, remark=form), 422
    remark = remark_on(current_user, amendment, form.said.data, form.said_as.data)
    flash(_("What you wrote is public."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id, _anchor=f"remark-{remark.id}"))


@bp.post("/remarks/<int:remark_id>/withdrawal")
@permission("remark.withdraw", remark_from_url)
def withdraw_what_was_said(remark: Remark) -> ResponseReturnValue:
    withdraw_remark(current_user, remark)
    flash(_("It has been withdrawn."))
    return redirect(url_for("amendments.show", amendment_id=remark.amendment_id, _anchor="discussion"))
