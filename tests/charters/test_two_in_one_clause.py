"""Colleagues are told who has a clause open; nothing typed is lost; two texts that fit together are put together."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter, UnsentText
from charterhub.charters.operations import create_charter, remove_clause
from charterhub.charters.queries import draft_of
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.members.models import Member
from tests.charters.conftest import SignIn, place
from tests.pages import Pages
from tests.world import person_named

EDIT = "Edit: Article 1 Right to a home · 2."


@pytest.fixture
def yuna(gwangju: Member) -> Person:
    """Another official of Gwangju."""
    return person_named("Yuna Park", "City Hall 8", Role(name="official", member_id=gwangju.id))


def opened(pages: Pages, charter: Charter) -> Pages:
    pages.open(f"/charters/{charter.slug}/draft")
    pages.follow(EDIT)
    pages.follow("On a page of its own")
    return pages


def keeps(pages: Pages, charter: Charter, **more: Any) -> None:
    """What the page's script sends while somebody writes."""
    names = ("base_revision", "base_number", "number", "heading")
    fields = {control.get("name", ""): control.get("value", "") for control in opened(pages, charter).page.all("input") if control.get("name") in names}
    pages.forge(pages.page.url + "/unsent", {**fields, **more})


def test_a_colleague_is_told_and_typed_text_waits_for_its_author(charter: Charter, bruno: Person, yuna: Person, sign_in: SignIn, later: Any) -> None:
    brunos, yunas = opened(sign_in(bruno), charter), opened(sign_in(yuna), charter)
    assert "Bruno Ahn" not in yunas.page.text
    keeps(brunos, charter)
    keeps(brunos, charter, wording="Nobody is put out of a")
    assert "Bruno Ahn has this clause open since" in opened(yunas, charter).page.text
    yunas.open(f"/charters/{charter.slug}/draft")
    assert "Bruno Ahn is in this clause" in yunas.page.text
    assert "Bruno Ahn has this clause open since" in yunas.follow(EDIT).text
    opened(brunos, charter)
    assert "You typed something here and did not save it" in brunos.page.text and "Bruno Ahn has" not in brunos.page.text
    brunos.follow("Take it up again")
    assert "Nobody is put out of a<" in brunos.page.html
    later(timedelta(minutes=16))
    assert "Bruno Ahn" not in opened(yunas, charter).page.text
    brunos.submit(wording="Nobody is put out.", button="Save in the draft")
    assert db.session.scalar(select(func.count()).select_from(UnsentText)) == 0


def test_typed_text_can_be_given_up_and_is_kept_for_drafters_alone(charter: Charter, bruno: Person, dov: Person, sign_in: SignIn) -> None:
    brunos, dovs = opened(sign_in(bruno), charter), sign_in(dov)
    address = brunos.page.url + "/unsent"
    dovs.open("/account")
    dovs.forge(address, wording="x", status=403)
    keeps(brunos, charter, wording="Half a")
    opened(brunos, charter).submit(button="Give it up")
    assert "is gone" in brunos.page.text and "did not save it" not in brunos.page.text


@pytest.mark.parametrize(
    ("mine", "said", "kept"),
    [
        ("Nobody is put out of a home without the offer of another home.", "put together below", "No person is put out of a home without the offer of another home."),
        ("Not a soul is put out of a home without an offer of another.", "Put in what you want to keep", "Not a soul is put out of a home without an offer of another."),
    ],
)
def test_the_second_save_shows_both_texts(charter: Charter, bruno: Person, yuna: Person, sign_in: SignIn, mine: str, said: str, kept: str) -> None:
    brunos, yunas = opened(sign_in(bruno), charter), opened(sign_in(yuna), charter)
    brunos.submit(wording="No person is put out of a home without an offer of another.", button="Save in the draft")
    yunas.submit(wording=mine, button="Save in the draft", status=409)
    assert said in yunas.page.text
    yunas.submit(button="Save in the draft")
    assert draft_of(charter, "en")[2].revision.wording == kept


def test_a_reference_is_typed_in_brackets_and_leads_to_its_clause(charter: Charter, bruno: Person, sign_in: SignIn, pages: Pages) -> None:
    brunos = opened(sign_in(bruno), charter)
    brunos.submit(wording="Nobody is put out, see [[article 2, 1]] and [[article 9]].", button="Save in the draft")
    guid = place(charter, "art_2__para_1").guid
    assert draft_of(charter, "en")[2].revision.wording == f"Nobody is put out, see [Article 2, 1](clause:{guid}) and [[article 9]]."
    pages.open(f"/clauses/{guid}")
    assert pages.page.url.endswith("/versions/1/en/clauses/art_2__para_1")
    pages.open("/clauses/none", status=404)


def test_a_reference_to_a_clause_taken_out_is_told_before_publishing(charter: Charter, bruno: Person, sign_in: SignIn) -> None:
    brunos = opened(sign_in(bruno), charter)
    brunos.submit(wording="Nobody is put out, see [[Article 2, 1]].", button="Save in the draft")
    remove_clause(bruno, place(charter, "art_2__para_1"))
    db.session.commit()
    brunos.open(f"/charters/{charter.slug}/publication", queries=20)
    assert "Article 1 Right to a home · 2. refers to a clause that is no longer in the draft." in brunos.page.text


def test_a_longer_draft_takes_no_more_queries(gwangju: Member, bruno: Person, sign_in: SignIn) -> None:
    brunos, taken = sign_in(bruno), []
    for clauses in (12, 120):
        items = [Item("article", 0, f"Article {count}", wording=f"Words {count}.") for count in range(1, clauses + 1)]
        charter = create_charter(bruno, gwangju, "en", f"Charter of {clauses}", Outline("", "en", items))
        db.session.commit()
        address = f"/charters/{charter.slug}/draft"
        edit = f"{address}/en/clauses/{place(charter, 'art_3').guid}"
        in_place = f"{address}?edit={place(charter, 'art_3').guid}"
        taken.append([len(brunos.open(each).statements) for each in (address, edit, in_place, f"{address}/en/arrangement")])
    assert taken[0] == taken[1]
