"""A charter of any length with any number of comments, in a database of its own, for measuring."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from flask import Flask

from charterhub import clock, config
from charterhub.accounts.models import Person, Role
from charterhub.app import create_app
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import create_charter, enter_phase, publish_version, revise_clause
from charterhub.charters.queries import clauses_of, draft_of, latest_version
from charterhub.comments.models import Comment
from charterhub.dispositions.operations import waive_answers
from charterhub.dispositions.queries import waiting_for_answer
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.members.models import Member
from charterhub.text.anchors import describe
from charterhub.transaction import transaction

CLAUSES_AN_ARTICLE = 4
WORDS = (
    "every inhabitant has the right to water housing health schools light safety silence rest work care and a fair share of "
    "what the city holds in common which the council protects publishes repairs funds explains and answers for in good time "
    "without delay with those who need it most first near their homes in words they understand"
).split()


@contextmanager
def application() -> Iterator[Flask]:
    """The app on a fresh SQLite file, as `make run` has it, but with the tables made from the models."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(config.testing() | {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{Path(folder) / 'bench.sqlite'}", "TESTING": False})
        with app.app_context():
            db.create_all()
            yield app


def charter_of(clauses: int, comments: int) -> Charter:
    """A published charter of that many clauses (articles among them) with that many comments on words, open for more."""
    dice = random.Random(1948)
    with transaction():
        official, member = _people()
        charter = create_charter(official, member, "en", "Charter of Benchtown", Outline("Charter of Benchtown", "en", _items(clauses, dice)))
        publish_version(official, charter, "First text")
        enter_phase(official, charter, "consultation")
        db.session.add_all(_comments(charter, official, comments, dice))
    return charter


def second_version(charter: Charter) -> None:
    """A version 2 in which every tenth clause reads otherwise; all comments are carried into it."""
    dice, official = random.Random(1949), db.session.query(Person).first()
    worded = [place for place in draft_of(charter, "en") if place.revision.plain]
    with transaction():
        for place in worded[::10]:
            wording = place.revision.wording.replace(" and ", " as well as ", 2) + " " + _sentence(dice, 6)
            revise_clause(official, place.clause, "en", place.revision.heading, wording, place.revision)
        if waiting_for_answer(charter):
            waive_answers(official, charter, "The answers follow.")
        publish_version(official, charter, "Second text")


def _people() -> tuple[Person, Member]:
    member = Member(slug="benchtown", country="KR", name="Benchtown", place_key="benchtown", admitted_at=clock.now())
    person = Person(
        email="clerk@benchtown.example", name="Clerk", pseudonym="Clerk", password_hash="-", locale="en", registered_at=clock.now(),
        confirmed_at=clock.now(),
    )  # fmt: skip
    db.session.add_all([member, person])
    db.session.flush()
    person.roles.append(Role(name="official", member_id=member.id))
    db.session.flush()
    return person, member


def _items(clauses: int, dice: random.Random) -> list[Item]:
    articles = max(1, clauses // (CLAUSES_AN_ARTICLE + 1))
    items = []
    for article in range(1, articles + 1):
        items.append(Item("article", 0, f"Article {article}", "The right to " + dice.choice(WORDS)))
        items += [Item("paragraph", 1, f"{place}.", "", _sentence(dice, 45)) for place in range(1, CLAUSES_AN_ARTICLE + 1)]
    return items


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def _comments(charter: Charter, author: Person, count: int, dice: random.Random) -> list[Comment]:
    version = latest_version(charter)
    assert version is not None
    worded = [clause for clause in clauses_of(version, "en") if clause.revision.plain]
    return [_comment(charter, dice.choice(worded), author, number, dice) for number in range(count)]


def _comment(charter: Charter, clause: VersionClause, author: Person, number: int, dice: random.Random) -> Comment:
    plain = clause.revision.plain
    start = dice.randrange(len(plain) - 30)
    selector = describe(plain, start, start + dice.randrange(5, 30))
    return Comment(
        charter_id=charter.id, version_id=clause.version_id, clause_id=clause.clause_id, revision_id=clause.revision_id,
        selected_from=selector.start, selected_to=selector.end, exact=selector.exact, prefix=selector.prefix, suffix=selector.suffix,
        place=clause.name, language="en", body=_sentence(dice, 30), author_id=author.id, shown_as=f"Neighbour {number % 90}",
        posted_at=clock.now() + timedelta(seconds=number),
    )  # fmt: skip
