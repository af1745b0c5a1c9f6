"""What the home page shows of everything that goes on, and the texts of the campaign's secretariat."""

from dataclasses import dataclass

from flask import abort
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from charterhub.charters.models import Charter, Version
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.languages import known_language
from charterhub.moderation.trail import public_sentences
from charterhub.pages.models import PageText
from charterhub.pages.topics import TOPICS
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
    return [act_of(entry, said, charters.get(entry.charter_id or 0)) for entry, said in zip(entries, public_sentences(entries), strict=True)]


def act_of(entry: Entry, said: str, charter: Charter | None) -> Act:
    return Act(entry, said, charter, address_of(charter, entry) if charter else None)


@dataclass(frozen=True)
class Place:
    """A page on the campaign in one language, as its address names it."""

    topic: str
    language: str


def topic_from_url(topic: str) -> str:
    """Loader for `@permission`."""
    return topic if topic in TOPICS else abort(404)


def place_from_url(topic: str, language: str) -> Place:
    """Loader for `@permission`."""
    return Place(topic_from_url(topic), known_language(language))


def latest_text(topic: str, language: str) -> PageText | None:
    query = select(PageText).where(PageText.topic == topic, PageText.language == language)
    return db.session.scalar(query.order_by(PageText.edition.desc()).limit(1))


def texts_of(topic: str) -> list[PageText]:
    """Every edition in every language, the newest first."""
    return list(db.session.scalars(select(PageText).where(PageText.topic == topic).order_by(PageText.id.desc())))
