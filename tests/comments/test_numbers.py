"""What people say, in numbers: by clause, stance, source, language and day; nothing withdrawn or hidden, and never who."""

import json
from collections.abc import Callable
from datetime import timedelta

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import latest_version
from charterhub.comments.operations import answer_comment, post_comment, reply_to_comment, withdraw_comment
from charterhub.comments.queries.numbers import numbers_of
from charterhub.transaction import transaction
from tests.comments.conftest import Clauses
from tests.looking import texts
from tests.pages import Pages


def much_is_said(clause: Clauses, amina: Person, sora: Person, bruno: Person) -> None:
    """Three comments and a reply over four days, one of them answered; and one that was withdrawn."""
    home, council = clause("art_1__para_1"), clause("art_2__para_1")
    now = clock.now()
    with transaction():
        with clock.at(now - timedelta(days=3)):
            first = post_comment(amina, home, "집은 권리다", "ko", stance="support")
        second = post_comment(sora, home, "Who pays?", "en", stance="question")
        post_comment(sora, council, "When?", "en")
        reply_to_comment(amina, second, "The council.", "en")
        answer_comment(bruno, first, "noted", "Thank you.")
        withdraw_comment(amina, post_comment(amina, council, "No.", "en", stance="against"))


def test_each_number_counts_what_everyone_can_read(charter: Charter, clause: Clauses, amina: Person, sora: Person, bruno: Person) -> None:
    much_is_said(clause, amina, sora, bruno)
    numbers = numbers_of(charter, latest_version(charter), all_versions=True)
    assert (numbers.total, numbers.replies, numbers.answered) == (4, 1, 1)
    assert [(eid, comments, replies) for eid, _name, comments, replies in numbers.by_clause if comments] == [("art_1__para_1", 2, 1), ("art_2__para_1", 1, 0)]
    assert len(numbers.by_clause) == 7
    assert dict(numbers.by_stance) == {"support": 1, "question": 1}
    assert (numbers.by_source, numbers.by_language) == ([("online", 4)], [("en", 3), ("ko", 1)])
    assert [count for _day, count in numbers.by_day] == [1, 0, 0, 3]


def test_a_version_counts_what_was_written_on_it(charter: Charter, clause: Clauses, amina: Person, sora: Person, bruno: Person, publish: Callable[[dict], Version]) -> None:
    much_is_said(clause, amina, sora, bruno)
    second = publish({})
    with transaction():
        post_comment(amina, clause("art_2__para_2", 2), "Thirty days are long.", "en")
    assert numbers_of(charter, second, all_versions=False).total == 1
    assert numbers_of(charter, second, all_versions=True).total == 5


def test_the_page_and_its_data_say_the_same_and_name_nobody(charter: Charter, clause: Clauses, amina: Person, sora: Person, bruno: Person, app: Flask) -> None:
    much_is_said(clause, amina, sora, bruno)
    visitor = Pages(app)
    page = visitor.open("/charters/gwangju-charter/numbers", queries=9)
    assert "4 contributions" in page.text and "1. · 2" not in page.text
    assert ["2", "1"] == texts(page, "td")[:2]
    for name in ("Heron", "Otter", "Amina"):
        assert name not in page.text
    data = json.loads(visitor.client.get("/charters/gwangju-charter/numbers.json").text)
    table = visitor.client.get("/charters/gwangju-charter/numbers.csv").text.splitlines()
    assert data["total"] == 4 and len(table) == len(data["numbers"]) + 1
    assert "clause,art_1__para_1,2,1" in table and "language,ko,1," in table
    assert visitor.open("/charters/gwangju-charter/numbers?version=9", status=404)


def test_nothing_said_is_a_page_too(charter: Charter, app: Flask, db: SQLAlchemy) -> None:
    assert "Nobody has commented yet." in Pages(app).open("/charters/gwangju-charter/numbers").text


def test_an_unpublished_text_has_no_numbers(charter: Charter, home: VersionClause, app: Flask) -> None:
    Pages(app).open("/charters/no-such-charter/numbers", status=404)
