"""The pages of amendments as a person sees them, without script."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Disposition
from charterhub.amendments.operations import adopt_amendment, reject_amendment, table_amendment
from charterhub.charters.models import Charter, VersionClause
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.amendments.conftest import BOTH, CHEAP, CHEAP_AND_WARM, HOME, RIVAL, VISITS, WARM, Clauses, Redraft, draft_of_home
from tests.page import Page, text_of
from tests.pages import Pages
from tests.world import in_phase

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/amendments/new"


def texts(page: Page, tag: str) -> list[str]:
    return [text_of(element) for element in page.all(tag)]


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


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
    [(HOME, "No change.", "the wording as it stands"), ("  ", "Empty.", "Please write something"), (WARM, "", "Please write something"), ("a\u202eb", "Turned.", "invisible one")],
)
def test_what_cannot_be_tabled_is_shown_again_with_the_reason(
    amina: Person, home: VersionClause, sign_in: SignIn, wording: str, rationale: str, sentence: str
) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    page = pages.submit(wording=wording, rationale=rationale, button="See the changes", status=422)
    assert sentence in page.text
    assert texts(page, "textarea") == [wording.strip(), rationale]


def test_a_heading_alone_is_explained(amina: Person, home: VersionClause, sign_in: SignIn) -> None:
    page = sign_in(amina).open(NEW.replace("art_1__para_1", "art_1"))
    assert "This clause is only a heading" in page.text
    assert page.all("textarea") == []


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


# Disposing


def test_an_official_adopts_as_tabled(bruno: Person, home: VersionClause, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(bruno)
    form = pages.open(f"/amendments/{amendment.id}")
    assert texts(form, "textarea")[0] == WARM
    page = pages.submit(decision="adopt", reason="Agreed.", button="Decide")
    assert "Agreed." in page.text and page.h1 == "Amendment 1"
    assert (draft_of_home(home).wording, db.session.get_one(Disposition, amendment.id).outcome) == (WARM, "adopted")


def test_an_official_adopts_in_other_words_which_are_then_shown(bruno: Person, home: VersionClause, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(bruno)
    pages.open(f"/amendments/{amendment.id}")
    page = pages.submit(decision="modify", wording=HOME.replace("safe", "warm"), reason="Shorter.", button="Decide")
    assert "The wording that was adopted" in page.text and HOME.replace("safe", "warm") in page.text


def test_an_official_rejects_with_a_reason(bruno: Person, home: VersionClause, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(bruno)
    pages.open(f"/amendments/{amendment.id}")
    assert "rejected" in pages.submit(decision="reject", reason="Not a matter of this charter.", button="Decide").text
    assert draft_of_home(home).wording == HOME


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"decision": "reject", "reason": " "}, "Please write something"),
        ({"reason": "No choice."}, "Please choose one of these"),
        ({"decision": "adopt", "reason": "Yes.", "wording": "Something else."}, "You have changed the wording"),
        ({"decision": "modify", "reason": "Yes.", "wording": " "}, "Please write something"),
        ({"decision": "modify", "reason": "Yes.", "wording": HOME}, "To leave the draft so, reject"),
        ({"decision": "modify", "reason": "Yes.", "wording": "a\u202eb"}, "invisible one"),
    ],
)
def test_a_decision_that_cannot_be_taken_is_shown_again_with_the_reason(
    bruno: Person, home: VersionClause, amendment: Amendment, sign_in: SignIn, typed: dict[str, str], sentence: str
) -> None:
    pages = sign_in(bruno)
    pages.open(f"/amendments/{amendment.id}")
    page = pages.submit(typed, button="Decide", status=422)
    assert sentence in page.text
    assert texts(page, "textarea")[0] == typed.get("wording", WARM).strip()
    assert (count(Disposition), draft_of_home(home).wording) == (0, HOME)


def test_a_draft_that_moved_while_deciding_is_shown_and_the_decision_can_be_given_again(
    bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft, sign_in: SignIn
) -> None:
    pages = sign_in(bruno)
    pages.open(f"/amendments/{amendment.id}")
    redraft(VISITS)
    page = pages.submit(decision="adopt", reason="Agreed.", button="Decide", status=409)
    assert "Somebody changed the draft while you were deciding" in page.text
    assert "or studies" in texts(page, "ins")
    assert count(Disposition) == 0
    pages.submit(decision="modify", wording=BOTH, reason="Agreed, both.", button="Decide")
    assert draft_of_home(home).wording == BOTH


def test_a_draft_that_moved_before_is_merged_and_said(bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft, sign_in: SignIn) -> None:
    redraft(VISITS)
    page = sign_in(bruno).open(f"/amendments/{amendment.id}")
    assert "Both changes fit together" in page.text
    assert texts(page, "textarea")[0] == BOTH


@pytest.mark.parametrize(
    ("draft", "sentence", "offered"),
    [(CHEAP, "change words that stand side by side", CHEAP_AND_WARM), (RIVAL, "add words at the same place", RIVAL)],
    ids=["review", "conflict"],
)
def test_a_rival_draft_leaves_the_wording_to_a_person_and_says_why(
    bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft, sign_in: SignIn, draft: str, sentence: str, offered: str
) -> None:
    redraft(draft)
    pages = sign_in(bruno)
    page = pages.open(f"/amendments/{amendment.id}")
    assert sentence in page.text
    assert texts(page, "textarea")[0] == offered
    assert "Adopt as tabled" not in page.text
    pages.forge(f"/amendments/{amendment.id}/disposition", decision="adopt", reason="Yes.", draft_revision=str(draft_of_home(home).id), status=422)
    assert count(Disposition) == 0


@pytest.mark.parametrize("revision", ["", "x", "999999", "1", "-1"])
def test_a_decision_on_no_revision_of_this_clause_is_refused(
    bruno: Person, amendment: Amendment, sign_in: SignIn, revision: str
) -> None:
    pages = sign_in(bruno)
    pages.open(f"/amendments/{amendment.id}")
    answer = pages.client.post(f"/amendments/{amendment.id}/disposition")
    assert answer.status_code == 400
    pages.forge(f"/amendments/{amendment.id}/disposition", decision="adopt", reason="Yes.", draft_revision=revision, status=422 if revision in ("", "x") else 400)
    assert count(Disposition) == 0


def test_inhabitants_do_not_decide(minjun: Person, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(minjun)
    pages.open(CLAUSE)
    pages.forge(f"/amendments/{amendment.id}/disposition", decision="reject", reason="No.", status=403)


# Lists


def test_the_list_costs_the_same_for_one_and_for_three(
    pages: Pages, amina: Person, minjun: Person, bruno: Person, clause: Clauses, amendment: Amendment
) -> None:
    one = len(pages.open("/charters/gwangju-charter/amendments", queries=8).statements)
    with transaction():
        for which in (1, 2):
            table_amendment(minjun, clause(f"art_2__para_{which}"), f"Another {which}.", "Because.")
        reject_amendment(bruno, amendment, "No.")
    page = pages.open("/charters/gwangju-charter/amendments")
    assert len(page.statements) == one
    assert [text_of(cell) for cell in page.all("th") if cell.get("scope") == "row"] == ["Amendment 1", "Amendment 2", "Amendment 3"]
    assert "3 amendments" in page.text and "rejected 1" in page.text and "open 2" in page.text


def test_the_clause_page_lists_its_amendments_with_their_state(pages: Pages, bruno: Person, amendment: Amendment) -> None:
    with transaction():
        adopt_amendment(bruno, amendment, "Agreed.")
    page = pages.open(CLAUSE)
    assert "Amendment 1 adopted" in page.text_at("amendments")


def test_an_empty_list_says_so(pages: Pages, home: VersionClause) -> None:
    assert "No amendment has been tabled yet" in pages.open("/charters/gwangju-charter/amendments").text


def test_an_amendment_that_is_not_there_is_not_found(pages: Pages, home: VersionClause) -> None:
    pages.open("/amendments/999", status=404)
