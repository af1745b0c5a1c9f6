"""What the home page shows of everything that goes on."""

from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from charterhub.charters.models import Charter, Version
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.sentences import sentence
from charterhub.reading.addresses import address_of

OPEN_PHASES = ("consultation", "amending", "voting")
MOST_CHARTERS = 12
LATEST_ACTS = 8


@dataclass(frozen=True)
class Act:
    """A line of news: the sentence, the charter it happened on if any, and where to see it."""

    entry: Entry
    sentence: str
    charter: Charter | None
    address: str | None


def charters_open_now() -> list[Charter]:
    """Published charters on which inhabitants can do something, those opened last first."""
    published = Charter.id.in_(select(Version.charter_id))
    query = select(Charter).where(published, Charter.phase.in_(OPEN_PHASES)).options(joinedload(Charter.member))
    return list(db.session.scalars(query.order_by(Charter.id.desc()).limit(MOST_CHARTERS)))


def latest_acts() -> list[Act]:
    """What happened to members and published charters. Drafts and people's accounts are not news."""
    of_charters = Entry.charter_id.in_(select(Version.charter_id))
    of_members = and_(Entry.charter_id.is_(None), Entry.member_id.is_not(None))
    query = select(Entry).where(or_(of_charters, of_members)).order_by(Entry.id.desc()).limit(LATEST_ACTS)
    entries = list(db.session.scalars(query))
    numbers = {entry.charter_id for entry in entries}
    charters = {charter.id: charter for charter in db.session.scalars(select(Charter).where(Charter.id.in_(numbers)))}
    return [act_of(entry, charters.get(entry.charter_id or 0)) for entry in entries]


def act_of(entry: Entry, charter: Charter | None) -> Act:
    return Act(entry, sentence(entry), charter, address_of(charter, entry) if charter else None)
