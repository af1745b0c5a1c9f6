"""Facts about the people who help with a draft: on the whole text, or on one clause and all that stands under it."""

from collections.abc import Iterator
from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub.predicates.fact import Fact, charter_of

NO_ROLE = _l("Only people who were given a role in this draft, or in this part of it, can do this.")


def at_work(*roles: str) -> Fact:
    """The person has one of the roles for the subject; named none, any role anywhere in the draft will do."""

    def refusal(person: Any, subject: Any) -> object | None:
        charter = charter_of(subject)
        if not person.is_authenticated or not getattr(charter, "helpers", 0):
            return NO_ROLE
        mine = [role for role in charter.drafting_roles if role.person_id == person.id]
        if not roles:
            return None if mine else NO_ROLE
        line = set(line_of(subject))
        fits = any(role.role in roles and role.clause_id in line and role.language in ("", getattr(subject, "language", None)) for role in mine)
        return None if fits else NO_ROLE

    return Fact(f"at_work({', '.join(roles)})", refusal)


def line_of(subject: Any) -> Iterator[int | None]:
    """None, which is the whole text, and the clause with all that it stands under."""
    yield None
    clause = getattr(subject, "clause", subject)
    while hasattr(clause, "guid"):
        yield clause.id
        clause = clause.parent
