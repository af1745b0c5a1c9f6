"""What becomes of comments when a new version is published."""

import pytest
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.charters.operations import join_clauses, remove_clause, split_clause
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.operations import post_comment, withdraw_comment
from charterhub.comments.queries import comments_on
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.comments.conftest import Clauses, Publish, on
from tests.publishing import publish_unanswered

HOME = "art_1__para_1"


def placement(comment: Comment, version_id: int) -> CommentPlacement:
    return db.session.get_one(CommentPlacement, (comment.id, version_id, 0))


def words(placed: CommentPlacement) -> str:
    return placed.revision.plain[slice(*placed.span)]


def test_a_comment_on_an_unchanged_clause_stays_where_it_is(comment: Comment, publish: Publish) -> None:
    placed = placement(comment, publish({}).id)
    assert (placed.status, placed.span, placed.score, placed.clause_id) == ("exact", comment.span, 1.0, comment.clause_id)


def test_words_that_slide_along_are_found_again(comment: Comment, publish: Publish) -> None:
    placed = placement(comment, publish({HOME: "In this city, everyone who lives in Gwangju has the right to a safe and affordable home."}).id)
    assert (placed.status, words(placed)) == ("exact", "safe and affordable")


def test_reworded_words_are_called_fuzzy_and_both_wordings_are_at_hand(comment: Comment, publish: Publish, clause: Clauses) -> None:
    version = publish({HOME: "Everyone who lives in Gwangju has the right to a safe, warm and affordable home."})
    placed = comments_on(version, comment.clause_id).comments[0]
    assert (placed.status, placed.comment.exact, placed.words) == ("fuzzy", "safe and affordable", "safe, warm and affordable")
    assert placed.on_earlier_text


def test_a_comment_whose_words_are_gone_stays_with_its_clause_and_says_why(comment: Comment, publish: Publish) -> None:
    version = publish({HOME: "Everyone who lives in Gwangju has the right to a home."})
    placed = comments_on(version, comment.clause_id).comments[0]
    assert (placed.status, placed.span, placed.reason) == ("orphaned", None, "removed")
    assert str(placed.why) == "The words it was about were taken out."


def test_words_that_come_back_bring_their_comment_back(comment: Comment, home: VersionClause, publish: Publish) -> None:
    first = home.revision.wording
    lost = placement(comment, publish({HOME: "Everyone who lives in Gwangju has the right to a home."}).id)
    found = placement(comment, publish({HOME: first}).id)
    assert (lost.status, found.status, found.span) == ("orphaned", "exact", comment.span)


def test_a_comment_is_followed_step_by_step_through_many_small_changes(comment: Comment, publish: Publish) -> None:
    steps = ["a safe and really affordable home", "a safe and really affordable dwelling", "a secure and really affordable dwelling"]
    placed = [placement(comment, publish({HOME: f"Everyone who lives in Gwangju has the right to {step}."}).id) for step in steps]
    assert [words(each) for each in placed] == ["safe and really affordable", "safe and really affordable", "secure and really affordable"]


def test_a_comment_on_a_whole_clause_follows_the_clause(amina: Person, home: VersionClause, publish: Publish) -> None:
    comment = post_comment(amina, home, "Good.", "en")
    placed = placement(comment, publish({HOME: "The city builds homes."}).id)
    assert (placed.status, placed.span, placed.clause_id) == ("fuzzy", None, home.clause_id)


def test_a_comment_whose_clause_is_taken_out_has_no_clause(comment: Comment, bruno: Person, home: VersionClause) -> None:
    with transaction():
        remove_clause(bruno, home.clause)
        version = publish_unanswered(bruno, home.charter, "One clause less")
    placed = placement(comment, version.id)
    assert (placed.status, placed.clause_id, placed.revision_id, placed.reason) == ("orphaned", None, None, "clause_removed")


def test_a_withdrawn_comment_stays_behind(amina: Person, comment: Comment, publish: Publish) -> None:
    with transaction():
        withdraw_comment(amina, comment)
    publish({})
    assert db.session.scalar(select(func.count()).select_from(CommentPlacement)) == 0


def test_two_equal_places_are_never_guessed_between(amina: Person, clause: Clauses, publish: Publish) -> None:
    comment = post_comment(amina, clause("art_2__para_1"), "Who?", "en", on(clause("art_2__para_1"), "public"))
    version = publish({"art_2__para_1": "Council! Public public public public meetings."})
    assert placement(comment, version.id).status == "orphaned"


@pytest.mark.parametrize("many", [1, 40])
def test_all_comments_are_carried_in_a_handful_of_statements(amina: Person, home: VersionClause, publish: Publish, many: int) -> None:
    with transaction():
        for number in range(many):
            post_comment(amina, home, f"Comment {number}.", "en", on(home, "affordable"))
    publish({HOME: "Everyone has the right to an affordable home in Gwangju."})
    found = db.session.scalars(select(CommentPlacement)).all()
    assert {(placed.status, words(placed)) for placed in found} == {("exact", "affordable")}
    assert len(found) == many


@pytest.mark.parametrize(
    ("cut", "status", "quoted", "in_second"),
    [("has the right", "moved", "safe and affordable", True), ("home.", "exact", "safe and affordable", False), ("affordable", "fuzzy", "safe and", False)],
)
def test_comments_find_their_words_in_either_part_of_a_split(
    amina: Person, bruno: Person, comment: Comment, home: VersionClause, cut: str, status: str, quoted: str, in_second: bool
) -> None:
    with transaction():
        on_all = post_comment(amina, home, "Good.", "en")
        second = split_clause(bruno, home.clause, "en", home.revision.wording.index(cut), home.revision)
        version = publish_unanswered(bruno, comment.charter, "Split")
    placed = placement(comment, version.id)
    assert (placed.status, words(placed), placed.clause_id) == (status, quoted, second.id if in_second else home.clause_id)
    whole = placement(on_all, version.id)
    assert (whole.status, whole.span, whole.clause_id, whole.reason) == ("fuzzy", None, home.clause_id, "split")


def test_comments_on_a_clause_joined_to_another_are_found_there(amina: Person, bruno: Person, clause: Clauses) -> None:
    first, second = clause("art_1__para_2"), clause("art_1__para_3")
    with transaction():
        on_words, on_all = post_comment(amina, second, "Which?", "en", on(second, "how many homes")), post_comment(amina, second, "Good.", "en")
        join_clauses(bruno, first.clause, second.clause, "en", " ", first.revision)
        version = publish_unanswered(bruno, on_words.charter, "Joined")
    placed = placement(on_words, version.id)
    assert (placed.status, words(placed), placed.clause_id) == ("moved", "how many homes", first.clause_id)
    placed = placement(on_all, version.id)
    assert (placed.status, placed.span, placed.clause_id, placed.reason) == ("fuzzy", None, first.clause_id, "joined")
