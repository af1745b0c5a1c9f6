"""Deciding on an amendment, as an official sees it."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Disposition
from charterhub.charters.models import VersionClause
from charterhub.extensions import db
from tests.amendments.conftest import BOTH, CHEAP, CHEAP_AND_WARM, HOME, RIVAL, VISITS, WARM, Redraft, draft_of_home
from tests.looking import count, texts
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/amendments/new"


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


def test_a_draft_that_moved_before_is_merged_and_said(
    bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft, sign_in: SignIn
) -> None:
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
def test_a_decision_on_no_revision_of_this_clause_is_refused(bruno: Person, amendment: Amendment, sign_in: SignIn, revision: str) -> None:
    pages = sign_in(bruno)
    pages.open(f"/amendments/{amendment.id}")
    answer = pages.client.post(f"/amendments/{amendment.id}/disposition")
    assert answer.status_code == 400
    pages.forge(
        f"/amendments/{amendment.id}/disposition",
        decision="adopt",
        reason="Yes.",
        draft_revision=revision,
        status=422 if revision in ("", "x") else 400,
    )
    assert count(Disposition) == 0


def test_inhabitants_do_not_decide(minjun: Person, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(minjun)
    pages.open(CLAUSE)
    pages.forge(f"/amendments/{amendment.id}/disposition", decision="reject", reason="No.", status=403)
