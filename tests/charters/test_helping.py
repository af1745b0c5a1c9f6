"""People who are no officials help with a draft, each in a role and a part of it; their notes are for them alone."""

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, DraftingRole
from charterhub.charters.operations import (
    add_edition,
    draft_new_clause,
    draft_step,
    give_drafting_role,
    nudge_clause,
    publish_version,
    renumber_clause,
    revise_clause,
    split_clause,
    take_drafting_role,
)
from charterhub.charters.queries import DraftClause, draft_of
from charterhub.charters.steps import latest_steps
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from tests.charters.conftest import SignIn, place
from tests.looking import count


def at(charter: Charter, eid: str, language: str = "en") -> DraftClause:
    return next(found for found in draft_of(charter, language) if found.eid == eid)


def reword(person: Person, charter: Charter, eid: str, language: str = "en") -> None:
    found = at(charter, eid, language)
    revise_clause(person, found.clause, language, "", f"Words of {person.pseudonym}.", found.revision)


def test_a_drafter_of_one_part_changes_that_part_and_no_other(charter: Charter, bruno: Person, esther: Person, dov: Person) -> None:
    give_drafting_role(bruno, charter, esther, "legal", place(charter, "art_2"))
    reword(esther, charter, "art_2__para_1")
    renumber_clause(esther, place(charter, "art_2__para_1"), "en", "1bis.")
    draft_new_clause(esther, charter, place(charter, "art_2__para_2"), "paragraph", "en", wording="New.")
    split_clause(esther, place(charter, "art_2__para_2"), "en", 11, at(charter, "art_2__para_2").revision)
    forbidden = (
        lambda: reword(esther, charter, "art_1__para_1"),
        lambda: draft_new_clause(esther, charter, place(charter, "art_2"), "article", "en", wording="Beside."),
        lambda: nudge_clause(esther, at(charter, "art_2__para_2"), "out"),
        lambda: publish_version(esther, charter, "Mine"),
        lambda: reword(dov, charter, "art_2__para_2"),
        lambda: give_drafting_role(esther, charter, dov, "drafter"),
    )
    for act in forbidden:
        with pytest.raises(NotAllowed):
            act()


def test_who_works_on_a_part_arranges_that_part(charter: Charter, bruno: Person, esther: Person, dov: Person, sign_in: SignIn) -> None:
    give_drafting_role(bruno, charter, esther, "drafter", place(charter, "art_2"))
    give_drafting_role(bruno, charter, dov, "observer")
    db.session.commit()
    esthers, order = sign_in(esther), f"/charters/{charter.slug}/draft/en/arrangement"
    esthers.open(f"/charters/{charter.slug}/draft")
    esthers.follow("Put the clauses in order")
    assert "the clauses in grey stay" in esthers.page.text and len([each for each in esthers.page.all("input") if each.get("type") == "radio"]) == 3
    second = at(charter, "art_2__para_2").clause
    esthers.submit({"clause": second.guid}, button="Up")
    assert [each.clause.id for each in draft_of(charter, "en")][-2] == second.id
    esthers.open(f"/charters/{charter.slug}/draft")
    esthers.submit(button="Take back: a clause moved")
    assert [each.clause.id for each in draft_of(charter, "en")][-1] == second.id
    with draft_step(bruno, charter, "revised"):
        reword(bruno, charter, "art_1__para_1")
    db.session.commit()
    esthers.forge(f"/charters/{charter.slug}/draft/steps/{latest_steps(charter, 1)[0].id}/reversal", status=403)
    esthers.forge(order, clause=place(charter, "art_1__para_2").guid, step="up", status=422)
    esthers.open(order)
    esthers.submit({"clause": place(charter, "art_2").guid}, button="Up", status=403)
    sign_in(dov).open(order, status=403)


def test_a_translator_writes_in_one_language_only(charter: Charter, bruno: Person, esther: Person) -> None:
    texts = [Item(each.clause.kind, each.depth, each.number, wording=f"Texte {count}") for count, each in enumerate(draft_of(charter, "en"))]
    add_edition(bruno, charter, "fr", "Charte", Outline("", "fr", texts))
    for language in ("en", "de", ""):
        with pytest.raises(BadInput):
            give_drafting_role(bruno, charter, esther, "translator", language=language)
    held = give_drafting_role(bruno, charter, esther, "translator", language="fr")
    reword(esther, charter, "art_1__para_1", "fr")
    with pytest.raises(NotAllowed):
        reword(esther, charter, "art_1__para_1", "en")
    with pytest.raises(AlreadyDone):
        give_drafting_role(bruno, charter, esther, "translator", language="fr")
    take_drafting_role(bruno, held)
    with pytest.raises(NotAllowed):
        reword(esther, charter, "art_1__para_2", "fr")


def test_the_pages_give_a_role_and_keep_notes_between_colleagues(charter: Charter, bruno: Person, esther: Person, dov: Person, sign_in: SignIn) -> None:
    brunos, esthers, dovs = sign_in(bruno), sign_in(esther), sign_in(dov)
    esthers.open(f"/charters/{charter.slug}/draft", status=403)
    brunos.open(f"/charters/{charter.slug}/draft/people")
    brunos.submit(email="nobody@people.example", role="observer", button="Give the role", status=422)
    brunos.submit(email=esther.email, role="observer", button="Give the role")
    assert "Esther Okoro" in brunos.page.text
    esthers.open(f"/charters/{charter.slug}/draft")
    assert "Edit:" not in esthers.page.text and "Publish version" not in esthers.page.text
    esthers.follow("Note: Article 1 Right to a home · 2.")
    notes = esthers.page.url
    esthers.submit(body="", button="Leave the note", status=422)
    esthers.submit(body="What of winter?", button="Leave the note")
    brunos.open(f"/charters/{charter.slug}/draft")
    brunos.follow("1 note: Article 1 Right to a home · 2.")
    brunos.submit(button="Settled")
    assert "settled" in brunos.page.text
    dovs.open(notes, status=403)
    for address in (f"/charters/{charter.slug}/journal", f"/charters/{charter.slug}"):
        assert "winter" not in dovs.open(address).text and "note to colleagues" not in dovs.page.text
    brunos.open(f"/charters/{charter.slug}/draft/people")
    brunos.submit(button="Take the role back")
    assert count(DraftingRole) == 0
    esthers.open(notes, status=403)
