"""A draft of Gwangju made by its official: by operation for the tests of acts, through the pages for the tests of pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Revision
from charterhub.charters.operations import create_charter
from charterhub.charters.queries import draft_of
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.journal.models import Entry
from charterhub.members.models import Member
from tests.pages import Pages

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "udhr"
ITEMS = [
    Item("preamble", 0, "", "Preamble"),
    Item("recital", 1, wording="Whereas people live here,"),
    Item("article", 0, "Article 1"),
    Item("paragraph", 1, "1.", wording="Everyone has a *home*."),
    Item("point", 2, "a)", wording="In winter."),
    Item("paragraph", 1, "2.", wording="Nobody is put out."),
]
MARKDOWN = """# Charter of Gwangju

## Preamble

We, the people of Gwangju, remember.

## Article 1

1. Everyone has a home.
2. Nobody is put out of it:
    a) in winter;
    b) at night.

## Article 2. Water

Water is for all.
"""
SignIn = Callable[[Person], Pages]


@pytest.fixture
def draft(gwangju: Member, bruno: Person) -> Charter:
    return create_charter(bruno, gwangju, "en", "Charter of Gwangju", Outline("", "en", ITEMS))


def actions() -> list[str]:
    return list(db.session.scalars(select(Entry.action).order_by(Entry.id)))


def place(charter: Charter, eid: str, language: str = "en") -> Clause:
    return next(found for found in draft_of(charter, language) if found.eid == eid).clause


def current(charter: Charter, eid: str) -> Revision:
    return next(found for found in draft_of(charter, "en") if found.eid == eid).revision


@pytest.fixture
def brunos(sign_in: SignIn, bruno: Person) -> Pages:
    return sign_in(bruno)


def brought_in(pages: Pages, text: str = MARKDOWN) -> Pages:
    pages.open("/members/gwangju/charters/new")
    pages.submit(file=("charter.md", text.encode()), language="en", button="Read the text")
    return pages


def a_draft(pages: Pages) -> Charter:
    brought_in(pages).submit(button="Create the draft")
    return db.session.scalars(select(Charter)).one()
