"""Loading the demo: every act of its content through the operation a person would have used, at its moment of the past.

It is one transaction: the whole demo is there or nothing of it. What was to be written to people then was sent then, so
nobody at an invented address gets mail today.
"""

from sqlalchemy import update

from charterhub import clock
from charterhub.accounts.queries import person_by_email
from charterhub.demo import content
from charterhub.demo.charters import histories
from charterhub.demo.lineage import descent
from charterhub.demo.people import PASSWORD, arrivals, enrolments
from charterhub.demo.stage import Stage
from charterhub.demo.undertakings import undertaken
from charterhub.demo.voices import utterances
from charterhub.extensions import db
from charterhub.members.queries import number_of_members
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction


def seed_demo() -> bool:
    """Load the demo unless this installation has members; says whether it did."""
    if number_of_members():
        return False
    with transaction():
        put_on(Stage(clock.now()))
        db.session.execute(update(Letter).where(Letter.sent_at.is_(None)).values(sent_at=Letter.written_at))
    return True


def put_on(stage: Stage) -> None:
    agenda, joinings, voices = content.agenda(), content.joinings(stage.today.date()), content.voices()
    texts = [agenda, *(joining.charter for joining in joinings)]
    stage.play(
        [
            *arrivals(stage, content.people()),
            *enrolments(stage, joinings, decided_by=agenda.by),
            *histories(stage, texts, voices),
            *utterances(stage, voices),
            *descent(stage),
            *undertaken(stage),
        ]
    )


def sign_ins() -> list[str]:
    """Lines that say how to sign in as the demo's people; none where the demo was not loaded."""
    shown = [someone for someone in content.people() if someone.sign_in and person_by_email(someone.email)]
    if not shown:
        return []
    width = max(len(someone.email) for someone in shown)
    lines = [f"  {someone.email:{width}}  {whose(someone)}" for someone in shown]
    return [f"Sign in with the password “{PASSWORD}” as:", *lines]


def whose(someone: content.Someone) -> str:
    return f"{someone.name}, {someone.role}" + (f" ({someone.member})" if someone.member else "")
