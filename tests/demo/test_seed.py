"""The demo is what most people see first: it must be whole, true to its own content, and without fault on every page."""

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.accounts.queries import person_by_email
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter
from charterhub.charters.queries import all_charters, charters_of_member, clauses_of, draft_of, latest_version, version_by_number, versions_of
from charterhub.comments.models import Answer, Comment, CommentPlacement
from charterhub.commitments.queries import commitment_from_url, commitments_of_member, follow_up_of
from charterhub.commitments.wordings import then_and_now
from charterhub.demo import content
from charterhub.demo.seed import sign_ins
from charterhub.demo.undertakings import undertakings
from charterhub.extensions import db
from charterhub.formats.reading import read_text
from charterhub.journal.models import Entry
from charterhub.members.models import Member
from charterhub.members.queries import member_by_slug
from charterhub.notifications.models import Letter
from charterhub.records.queries import descended_of
from charterhub.voting.models import VotingRound
from charterhub.voting.oversight import Objection
from charterhub.voting.roll_entries import RollEntry


def number_of(model: type, *conditions: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def charter_of(slug: str) -> Charter:
    [charter] = charters_of_member(member_by_slug(slug).id)
    return charter


def test_everything_the_content_says_is_there(demo: Flask) -> None:
    voices = content.voices()
    found = [number_of(model) for model in (Person, Member, Charter, Comment, Answer, Amendment, VotingRound)]
    assert found == [25, 3, 5, 45, 14, 14, 2]
    assert found[3:] == [len(each) for each in (voices.comments, voices.answers, voices.amendments, voices.rounds)]


def test_people_hold_the_roles_they_came_for(demo: Flask) -> None:
    for someone in content.people():
        person = person_by_email(someone.email)
        place = member_by_slug(someone.member).id if someone.member else None
        assert person and person.confirmed
        assert [(role.name, role.member_id, role.organisation) for role in person.roles] == [(someone.role, place, someone.organisation)]


def test_each_charter_has_its_editions_versions_and_phase(demo: Flask) -> None:
    found = {charter.slug if "agenda" in charter.slug else charter.member.slug: charter for charter in all_charters()}
    facts = {slug: ([edition.language for edition in each.editions], each.latest_version_number, each.phase) for slug, each in found.items()}
    assert facts == {
        "global-charter-agenda-for-human-rights-in-the-city": (["en", "es", "fr"], 2, "amending"),
        "agenda-de-derechos-de-la-provincia-del-azuay": (["es"], 2, "consultation"),
        "saint-denis": (["fr"], 2, "voting"),
        "azuay": (["es"], 1, "amending"),
        "tetouan": (["ar", "fr"], 1, "consultation"),
    }


@pytest.mark.parametrize("number", [1, 2])
def test_saint_denis_reads_in_each_version_as_the_content_says(demo: Flask, number: int) -> None:
    [text] = [joining.charter for joining in content.joinings(content.WRITTEN_ON) if joining.slug == "saint-denis"]
    written = read_text(text.source("fr", number), "fr").items
    clauses = clauses_of(version_by_number(charter_of("saint-denis"), number), "fr")
    assert [(each.kind, each.depth, each.number, each.revision.heading, each.revision.wording) for each in clauses] == [
        (item.kind, item.depth, item.number, item.heading, item.wording) for item in written
    ]


def test_eight_clauses_change_one_is_added_and_one_removed(demo: Flask) -> None:
    first, second = (
        {clause.clause_id: clause.revision_id for clause in clauses_of(version_by_number(charter_of("saint-denis"), number), "fr")}
        for number in (1, 2)
    )
    changed = [clause for clause in first.keys() & second.keys() if first[clause] != second[clause]]
    assert (len(changed), len(second.keys() - first.keys()), len(first.keys() - second.keys())) == (8, 1, 1)


def test_four_of_the_changes_are_adopted_amendments(demo: Flask) -> None:
    places = draft_of(charter_of("saint-denis"), "fr")
    assert Counter(place.revision.source for place in places)["amendment"] == 4


def test_amendments_stand_in_every_state_and_two_collide(demo: Flask) -> None:
    amendments = db.session.scalars(select(Amendment)).unique().all()
    assert Counter(each.state for each in amendments) == {
        "open": 6, "adopted": 3, "adopted_as_modified": 2, "rejected": 2, "withdrawn": 1,
    }  # fmt: skip
    assert max(Counter(each.base_revision_id for each in amendments if each.state == "open").values()) == 2


def test_azuay_stands_with_the_second_agenda_two_clauses_behind_two_reserved(demo: Flask) -> None:
    [[line]] = descended_of(member_by_slug("azuay")).values()
    assert (line.version, line.behind, line.counts["reserved"], line.counts["adapted"], line.counts["dropped"]) == (2, 2, 2, 2, 1)


def test_every_comment_of_the_first_version_has_a_place_in_the_second_or_a_reason(demo: Flask) -> None:
    second = version_by_number(charter_of("saint-denis"), 2)
    placed = Counter(db.session.scalars(select(CommentPlacement.status).where(CommentPlacement.version_id == second.id)))
    assert placed.total() == number_of(Comment, Comment.charter_id == second.charter_id, Comment.version_id != second.id) == 15
    assert placed["orphaned"] and placed["fuzzy"] and placed["exact"]


def test_two_thirds_have_voted_in_the_open_round_and_another_is_counted_with_an_objection(demo: Flask) -> None:
    counted, opened = db.session.scalars(select(VotingRound).order_by(VotingRound.opened_at))
    assert opened.opened_at and not opened.closed_at
    assert number_of(RollEntry, RollEntry.round_id == opened.id) == 9
    assert number_of(RollEntry, RollEntry.round_id == opened.id, RollEntry.voted) == 6
    assert counted.closed_at and not counted.certified_at and number_of(Objection, Objection.round_id == counted.id) == 1


def test_the_journal_reads_in_the_order_in_which_things_happened(demo: Flask) -> None:
    moments = db.session.scalars(select(Entry.at).order_by(Entry.id)).all()
    assert all(earlier <= later for earlier, later in pairwise(moments))
    assert len(moments) > 170


def test_no_letter_waits_to_be_sent(demo: Flask) -> None:
    letters = db.session.scalars(select(Letter)).all()
    assert len(letters) > 30
    assert all(letter.sent_at == letter.written_at for letter in letters)


def test_loading_it_again_changes_nothing(demo: Flask) -> None:
    before = [number_of(model) for model in (Person, Entry, Comment, Letter)]
    done = demo.test_cli_runner().invoke(args=["charterhub", "seed-demo"])
    assert (done.exit_code, done.output) == (0, "There are members here already, so nothing was changed.\n")
    assert [number_of(model) for model in (Person, Entry, Comment, Letter)] == before


def test_the_command_says_how_to_sign_in(demo: Flask) -> None:
    shown = demo.test_cli_runner().invoke(args=["charterhub", "seed-demo", "--sign-ins"]).output
    assert [line for line in shown.splitlines() if "@example.org" in line] == sign_ins()[1:]
    assert len(sign_ins()) == 6


def test_latest_versions_are_chained_to_those_before(demo: Flask) -> None:
    newer, older = versions_of(charter_of("saint-denis"))
    assert latest_version(charter_of("saint-denis")) == newer
    assert newer.previous_digest == older.digest


def test_what_a_member_undertook_stands_on_the_record_with_everything_said_of_it(demo: Flask) -> None:
    for each in undertakings():
        [commitment] = commitments_of_member(member_by_slug(each.member).id)
        followed = follow_up_of(commitment)
        assert (commitment.title, commitment.status) == (each.title, each.status)
        assert [len(said) for said in (followed.milestones, followed.indicators, followed.reports, followed.assessments, followed.views)] == [1, 1, 1, 1, 1]
        [pair] = then_and_now(commitment_from_url(commitment.id).sources)
        assert pair.newer_exists and not pair.same
