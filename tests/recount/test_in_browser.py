"""Receipt and check page in a real Chromium: axe-core finds nothing, on a phone and at a desk, left to right and right to left."""

from collections.abc import Callable

from playwright.sync_api import Page

from charterhub.accounts.models import Person
from charterhub.voting.ballot_box import own_receipt
from charterhub.voting.models import VotingRound
from tests.browser import Visits
from tests.voting.conftest import Vote, address, entry_of
from tests.voting.test_in_browser import SCREENS, looked_at, pytestmark, signed_in

__all__ = ["pytestmark", "signed_in"]


@SCREENS
def test_the_receipt_and_what_it_is_good_for(
    width: int, locale: str, signed_in: Callable[..., Page], amina: Person, opened: VotingRound, vote: Vote
) -> None:
    vote(amina, opened, "for", "abstain")
    kept = own_receipt(opened, entry_of(opened, amina))
    assert kept is not None
    page = signed_in(amina, width, locale)
    looked_at(page, f"{address(opened)}/receipt", f"receipt-{locale}-{width}", shows=f"code:text-is('{kept.code}')")
    with page.expect_download() as saved:
        page.click("a[download]")
    assert saved.value.suggested_filename == f"receipt-{opened.id}.json"


@SCREENS
def test_the_page_that_says_what_a_vote_proves(width: int, locale: str, visit: Visits, counted: VotingRound) -> None:
    looked_at(visit(width=width, locale=locale), f"{address(counted)}/check?code=7Q2M", f"check-{locale}-{width}", shows="[name=code]")
