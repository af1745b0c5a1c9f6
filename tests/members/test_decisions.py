"""The committee's work on a form: the queue and its filters, checking, questions and answers, and every stage noted."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.members.models import Enrolment, Invitation, StageChange
from charterhub.members.operations import admit_enrolment, answer_question, ask_for_information, check_enrolment, refuse_enrolment
from charterhub.members.queries import way_of
from charterhub.notifications.models import Letter
from tests.looking import last_entry, texts
from tests.pages import Pages
from tests.world import GWANGJU, SAINT_DENIS, received

SignIn = Callable[[Person], Pages]


@pytest.fixture
def form(dov: Person) -> Enrolment:
    """Gwangju's, sent by Dov."""
    return received(GWANGJU, dov)


def last_letter() -> Letter:
    return db.session.scalars(select(Letter).order_by(Letter.id.desc())).first()


def test_a_form_is_checked_once_and_the_focal_point_told(chiara: Person, dov: Person, form: Enrolment) -> None:
    check_enrolment(chiara, form)
    assert form.state == "checked"
    assert (last_entry().action, last_entry().facts) == ("enrolment.checked", {"place": "Gwangju"})
    assert (last_letter().to, last_letter().subject) == ("focal@gwangju.example", "The enrolment form of Gwangju was checked")
    with pytest.raises(NotAllowed, match="checked already"):
        check_enrolment(chiara, form)
    with pytest.raises(NotAllowed, match="secretaries"):
        admit_enrolment(dov, form)
    assert admit_enrolment(chiara, form).stage == "listed"


def test_every_stage_is_noted_with_who_when_and_why(chiara: Person, form: Enrolment) -> None:
    check_enrolment(chiara, form)
    admit_enrolment(chiara, form)
    way = way_of(form)
    assert [(change.stage, change.by_id, change.at) for change in way] == [("checked", chiara.id, way[0].at), ("listed", chiara.id, way[1].at)]
    assert clock.now() >= way[1].at >= way[0].at


def test_a_refusal_is_a_stage_with_its_reason(chiara: Person, form: Enrolment) -> None:
    refuse_enrolment(chiara, form, "The signer has no mandate.")
    change = db.session.scalars(select(StageChange)).one()
    assert (change.stage, change.reason, change.enrolment_id) == ("refused", "The signer has no mandate.", form.id)


def test_a_question_goes_by_letter_and_is_answered_once(chiara: Person, dov: Person, esther: Person, form: Enrolment) -> None:
    question = ask_for_information(chiara, form, " How many inhabitants? ")
    assert last_entry().action == "enrolment.asked" and "How many inhabitants?" in last_letter().body
    with pytest.raises(NotAllowed, match="wrote this"):
        answer_question(esther, question, "I know it too.")
    with pytest.raises(BadInput, match="write your answer"):
        answer_question(dov, question, "  ")
    answer_question(dov, question, "1.4 million")
    assert (question.answer, last_entry().action) == ("1.4 million", "enrolment.answered")
    with pytest.raises(NotAllowed, match="answered already"):
        answer_question(dov, question, "1.5 million")


def test_a_decided_form_is_not_asked_about(chiara: Person, form: Enrolment) -> None:
    refuse_enrolment(chiara, form, "No mandate.")
    with pytest.raises(NotAllowed, match="decided already"):
        ask_for_information(chiara, form, "Who signed?")


def test_question_and_answer_on_the_pages(sign_in: SignIn, chiara: Person, dov: Person, form: Enrolment) -> None:
    secretary, sender = sign_in(chiara), sign_in(dov)
    secretary.open(f"/enrolments/{form.id}")
    secretary.submit(question=" ", button="Send the question", status=422)
    assert "what you would like to know" in secretary.page.text_at("question-error")
    secretary.submit(question="How many inhabitants?", button="Send the question")
    secretary.open("/enrolments")
    assert "question open" in secretary.page.text
    sender.open(f"/enrolments/{form.id}")
    sender.submit(answer=" ", button="Send the answer", status=422)
    sender.submit(answer="1.4 million", button="Send the answer")
    secretary.open(f"/enrolments/{form.id}")
    assert "1.4 million" in secretary.page.text
    secretary.submit(button="Mark as checked")
    assert "It waits for the committee's decision." in secretary.page.text


@pytest.mark.parametrize(
    ("filters", "places"),
    [
        ("", ["Gwangju", "Saint-Denis"]),
        ("?country=FR", ["Saint-Denis"]),
        ("?state=checked", ["Gwangju"]),
        ("?channel=event", []),
        ("?name=saint%20denis", ["Saint-Denis"]),
        ("?name=%25", ["Gwangju", "Saint-Denis"]),
        ("?state=nonsense&country=ZZ", ["Gwangju", "Saint-Denis"]),
    ],
)
def test_the_queue_has_filters(sign_in: SignIn, chiara: Person, farid: Person, filters: str, places: list[str]) -> None:
    check_enrolment(chiara, received(GWANGJU, farid))
    received(SAINT_DENIS, farid)
    pages = sign_in(chiara)
    pages.open(f"/enrolments{filters}")
    rows = [place for place in texts(pages.page, "th") if place in ("Gwangju", "Saint-Denis")]
    assert rows == places
    assert ("Not a valid choice" in pages.page.text) == ("nonsense" in filters)


def test_where_the_secretary_entered_the_form_the_focal_point_is_invited(chiara: Person, farid: Person) -> None:
    form = received(GWANGJU, chiara)
    form.channel = "email"
    member = admit_enrolment(chiara, form)
    assert not chiara.holds("official", member.id)
    assert db.session.scalars(select(Invitation)).one().email == "focal@gwangju.example"
    assert "http://localhost/invitations/" in last_letter().body
