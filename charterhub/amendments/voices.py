"""For whom a proposer speaks: for themselves under pseudonym or name, with their organisation, or for a member government."""

from dataclasses import dataclass

from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.comments.appearance import public_name
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.permissions import refusal

MEMBER = "member-"


@dataclass(frozen=True)
class Voice:
    """`key` is the value of the choice in the form; `shown_as` what everybody reads."""

    key: str
    shown_as: str
    speaks_for: str
    member_id: int | None = None


def voices_of(person: Person) -> list[Voice]:
    """Every way this person may stand beside an amendment; the pseudonym comes first and is the default."""
    organised = any(role.organisation for role in person.roles)
    own = [Voice(key, public_name(person, key == "name"), "organisation" if organised else "person") for key in ("pseudonym", "name")]
    places = {role.member_id for role in person.roles if role.member_id}
    members = db.session.scalars(select(Member).where(Member.id.in_(places)).order_by(Member.name)) if places else ()
    spoken_for = [member for member in members if refusal("amendment.speak_for", member, person) is None]
    return [*own, *(Voice(f"{MEMBER}{member.id}", member.name, "member", member.id) for member in spoken_for)]


def voice_of(person: Person, key: str) -> Voice:
    """The chosen one, or the pseudonym where that choice is not theirs."""
    known = voices_of(person)
    return next((voice for voice in known if voice.key == key), known[0])
