"""A charter's public pages: text, clause, comparison and journal, for whoever may read them."""

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

from charterhub.amendments.operations import adopt_amendment, table_amendment
from charterhub.charters.models import Charter, ClauseEdition, LanguageEdition, Lineage, VersionClause
from charterhub.charters.operations import draft_new_clause, enter_phase, publish_version, renumber_clause, revise_clause
from charterhub.charters.queries import clause_by_eid, latest_version
from charterhub.comments.operations import post_comment
from charterhub.transaction import transaction
from tests.page import text_of
from tests.pages import Pages
from tests.publishing import publish_unanswered

TEXT = "/charters/gwangju-charter/versions/1/en"


def second_version(charter: Charter, official, eid: str = "art_1__para_2", wording: str = "Nobody is evicted without an offer of another home.") -> None:
    with transaction():
        clause = clause_by_eid(latest_version(charter), "en", eid)
        base = clause.revision
        revise_clause(official, clause.clause, "en", base.heading, wording, base)
        publish_unanswered(official, charter, "Plainer words")


def test_a_charter_is_read_by_everyone_at_its_address(pages: Pages, charter: Charter) -> None:
    page = pages.open("/charters/gwangju-charter", queries=8)
    assert page.h1 == "Human Rights Charter of Gwangju"
    assert "Everyone who lives in Gwangju has the right to a safe and affordable home." in page.text


def test_a_version_keeps_its_address_and_its_words(pages: Pages, charter: Charter, bruno) -> None:
    second_version(charter, bruno)
    first = pages.open(TEXT)
    assert "Nobody is put out of a home" in first.text
    assert "This is an earlier version" in first.text
    assert "Nobody is evicted" in pages.open("/charters/gwangju-charter/versions/2/en").text


def test_a_clause_shows_what_was_said_of_it(pages: Pages, charter: Charter, amina) -> None:
    with transaction():
        post_comment(amina, clause_by_eid(latest_version(charter), "en", "art_2__para_1"), "In sign language too.", "en")
    page = pages.open(f"{TEXT}/clauses/art_2__para_1")
    assert "In sign language too." in page.text_at("comments")
    assert "Heron 21" in page.text_at("comments")
    assert "Amina" not in page.text


def test_an_article_shows_its_paragraphs(pages: Pages, charter: Charter) -> None:
    page = pages.open(f"{TEXT}/clauses/art_1")
    assert "The city publishes every year" in page.text
    assert "Everyone may speak" not in page.text


def test_two_versions_are_compared_word_by_word(pages: Pages, charter: Charter, bruno) -> None:
    second_version(charter, bruno)
    page = pages.open("/charters/gwangju-charter/comparison/1/2/en", queries=10)
    assert [element.text for element in page.all("ins")] == ["evicted", " home"]
    assert len(page.all("article")) == 1


def test_a_version_compared_with_itself_has_not_changed(pages: Pages, charter: Charter) -> None:
    assert "The wording is the same in both versions." in pages.open("/charters/gwangju-charter/comparison/1/1/en").text


def test_the_journal_reads_newest_first_and_leads_to_what_it_speaks_of(pages: Pages, charter: Charter, bruno) -> None:
    with transaction():
        enter_phase(bruno, charter, "amending")
    second_version(charter, bruno)
    page = pages.open("/charters/gwangju-charter/journal")
    lines = [element for element in page.all("li") if element.find("time") is not None]
    assert len(lines) == 3
    pages.follow("Version 2 was published: Plainer words")
    assert pages.page.url.endswith("/versions/2/en")


@pytest.mark.parametrize(
    "address",
    [
        "/charters/atlantis",
        "/charters/gwangju-charter/versions/7/en",
        "/charters/gwangju-charter/versions/1/en/clauses/art_99",
        "/charters/gwangju-charter/comparison/1/9/en",
        "/charters/gwangju-charter/versions/99999999999999999999/en",
        "/charters/gwangju-charter/versions/3000000000/en",
        "/charters/gwangju-charter/journal?before=99999999999999999999",
    ],
)
def test_what_does_not_exist_is_said_not_to(pages: Pages, charter: Charter, address: str) -> None:
    pages.open(address, status=404)


@pytest.mark.parametrize("language", ["fr", "xx", "en-US-x-too-long-a-tag-for-anything-real"])
def test_a_language_that_is_not_there_is_refused_with_a_sentence(pages: Pages, charter: Charter, language: str) -> None:
    assert "language" in pages.open(f"/charters/gwangju-charter/versions/1/{language}", status=422).text or "can be read in" in pages.page.text


def test_a_text_that_is_not_public_yet_is_refused_to_all_but_its_drafters(pages: Pages, sign_in, db: SQLAlchemy, gwangju, bruno, dov) -> None:
    draft = Charter(slug="secret", member_id=gwangju.id, language="en", phase="drafting", created_at=gwangju.admitted_at)
    db.session.add(draft)
    db.session.commit()
    assert sign_in(dov).open("/charters/secret", status=403).text.count("This text is not public yet.") == 1


def test_everything_a_version_holds_is_frozen_with_it(db: SQLAlchemy, charter: Charter, bruno) -> None:
    second_version(charter, bruno)
    first, second = (set(db.session.scalars(select(VersionClause.revision_id).where(VersionClause.version.has(number=number)))) for number in (1, 2))
    draft = set(db.session.scalars(select(ClauseEdition.revision_id)))
    assert second == draft
    assert len(first - second) == 1


def test_two_versions_are_chosen_in_a_form_and_shown_side_by_side(pages: Pages, charter: Charter, bruno) -> None:
    second_version(charter, bruno)
    pages.open(TEXT)
    pages.follow("Compare")
    pages.submit(before="gwangju-charter:1", after="gwangju-charter:2", view="beside")
    assert [element.text for element in pages.page.all("del")] == ["put out of a home"]
    assert pages.page.url.endswith("/comparison/1/2/en?view=beside")
    pages.follow("Show the changes in one text")
    pages.follow("History of this clause")
    for query in ("before=gwangju-charter:1&after=x", "before=:&after=:", "before=gwangju-charter:x&after=gwangju-charter:²"):
        pages.open(f"/charters/gwangju-charter/comparison?{query}", status=422)


def test_a_changed_heading_and_number_are_shown(pages: Pages, charter: Charter, bruno) -> None:
    with transaction():
        place = clause_by_eid(latest_version(charter), "en", "art_2")
        revise_clause(bruno, place.clause, "en", "Right to be heard", "", place.revision)
        renumber_clause(bruno, place.clause, "en", "Article 2bis")
        publish_version(bruno, charter, "Heard")
    page = pages.open("/charters/gwangju-charter/comparison/1/2/en")
    assert "be heard" in [element.text for element in page.all("ins")]
    assert "number Article 2 is now Article 2bis" in page.text


def test_a_local_charter_is_compared_with_the_global_text_by_descent_and_by_likeness(pages: Pages, db: SQLAlchemy, charter: Charter, chiara, farid) -> None:
    agenda = Charter(slug="agenda", language="en", phase="drafting", created_at=charter.created_at, editions=[LanguageEdition(language="en", title="Agenda")])
    lines = {"a": "Everyone who lives in a city has the right to a safe and affordable home.", "b": "Cities plant trees.", "c": "Assemblies are held each year in May."}
    with transaction():
        db.session.add(agenda)
        clauses = {key: draft_new_clause(chiara, agenda, None, "paragraph", "en", "", "", words) for key, words in lines.items()}
        version = publish_version(chiara, agenda, "First")
        mine = clause_by_eid(latest_version(charter), "en", "art_2__para_1")
        db.session.add(Lineage(
            charter_id=charter.id, clause_id=mine.clause_id, relation="adapted", source_version_id=version.id, source_clause_id=clauses["c"].id, decided_at=charter.created_at,
        ))  # fmt: skip
    page = pages.open("/charters/gwangju-charter/versions/1/en/beside/agenda/1", queries=12)
    changes = {text_of(each) for each in page.all("article")}
    assert len([each for each in changes if "Paired by likeness of words:" in each and "affordable home" in each]) == 1
    assert len([each for each in changes if "Paired by descent:" in each and "public meeting" in each]) == 1
    assert len([each for each in changes if "removed" in each and "plant trees" in each]) == 1
    pages.open("/charters/gwangju-charter/comparison?before=agenda:1&after=gwangju-charter:1")
    assert pages.page.url.endswith("/versions/1/en/beside/agenda/1")


def test_the_history_of_a_clause_tells_its_wordings_and_who_wrote_which_words(pages: Pages, charter: Charter, bruno, amina) -> None:
    with transaction():
        enter_phase(bruno, charter, "amending")
        place = clause_by_eid(latest_version(charter), "en", "art_1__para_2")
        amendment = table_amendment(amina, place, "Nobody is put out of a home without an offer of another nearby.", "Schools are near.")
        adopt_amendment(bruno, amendment, "Children keep their school.")
        publish_version(bruno, charter, "Near")
    page = pages.open("/charters/gwangju-charter/versions/2/en/clauses/art_1__para_2/history")
    assert "nearby" in " ".join(element.text or "" for element in page.all("ins"))
    assert "Amendment 1 by Heron 21: Children keep their school." in page.text_at("wordings")
    assert "Amendment 1 by Heron 21" in page.text_at("provenance") and "The first text of this clause." in page.text_at("provenance")
    assert "Amina" not in page.text
    first = pages.open(f"{TEXT}/clauses/art_2__para_1/history")
    assert "Version 1" in first.text_at("wordings") or "Versions 1 to 2" in first.text_at("wordings")
