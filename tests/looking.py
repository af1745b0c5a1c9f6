"""What a test looks at: how many rows there are, the last entry of the journal, what a page says in its elements."""

from sqlalchemy import func, select

from charterhub.extensions import db
from charterhub.journal.models import Entry
from tests.page import Page, text_of


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


def last_entry() -> Entry:
    return db.session.scalars(select(Entry).order_by(Entry.id.desc())).first()


def texts(page: Page, tag: str) -> list[str]:
    """What a person reads in each element of that kind."""
    return [text_of(element) for element in page.all(tag)]
