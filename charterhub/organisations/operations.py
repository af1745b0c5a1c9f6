"""Presenting an organisation, verifying it, and who speaks in its name."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.accounts.operations import give_role
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.organisations.models import LONGEST_ABOUT, LONGEST_NAME, LONGEST_REFERENCE, Organisation, Spokesperson
from charterhub.permissions import require
from charterhub.typed import typed_line, typed_text


def present_organisation(actor: Person, name: str, about: str, registration: str, website: str = "", under_own_name: bool = False) -> Organisation:
    """The organisation as somebody of it presents it; it speaks once the committee has verified it."""
    require("organisation.present", None, actor)
    name = needed(name, typed_line, LONGEST_NAME, _l("Please write the name of the organisation."))
    if db.session.scalar(select(Organisation.id).where(db.func.lower(Organisation.name) == name.lower())):
        raise AlreadyDone(_l("There is an organisation of this name already. Ask somebody who speaks for it to invite you."))
    organisation = Organisation(
        name=name,
        about=needed(about, typed_text, LONGEST_ABOUT, _l("Please say in a few sentences who you are and what you do.")),
        registration=needed(registration, typed_line, LONGEST_REFERENCE, _l("Please say how the committee can verify this.")),
        website=known_website(website),
        presented_by_id=actor.id,
        presented_at=clock.now(),
    )
    db.session.add(organisation)
    db.session.flush()
    db.session.add(spokesperson(organisation, actor, under_own_name))
    record("organisation.presented", actor, organisation, organisation=organisation.name)
    return organisation


def needed(text: str | None, typed: Callable[[str | None], str], longest: int, sentence: object) -> str:
    """In its normal form; `sentence` says what is asked for where there is nothing."""
    kept = kept_form(text, typed, longest)
    if not kept:
        raise BadInput(sentence)
    return kept


def kept_form(text: str | None, typed: Callable[[str | None], str], longest: int) -> str:
    try:
        kept = typed(text)
    except ValueError as refused:
        raise BadInput(refused.args[0]) from refused
    if len(kept) > longest:
        raise BadInput(_l("This is %(length)s characters long; at most %(longest)s can be kept.", length=len(kept), longest=longest))
    return kept


def known_website(given: str | None) -> str:
    """Empty, or an address that a browser may be sent to."""
    address = kept_form(given, typed_line, LONGEST_REFERENCE)
    if address and not address.startswith(("https://", "http://")):
        raise BadInput(_l("Please write the whole address of the website, beginning with https://."))
    return address


def spokesperson(organisation: Organisation, person: Person, under_own_name: bool) -> Spokesperson:
    shown_as = person.name if under_own_name else person.pseudonym
    return Spokesperson(organisation=organisation, person=person, shown_as=shown_as, since=clock.now())


def verify_organisation(actor: Person, organisation: Organisation) -> None:
    """From now on its people have a say everywhere, and may speak in its name."""
    require("organisation.verify", organisation, actor)
    organisation.verified_at, organisation.verified_by_id = clock.now(), actor.id
    for each in organisation.spokespeople:
        give_role(each.person, "representative", organisation=organisation.name)
    record("organisation.verified", actor, organisation, organisation=organisation.name)


def join_organisation(person: Person, organisation: Organisation, under_own_name: bool = False) -> None:
    """Somebody of the organisation has sent the person its invitation (`tokens.organisation_inviting`)."""
    require("account.manage", person, person)
    if organisation.speaks(person.id):
        raise AlreadyDone(_l("You speak for this organisation already."))
    db.session.add(spokesperson(organisation, person, under_own_name))
    if organisation.verified:
        give_role(person, "representative", organisation=organisation.name)
    record("organisation.joined", person, organisation, organisation=organisation.name)


def leave_organisation(actor: Person, leaving: Spokesperson) -> None:
    """Oneself, or somebody who no longer speaks for it. Somebody has to remain."""
    require("organisation.manage", leaving, actor)
    organisation = leaving.organisation
    if len(organisation.spokespeople) == 1:
        raise BadInput(_l("Somebody has to remain who speaks for the organisation. Invite somebody first."))
    person = leaving.person
    person.roles = [role for role in person.roles if role.organisation != organisation.name]
    organisation.spokespeople.remove(leaving)
    db.session.delete(leaving)
    record("organisation.left", actor, organisation, organisation=organisation.name)
