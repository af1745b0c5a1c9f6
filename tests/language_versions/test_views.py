"""A French edition of Gwangju's charter, from nothing to published and behind again, through the translators' pages."""

import pytest
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.operations import give_drafting_role, revise_clause
from charterhub.charters.queries import draft_of
from charterhub.errors import StaleRevision
from charterhub.journal.models import Entry
from charterhub.language_versions.models import PassageMark
from charterhub.language_versions.operations import Judgement, Words, begin_edition, keep_passage
from charterhub.language_versions.passages import passages_of, states_of
from charterhub.transaction import transaction
from tests.pages import Pages

EDITIONS = "/charters/gwangju-charter/editions"
HUMAN = Judgement("translated", "human")


def translated(charter: Charter, official: Person, words: dict[int, Words]) -> None:
    with transaction():
        begin_edition(official, charter, "fr", "Charte des droits humains")
        for place, each in words.items():
            passage = passages_of(charter, "fr")[place]
            keep_passage(official, passage, passage.seen, each, HUMAN)


def revised(charter: Charter, official: Person, eid: str, wording: str) -> None:
    with transaction():
        place = next(each for each in draft_of(charter, "en") if each.eid == eid)
        revise_clause(official, place.clause, "en", place.revision.heading, wording, place.revision)


def test_an_edition_is_begun_and_translated_passage_by_passage(sign_in, charter: Charter, bruno: Person) -> None:
    pages = sign_in(bruno)
    pages.open(EDITIONS)
    pages.submit({"language": "fr", "title": "Charte"}, button="Begin this edition")
    assert "not translated: 7" in pages.page.text
    pages.follow("Work on it: Article 1 Right to a home")
    pages.submit(number="Article premier", heading="Droit au logement", mark="reviewed", button="Save and go to the next open passage")
    assert "Everyone who lives in Gwangju" in pages.page.text
    pages.submit(number="1.", wording="Toute personne a droit à un *logement*.", origin="machine", button="Save")
    assert "translated by a machine" in pages.page.text and "not translated: 5" in pages.page.text
    assert [place.number for place in draft_of(charter, "fr")] == ["Article premier", "1."]
    pages.open(f"{EDITIONS}/fr?state=reviewed")
    assert "Droit au logement" in pages.page.text and "Toute personne" not in pages.page.text


def test_a_passage_falls_behind_with_what_changed_and_publishing_says_so(sign_in, charter: Charter, bruno: Person) -> None:
    translated(charter, bruno, {0: Words("Article 1", "Droit", ""), 1: Words("1.", "", "Un logement sûr.")})
    revised(charter, bruno, "art_1__para_1", "Everyone who lives in Gwangju has the right to a safe, warm and affordable home.")
    assert states_of(charter) == {"fr": {"missing": 5, "stale": 1, "translated": 1}}
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/publication", queries=20)
    assert "Français: passages that are behind the authoritative text: 1." in pages.page.text
    pages.submit(note="Warm homes", button="Publish version 2")
    assert pages.page.url.endswith("/versions/2/en") and "Français: passages that are behind the authoritative text: 1." in pages.page.text
    pages.open(f"{EDITIONS}/fr?state=stale")
    pages.follow("Work on it: Article 1 Right to a home · 1.")
    assert "warm" in pages.page.text_at("changes-since")
    pages.submit(mark="reviewed", button="Save")
    assert states_of(charter)["fr"]["stale"] == 0


def test_divergence_needs_a_reason_and_what_was_typed_stays(sign_in, charter: Charter, bruno: Person) -> None:
    translated(charter, bruno, {0: Words("Article 1", "Droit", "")})
    pages = sign_in(bruno)
    pages.open(f"{EDITIONS}/fr/passages/{passages_of(charter, 'fr')[0].clause.guid}")
    pages.submit(heading="Droit à un toit", mark="diverging", button="Save", status=422)
    assert "Droit à un toit" in pages.page.html and "why this passage says something else" in pages.page.text
    pages.submit(mark="diverging", note="Our law says so.", button="Save")
    assert "Our law says so." in pages.page.text and states_of(charter)["fr"]["diverging"] == 1


def test_who_was_given_a_language_or_a_part_translates_that_and_no_more(sign_in, charter: Charter, bruno: Person, esther: Person, dov: Person) -> None:
    translated(charter, bruno, {0: Words("Article 1", "Droit", "")})
    with transaction():
        begin_edition(bruno, charter, "ar", "ميثاق")
        give_drafting_role(bruno, charter, esther, "translator", language="fr")
        give_drafting_role(bruno, charter, dov, "translator", draft_of(charter, "en")[4].clause, "ar")
    pages = sign_in(esther)
    pages.open(f"/charters/{charter.slug}/draft")
    pages.follow("Languages and translations")
    assert "Add a language" not in pages.page.text
    pages.open(f"{EDITIONS}/fr")
    pages.follow("Work on it: Article 1 Right to a home · 1.")
    pages.submit(number="1.", wording="Un logement sûr.", button="Save")
    assert states_of(charter)["fr"]["translated"] == 2
    assert "Work in a translation tool" in pages.page.text and "Work on it" not in pages.open(f"{EDITIONS}/ar").text
    dovs = sign_in(dov)
    works = [link for link in dovs.open(f"{EDITIONS}/ar").all("a") if "/passages/" in link.get("href", "")]
    assert len(works) == 3, "the second article and its two paragraphs"
    dovs.open(f"{EDITIONS}/ar/passages/{draft_of(charter, 'en')[0].clause.guid}", status=403)
    dovs.open(f"{EDITIONS}/fr/passages/{draft_of(charter, 'en')[5].clause.guid}", status=403)


def test_the_second_of_two_translators_is_told(db, charter: Charter, bruno: Person) -> None:
    translated(charter, bruno, {0: Words("Article 1", "Droit", "")})
    before = passages_of(charter, "fr")[0]
    seen = before.seen
    with transaction():
        keep_passage(bruno, before, seen, Words("Article 1", "Droit au logement", ""), HUMAN)
    with pytest.raises(StaleRevision), transaction():
        keep_passage(bruno, passages_of(charter, "fr")[0], seen, Words("Article 1", "Le droit", ""), HUMAN)
    assert db.session.scalar(select(func.count(PassageMark.id))) == 2


def test_clauses_divided_differently_are_one_passage_and_can_be_parted(sign_in, charter: Charter, bruno: Person) -> None:
    translated(charter, bruno, {0: Words("Article 1", "Droit", ""), 1: Words("1.", "", "Un logement. Personne n'est expulsé.")})
    pages = sign_in(bruno)
    english = draft_of(charter, "en")
    pages.open(f"{EDITIONS}/fr/passages/{english[1].clause.guid}")
    pages.submit({"source": english[2].clause.guid}, button="Put together")
    assert "Nobody is put out" in pages.page.text_at("source-text")
    assert len(passages_of(charter, "fr")) == 6
    pages.submit(button="Part these clauses again")
    assert len(passages_of(charter, "fr")) == 7


def test_readers_are_told_which_text_binds(sign_in, pages: Pages, charter: Charter, bruno: Person) -> None:
    translated(charter, bruno, {0: Words("Article 1", "Droit", "")})
    brunos = sign_in(bruno)
    brunos.open("/charters/gwangju-charter/draft")
    brunos.submit(note="With French", button="Publish version 2")
    assert "this is a translation" in pages.open("/charters/gwangju-charter/versions/2/fr").text
    brunos.open(EDITIONS)
    brunos.submit({"languages": ["fr"]}, button="Keep this choice")
    assert "These texts bind equally: English · Français." in pages.open("/charters/gwangju-charter/versions/2/fr").text


def test_a_stranger_sees_none_of_it_and_wrong_addresses_are_said_so(sign_in, db, charter: Charter, bruno: Person, dov: Person) -> None:
    translated(charter, bruno, {})
    stranger, pages = sign_in(dov), sign_in(bruno)
    for address in (EDITIONS, f"{EDITIONS}/fr"):
        stranger.open(address, status=403)
    pages.open(f"{EDITIONS}/en", status=404)
    pages.open(f"{EDITIONS}/fr/passages/nobody", status=404)
    pages.open(f"{EDITIONS}/es", status=422)
    pages.open(f"{EDITIONS}/fr/passages/{draft_of(charter, 'en')[1].clause.guid}")
    pages.submit(wording="Sans son article.", button="Save", status=409)
    assert "translate the clause above this one first" in pages.page.text
    assert [entry.action for entry in db.session.scalars(select(Entry).order_by(Entry.id))][-1] == "edition.added"
