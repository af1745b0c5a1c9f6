"""From a signed form to a member, with every form that cannot stand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.models import Enrolment, Member
from charterhub.members.operations import admit_enrolment, refuse_enrolment, submit_enrolment
from charterhub.members.signed_form import SignedForm
from tests.world import GWANGJU, SAINT_DENIS, person_named, received

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
def a_day_in_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 5, 4, 10, tzinfo=UTC))


@pytest.fixture
def hana() -> Person:
    return person_named("Hana Oh", "Finch 6")


def acts() -> list[str]:
    return list(db.session.scalars(select(Entry.action).order_by(Entry.id)))


def test_a_signed_form_is_received_word_for_word(hana: Person) -> None:
    enrolment = submit_enrolment(hana, GWANGJU)
    assert enrolment.state == "received"
    assert enrolment.statement.startswith("I, Kang Seo-yun, Mayor, as a representative of the city/territory of Gwangju, would like")
    signed = f"{enrolment.statement}\nKang Seo-yun\nMayor\n2026-02-20"
    assert enrolment.digest == sha256(signed.encode()).hexdigest()
    assert {focus.area for focus in enrolment.focus} == {"memory_peace", "participation", "youth"}
    entry = db.session.scalars(select(Entry)).one()
    assert (entry.action, entry.actor_id, entry.facts) == ("enrolment.received", hana.id, {"place": "Gwangju", "signer": "Kang Seo-yun"})


def test_words_for_others_are_kept_only_where_others_was_chosen(hana: Person) -> None:
    enrolment = submit_enrolment(hana, replace(GWANGJU, kind_other="Canton", focus_other="Bees"))
    assert enrolment.kind_other == "" and {focus.specified for focus in enrolment.focus} == {""}
    other = submit_enrolment(hana, replace(SAINT_DENIS, kind="other", kind_other="Canton"))
    assert other.kind_other == "Canton" and {focus.area: focus.specified for focus in other.focus} == {"housing": "", "other": "Hospitality"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"country": "XX"}, "choose a country"),
        ({"name": " - "}, "name of the local"),
        ({"kind": "village"}, "choose the type"),
        ({"kind": "other"}, "say which type"),
        ({"inhabitants": 0}, "how many people"),
        ({"inhabitants": 9_000_000_000}, "how many people"),
        ({"mandate_until": date(2024, 6, 30)}, "ends before it begins"),
        ({"mandate_until": date(2026, 5, 2)}, "has ended already"),
        ({"focus": ()}, "at least one area"),
        ({"focus": ("money",)}, "at least one area"),
        ({"focus": ("other",)}, "which area you mean"),
        ({"signed_on": date(2026, 5, 6)}, "in the future"),
        ({"signature": ""}, "type your name"),
    ],
)
def test_a_form_that_cannot_stand_is_refused_and_nothing_is_kept(hana: Person, change: dict[str, object], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        submit_enrolment(hana, replace(GWANGJU, **change))
    assert db.session.scalars(select(Enrolment)).all() == [] and acts() == []


@pytest.mark.parametrize(("now", "today_there"), [("2026-05-04T22:00", date(2026, 5, 5)), ("2026-05-04T01:00", date(2026, 5, 4))])
def test_today_is_today_wherever_one_signs(hana: Person, monkeypatch: pytest.MonkeyPatch, now: str, today_there: date) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert submit_enrolment(hana, replace(GWANGJU, signed_on=today_there)).signed_on == today_there


def test_one_place_has_one_form_that_waits(hana: Person) -> None:
    submit_enrolment(hana, SAINT_DENIS)
    with pytest.raises(AlreadyDone, match="waits for the committee"):
        submit_enrolment(hana, replace(SAINT_DENIS, name="SAINT DENIS"))


def test_a_member_does_not_join_twice_but_a_place_of_that_name_elsewhere_may(hana: Person, saint_denis: Member) -> None:
    with pytest.raises(AlreadyDone, match="is a member already"):
        submit_enrolment(hana, SAINT_DENIS)
    assert submit_enrolment(hana, replace(SAINT_DENIS, country="RE")).state == "received"


def test_the_database_itself_holds_one_living_form_for_a_place(hana: Person) -> None:
    received(GWANGJU, hana)
    with pytest.raises(IntegrityError):
        received(GWANGJU, hana)
    db.session.rollback()


def test_the_committee_admits_and_the_sender_becomes_official(hana: Person, chiara: Person) -> None:
    enrolment = received(GWANGJU, hana)
    member = admit_enrolment(chiara, enrolment)
    assert (member.slug, member.country, member.name, member.enrolment) == ("gwangju", "KR", "Gwangju", enrolment)
    assert (enrolment.state, enrolment.decided_by_id, enrolment.decided_at) == ("admitted", chiara.id, clock.now())
    assert hana.holds("official", member.id)
    entry = db.session.scalars(select(Entry)).one()
    assert (entry.action, entry.actor_id, entry.member_id, entry.facts) == ("enrolment.admitted", chiara.id, member.id, {"place": "Gwangju"})


def test_two_places_of_one_name_get_two_addresses(hana: Person, chiara: Person) -> None:
    members = [admit_enrolment(chiara, received(replace(SAINT_DENIS, country=country), hana)) for country in ("FR", "RE")]
    assert [member.slug for member in members] == ["saint-denis", "saint-denis-re"]


def test_the_committee_refuses_with_a_reason_and_the_place_may_try_again(hana: Person, chiara: Person) -> None:
    enrolment = received(GWANGJU, hana)
    refuse_enrolment(chiara, enrolment, " The mandate could not be verified. ")
    assert (enrolment.state, enrolment.reason, enrolment.member_id) == ("refused", "The mandate could not be verified.", None)
    assert acts() == ["enrolment.refused"]
    assert submit_enrolment(hana, GWANGJU).state == "received"


def test_a_refusal_without_a_reason_is_none(hana: Person, chiara: Person) -> None:
    enrolment = received(GWANGJU, hana)
    with pytest.raises(BadInput, match="give the reason"):
        refuse_enrolment(chiara, enrolment, "  ")
    assert enrolment.state == "received" and acts() == []


def test_a_decision_is_taken_once(hana: Person, chiara: Person) -> None:
    enrolment = received(GWANGJU, hana)
    admit_enrolment(chiara, enrolment)
    with pytest.raises(NotAllowed, match="decided already"):
        refuse_enrolment(chiara, enrolment, "On second thoughts")
    assert acts() == ["enrolment.admitted"]


def test_nobody_but_the_committee_decides(hana: Person, farid: Person) -> None:
    enrolment = received(GWANGJU, hana)
    for person in (hana, farid):
        with pytest.raises(NotAllowed, match="secretaries"):
            admit_enrolment(person, enrolment)
    assert enrolment.state == "received" and db.session.scalars(select(Member)).all() == []


def test_the_form_is_kept_in_the_language_it_was_signed_in(hana: Person) -> None:
    form: SignedForm = replace(GWANGJU, language="ar")
    assert submit_enrolment(hana, form).language == "ar"
