"""Letters: each is written with the act it tells of, to the right person, in their language."""

import re

import pytest
from sqlalchemy import select

from charterhub.accounts import operations as accounts
from charterhub.accounts.models import Person
from charterhub.amendments.operations import announce, reject_amendment, table_amendment
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.operations import revise_clause
from charterhub.comments.models import Comment
from charterhub.comments.operations import answer_comment, post_comment, withdraw_comment
from charterhub.extensions import db
from charterhub.journal.sentences import SENTENCES
from charterhub.members.operations import admit_enrolment, refuse_enrolment, submit_enrolment
from charterhub.notifications.letters import LETTERS
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written
from charterhub.text.anchors import describe
from charterhub.transaction import transaction
from tests.publishing import publish_unanswered
from tests.world import GWANGJU, SAINT_DENIS, in_phase, received

pytestmark = pytest.mark.usefixtures("app")


def letters() -> list[Letter]:
    return list(db.session.scalars(select(Letter).order_by(Letter.id)))


def subjects() -> list[tuple[str, str]]:
    return [(letter.to, letter.subject) for letter in letters()]


def clause(charter: Charter, eid: str = "art_1__para_1") -> VersionClause:
    """As it stands in version 1."""
    query = select(VersionClause).join(VersionClause.version).where(Version.charter_id == charter.id, Version.number == 1)
    return db.session.scalars(query.where(VersionClause.eid == eid)).one()


def test_who_registers_is_asked_to_confirm_in_their_language() -> None:
    accounts.register_person("noor@example.org", "Noor", "Reed 5", "a quiet river", "ar")
    (letter,) = letters()
    assert (letter.to, letter.language, letter.sent_at) == ("noor@example.org", "ar", None)
    assert "http://localhost/confirmation/" in letter.body


def test_whose_address_is_tried_again_is_told(amina: Person) -> None:
    accounts.knock_again(amina)
    assert subjects() == [(amina.email, "You have an account already")]


def test_a_forgotten_password_brings_a_link(amina: Person) -> None:
    accounts.ask_for_password_link(amina)
    assert subjects() == [(amina.email, "Choose a new password")]
    assert "http://localhost/password/" in letters()[0].body


def test_the_focal_point_hears_of_the_form_and_of_the_admission(chiara: Person, amina: Person) -> None:
    admit_enrolment(chiara, submit_enrolment(amina, SAINT_DENIS))
    assert [(letter.to, letter.language) for letter in letters()] == [("focal@saint-denis.example", "fr")] * 2
    assert "http://localhost/members/saint-denis" in letters()[1].body


def test_the_focal_point_reads_why_the_form_was_refused(chiara: Person, dov: Person) -> None:
    refuse_enrolment(chiara, received(GWANGJU, dov), "Who signed has no mandate.")
    assert subjects() == [("focal@gwangju.example", "The enrolment form of Gwangju was not accepted")]
    assert "Who signed has no mandate." in letters()[0].body


def test_who_commented_reads_the_answer(charter: Charter, amina: Person, bruno: Person) -> None:
    comment = post_comment(amina, clause(charter), "Affordable for whom?", "en")
    assert letters() == []
    answer_comment(bruno, comment, "accepted_in_part", "We shall say what affordable means.")
    assert subjects() == [(amina.email, "Your comment on “Human Rights Charter of Gwangju” was answered")]
    assert "accepted in part" in letters()[0].body and "We shall say what affordable means." in letters()[0].body
    assert f"http://localhost/comments/{comment.id}" in letters()[0].body


def test_who_answers_themselves_gets_no_letter(charter: Charter, bruno: Person) -> None:
    answer_comment(bruno, post_comment(bruno, clause(charter), "A note to myself", "en"), "noted", "Yes.")
    assert letters() == []


def test_who_tabled_an_amendment_reads_what_became_of_it(charter: Charter, amina: Person, bruno: Person) -> None:
    in_phase(charter, "amending")
    amendment = table_amendment(amina, clause(charter), "Everyone has the right to a safe home.", "Shorter.")
    reject_amendment(bruno, amendment, "Affordable must stay.")
    assert subjects() == []
    announce(bruno, charter)
    assert subjects() == [(amina.email, "Your amendment to “Human Rights Charter of Gwangju” was decided")]
    assert "rejected" in letters()[0].body and "Affordable must stay." in letters()[0].body


def on_home(author: Person, charter: Charter, body: str) -> Comment:
    """A comment on the words "safe and affordable"."""
    home = clause(charter)
    start = home.revision.plain.index("safe and affordable")
    return post_comment(author, home, body, "en", describe(home.revision.plain, start, start + len("safe and affordable")))


def publish(official: Person, charter: Charter, eid: str, wording: str) -> None:
    """A new version in which this clause reads otherwise."""
    place = clause(charter, eid).clause
    now = place.editions[0].revision
    revise_clause(official, place, "en", now.heading, wording, now)
    publish_unanswered(official, charter, "Another text")


def test_a_new_version_brings_one_letter_to_each_author_left_in_doubt(
    charter: Charter, amina: Person, minjun: Person, sora: Person, bruno: Person
) -> None:
    doubtful = [on_home(amina, charter, body) for body in ("For whom?", "Who pays?")]
    withdraw_comment(minjun, on_home(minjun, charter, "Never mind"))
    post_comment(sora, clause(charter, "art_1__para_2"), "Good", "en")
    publish(bruno, charter, "art_1__para_1", "Everyone who lives in Gwangju has the right to a home.")
    assert [letter.to for letter in letters()] == [amina.email]
    assert "2 comments of yours" in letters()[0].body and "version 2" in letters()[0].body
    assert re.findall(r"/comments/(\d+)", letters()[0].body) == [str(comment.id) for comment in doubtful]


def test_who_was_told_of_a_doubt_is_not_told_again(charter: Charter, amina: Person, bruno: Person) -> None:
    on_home(amina, charter, "For whom?")
    publish(bruno, charter, "art_1__para_1", "Everyone who lives in Gwangju has the right to a home.")
    publish(bruno, charter, "art_2__para_2", "The council answers within a month.")
    assert [letter.to for letter in letters()] == [amina.email]
    assert "1 comment of yours" in letters()[0].body


def test_a_letter_falls_with_the_act_it_tells_of(amina: Person) -> None:
    with pytest.raises(RuntimeError), transaction():
        accounts.ask_for_password_link(amina)
        raise RuntimeError("the power goes out")
    assert letters() == []


def test_a_subject_is_one_line_whatever_stands_in_the_names() -> None:
    letter = written("a@example.org", "en", "Hello\r\nBcc: everybody@example.org " + "x" * 400)
    assert "\n" not in letter.subject and "\r" not in letter.subject
    assert len(letter.subject) == 300


def test_every_act_that_causes_a_letter_is_one_the_journal_knows() -> None:
    assert set(LETTERS) - set(SENTENCES) == set()
