"""Posting, withdrawing and answering, with every refusal beside it."""

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Answer, Comment, CommentPlacement
from charterhub.comments.operations import answer_comment, post_comment, withdraw_comment
from charterhub.errors import BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.text.anchors import Selector
from tests.comments.conftest import Clauses, Publish, on
from tests.looking import count, last_entry
from tests.world import in_phase


def test_a_comment_keeps_version_words_and_the_name_chosen_for_it(amina: Person, home: VersionClause) -> None:
    comment = post_comment(amina, home, "  For whom?\r\nSay it.  ", "en", on(home, "affordable home"))
    assert (comment.version_id, comment.clause_id, comment.revision_id) == (home.version_id, home.clause_id, home.revision_id)
    assert (comment.exact, comment.prefix[-9:], comment.suffix) == ("affordable home", "safe and ", ".")
    assert home.revision.plain[slice(*comment.span)] == "affordable home"
    assert (comment.body, comment.shown_as, comment.language) == ("For whom?\nSay it.", "Heron 21", "en")


def test_posting_is_in_the_journal_under_the_chosen_name(amina: Person, home: VersionClause, charter: Charter) -> None:
    comment = post_comment(amina, home, "Good.", "en", under_own_name=True)
    entry = last_entry()
    assert (entry.action, entry.subject_id, entry.charter_id, entry.member_id) == ("comment.posted", comment.id, charter.id, charter.member_id)
    assert entry.actor_shown_as == comment.shown_as == "Amina Yusuf"
    assert entry.facts == {"clause": home.name, "version": 1}


def test_a_representative_is_shown_with_the_organisation(esther: Person, home: VersionClause) -> None:
    assert post_comment(esther, home, "Rents!", "en").shown_as == "Wren 12 (Tenants Together)"


def test_a_comment_on_the_whole_clause_has_no_selector(amina: Person, home: VersionClause) -> None:
    comment = post_comment(amina, home, "Good.", "en")
    assert (comment.exact, comment.span) == (None, None)


def test_an_article_that_is_only_a_heading_can_be_commented_on_as_a_whole(amina: Person, clause: Clauses) -> None:
    article = clause("art_1")
    assert post_comment(amina, article, "A good title.", "en").clause_id == article.clause_id


def test_the_quote_decides_and_the_position_is_only_a_hint(amina: Person, home: VersionClause) -> None:
    comment = post_comment(amina, home, "Off by three.", "en", Selector(3, 18, "affordable home", "safe and ", "."))
    assert home.revision.plain[slice(*comment.span)] == "affordable home"


def test_offsets_count_code_points(amina: Person, charter: Charter, clause: Clauses, publish: Publish) -> None:
    publish({"art_1__para_1": "🏠👨‍👩‍👧 Everyone has the right to a home."})
    home = clause("art_1__para_1", version=2)
    comment = post_comment(amina, home, "Everyone.", "en", on(home, "Everyone"))
    assert comment.span == (7, 15)


@pytest.mark.parametrize(
    ("selector", "sentence"),
    [
        (Selector(0, 5, "cheap"), "not in this clause"),
        (Selector(5000, 5001, "o"), "more than once"),
        (Selector(-4, 900, "the right to a cottage"), "not in this clause"),
    ],
)
def test_words_that_do_not_stand_in_the_clause_are_refused(amina: Person, home: VersionClause, selector: Selector, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        post_comment(amina, home, "Here.", "en", selector)
    assert count(Comment) == 0


@pytest.mark.parametrize(
    ("body", "sentence"),
    [("", "write something"), (" \n\t ", "write something"), ("x" * 5001, "5001 characters long"), ("ab\u202ecd", "Character 3 is an invisible one")],
)
def test_a_body_that_cannot_be_taken_is_refused(amina: Person, home: VersionClause, body: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        post_comment(amina, home, body, "en")
    assert (count(Comment), count(Entry)) == (0, 0)


def test_an_unknown_language_is_refused(amina: Person, home: VersionClause) -> None:
    with pytest.raises(BadInput, match="not a language we know"):
        post_comment(amina, home, "Good.", "xx-nowhere")


def test_the_same_form_sent_twice_makes_one_comment(amina: Person, minjun: Person, home: VersionClause) -> None:
    first = post_comment(amina, home, "Good.", "en", on(home, "right"))
    again = post_comment(amina, home, "Good.", "en", on(home, "right"))
    other_words = post_comment(amina, home, "Good.", "en", on(home, "home"))
    somebody_else = post_comment(minjun, home, "Good.", "en", on(home, "right"))
    assert again is first
    assert len({first.id, other_words.id, somebody_else.id}) == count(Comment) == count(Entry) == 3


def test_a_stranger_is_refused(dov: Person, home: VersionClause) -> None:
    with pytest.raises(NotAllowed, match="Only inhabitants of this place"):
        post_comment(dov, home, "Let me.", "en")


@pytest.mark.parametrize("phase", ["drafting", "voting", "adopted"])
def test_nobody_comments_outside_consultation_and_amending(amina: Person, charter: Charter, home: VersionClause, phase: str) -> None:
    in_phase(charter, phase)
    with pytest.raises(NotAllowed):
        post_comment(amina, home, "Too late.", "en")


def test_a_comment_finished_after_a_new_version_is_placed_in_it(amina: Person, home: VersionClause, publish: Publish) -> None:
    newer = publish({"art_1__para_1": "Every person has the right to a safe and affordable home."})
    comment = post_comment(amina, home, "I was reading version 1.", "en", on(home, "affordable home"))
    placement = db.session.get_one(CommentPlacement, (comment.id, newer.id, 0))
    assert (placement.status, placement.revision.plain[slice(*placement.span)]) == ("exact", "affordable home")


# Withdrawing


def test_a_withdrawn_comment_says_so_without_a_name_in_the_journal_sentence(amina: Person, comment: Comment) -> None:
    withdraw_comment(amina, comment)
    assert comment.withdrawn
    assert (last_entry().action, last_entry().subject_id) == ("comment.withdrawn", comment.id)


def test_only_its_author_withdraws_a_comment_and_only_once(amina: Person, bruno: Person, comment: Comment) -> None:
    with pytest.raises(NotAllowed, match="Only the person who wrote this"):
        withdraw_comment(bruno, comment)
    withdraw_comment(amina, comment)
    with pytest.raises(NotAllowed, match="has been withdrawn"):
        withdraw_comment(amina, comment)


# Answering


def test_an_answer_has_a_disposition_and_a_public_reason(bruno: Person, comment: Comment) -> None:
    answer_comment(bruno, comment, "accepted_in_part", "We add who decides.")
    answer = db.session.get_one(Answer, comment.id)
    assert (answer.disposition, answer.reason, answer.answered_by_id) == ("accepted_in_part", "We add who decides.", bruno.id)
    assert (last_entry().action, last_entry().facts) == ("comment.answered", {"clause": comment.place.name, "disposition": "accepted_in_part"})


def test_an_answer_is_given_once(bruno: Person, comment: Comment) -> None:
    answer_comment(bruno, comment, "noted", "Thank you.")
    with pytest.raises(NotAllowed, match="decided already"):
        answer_comment(bruno, comment, "declined", "No.")


@pytest.mark.parametrize(("disposition", "reason"), [("noted", " \n "), ("noted", ""), ("maybe", "Because."), ("noted", "x" * 5001)])
def test_an_answer_without_disposition_or_reason_is_refused(bruno: Person, comment: Comment, disposition: str, reason: str) -> None:
    with pytest.raises(BadInput):
        answer_comment(bruno, comment, disposition, reason)
    assert count(Answer) == 0


def test_inhabitants_do_not_answer(minjun: Person, comment: Comment) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        answer_comment(minjun, comment, "noted", "Me too.")
