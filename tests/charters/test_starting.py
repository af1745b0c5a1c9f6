"""A charter is begun from nothing, from a template or from a published one; its lineage reads both ways."""

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.lineage import descent_of, drafted_descent
from charterhub.charters.models import Charter, Lineage
from charterhub.charters.operations import (
    Decision,
    derive_charter,
    draft_new_clause,
    publish_version,
    remove_clause,
    reserve_clause,
    revise_clause,
    take_up,
)
from charterhub.charters.queries import draft_of, latest_version
from charterhub.charters.starting_texts import template_choices, template_outline
from charterhub.errors import BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.members.models import Member
from tests.charters.conftest import SignIn
from tests.pages import Pages

ADAPTED = Decision("adapted", wording="Nobody is put out of a home.")
RESERVED = Decision("reserved", reason="Rents are set by the State.", legal_ground="Housing Act, article 4")
DECISIONS = [Decision(), Decision(), ADAPTED, RESERVED, Decision("dropped"), Decision(), Decision("adapted", wording="The council answers every question within thirty days.")]


@pytest.fixture
def claire(saint_denis: Member) -> Person:
    return next(iter(db.session.scalars(select(Person).join(Person.roles).where(Person.roles.any(member_id=saint_denis.id)))))


def derived(actor: Person, member: Member, source: Charter, decisions: list[Decision] = DECISIONS) -> Charter:
    return derive_charter(actor, member, latest_version(source), "en", "Our charter", decisions)


def relations(charter: Charter) -> list[tuple[str, str, str]]:
    return [(line.local.number if line.local else "", line.relation, line.source.eid if line.source else "") for line in drafted_descent(charter)]


def test_each_template_is_an_outline_with_articles() -> None:
    assert len(template_choices()) == 5
    for choice, _name in template_choices():
        outline = template_outline(choice)
        assert outline.title and [item.kind for item in outline.items].count("article") >= 2 and outline.report == []
    with pytest.raises(BadInput):
        template_outline("../../pyproject.toml")


def test_each_clause_of_the_source_leaves_its_decision(charter: Charter, bruno: Person, gwangju: Member) -> None:
    mine = derived(bruno, gwangju, charter)
    assert [(place.number, place.depth) for place in draft_of(mine, "en")] == [("Article 1", 0), ("1.", 1), ("2.", 1), ("3.", 1), ("1.", 0), ("2.", 0)]
    assert relations(mine) == [
        ("Article 1", "adopted", "art_1"), ("1.", "adopted", "art_1__para_1"), ("2.", "adapted", "art_1__para_2"),
        ("3.", "reserved", "art_1__para_3"), ("1.", "adopted", "art_2__para_1"), ("2.", "adopted", "art_2__para_2"), ("", "dropped", "art_2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("decisions", "sentence"),
    [(DECISIONS[:-1], "other clauses now"), ([Decision("reserved"), *DECISIONS[1:]], "say why"), ([Decision("burnt"), *DECISIONS[1:]], "choose what becomes"),
     ([Decision("dropped")] * 7, "no clause")],
)  # fmt: skip
def test_a_decision_that_says_too_little_is_refused(charter: Charter, bruno: Person, gwangju: Member, decisions: list[Decision], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        derived(bruno, gwangju, charter, decisions)


def test_a_stranger_derives_nothing_for_this_member(charter: Charter, dov: Person, gwangju: Member) -> None:
    with pytest.raises(NotAllowed):
        derived(dov, gwangju, charter)


def test_a_reservation_a_clause_of_its_own_and_one_taken_up_after_all(charter: Charter, bruno: Person, gwangju: Member) -> None:
    mine = derived(bruno, gwangju, charter)
    lines = {line.source.eid: line.row for line in drafted_descent(mine)}
    with pytest.raises(BadInput, match="say why"):
        reserve_clause(bruno, lines["art_1__para_1"], True, " ")
    reserve_clause(bruno, lines["art_1__para_1"], True, "The State decides.")
    reserve_clause(bruno, lines["art_1__para_3"], False, "")
    own = draft_new_clause(bruno, mine, draft_of(mine, "en")[0].clause, "article", "en", number="Article 1bis")
    taken = take_up(bruno, lines["art_2"])
    assert [(row.relation, row.source_clause_id) for row in db.session.scalars(select(Lineage).where(Lineage.clause_id.in_([own.id, taken.id])).order_by(Lineage.clause_id))] == [
        ("new", None), ("adopted", lines["art_2"].source_clause_id),
    ]  # fmt: skip
    assert (lines["art_1__para_1"].relation, lines["art_1__para_3"].relation) == ("reserved", "adopted")
    assert [place.name for place in draft_of(mine, "en") if place.depth == 0] == ["Article 1 Right to a home", "Article 2 Right to take part", "Article 1bis", "1.", "2."]


def test_lineage_is_public_with_the_version_and_says_nothing_of_the_draft(charter: Charter, bruno: Person, gwangju: Member, pages: Pages) -> None:
    mine = derived(bruno, gwangju, charter)
    publish_version(bruno, mine, "First")
    db.session.commit()
    place = next(found for found in draft_of(mine, "en") if found.eid == "art_1__para_1")
    revise_clause(bruno, place.clause, "en", "", "Everyone has a home here.", place.revision)
    reserve_clause(bruno, drafted_descent(mine)[2].row, True, "A secret of the draft.")
    remove_clause(bruno, draft_of(mine, "en")[3].clause)
    db.session.commit()
    assert [line.relation for line in descent_of(latest_version(mine), "en")] == ["adopted", "adopted", "adapted", "reserved", "adopted", "adopted", "dropped"]
    pages.open(f"/charters/{mine.slug}/lineage")
    assert "Rents are set by the State." in pages.page.text and "A secret of the draft." not in pages.page.text
    pages.open(f"/charters/{charter.slug}/versions/1/en/clauses/art_1__para_3")
    assert "reserved" in pages.page.text and "Gwangju" in pages.page.text
    pages.follow("Article 1 Right to a home · 3.")
    assert pages.page.url.startswith(f"/charters/{mine.slug}/") and "art_1__para_3" in pages.page.html


def test_the_pages_begin_a_charter_three_ways(charter: Charter, bruno: Person, sign_in: SignIn) -> None:
    brunos = sign_in(bruno)
    brunos.open("/members/gwangju/charters/start")
    brunos.submit({"empty-title": ""}, button="Begin with an empty text", status=422)
    brunos.submit({"empty-title": "A blank sheet", "empty-language": "ko"}, button="Begin with an empty text")
    assert "A blank sheet" in brunos.page.text
    brunos.open("/members/gwangju/charters/start")
    brunos.submit({"template-template": "short-charter.fr"}, button="Begin with this template")
    assert "Prendre part" in brunos.page.text
    brunos.open("/members/gwangju/charters/start")
    brunos.follow("Start from it in English: Human Rights Charter of Gwangju")
    brunos.submit({"title": "Taken", "clauses-1-relation": "reserved"}, button="Create the draft", status=422)
    assert "Please say why" in brunos.page.text
    brunos.submit({"title": "Taken", "clauses-1-relation": "reserved", "clauses-1-reason": "No power.", "clauses-2-relation": "dropped"}, button="Create the draft")
    brunos.follow("Where the clauses come from")
    assert "No power." in brunos.page.text
    brunos.submit(button="Take it up")
    brunos.follow("Reservation: Article 1 Right to a home · 1.")
    brunos.submit(wanted="yes", reason="", button="Keep this decision", status=422)
    brunos.submit(wanted="no", reason="", button="Keep this decision")
    assert "No power." not in brunos.page.text
