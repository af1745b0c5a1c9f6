"""Electoral lists of a government, with a dry run and a test person; and the way there and back to its identity provider."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user

from charterhub import clock
from charterhub.electorates import operations
from charterhub.electorates.forms import ListForm, ProviderForm, TrialForm
from charterhub.electorates.identity import claims_brought_back, redirect_there
from charterhub.electorates.models import BANDS, ElectoralList, IdentityProvider
from charterhub.electorates.queries import list_from_url, lists_of, member_of_list, provider_of
from charterhub.electorates.reading import ListReport, read_list
from charterhub.electorates.trying import try_person
from charterhub.errors import BadInput, NotOpen
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.permissions import permission

bp = Blueprint("electorates", __name__)
CLAIMS, FAULTS_SHOWN = "identity_claims", 200


@bp.route("/members/<slug>/electoral-lists", methods=["GET", "POST"])
@permission("list.manage", member_from_url)
def index(member: Member) -> ResponseReturnValue:
    form, report = ListForm(), None
    if form.validate_on_submit():
        try:
            report = read_list(form.table.data.read(), form.kind.data, clock.now().date())
            if not form.only_try.data:
                taken = operations.take_in_list(current_user, member, form.title.data or "", form.kind.data, report)
                flash(_("The list is taken in. The file itself is not kept."))
                return redirect(url_for("electorates.show_list", list_id=taken.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return lists_page(member, form, report)


def lists_page(member: Member, form: ListForm, report: ListReport | None) -> ResponseReturnValue:
    page = render_template(
        "electorates/index.html", member=member, form=form, report=report, shown=FAULTS_SHOWN, lists=lists_of(member.id), provider=provider_of(member.id)
    )
    return page, 422 if form.errors else 200


@bp.route("/electoral-lists/<int:list_id>", methods=["GET", "POST"])
@permission("list.manage", lambda list_id: member_of_list(list_from_url(list_id)))
def show_list(member: Member) -> ResponseReturnValue:
    """What is kept of a list, and whether a test person is on it: typed, answered, and not kept."""
    of_list = list_from_url((request.view_args or {})["list_id"])
    form, answer = TrialForm(), ""
    if form.validate_on_submit():
        answer = try_person(of_list, form.number.data or "", form.born_on.data or "", form.email.data or "")
    return render_template("electorates/list.html", member=member, of_list=of_list, form=form, answer=answer, bands=BANDS), 422 if form.errors else 200


@bp.post("/electoral-lists/<int:list_id>/removal")
@permission("list.manage", lambda list_id: member_of_list(list_from_url(list_id)))
def remove(member: Member) -> ResponseReturnValue:
    of_list: ElectoralList = list_from_url((request.view_args or {})["list_id"])
    operations.remove_list(current_user, of_list)
    flash(_("The list is removed, and its key destroyed."))
    return redirect(url_for("electorates.index", slug=member.slug))


@bp.route("/members/<slug>/identity-provider", methods=["GET", "POST"])
@permission("list.manage", member_from_url)
def set_provider(member: Member) -> ResponseReturnValue:
    form = ProviderForm(obj=provider_of(member.id))
    if form.validate_on_submit():
        try:
            operations.set_identity_provider(
                current_user, member, form.title.data or "", form.issuer.data or "", form.client_id.data or "", form.area_claim.data or ""
            )
            flash(_("The sign-in is set. Its secret has to stand in the environment of this service."))
            return redirect(url_for("electorates.index", slug=member.slug))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return render_template("electorates/provider.html", member=member, form=form), 422 if form.errors else 200


@bp.get("/members/<slug>/identity")
@permission("identity.use", member_from_url)
def go_there(member: Member) -> ResponseReturnValue:
    back = url_for("electorates.come_back", slug=member.slug)
    return redirect_there(member, provider_or_not_open(member), str(current_app.config["PUBLIC_ADDRESS"]) + back)


@bp.get("/members/<slug>/identity/return")
@permission("identity.use", member_from_url)
def come_back(member: Member) -> ResponseReturnValue:
    """A GET writes nothing: what the token says waits in the session for the button."""
    session[CLAIMS] = [member.id, claims_brought_back(member, provider_or_not_open(member))]
    return redirect(url_for("electorates.confirm", slug=member.slug))


@bp.route("/members/<slug>/identity/confirmation", methods=["GET", "POST"])
@permission("identity.use", member_from_url)
def confirm(member: Member) -> ResponseReturnValue:
    provider, (member_id, claims) = provider_or_not_open(member), session.get(CLAIMS, (0, {}))
    if member_id != member.id:
        return redirect(url_for("electorates.go_there", slug=member.slug))
    if request.method == "GET":
        return render_template("electorates/confirm.html", member=member, provider=provider, claims=claims)
    signed_in = current_user.is_authenticated
    person = current_user._get_current_object() if signed_in else operations.person_by_identity(member, provider, claims)
    operations.verify_by_identity(person, member, provider, claims)
    session.pop(CLAIMS)
    if not signed_in:
        session.clear()
        login_user(person)
    flash(_("%(place)s has verified your account. Nothing but a keyed hash of its name for you is kept.", place=member.name))
    return redirect(url_for("records.show", slug=member.slug))


def provider_or_not_open(member: Member) -> IdentityProvider:
    provider = provider_of(member.id)
    if provider is None:
        raise NotOpen(_("This place has no sign-in of its own here."))
    return provider
