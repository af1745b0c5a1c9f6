"""The drafter's pages: a clause edited, a collision, publishing, phases; and what everybody else is told."""


from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.charters.models import Revision
from charterhub.charters.queries import draft_of, latest_version
from charterhub.extensions import db
from tests.charters.conftest import SignIn, a_draft
from tests.pages import Pages


def test_a_draft_is_published_and_the_index_shows_it_to_everyone(brunos: Pages, pages: Pages) -> None:
    charter = a_draft(brunos)
    assert "Charter of Gwangju" not in pages.open("/charters").text
    brunos.submit(note="First text", button="Publish version 1")
    assert latest_version(charter).number == 1
    assert "Charter of Gwangju" in pages.open("/charters").text


def test_publishing_without_a_note_or_without_a_change_is_refused_on_the_draft_page(brunos: Pages) -> None:
    charter = a_draft(brunos)
    brunos.submit(note="", button="Publish version 1", status=422)
    brunos.submit(note="First text", button="Publish version 1")
    brunos.open(f"/charters/{charter.slug}/draft")
    brunos.submit(note="Again", button="Publish version 2", status=409)
    assert "Nothing has changed since version 1" in brunos.page.text and "Again" in brunos.page.html


def test_a_clause_is_edited_renumbered_added_and_taken_out(brunos: Pages) -> None:
    charter = a_draft(brunos)
    brunos.follow("Edit: Article 1 · 1.")
    assert "Outline" in brunos.page.text and "Article 2" in brunos.page.text, "the form stands in the draft, beside its outline"
    brunos.submit(wording="Everyone has a *warm* home.", number="1bis.", button="Save in the draft")
    assert "Everyone has a warm home." in brunos.page.text and "Save in the draft" not in brunos.page.text
    brunos.follow("Edit: Article 1 · 1bis.")
    brunos.follow("Add a clause here")
    brunos.submit(kind="paragraph", place="after", number="1ter.", wording="And a key.")
    brunos.follow("Edit: Article 1 · 2.")
    brunos.submit(button="Remove this clause")
    assert "Article 1 · 2. has been taken out of the draft." in brunos.page.text
    assert [place.number for place in draft_of(charter, "en")] == ["", "", "Article 1", "1bis.", "1ter.", "Article 2", ""]


def test_the_second_of_two_officials_gets_both_texts_and_can_save_on_the_new_one(brunos: Pages, sign_in: SignIn, bruno: Person) -> None:
    charter = a_draft(brunos)
    other = sign_in(bruno)
    other.open(brunos.page.url)
    for pages in (brunos, other):
        pages.follow("Edit: Article 1 · 1.")
    brunos.submit(wording="Everyone has a warm home.", button="Save in the draft")
    other.submit(wording="Everyone has a safe home.", button="Save in the draft", status=409)
    for words in ("Somebody saved this clause", "warm", "safe"):
        assert words in other.page.text
    assert db.session.scalar(select(func.count(Revision.id)).where(Revision.number == 2)) == 1
    other.submit(wording="Everyone has a warm and safe home.", button="Save in the draft")
    assert draft_of(charter, "en")[3].revision.wording == "Everyone has a warm and safe home."


def test_a_new_number_outlives_the_words_that_a_colleague_saves_on_an_older_page(brunos: Pages, sign_in: SignIn, bruno: Person) -> None:
    charter = a_draft(brunos)
    other = sign_in(bruno)
    other.open(brunos.page.url)
    for pages in (brunos, other):
        pages.follow("Edit: Article 1 · 1.")
    brunos.submit(number="1bis.", button="Save in the draft")
    other.submit(wording="Everyone has a safe home.", button="Save in the draft")
    place = draft_of(charter, "en")[3]
    assert (place.number, place.revision.wording) == ("1bis.", "Everyone has a safe home.")


def test_two_new_numbers_for_one_clause_are_put_before_the_second_official(brunos: Pages, sign_in: SignIn, bruno: Person) -> None:
    charter = a_draft(brunos)
    other = sign_in(bruno)
    other.open(brunos.page.url)
    for pages in (brunos, other):
        pages.follow("Edit: Article 1 · 1.")
    brunos.submit(number="1bis.", button="Save in the draft")
    other.submit(number="1a.", button="Save in the draft", status=409)
    assert draft_of(charter, "en")[3].number == "1bis."
    other.submit(number="1a.", button="Save in the draft")
    assert draft_of(charter, "en")[3].number == "1a."


def test_an_emptied_clause_is_refused_and_a_saved_nothing_says_so(brunos: Pages) -> None:
    a_draft(brunos)
    brunos.follow("Edit: Article 1 · 1.")
    brunos.submit(wording="", button="Save in the draft", status=422)
    brunos.submit(wording="Everyone has a home.", button="Save in the draft")
    assert "Nothing was changed" in brunos.page.text


def test_phases_are_entered_one_step_at_a_time_and_back_only_with_a_reason(brunos: Pages) -> None:
    charter = a_draft(brunos)
    brunos.submit(phase="consultation", button="Enter this phase", status=409)
    assert "Please publish a version first" in brunos.page.text
    brunos.submit(note="First", button="Publish version 1")
    brunos.open(f"/charters/{charter.slug}/draft")
    brunos.submit(phase="consultation", button="Enter this phase")
    brunos.submit(phase="drafting", button="Enter this phase", status=422)
    brunos.submit(phase="drafting", reason="A page was missing.", button="Enter this phase")
    assert charter.phase == "drafting"
    brunos.forge(f"/charters/{charter.slug}/phase", phase="adopted", status=422)


def test_a_draft_is_not_shown_to_strangers_nor_in_an_unknown_language(brunos: Pages, sign_in: SignIn, dov: Person) -> None:
    charter = a_draft(brunos)
    sign_in(dov).open(f"/charters/{charter.slug}/draft", status=403)
    brunos.open(f"/charters/{charter.slug}/draft?language=fr", status=422)
    assert "There is no text in Français." in brunos.page.text
    brunos.open(f"/charters/{charter.slug}/draft?language=xx-nonsense", status=422)
