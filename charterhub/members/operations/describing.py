"""A member's own description: its officials write it, edition after edition."""

from collections.abc import Iterable, Sequence

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.members.models import INSTITUTIONS, Description, Member
from charterhub.members.queries import description_of
from charterhub.permissions import require

LONGEST_POWERS = 4_000
Institution = tuple[str, str, str]  # kind, name, web address


def describe_member(
    actor: Person, member: Member, languages: Sequence[str], powers: str, institutions: Iterable[Institution], edition: int
) -> Description:
    """`edition` is the one the person had before them, 0 where there was none: `AlreadyDone` when a colleague was quicker."""
    require("member.describe", member, actor)
    before = description_of(member.id)
    newest = before.edition if before else 0
    if edition != newest:
        raise AlreadyDone(_l("A colleague saved this page while you were writing. What they wrote stands above; yours is still in the form."))
    if len(powers) > LONGEST_POWERS:
        raise BadInput(_l("This may have at most 4,000 characters."))
    named = {kind: [kind, name, link] for kind, name, link in institutions if name}
    description = Description(
        member_id=member.id,
        edition=newest + 1,
        languages=" ".join(known_language(tag) for tag in dict.fromkeys(languages)),
        powers=powers,
        institutions=[named[kind] for kind in INSTITUTIONS if kind in named],
        at=clock.now(),
        by_id=actor.id,
    )
    db.session.add(description)
    record("member.described", actor, member, member=member, place=member.name)
    return description
