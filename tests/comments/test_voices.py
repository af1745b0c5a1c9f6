"""What inhabitants do with each other's comments and with their own: reply, support, edit, settle, put in its place."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.models import DEEPEST, Comment, CommentPlacement, EarlierText, Settlement, Support
from charterhub.comments.narrowing import Narrowing
from charterhub.comments.operations import (
    MOST_REPLIES,
    answer_comment,
    correct_place,
    edit_comment,
    post_comment,
    reply_to_comment,
    replying,
    settle_comment,
    support_comment,
    take_back_support,
    withdraw_comment,
)
from charterhub.comments.queries import comments_by, comments_in, comments_on, margin_of, places_of
from charterhub.errors import BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.transaction import transaction
from tests.comments.conftest import Clauses, Publish, on


def actions() -> list[str]:
    return list(db.session.scalars(select(Entry.action).order_by(Entry.id)))


def bodies(narrowing: Narrowing, clause: VersionClause) -> list[str]:
    return [placed.comment.body for placed in comments_on(clause.version, clause.clause_id, narrowing).comments]


def test_replies_hang_under_a_comment_and_go_wherever_it_goes(
    amina: Person, minjun: Person, comment: Comment, home: VersionClause, publish: Publish
) -> None:
    with transaction():
        reply = reply_to_comment(minjun, comment, "For families with children.", "en")
        again = reply_to_comment(minjun, comment, "For families with children.", "en")
        answer = reply_to_comment(amina, reply, "And for students?", "en")
    assert again is reply
    assert (answer.thread_id, answer.depth, answer.version_id, answer.exact) == (comment.id, 2, comment.version_id, None)
    version = publish({})
    thread = comments_on(version, comment.clause_id)
    assert [(each.comment.id, each.discussed.total, [reply.comment.body for reply in each.discussed.replies]) for each in thread.comments] == [
        (comment.id, 2, ["For families with children.", "And for students?"])
    ]
    assert margin_of(version)[comment.clause_id].count == 1
    assert db.session.scalars(select(CommentPlacement.comment_id)).all() == [comment.id]
    assert actions().count("comment.replied") == 2


def test_threads_grow_neither_too_deep_nor_too_wide(amina: Person, minjun: Person, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    below = comment
    for depth in range(DEEPEST):
        below = reply_to_comment((amina, minjun)[depth % 2], below, f"At {depth}.", "en")
    with pytest.raises(NotAllowed, match="gone deep enough"):
        reply_to_comment(amina, below, "Deeper.", "en")
    monkeypatch.setattr(replying, "MOST_REPLIES", DEEPEST)
    with pytest.raises(NotOpen, match=f"has {MOST_REPLIES} replies"):
        reply_to_comment(minjun, comment, "Wider.", "en")


def test_what_is_withdrawn_or_elsewhere_gets_no_reply_and_no_support(amina: Person, dov: Person, minjun: Person, comment: Comment) -> None:
    for act in (lambda who: reply_to_comment(who, comment, "No.", "en"), lambda who: support_comment(who, comment)):
        with pytest.raises(NotAllowed, match="inhabitants of this place"):
            act(dov)
    with transaction():
        withdraw_comment(amina, comment)
    for act in (lambda: reply_to_comment(minjun, comment, "No.", "en"), lambda: support_comment(minjun, comment)):
        with pytest.raises(NotAllowed, match="withdrawn"):
            act()


def test_support_counts_each_person_once_and_names_nobody(amina: Person, minjun: Person, sora: Person, comment: Comment, home: VersionClause) -> None:
    with transaction():
        post_comment(amina, home, "Not supported.", "en")
        for person in (minjun, sora, sora):
            support_comment(person, comment)
    first = comments_on(home.version, home.clause_id, Narrowing(sort="supported"), minjun.id).comments[0]
    assert (first.comment.id, first.discussed.backing.count, first.discussed.backing.mine) == (comment.id, 2, True)
    assert {entry.actor_id for entry in db.session.scalars(select(Entry).where(Entry.action == "comment.supported"))} == {None}
    with transaction():
        take_back_support(minjun, comment)
        take_back_support(minjun, comment)
    assert db.session.scalars(select(Support.person_id)).all() == [sora.id]
    with pytest.raises(NotAllowed, match="your own comment"):
        support_comment(amina, comment)


def test_a_comment_is_edited_for_a_quarter_of_an_hour_and_keeps_what_it_said(
    amina: Person, minjun: Person, bruno: Person, comment: Comment, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = comment.body
    with transaction():
        edit_comment(amina, comment, said, "en")
    assert comment.edited_at is None
    with transaction():
        edit_comment(amina, comment, "For whom, and who says so?", "en", "question")
    earlier = db.session.scalars(select(EarlierText)).one()
    assert (comment.body, comment.stance, earlier.body, earlier.stance) == ("For whom, and who says so?", "question", said, "")
    assert comment.edited_at is not None
    with pytest.raises(NotAllowed, match="who wrote this"):
        edit_comment(minjun, comment, "Mine.", "en")
    later = comment.posted_at + timedelta(minutes=15)
    with monkeypatch.context() as time:
        time.setattr(clock, "now", lambda: later)
        with pytest.raises(NotAllowed, match="time for changing"):
            edit_comment(amina, comment, "Too late.", "en")
    with transaction():
        answer_comment(bruno, comment, "noted", "We say so.")
    with pytest.raises(NotAllowed, match="decided already"):
        edit_comment(amina, comment, "Changed under the answer.", "en")


def test_its_author_alone_says_that_a_comment_is_settled_and_once(amina: Person, minjun: Person, comment: Comment, publish: Publish) -> None:
    version = publish({})
    with pytest.raises(NotAllowed, match="who wrote this"):
        settle_comment(minjun, comment)
    with transaction():
        settle_comment(amina, comment)
    assert db.session.scalars(select(Settlement.version_id)).all() == [version.id]
    with pytest.raises(NotAllowed, match="already that this is settled"):
        settle_comment(amina, comment)


def test_an_author_puts_an_orphan_in_its_place_and_it_stays_there(
    amina: Person, minjun: Person, comment: Comment, clause: Clauses, publish: Publish
) -> None:
    publish({"art_1__para_1": "Everyone who lives here may stay in a home they can pay for."})
    now = clause("art_1__para_1", version=2)
    assert [place.status for place in places_of(comment)] == ["orphaned"]
    with pytest.raises(NotAllowed, match="who wrote this"):
        correct_place(minjun, comment, now)
    with pytest.raises(BadInput, match="not in this clause"):
        correct_place(amina, comment, now, on(clause("art_1__para_1"), "safe and affordable"))
    with pytest.raises(BadInput, match="own charter"):
        correct_place(amina, comment, clause("art_1__para_1"))
    with transaction():
        correct_place(amina, comment, now, on(now, "they can pay"))
        correct_place(amina, comment, now, on(now, "they can pay for"))
    assert [(place.status, place.words) for place in places_of(comment)] == [("corrected", "they can pay for")]
    assert [note.span for note in margin_of(now.version)[now.clause_id].shown] == [(43, 59)]
    assert db.session.scalars(select(CommentPlacement.status).order_by(CommentPlacement.number)).all() == ["orphaned", "corrected", "corrected"]
    publish({})
    assert [(place.number, place.status, place.words) for place in places_of(comment)] == [
        (3, "exact", "they can pay for"),
        (2, "corrected", "they can pay for"),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["On paper?", "Against it.", "A worry."]),
        ({"sort": "oldest"}, ["A worry.", "Against it.", "On paper?"]),
        ({"stance": "against"}, ["Against it."]),
        ({"language_of_comment": "fr"}, ["On paper?"]),
        ({"speaker": "organisations"}, []),
        ({"speaker": "people"}, ["On paper?", "Against it.", "A worry."]),
        ({"speaker": "offline"}, []),
        ({"organisation": "7"}, []),
        ({"only": "unanswered"}, ["On paper?", "A worry."]),
        ({"page": "2"}, []),
        ({"stance": "no such", "page": "minus one", "sort": "'", "language_of_comment": "xx", "organisation": "-1"}, ["On paper?", "Against it.", "A worry."]),
    ],
)
def test_threads_and_lists_are_narrowed_and_ordered(
    amina: Person, bruno: Person, home: VersionClause, asked: dict[str, str], found: list[str]
) -> None:
    with transaction():
        post_comment(amina, home, "A worry.", "en", stance="concern")
        answer_comment(bruno, post_comment(amina, home, "Against it.", "en", stance="against"), "declined", "Why not.")
        post_comment(amina, home, "On paper?", "fr", stance="question")
    narrowing = Narrowing.asked(asked)
    assert bodies(narrowing, home) == found
    assert [listed.comment.body for listed in comments_in(home.charter, narrowing, None).comments] == found
    if asked == {}:
        assert [mine.comment.body for mine in comments_by(amina, narrowing)[0]] == found


def test_a_stance_is_one_of_four_or_none(amina: Person, home: VersionClause) -> None:
    with pytest.raises(BadInput, match="choose one of these"):
        post_comment(amina, home, "Maybe.", "en", stance="maybe")
