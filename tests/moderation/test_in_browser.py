"""The pages of moderation in a real Chromium: axe-core finds nothing, on a phone from right to left and at a desk."""

import pytest

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.moderation.models import Case
from charterhub.moderation.operations import appeal
from charterhub.transaction import transaction
from tests.browser import DESK, PHONE, Visits, check_axe, check_no_sideways_scroll, screenshot
from tests.world import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "locale"), [(PHONE, "ar"), (DESK, "en")])
def test_everybody_finds_their_way_through_a_case(width: int, locale: str, visit: Visits, hidden: Case, amina: Person, bruno: Person, hana: Person) -> None:
    with transaction():
        appeal(amina, hidden, "I named nobody.")
    base, case = "/charters/gwangju-charter/moderation", f"/cases/{hidden.id}"
    pages = {None: [base, "/charters/gwangju-charter/numbers"], amina: [case, "/my/comments"], bruno: [f"{case}/decision"], hana: [f"{base}/work", f"{base}/rules", f"{base}/decided", f"{case}/decision"]}
    for person, addresses in pages.items():
        page = visit(width=width, locale=locale)
        if person is not None:
            person.locale = locale
            db.session.commit()
            page.goto("/sign-in")
            page.fill("[name=email]", person.email)
            page.fill("[name=password]", PASSWORD)
            page.press("[name=password]", "Enter")
            page.wait_for_url(lambda url: "sign-in" not in url)
        for address in addresses:
            answer = page.goto(address)
            assert answer is not None and answer.ok
            check_axe(page)
            check_no_sideways_scroll(page)
            screenshot(page, f"moderation {address} {person.id if person else 'visitor'} {locale} {width}")
