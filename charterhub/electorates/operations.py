"""Taking in and removing an electoral list, and writing down that an identity provider knows a person."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from datetime import date

from flask import current_app
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, insert, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.accounts.operations import confirm_person, give_role, register_person
from charterhub.accounts.queries import person_by_email
from charterhub.electorates.models import LIST_KINDS, LONGEST_AREA, LONGEST_LIST_TITLE, ElectoralList, IdentityProvider, ListLine, Verification
from charterhub.electorates.queries import verification_of
from charterhub.electorates.reading import ListReport, band_on, mark_of
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Member
from charterhub.permissions import require
from charterhub.typed import typed_line


def take_in_list(actor: Person, member: Member, title: str, kind: str, report: ListReport) -> ElectoralList:
    """The good lines of the report, each as a keyed hash; what was read is forgotten with the request."""
    require("list.manage", member, actor)
    title = typed_line(title)
    if kind not in LIST_KINDS or not 0 < len(title) <= LONGEST_LIST_TITLE:
        raise BadInput(_l("Please give the list a title of at most 120 characters."))
    if not report.lines:
        raise BadInput(_l("No line of this list can be taken in."))
    key = secrets.token_bytes(32)
    taken = ElectoralList(member_id=member.id, title=title, kind=kind, key=key, lines=len(report.lines), taken_in_at=clock.now())
    db.session.add(taken)
    db.session.flush()
    rows = [
        {"list_id": taken.id, "number": line.number, "mark": mark_of(key, line.proof), "area": line.area, "band": line.band}
        for line in report.lines
    ]
    db.session.execute(insert(ListLine), rows)
    record("list.taken_in", actor, taken, member=member, title=title, lines=len(rows))
    return taken


def remove_list(actor: Person, electoral_list: ElectoralList) -> None:
    """Lines and key are destroyed. Rounds that were opened on the list keep their roll until they are certified."""
    member = db.session.get_one(Member, electoral_list.member_id)
    require("list.manage", member, actor)
    if electoral_list.removed_at is not None:
        raise AlreadyDone(_l("This list has been removed already."))
    db.session.execute(delete(ListLine).where(ListLine.list_id == electoral_list.id))
    electoral_list.key, electoral_list.removed_at = None, clock.now()
    record("list.removed", actor, electoral_list, member=member, title=electoral_list.title)


def set_identity_provider(actor: Person, member: Member, title: str, issuer: str, client_id: str, area_claim: str) -> IdentityProvider:
    require("list.manage", member, actor)
    if not issuer.startswith("https://") and not current_app.testing:
        raise BadInput(_l("Please give the whole address of the identity provider, beginning with https://."))
    given = {"title": typed_line(title), "issuer": issuer.strip().rstrip("/"), "client_id": client_id.strip(), "area_claim": area_claim.strip()}
    if not given["title"] or not given["client_id"]:
        raise BadInput(_l("Please say how people call this sign-in, and under which client id it knows us."))
    provider = db.session.merge(IdentityProvider(member_id=member.id, **given))
    record("identity_provider.set", actor, member, member=member, title=provider.title)
    return provider


def verify_by_identity(person: Person, member: Member, provider: IdentityProvider, claims: Mapping[str, object]) -> Verification:
    """`claims` are those of the checked ID token. One identity verifies one account; signing in again changes area and band."""
    require("identity.use", member, person)
    mark = identity_mark(provider.issuer, str(claims["sub"]))
    other = db.session.scalar(select(Verification).filter_by(member_id=member.id, mark=mark))
    if other is not None and other.person_id != person.id:
        raise AlreadyDone(_l("This identity has verified another account already. Please use that one."))
    verification = verification_of(person.id, member.id)
    if verification is not None and verification.mark != mark:
        raise AlreadyDone(_l("Your account has been verified by another identity already."))
    if verification is None:
        verification = Verification(member_id=member.id, person_id=person.id, mark=mark, verified_at=clock.now())
        db.session.add(verification)
    verification.area = _area(claims.get(provider.area_claim)) if provider.area_claim else ""
    verification.band = _band(claims.get("birthdate"))
    give_role(person, "inhabitant", member)
    record("person.verified", person, person)
    return verification


def person_by_identity(member: Member, provider: IdentityProvider, claims: Mapping[str, object]) -> Person:
    """Whose account this identity has verified before; else a new account for the address the provider vouches for."""
    mark = identity_mark(provider.issuer, str(claims["sub"]))
    known = db.session.scalar(select(Person).join(Verification).where(Verification.member_id == member.id, Verification.mark == mark))
    if known is not None:
        return known
    email = str(claims.get("email") or "")
    if not email or claims.get("email_verified") is not True:
        raise BadInput(_l("Your city did not tell us an e-mail address it has confirmed. Please open an account here first, and then come back."))
    if person_by_email(email):
        raise AlreadyDone(_l("There is an account with your e-mail address. Please sign in to it first, and then come back."))
    pseudonym = f"{member.name[:40]} {secrets.token_hex(5)}"
    person = register_person(email, pseudonym, pseudonym, secrets.token_urlsafe(32), str(get_locale()), member)
    confirm_person(person)
    return person


def identity_mark(issuer: str, subject: str) -> str:
    key = hmac.digest(str(current_app.config["SECRET_KEY"]).encode(), b"charterhub: verified identities", "sha256")
    return hmac.new(key, f"{issuer}|{subject}".encode(), hashlib.sha256).hexdigest()


def _area(claimed: object) -> str:
    try:
        return typed_line(str(claimed or ""))[:LONGEST_AREA]
    except ValueError:
        return ""


def _band(birthdate: object) -> str:
    """OpenID Connect Core 5.1: "YYYY-MM-DD", or with year 0000 when it is not told."""
    try:
        return band_on(clock.now().date(), date.fromisoformat(str(birthdate)))
    except ValueError:
        return ""
