"""A roll call in a real Chromium: axe-core finds nothing, on a phone and at a desk, left to right and right to left."""

from collections.abc import Callable

from playwright.sync_api import Page

from charterhub.accounts.models import Person
from charterhub.roll_calls.operations import answer_roll_call
from charterhub.transaction import transaction
from charterhub.voting.members_roll import MemberOnRoll
from tests.roll_calls.test_operations import FOR
from tests.roll_calls.test_views import address
from tests.voting.test_in_browser import SCREENS, looked_at, pytestmark, signed_in

__all__ = ["pytestmark", "signed_in"]


@SCREENS
def test_the_roll_and_the_form_of_a_delegate(
    width: int, locale: str, signed_in: Callable[..., Page], bruno: Person, line: MemberOnRoll
) -> None:
    with transaction():
        answer_roll_call(bruno, line, FOR, "Deputy mayor", "For everybody who rents.\nمن أجل الجميع")
    page = signed_in(bruno, width, locale)
    looked_at(page, address(line.round), f"roll-call-{locale}-{width}", shows=".statement")
    looked_at(page, f"{address(line.round)}/gwangju", f"answer-{locale}-{width}", shows="[type=radio]:checked")
