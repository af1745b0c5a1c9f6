"""The demo's people open their accounts, and the governments among them join the campaign."""

from collections.abc import Iterator
from functools import partial

from charterhub.accounts.models import Person
from charterhub.accounts.operations import appoint, confirm_person, grant_role, register_person
from charterhub.demo.content import Joining, Someone
from charterhub.demo.stage import Act, Stage
from charterhub.members.operations import admit_enrolment, submit_enrolment

PASSWORD = "every wall has a window"
FOUNDED, COMMITTEE_CAME, OFFICIALS_CAME, PUBLIC_CAME = 210, 206, 200, 152  # days ago
TO_ARRIVE, TO_BE_DECIDED = 2, 6  # days after signing


def arrivals(stage: Stage, people: list[Someone]) -> Iterator[Act]:
    """The administrator first, then committee and officials, and last the public, one each day."""
    came = {"administrator": FOUNDED, "committee": COMMITTEE_CAME, "official": OFFICIALS_CAME}
    for count, someone in enumerate(people):
        days_ago = came.get(someone.role, PUBLIC_CAME - count)
        yield Act(days_ago, f"arrival {someone.email}", partial(arrive, stage, someone))


def arrive(stage: Stage, someone: Someone) -> None:
    """Open an account and confirm it. Officials get their role when their government is admitted."""
    home = stage.members[someone.member] if someone.role == "inhabitant" and someone.member else None
    person = register_person(
        someone.email, someone.name, someone.pseudonym, PASSWORD, someone.locale, home, someone.organisation
    )
    confirm_person(person)
    if someone.role == "administrator":
        appoint(person, someone.role)
    if someone.role == "committee":
        grant_role(administrator(stage), person, someone.role)
    stage.people[someone.email] = person


def administrator(stage: Stage) -> Person:
    return next(person for person in stage.people.values() if person.holds("administrator"))


def enrolments(stage: Stage, joinings: list[Joining], decided_by: str) -> Iterator[Act]:
    for joining in joinings:
        signed = (stage.today.date() - joining.form.signed_on).days
        yield Act(signed - TO_ARRIVE, f"enrolment {joining.slug}", partial(enrol, stage, joining))
        yield Act(signed - TO_BE_DECIDED, f"admission {joining.slug}", partial(admit, stage, joining.slug, decided_by))


def enrol(stage: Stage, joining: Joining) -> None:
    author = stage.people[joining.form.focal_point_email]
    stage.enrolments[joining.slug] = submit_enrolment(author, joining.form)


def admit(stage: Stage, slug: str, decided_by: str) -> None:
    stage.members[slug] = admit_enrolment(stage.people[decided_by], stage.enrolments[slug])
