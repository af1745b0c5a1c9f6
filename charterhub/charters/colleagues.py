"""Who else has a clause open, and what one has typed there oneself without saving."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import UnsentText
from charterhub.charters.queries import DraftClause
from charterhub.extensions import db

STILL_THERE = timedelta(minutes=15)


class OpenClause:
    """A clause that somebody has on the screen: `others` beside this person, and this person's own unsent text."""

    def __init__(self, place: DraftClause, person: Person) -> None:
        found = db.session.scalars(
            select(UnsentText)
            .where(UnsentText.clause_id == place.clause.id, UnsentText.language == place.language)
            .options(joinedload(UnsentText.person).options(lazyload(Person.roles)), joinedload(UnsentText.base_revision))
            .order_by(UnsentText.opened_at)
        )
        rows = list(found)
        self.others = [row for row in rows if row.person_id != person.id and still_there(row.kept_at)]
        self.unsent = next((row for row in rows if row.person_id == person.id and differs(row, place)), None)


def still_there(last_seen: datetime) -> bool:
    """Whoever was seen in the last quarter of an hour may still be writing."""
    return clock.now() - last_seen < STILL_THERE


def differs(row: UnsentText, place: DraftClause) -> bool:
    typed = (row.number, row.heading, row.wording)
    return row.wording is not None and typed != (place.number, place.revision.heading, place.revision.wording)


def open_clauses(clause_ids: list[int], language: str, person: Person) -> dict[int, list[str]]:
    """The names of colleagues who have clauses of a draft open, by clause."""
    query = (
        select(UnsentText.clause_id, UnsentText.kept_at, Person.name)
        .join(Person, Person.id == UnsentText.person_id)
        .where(UnsentText.language == language, UnsentText.person_id != person.id, UnsentText.kept_at > clock.now() - STILL_THERE)
    )
    wanted, names = set(clause_ids), {}
    for clause_id, _kept, name in db.session.execute(query):
        if clause_id in wanted:
            names.setdefault(clause_id, []).append(name)
    return names
