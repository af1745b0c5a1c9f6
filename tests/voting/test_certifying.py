"""After the count: objections with answers, the certificate by one or two, the link destroyed, and counts apart."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub.accounts.models import Person, Role
from charterhub.cli import charterhub_commands
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from charterhub.voting.apart import breakdowns_of
from charterhub.voting.ballot_box import own_receipt
from charterhub.voting.ledger.models import BallotSeal
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import (
    answer_objection,
    certify_round,
    close_round,
    open_round,
    raise_objection,
    set_two_person_rule,
    void_round,
)
from charterhub.voting.roll_entries import RollEntry
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, actions, address, ballots, entry_of
from tests.voting.test_ledger import entries, faults
from tests.world import person_named

OBJECTION_TIME = timedelta(hours=72)


def test_the_certificate_destroys_what_linked_ballots_to_people(counted: VotingRound, amina: Person, bruno: Person, later: Later) -> None:
    cast, keys = ballots(), set(db.session.scalars(select(Ballot.voter_key)))
    assert own_receipt(counted, entry_of(counted, amina)) is not None
    later(OBJECTION_TIME)
    with transaction():
        certify_round(bruno, counted)
    assert (counted.link_key, ballots()) == (None, cast)
    assert keys.isdisjoint(db.session.scalars(select(Ballot.voter_key)))
    assert db.session.scalars(select(BallotSeal)).all() == []
    assert own_receipt(counted, entry_of(counted, amina)) is None
    assert actions()[-1] == "round.certified"
    assert entries(counted)[-1]["kind"] == "certify" and entries(counted)[-1]["body"]["link"] == "destroyed"
    assert faults(counted) == set()


def test_a_result_is_certified_after_72_hours_and_once(counted: VotingRound, bruno: Person, amina: Person, later: Later) -> None:
    with pytest.raises(NotOpen, match="72 hours"):
        certify_round(bruno, counted)
    later(OBJECTION_TIME)
    with pytest.raises(NotAllowed, match="Only officials"):
        certify_round(amina, counted)
    certify_round(bruno, counted)
    with pytest.raises(AlreadyDone, match="certified already"):
        certify_round(bruno, counted)


def test_an_objection_is_answered_before_the_certificate(counted: VotingRound, bruno: Person, dov: Person, later: Later) -> None:
    with pytest.raises(BadInput, match="what is wrong"):
        raise_objection(dov, counted, "  ")
    objection = raise_objection(dov, counted, "The library was shut on the last day.")
    later(OBJECTION_TIME)
    with pytest.raises(NotOpen, match="not been answered"):
        certify_round(bruno, counted)
    with pytest.raises(NotAllowed, match="Only officials"):
        answer_objection(dov, objection, "No.")
    answer_objection(bruno, objection, "It was open until six; the sign was wrong, and we are sorry.")
    with pytest.raises(NotAllowed, match="answered already"):
        answer_objection(bruno, objection, "Again.")
    certify_round(bruno, counted)
    assert entries(counted)[-1]["body"]["objections"] == 1
    assert actions()[-3:] == ["objection.raised", "objection.answered", "round.certified"]


def test_a_link_that_nobody_asks_for_is_destroyed_after_thirty_days(app: Flask, counted: VotingRound, later: Later) -> None:
    destroy = app.test_cli_runner().invoke
    db.session.commit()
    assert destroy(charterhub_commands, ["destroy-links"]).output == "No link is overdue.\n"
    later(timedelta(days=31))
    db.session.commit()
    assert destroy(charterhub_commands, ["destroy-links"]).output == f"{counted.title}\n"
    db.session.expire_all()
    assert counted.link_key is None and actions()[-1] == "round.link_destroyed"


def test_letters_tell_of_an_answer_and_of_an_annulment(counted: VotingRound, bruno: Person, dov: Person, amina: Person) -> None:
    answer_objection(bruno, raise_objection(dov, counted, "Shut."), "It was open.")
    void_round(bruno, counted, "The list was an old one.")
    sent = list(db.session.scalars(select(Letter).order_by(Letter.id)))
    assert [letter.to for letter in sent] == [dov.email, *(f"{name}@people.example" for name in ("amina", "minjun", "sora"))]
    assert "It was open." in sent[0].body and "The list was an old one." in sent[1].body


def test_too_late_an_objection_is_refused(counted: VotingRound, dov: Person, later: Later) -> None:
    later(OBJECTION_TIME)
    with pytest.raises(NotAllowed, match="until 72 hours"):
        raise_objection(dov, counted, "Late.")


def test_two_officials_certify(bruno: Person, gwangju: Member, amina: Person, prepare: object, later: Later) -> None:
    second = person_named("Second Kim", "Official 2", Role(name="official", member_id=gwangju.id))
    set_two_person_rule(bruno, gwangju, True)
    careful = prepare("By two")  # type: ignore[operator]
    for act, wait in ((open_round, A_DAY), (close_round, OBJECTION_TIME), (certify_round, A_DAY)):
        act(bruno, careful)
        with pytest.raises(AlreadyDone, match="second official"):
            act(bruno, careful)
        act(second, careful)
        later(wait)
    assert careful.certified_at is not None and actions()[-2:] == ["round.certification_asked", "round.certified"]


def test_a_certified_result_can_still_be_annulled(certified: VotingRound, bruno: Person) -> None:
    with transaction():
        void_round(bruno, certified, "The list was an old one.")
    assert actions()[-1] == "round.annulled"
    assert faults(certified) == set()


def test_annulling_before_the_certificate_destroys_the_link(counted: VotingRound, bruno: Person) -> None:
    void_round(bruno, counted, "The list was an old one.")
    assert counted.link_key is None and db.session.scalars(select(BallotSeal)).all() == []
    with pytest.raises(NotAllowed, match="cancelled or annulled"):
        certify_round(bruno, counted)


def test_objections_and_the_certificate_on_pages(sign_in: SignIn, pages: Pages, dov: Person, bruno: Person, counted: VotingRound, later: Later) -> None:
    objector, official = sign_in(dov), sign_in(bruno)
    objector.open(address(counted))
    objector.follow("Object to this result")
    objector.submit(body="", button="Object to this result", status=422)
    objector.submit(body="The library was shut.", button="Object to this result")
    official.open(address(counted))
    official.follow("Answer this objection")
    official.submit(answer="It was open.", button="Answer this objection")
    later(OBJECTION_TIME)
    official.open(address(counted))
    official.submit(button="Certify the result")
    text = pages.open(address(counted)).text
    assert "The library was shut." in text and "It was open." in text and "Gull 40" in text and "was destroyed with it" in text
    assert "What follows:" in text
    pages.open(address(counted), language="ar")


def test_a_detached_round_never_has_a_link(prepared: VotingRound, bruno: Person, amina: Person, vote: Vote, later: Later) -> None:
    with transaction():
        prepared.detached = True
        open_round(bruno, prepared)
    vote(amina, prepared, "for")
    assert prepared.link_key is None and own_receipt(prepared, entry_of(prepared, amina)) is None
    with pytest.raises(AlreadyDone, match="cannot be changed"):
        vote(amina, prepared, "against")
    later(A_DAY)
    with transaction():
        close_round(bruno, prepared)
    assert db.session.scalars(select(BallotSeal)).all() == [] and breakdowns_of(prepared) == {}
    assert faults(prepared) == set()


def test_areas_are_shown_where_no_cell_is_small(prepared: VotingRound, bruno: Person, gwangju: Member, vote: Vote, later: Later, pages: Pages) -> None:
    people = [person_named(f"V{number} Kim", f"Crane {number}", Role(name="inhabitant", member_id=gwangju.id)) for number in range(44)]
    with transaction():
        open_round(bruno, prepared)
        for number, entry in enumerate(db.session.scalars(select(RollEntry).order_by(RollEntry.person_id))):
            entry.area = "North" if number < 20 else "South"
    for number, person in enumerate(people):
        vote(person, prepared, "for" if number % 2 else "against", "for" if number else "against")
    later(A_DAY)
    with transaction():
        close_round(bruno, prepared)
    first, second, _third = (question.id for question in prepared.questions)
    found = breakdowns_of(prepared)
    assert [(each.dimension, each.rows) for each in found[first]] == [("area", [["South", 12, 12, 0], ["North", 10, 10, 0]])]
    assert second not in found
    assert "Only where every number is at least 10" in pages.open(address(prepared)).text
