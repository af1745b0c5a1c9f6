"""A version as its readers see it: headings that skip no level, marked words, the margin, and a constant number of queries."""

from types import SimpleNamespace

import pytest
from flask import current_app
from flask_sqlalchemy import SQLAlchemy

from charterhub.charters.models import Charter
from charterhub.charters.queries import clause_by_eid, latest_version
from charterhub.comments.operations import post_comment
from charterhub.comments.queries import margin_of
from charterhub.reading.editions import Edition
from charterhub.reading.passages import contents_of, heading_levels, passages_of
from charterhub.reading.skeletons import skeleton_of
from charterhub.text.anchors import describe
from tests.pages import statements_of


def row(depth: int, heading: str = "", html: str = "") -> SimpleNamespace:
    return SimpleNamespace(depth=depth, heading=heading, html=html)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row(0, "Preamble"), row(1, html="<p>a</p>")], [2, 0]),
        ([row(0, "Part I"), row(1, "Article 1"), row(2, html="<p>a</p>"), row(1, "Article 2")], [2, 3, 0, 3]),
        ([row(0, html="<p>no heading</p>"), row(1, "Below it")], [0, 2]),
        ([row(0, "Part"), row(1, html="<p>text</p>"), row(2, "Deep")], [2, 0, 3]),
        ([row(depth, "Down") for depth in range(8)], [2, 3, 4, 5, 6, 6, 6, 6]),
        ([row(0)], [2]),
        ([], []),
    ],
)
def test_headings_skip_no_level(rows: list, expected: list[int]) -> None:
    assert heading_levels(rows) == expected


def test_passages_come_in_reading_order_with_their_numbers(db: SQLAlchemy, charter: Charter) -> None:
    passages = passages_of(latest_version(charter), "en")
    assert [passage.eid for passage in passages][:3] == ["art_1", "art_1__para_1", "art_1__para_2"]
    assert [passage.level for passage in passages] == [2, 0, 0, 0, 2, 0, 0]
    assert [passage.heading for passage in contents_of(passages)] == ["Right to a home", "Right to take part"]


def test_commented_words_are_marked_and_counted_in_the_margin(db: SQLAlchemy, charter: Charter, amina) -> None:
    clause = clause_by_eid(latest_version(charter), "en", "art_1__para_1")
    start = clause.revision.plain.index("affordable")
    comment = post_comment(amina, clause, "For whom?", "en", selector=describe(clause.revision.plain, start, start + len("affordable")))
    db.session.commit()
    text = text_of(db, charter)
    assert f'<mark data-comments="{comment.id}">affordable</mark>' in text
    assert text.count("For whom?") == 1 and text.count(">1 comment<") == 1
    post_comment(amina, clause, "And where?", "en")
    db.session.commit()
    assert ">2 comments<" in text_of(db, charter) and text_of(db, charter).index("And where?") < text_of(db, charter).index("For whom?")


def test_the_number_of_queries_does_not_grow_with_comments(db: SQLAlchemy, charter: Charter, amina, minjun) -> None:
    version = latest_version(charter)
    clauses = [clause_by_eid(version, "en", eid) for eid in ("art_1__para_1", "art_1__para_2", "art_2__para_1")]
    post_comment(amina, clauses[0], "One.", "en")
    db.session.commit()
    few = len(queries(charter))
    for clause in clauses:
        for person in (amina, minjun):
            post_comment(person, clause, f"{person.pseudonym} on {clause.eid}", "en")
    db.session.commit()
    assert len(queries(charter)) == few


def text_of(db: SQLAlchemy, charter: Charter) -> str:
    """What the reading page shows of the charter's latest version."""
    version = latest_version(charter)
    with current_app.test_request_context():
        return skeleton_of(Edition(version, "en"), may_comment=True).filled((0, 0), margin_of(version), {}).text.decode()


def queries(charter: Charter) -> list[str]:
    version = latest_version(charter)
    with statements_of() as statements:
        margin_of(version)
    return statements
