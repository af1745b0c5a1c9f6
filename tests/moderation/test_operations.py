"""Reporting, deciding, appealing: who may, once, with reasons, by two people; and that nothing is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from charterhub.accounts.models import Person, Visitor
from charterhub.amendments.models import Amendment, Remark
from charterhub.amendments.operations import cosign_amendment, remark_on, take_signature_back
from charterhub.charters.models import Charter, Version
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.operations import reply_to_comment, support_comment
from charterhub.comments.queries import margin_of
from charterhub.dispositions.queries import counts_of
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.journal.queries import entries_of_charter
from charterhub.journal.sentences import sentence
from charterhub.moderation.models import Case, Report, Ruling
from charterhub.moderation.operations import appeal, decide_appeal, report, rule, write_rules
from charterhub.moderation.queries import log_of, rules_of
from charterhub.moderation.trail import public_sentences
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.looking import count, last_entry


def test_reports_on_the_same_thing_are_one_case_and_each_person_reports_once(case: Case, comment: Comment, minjun: Person, sora: Person) -> None:
    with transaction():
        report(minjun, comment, "hatred")
        report(sora, comment, "hatred", "I agree.")
        report(Visitor(), comment, "private")
        report(Visitor(), comment, "private")
    assert (count(Case), count(Report)) == (1, 4)
    assert last_entry().charter_id is None and last_entry().actor_id is None


def test_hiding_takes_it_out_of_the_margin_and_the_inbox_and_keeps_it(hidden: Case, comment: Comment, charter: Charter, db: SQLAlchemy) -> None:
    assert (comment.withheld, comment.body) == ("hidden", "For whom is that affordable?")
    assert margin_of(db.session.get_one(Version, comment.version_id)) == {}
    assert counts_of(charter) == (0, 0)


def test_a_hidden_comment_travels_to_the_next_version_and_stands_there_when_it_is_restored(
    hidden: Case, amina: Person, hana: Person, publish: Callable, db: SQLAlchemy
) -> None:
    version = publish({})
    assert db.session.scalars(select(CommentPlacement.status)).all() == ["exact"] and margin_of(version) == {}
    with transaction():
        appeal(amina, hidden, "I named nobody.")
        decide_appeal(hana, hidden, "restored", "Nobody is named.")
    assert [margin.count for margin in margin_of(version).values()] == [1]


def test_the_author_gets_the_reasons_and_the_reporter_the_outcome(hidden: Case, db: SQLAlchemy) -> None:
    letters = {letter.to: letter.body for letter in db.session.scalars(select(Letter))}
    assert "threatens a person by name" in letters["amina@people.example"] and f"/cases/{hidden.id}" in letters["amina@people.example"]
    assert "threatens a person" not in letters["minjun@people.example"] and "Amina" not in letters["minjun@people.example"]


def test_nothing_public_says_who_or_what(hidden: Case, charter: Charter) -> None:
    entry = last_entry()
    assert (entry.action, entry.actor_id, entry.actor_shown_as, entry.facts) == ("contribution.ruled", None, "", {"outcome": "hidden"})
    (line,) = log_of(charter)
    assert (line.ground, line.kept, line.hidden, line.appeals, line.restored) == ("threat", 0, 1, 0, 0)


def test_hidden_is_not_replied_to_supported_or_reported_again(hidden: Case, comment: Comment, sora: Person) -> None:
    with pytest.raises(NotAllowed, match="moderation has hidden it"):
        reply_to_comment(sora, comment, "Who?", "en")
    with pytest.raises(NotAllowed, match="moderation has hidden it"):
        support_comment(sora, comment)
    with pytest.raises(AlreadyDone, match="not shown any more"):
        report(sora, comment, "threat")


def test_who_hid_it_does_not_decide_on_the_appeal(hidden: Case, amina: Person, bruno: Person, hana: Person, comment: Comment) -> None:
    with transaction():
        appeal(amina, hidden, "I named nobody.")
    with pytest.raises(NotAllowed, match="Somebody else"):
        decide_appeal(bruno, hidden, "upheld", "As I said.")
    with transaction():
        decide_appeal(hana, hidden, "upheld", "The name is in the last line.")
    assert (hidden.state, comment.withheld) == ("upheld", "hidden")
    with pytest.raises(NotAllowed, match="no appeal"):
        decide_appeal(hana, hidden, "restored", "After all.")


def test_the_database_refuses_an_appeal_decided_by_the_same_person(hidden: Case, bruno: Person, db: SQLAlchemy) -> None:
    db.session.add(Ruling(case_id=hidden.id, number=2, outcome="upheld", facts="x", decided_by_id=bruno.id, other_than_id=bruno.id, decided_at=hidden.ruled_at))
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_an_appeal_is_for_its_author_once_and_in_time(hidden: Case, amina: Person, sora: Person, later: Callable[[timedelta], object]) -> None:
    with pytest.raises(NotAllowed, match="person who wrote this"):
        appeal(sora, hidden, "Let it stand.")
    later(timedelta(days=31))
    with pytest.raises(NotAllowed, match="within thirty days"):
        appeal(amina, hidden, "I named nobody.")


def test_a_decision_needs_reasons_and_a_ground_and_is_made_once(case: Case, bruno: Person, hana: Person, amina: Person) -> None:
    for outcome, facts, ground, told in (
        ("hidden", "Because.", "", "which rule"), ("hidden", " ", "threat", "write something"), ("burned", "x", "threat", "choose one"), ("hidden", "x", "taste", "choose one"),
    ):  # fmt: skip
        with pytest.raises(BadInput, match=told):
            rule(bruno, case, outcome, facts, ground)
    with pytest.raises(NotAllowed):
        rule(amina, case, "kept", "It is mine.")
    with transaction():
        rule(bruno, case, "kept", "A sharp question, nothing more.")
    with pytest.raises(NotAllowed, match="decided already"):
        rule(hana, case, "hidden", "I disagree.", "threat")


def test_what_stays_can_be_reported_anew_and_says_nothing_to_its_author(case: Case, comment: Comment, bruno: Person, sora: Person, db: SQLAlchemy) -> None:
    with transaction():
        rule(bruno, case, "kept", "A sharp question, nothing more.")
        report(sora, comment, "advertising")
    assert count(Case) == 2 and comment.withheld is None
    assert {letter.to for letter in db.session.scalars(select(Letter))} == {"minjun@people.example"}


def test_remarks_and_rationales_are_hidden_and_shown_again(remark: Remark, amendment: Amendment, amina: Person, sora: Person, minjun: Person, bruno: Person, hana: Person) -> None:
    for said, author in ((remark, sora), (amendment, amina)):
        with transaction():
            case = report(minjun, said, "private").case
            rule(bruno, case, "hidden", "An address.", "private")
        assert said.hidden
        with transaction():
            appeal(author, case, "It is my own address.")
            decide_appeal(hana, case, "restored", "It is.")
        assert not said.hidden


def test_rules_are_written_in_versions_and_each_language(charter: Charter, bruno: Person, amina: Person) -> None:
    with transaction():
        for language, body in (("en", "Be kind."), ("ko", "친절하게."), ("en", "Be kind and clear."), ("en", "Be kind and clear.")):
            write_rules(bruno, charter, language, body)
    holding, earlier = rules_of(charter)
    assert {(row.language, row.number, row.body) for row in holding} == {("en", 2, "Be kind and clear."), ("ko", 1, "친절하게.")}
    assert [row.body for row in earlier] == ["Be kind."]
    with pytest.raises(NotAllowed):
        write_rules(amina, charter, "en", "Anything goes.")


def test_the_public_journal_names_nobody_whose_words_are_hidden(hidden: Case, comment: Comment, remark: Remark, bruno: Person, minjun: Person) -> None:
    entries = [entry for entry in entries_of_charter(comment.charter_id) if entry.action in ("comment.posted", "amendment.discussed")]
    assert [entry.actor_shown_as in said for entry, said in zip(entries, public_sentences(entries), strict=True)] == [True, False]  # the remark, the hidden comment
    with transaction():
        rule(bruno, report(minjun, remark, "private").case, "hidden", "It tells where somebody lives.", "private")
    assert not any(entry.actor_shown_as in said for entry, said in zip(entries, public_sentences(entries), strict=True))
    assert all(said.startswith("<bdi>Someone</bdi>") for said in public_sentences(entries))
    assert all(entry.actor_shown_as in sentence(entry) for entry in entries)  # for their own eyes


def test_a_hidden_amendment_is_neither_supported_nor_discussed_until_it_is_shown_again(amendment: Amendment, amina: Person, bruno: Person, hana: Person, minjun: Person, sora: Person) -> None:
    with transaction():
        cosign_amendment(minjun, amendment)
        case = report(sora, amendment, "threat").case
        rule(bruno, case, "hidden", "It threatens somebody.", "threat")
    for refused in (lambda: cosign_amendment(sora, amendment), lambda: remark_on(sora, amendment, "Why?")):
        with pytest.raises(NotAllowed, match="Hidden by moderation"):
            refused()
    with transaction():
        take_signature_back(minjun, amendment)
        appeal(amina, case, "It threatens nobody.")
        decide_appeal(hana, case, "restored", "Nobody is threatened.")
    assert remark_on(sora, amendment, "Why?").id
