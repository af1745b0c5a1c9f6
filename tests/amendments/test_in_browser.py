"""The pages of amendments stand up to axe in a real Chromium, on phone and desk."""

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.charters.models import VersionClause
from tests.amendments.conftest import RIVAL, WARM, Redraft
from tests.browser import DESK, PHONE, Visits
from tests.comments.test_in_browser import CLAUSE, check, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_inhabitant_proposes_a_wording(visit: Visits, amina: Person, home: VersionClause, width: int) -> None:
    page = visit(width=width, dark=width == DESK)
    sign_in(page, amina)
    page.goto(f"{CLAUSE}/amendments/new")
    check(page, f"amend {width}")
    page.fill("[name=wording]", WARM.replace("everyone", "every child"))
    page.fill("[name=rationale]", "Homes are cold in winter.")
    page.click("[name=step][value=check]")
    check(page, f"amendment check {width}")
    page.click("[name=step][value=table]")
    page.wait_for_url("**/amendments/1")
    check(page, f"amendment {width}")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_official_decides(visit: Visits, bruno: Person, amendment: Amendment, redraft: Redraft, width: int) -> None:
    redraft(RIVAL)
    page = visit(width=width)
    sign_in(page, bruno)
    page.goto(f"/amendments/{amendment.id}")
    check(page, f"dispose {width}")
    page.goto("/charters/gwangju-charter/amendments")
    check(page, f"amendments {width}")


def test_a_secretary_decides_at_the_desk_by_keyboard_alone(visit: Visits, bruno: Person, rivals: list[Amendment], home: VersionClause) -> None:
    """S and digits, from the first point to the last; the page stands up to axe on phone and desk before."""
    for width in (PHONE, DESK):
        page = visit(width=width)
        sign_in(page, bruno)
        page.goto("/charters/gwangju-charter/desk")
        check(page, f"desk {width}")
        page.goto(f"/charters/gwangju-charter/desk/en/clauses/{home.clause.guid}")
        check(page, f"desk clause {width}")
    page.keyboard.press("1")
    page.keyboard.press("1")
    assert page.evaluate("document.activeElement.id") == "template"
    page.reload()
    assert page.locator(".point input[data-key='1']:checked").count() == 2 and "kept on this device" in page.inner_text(".desk-form")
    page.focus("#template")
    page.keyboard.press("A")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("s")
    page.wait_for_url("**/desk/en")
    check(page, "desk done")
    page.goto(f"/charters/gwangju-charter/desk/en/clauses/{home.clause.guid}")
    assert page.evaluate("Object.keys(localStorage).length") == 0
