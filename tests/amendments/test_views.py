"""The pages of amendments as a person sees them, without script."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import table_amendment
from charterhub.charters.models import Charter, VersionClause
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.amendments.conftest import HOME, VISITS, WARM, Redraft
from tests.looking import count, texts
from tests.pages import Pages
from tests.world import in_phase

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/amendments/new"


def test_an_inhabitant_writes_sees_the_changes_and_tables(amina: Person, home: VersionClause, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    assert texts(pages.open(NEW), "textarea")[0] == HOME
    check = pages.submit(wording=WARM, rationale="Homes are cold.\nIn winter.", button="See the changes")
    assert (texts(check, "ins"), texts(check, "del")) == ([", warm"], [])
    assert WARM in check.text and "“Heron 21”" in check.text
    assert count(Amendment) == 0
    page = pages.submit(button="Table the amendment")
    amendment = db.session.scalars(select(Amendment)).one()
    assert (amendment.wording, amendment.rationale, amendment.shown_as) == (WARM, "Homes are cold.\nIn winter.", "Heron 21")
    assert page.url == f"/amendments/{amendment.id}"
    assert page.h1 == "Amendment 1"


def test_changing_ones_mind_keeps_everything_in_the_form(amina: Person, home: VersionClause, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    pages.submit(wording=WARM, rationale="Cold.", appearance="name", button="See the changes")
    form = pages.submit(button="Change it")
    assert texts(form, "textarea") == [WARM, "Cold."]
    assert [box.get("value") for box in form.all("input") if "checked" in box.attrib] == ["name"]


@pytest.mark.parametrize(
    ("wording", "rationale", "sentence"),
    [
        (HOME, "No change.", "the wording as it stands"),
        ("  ", "Empty.", "Please write something"),
        (WARM, "", "Please write something"),
        ("a\u202eb", "Turned.", "invisible one"),
    ],
)
def test_what_cannot_be_tabled_is_shown_again_with_the_reason(
    amina: Person, home: VersionClause, sign_in: SignIn, wording: str, rationale: str, sentence: str
) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    page = pages.submit(wording=wording, rationale=rationale, button="See the changes", status=422)
    assert sentence in page.text
    assert texts(page, "textarea") == [wording.strip(), rationale]


def test_a_text_that_changed_meanwhile_is_shown_and_one_goes_on_with_nothing_lost(
    amina: Person, home: VersionClause, redraft: Redraft, publish: Callable[[], object], sign_in: SignIn
) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    redraft(VISITS)
    publish()
    page = pages.submit(wording=WARM, rationale="Cold.", button="See the changes", status=409)
    assert page.h1 == "This clause has changed in the meantime"
    assert (texts(page, "ins"), WARM in page.text) == (["or studies"], True)
    form = pages.submit(button="Go on with the text of version 2")
    assert texts(form, "textarea") == [WARM, "Cold."]
    assert "/versions/2/" in form.url


@pytest.mark.parametrize("phase", ["consultation", "voting"])
def test_outside_the_amending_phase_the_reason_is_told(amina: Person, charter: Charter, home: VersionClause, sign_in: SignIn, phase: str) -> None:
    in_phase(charter, phase)
    sign_in(amina).open(NEW, status=403)


def test_strangers_and_visitors_cannot_table(dov: Person, pages: Pages, home: VersionClause, sign_in: SignIn) -> None:
    sign_in(dov).open(NEW, status=403)
    assert "amendments" in pages.open(NEW).url.split("next=")[1]


def test_everyone_reads_an_amendment_and_only_its_proposer_may_withdraw_it(
    pages: Pages, amina: Person, minjun: Person, amendment: Amendment, sign_in: SignIn
) -> None:
    for reader in (pages, sign_in(minjun)):
        page = reader.open(f"/amendments/{amendment.id}", queries=10)
        assert "Homes are cold in winter." in page.text and "Tabled by Heron 21" in page.text
        assert "Withdraw" not in page.text and "Decide" not in page.text
    own = sign_in(amina)
    own.open(f"/amendments/{amendment.id}")
    assert "withdrawn" in own.submit(button="Withdraw").text


def test_script_in_an_amendment_is_harmless_text(pages: Pages, amina: Person, home: VersionClause) -> None:
    with transaction():
        amendment = table_amendment(amina, home, HOME + " <script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    page = pages.open(f"/amendments/{amendment.id}")
    assert "<script>alert" not in page.html and "<img" not in page.html
