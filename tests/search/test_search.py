"""Searching the charters of Gwangju and Saint-Denis, by words and by likeness, on both engines."""

import pytest

from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter
from charterhub.charters.operations import create_charter, publish_version, revise_clause
from charterhub.charters.queries import draft_of
from charterhub.formats.outline import Item, Outline
from charterhub.members.models import Member
from charterhub.search.indexing import index_everything
from charterhub.search.queries import Asked, found, words_asked
from charterhub.transaction import transaction
from tests.pages import Pages
from tests.world import person_named

KOREAN = [Item("article", 0, "제1조", "주거권"), Item("paragraph", 1, "1.", wording="모든 시민은 인권을 누린다.")]
ARABIC = [Item("article", 0, "المادة 1", "السكن"), Item("paragraph", 1, "١.", wording="لكل إنسان الحقُّ في سكنٍ لائق.")]
FRENCH = [
    Item("article", 0, "Article 1", "Droit au logement"),
    Item("paragraph", 1, "1.", wording="Everyone who lives in Saint-Denis has the right to a safe and affordable home."),
]


def published(official: Person, member: Member, language: str, items: list[Item]) -> Charter:
    with transaction():
        charter = create_charter(official, member, language, f"Charter {language}", Outline("", language, items))
        publish_version(official, charter, "First")
    return charter


def names(question: str, **more: object) -> list[str]:
    return [hit.entry.name for hit in found(Asked(words_asked(question), **more)).hits]


def test_clauses_are_found_in_their_languages_from_the_moment_of_publishing(gwangju: Member, bruno: Person) -> None:
    published(bruno, gwangju, "ko", KOREAN)
    published(bruno, gwangju, "ar", ARABIC)
    assert names("인권") == ["제1조 주거권 · 1."]
    assert names("주거") == ["제1조 주거권"]
    assert names("الحق") == names("حق") == ["المادة 1 السكن · ١."]
    assert len(names("سكن")) == 2
    assert names("인권", language="ar") == [] and names("인권", member="gwangju") != [] and names("인권", member="saint-denis") == []


def test_a_new_version_takes_the_place_of_the_old_one(charter: Charter, bruno: Person) -> None:
    with transaction():
        assert index_everything() == 7
    assert len(names("evicted")) == 0 and len(names("homes stand empty")) == 1
    with transaction():
        place = next(each for each in draft_of(charter, "en") if each.eid == "art_1__para_2")
        revise_clause(bruno, place.clause, "en", "", "Nobody is evicted.", place.revision)
        assert names("evicted") == []
        publish_version(bruno, charter, "Plainer words")
    assert len(names("evicted")) == 1 and names("put out") == []


def test_the_page_shows_where_the_words_stand_and_says_what_to_do_without_them(pages: Pages, charter: Charter) -> None:
    with transaction():
        index_everything()
    pages.open("/search")
    pages.submit(q="affordable home")
    assert [mark.text for mark in pages.page.all("mark")] == ["affordable", "home"]
    assert "1 clause found" in pages.page.text
    pages.submit(q="affordable giraffe")
    assert "No clause has all these words" in pages.page.text and "1 clause found" in pages.page.text
    pages.submit(q="giraffe")
    assert "No clause has these words." in pages.page.text
    pages.open("/search?q=home&language=en&member=gwangju&page=2")


@pytest.mark.parametrize("question", ["\"", "'", "* AND NEAR(", "a:b & !c | (d)", "%", "\x00", "-", "x" * 5000, "&q=" * 90, "NOT"])
@pytest.mark.parametrize("page", ["1", "0", "-3", "x", "99999999999999999999"])
def test_no_question_breaks_it(pages: Pages, charter: Charter, question: str, page: str) -> None:
    answer = pages.client.get("/search", query_string={"q": question, "page": page, "language": "zz", "member": "'"})
    assert answer.status_code == 200


def test_the_same_right_is_found_in_another_charter(pages: Pages, charter: Charter, saint_denis: Member) -> None:
    official = person_named("Lucie Roux", "Hôtel de ville", Role(name="official", member_id=saint_denis.id))
    published(official, saint_denis, "en", FRENCH)
    pages.open("/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1")
    pages.follow("The same right in other charters")
    assert "lives in Saint-Denis" in pages.page.text_at("likeness-found")
    pages.open("/charters/gwangju-charter/versions/1/en/clauses/art_2__para_2/kin")
    assert "No clause of another charter shares enough of its words." in pages.page.text
