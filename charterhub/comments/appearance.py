"""How a person stands in public beside one act: the pseudonym unless they chose their own name for it.

Somebody who speaks for an organisation is shown with it either way, for the reader must know in whose interest they speak.
"""

from charterhub.accounts.models import Person

LONGEST = 200


def public_name(person: Person, under_own_name: bool) -> str:
    name = person.name if under_own_name else person.pseudonym
    organisation = next((role.organisation for role in person.roles if role.organisation), "")
    return f"{name} ({organisation})"[:LONGEST] if organisation else name


def appearances(person: Person) -> list[tuple[str, str]]:
    """The two names to choose from, for a field of radio buttons; the first is the default."""
    return [("pseudonym", public_name(person, False)), ("name", public_name(person, True))]
