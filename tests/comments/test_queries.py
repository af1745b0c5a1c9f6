"""The margin, the thread of a clause and the inbox, whatever the number of comments, in the same few queries."""

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import latest_version
from charterhub.comments.models import Comment
from charterhub.comments.narrowing import Narrowing
from charterhub.comments.operations import post_comment, withdraw_comment
from charterhub.comments.queries import comments_on, margin_of
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.comments.conftest import Publish, on
from tests.pages import statements_of

OLDEST = Narrowing(sort="oldest")


def test_the_margin_shows_the_two_newest_of_many_and_counts_them_all(amina: Person, home: VersionClause) -> None:
    said = [post_comment(amina, home, f"Comment {number}.", "en", on(home, "home")) for number in range(4)]
    margin = margin_of(home.version)[home.clause_id]
    assert margin.count == 4
    assert [(note.comment_id, note.excerpt) for note in margin.shown] == [(said[3].id, "Comment 3."), (said[2].id, "Comment 2.")]
    assert margin.shown[0].span == said[0].span and margin.shown[0].revision_id == home.revision_id


def test_a_long_comment_is_an_excerpt_in_the_margin(amina: Person, home: VersionClause) -> None:
    post_comment(amina, home, "long " * 100, "en")
    assert margin_of(home.version)[home.clause_id].shown[0].excerpt == ("long " * 32).rstrip() + "…"


def test_withdrawn_comments_leave_the_margin_and_keep_their_place_in_the_thread(amina: Person, comment: Comment, home: VersionClause) -> None:
    withdraw_comment(amina, comment)
    assert margin_of(home.version) == {}
    assert [placed.comment.withdrawn for placed in comments_on(home.version, home.clause_id, OLDEST).comments] == [True]


def test_an_orphan_counts_in_the_margin_and_is_not_shown_there(comment: Comment, publish: Publish) -> None:
    version = publish({"art_1__para_1": "Everyone who lives in Gwangju has the right to a home."})
    margin = margin_of(version)[comment.clause_id]
    assert (margin.count, margin.shown) == (1, ())


def test_a_thread_has_older_comments_and_those_of_its_version_oldest_first(
    amina: Person, minjun: Person, comment: Comment, home: VersionClause, publish: Publish
) -> None:
    version = publish({})
    newer = post_comment(minjun, latest_of(home), "New.", "en")
    assert [placed.comment.id for placed in comments_on(version, home.clause_id, OLDEST).comments] == [comment.id, newer.id]
    assert [placed.comment.id for placed in comments_on(home.version, home.clause_id, OLDEST).comments] == [comment.id]


def latest_of(clause: VersionClause) -> VersionClause:
    version = latest_version(clause.charter)
    return db.session.get_one(VersionClause, (version.id, clause.language, clause.clause_id))


@pytest.mark.parametrize("many", [1, 3])
def test_margin_thread_and_inbox_take_the_same_queries_for_one_and_for_three(amina: Person, home: VersionClause, publish: Publish, many: int) -> None:
    with transaction():
        for number in range(many):
            post_comment(amina, home, f"Comment {number}.", "en", on(home, "home"))
    version = publish({})
    clause_id = home.clause_id
    db.session.refresh(version)
    db.session.expunge_all()
    with statements_of() as margin:
        margin_of(version)
    with statements_of() as thread:
        assert [placed.comment.place.eid for placed in comments_on(version, clause_id, OLDEST).comments] == ["art_1__para_1"] * many
    assert (len(margin), len(thread)) == (2, 1)
