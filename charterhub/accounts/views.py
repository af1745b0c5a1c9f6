"""Registering, confirming, signing in and out, and one's own account."""

from flask import Blueprint, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from charterhub.accounts import operations
from charterhub.accounts.forms import (
    EmailForm,
    LanguageForm,
    NewPasswordForm,
    PlaceForm,
    RegistrationForm,
    RoleForm,
    SearchForm,
    SignInForm,
    suggested_pseudonym,
)
from charterhub.accounts.models import Person
from charterhub.accounts.passwords import password_fits
from charterhub.accounts.queries import person_by_email, person_from_url, place_lived_in, roles_of
from charterhub.accounts.role_names import ROLE_NAMES
from charterhub.accounts.tokens import person_to_confirm, person_with_password_link
from charterhub.database import SAFE_METHODS
from charterhub.errors import BadInput
from charterhub.extensions import limiter
from charterhub.journal.queries import public_acts_of
from charterhub.journal.sentences import sentence
from charterhub.languages import remember_language
from charterhub.local_paths import local_path
from charterhub.permissions import permission
from charterhub.unsent import unpacked

bp = Blueprint("accounts", __name__)
FORM = ("GET", "POST")


def typed_address() -> str:
    """For limits per account: the e-mail address typed, whoever types it from wherever."""
    return request.form.get("email", "").strip().lower()[:254]


@bp.route("/register", methods=FORM)
@limiter.limit("20/hour", methods=["POST"])
@permission("account.register")
def register() -> ResponseReturnValue:
    """Says the same whether the address is new or has an account; only the letter differs."""
    form = RegistrationForm()
    if form.validate_on_submit():
        known = person_by_email(form.email.data)
        if known:
            operations.knock_again(known)
        else:
            register_typed(form)
        return render_template("accounts/letter_sent.html", email=form.email.data)
    if not form.is_submitted():
        form.pseudonym.data = suggested_pseudonym()
    return render_template("accounts/register.html", form=form), 422 if form.errors else 200


def register_typed(form: RegistrationForm) -> None:
    operations.register_person(
        form.email.data,
        form.name.data,
        form.pseudonym.data,
        form.password.data,
        str(get_locale()),
        form.chosen_place(),
        form.organisation.data,
    )


@bp.route("/confirmation/<token>", methods=FORM)
@permission("account.confirm")
def confirm(token: str) -> ResponseReturnValue:
    """Opening the link changes nothing, since mail scanners open every link; the button does."""
    person = person_to_confirm(token)
    if person is None:
        return render_template("accounts/link_spent.html", form=EmailForm()), 410
    if person.confirmed:
        flash(_("This address is confirmed already. You can sign in."))
        return redirect(url_for("accounts.sign_in"))
    if request.method == "POST":
        operations.confirm_person(person)
        flash(_("Your address is confirmed. You can sign in now."))
        return redirect(url_for("accounts.sign_in"))
    return render_template("accounts/confirm.html", person=person, token=token)


@bp.post("/confirmation")
@limiter.limit("10/hour")
@limiter.limit("3/hour", key_func=typed_address)
@permission("account.confirm")
def ask_for_confirmation() -> ResponseReturnValue:
    form = EmailForm()
    if not form.validate_on_submit():
        return render_template("accounts/link_spent.html", form=form), 422
    person = person_by_email(form.email.data)
    if person and not person.confirmed:
        operations.ask_for_confirmation(person)
    return render_template("accounts/letter_sent.html", email=form.email.data)


@bp.route("/sign-in", methods=FORM)
@limiter.limit("30/minute", methods=["POST"])
@limiter.limit("8/minute", key_func=typed_address, methods=["POST"])
@permission("account.sign_in")
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    onward = request.args.get("next", "")
    carrying = "kept" in request.form and "email" not in request.form  # a text that was refused elsewhere
    arriving = request.method in SAFE_METHODS or carrying
    if arriving or not form.validate_on_submit():
        return render_template("accounts/sign_in.html", form=form, onward=onward), 422 if form.errors else 200
    person = person_by_email(form.email.data)
    if not password_fits(person.password_hash if person else None, form.password.data):
        form.password.errors = [_("This e-mail address and this password do not belong together. Please try again.")]
        return render_template("accounts/sign_in.html", form=form, onward=onward), 422
    if not person.confirmed:
        return render_template("accounts/unconfirmed.html", form=EmailForm()), 403
    session.clear()
    g.pop("csrf_token", None)  # it belonged to the session that ended
    login_user(person)
    if unsent := unpacked(form.kept.data):
        return render_template("accounts/go_on.html", unsent=unsent, onward=local_path(onward))
    return redirect(local_path(onward))


@bp.post("/sign-out")
@permission("account.sign_out")
def sign_out() -> ResponseReturnValue:
    logout_user()
    session.clear()
    flash(_("You are signed out."))
    return redirect(url_for("pages.home"))


@bp.route("/password", methods=FORM)
@limiter.limit("10/hour", methods=["POST"])
@limiter.limit("3/hour", key_func=typed_address, methods=["POST"])
@permission("account.recover")
def ask_for_password_link() -> ResponseReturnValue:
    form = EmailForm()
    if not form.validate_on_submit():
        return render_template("accounts/password_forgotten.html", form=form), 422 if form.errors else 200
    person = person_by_email(form.email.data)
    if person:
        operations.ask_for_password_link(person)
    return render_template("accounts/letter_sent.html", email=form.email.data)


@bp.route("/password/<token>", methods=FORM)
@permission("account.recover")
def choose_password(token: str) -> ResponseReturnValue:
    person, form = person_with_password_link(token), NewPasswordForm()
    if person is None:
        return render_template("accounts/password_forgotten.html", form=EmailForm(), spent=True), 410
    if not form.validate_on_submit():
        return render_template("accounts/new_password.html", form=form, token=token), 422 if form.errors else 200
    operations.change_password(person, form.password.data)
    flash(_("Your new password is kept. You can sign in with it now."))
    return redirect(url_for("accounts.sign_in"))


@bp.get("/account")
@permission("account.manage")
def show() -> ResponseReturnValue:
    return account_page(LanguageForm(locale=current_user.locale), PlaceForm(place=str(place_lived_in(current_user) or "")))


def account_page(language: LanguageForm, place: PlaceForm, status: int = 200) -> ResponseReturnValue:
    acts = [(act, sentence(act)) for act in public_acts_of(current_user.id)]
    roles = roles_of(current_user)
    page = render_template("accounts/show.html", roles=roles, role_names=ROLE_NAMES, acts=acts, language=language, place=place)
    return page, status


@bp.post("/account/language")
@permission("account.manage")
def choose_language() -> ResponseReturnValue:
    form = LanguageForm()
    if not form.validate_on_submit():
        return account_page(form, PlaceForm(formdata=None, place=str(place_lived_in(current_user) or "")), 422)
    operations.choose_language(current_user, form.locale.data)
    return remember_language(redirect(url_for("accounts.show")), form.locale.data)


@bp.post("/account/place")
@permission("account.manage")
def settle() -> ResponseReturnValue:
    form = PlaceForm()
    if not form.validate_on_submit():
        return account_page(LanguageForm(formdata=None, locale=current_user.locale), form, 422)
    operations.settle(current_user, form.chosen_place())
    flash(_("Where you live is kept."))
    return redirect(url_for("accounts.show"))


@bp.get("/people")
@permission("role.grant")
def people() -> ResponseReturnValue:
    """An administrator finds one person by the whole e-mail address."""
    form = SearchForm(request.args)
    found = person_by_email(form.email.data) if request.args and form.validate() else None
    return people_page(form, found, RoleForm(formdata=None))


def people_page(search: SearchForm, found: Person | None, role: RoleForm, status: int = 200) -> ResponseReturnValue:
    roles = roles_of(found) if found else []
    page = render_template("accounts/people.html", search=search, found=found, roles=roles, role_names=ROLE_NAMES, role=role)
    return page, status


@bp.post("/people/<int:person_id>/roles")
@permission("role.grant", person_from_url)
def grant_role(person: Person) -> ResponseReturnValue:
    form, search = RoleForm(), SearchForm(formdata=None, email=person.email)
    if not form.validate_on_submit():
        return people_page(search, person, form, 422)
    try:
        operations.grant_role(current_user, person, form.role.data, form.chosen_place(), form.organisation.data)
    except BadInput as refusal:
        form.role.errors = [refusal.sentence]
        return people_page(search, person, form, 422)
    flash(_("The role is given."))
    return redirect(url_for("accounts.people", email=person.email))
