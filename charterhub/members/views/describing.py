"""The page on which a member's officials say what languages it works in, what powers it has, and which institutions it keeps."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.errors import AlreadyDone
from charterhub.members import operations
from charterhub.members.forms.belonging import DescriptionForm
from charterhub.members.kinds import INSTITUTION_NAMES
from charterhub.members.models import Member
from charterhub.members.queries import description_of, member_from_url
from charterhub.members.views.blueprint import bp
from charterhub.permissions import permission


@bp.route("/members/<slug>/description", methods=["GET", "POST"])
@permission("member.describe", member_from_url)
def describe(member: Member) -> ResponseReturnValue:
    form = DescriptionForm.of(description_of(member.id))
    if not form.validate_on_submit():
        return description_page(member, form, 422 if form.errors else 200)
    try:
        said = (form.languages.data, form.powers.data, form.institutions, form.edition.data)
        operations.describe_member(current_user, member, *said)
    except AlreadyDone as refusal:
        return written_meanwhile(member, form, refusal)
    flash(_("The description is public."))
    return redirect(url_for("records.show", slug=member.slug))


def description_page(member: Member, form: DescriptionForm, status: int = 200, meanwhile: object = None) -> ResponseReturnValue:
    page = render_template("members/description.html", member=member, form=form, institutions=INSTITUTION_NAMES, meanwhile=meanwhile)
    return page, status


def written_meanwhile(member: Member, form: DescriptionForm, refusal: AlreadyDone) -> ResponseReturnValue:
    """What the colleague saved above what the person typed; sent once more, it takes the place of the colleague's."""
    newest = description_of(member.id)
    form.edition.data, form.edition.raw_data = newest.edition if newest else 0, None
    form.form_errors = [refusal.sentence]
    return description_page(member, form, 409, newest)
