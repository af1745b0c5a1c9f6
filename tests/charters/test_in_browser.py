"""A text pasted from Word in a real Chromium: its headings come along, and Split cuts where the cursor stands."""

import pytest

from charterhub.accounts.models import Person
from charterhub.members.models import Member
from tests.browser import PHONE, Visits
from tests.comments.test_in_browser import check, sign_in

pytestmark = pytest.mark.browser
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "Charter Article 1 Everyone");
  document.getElementById("pasted").dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""
CARET = "area => { area.focus(); area.selectionStart = area.selectionEnd = 'Everyone has a home.'.length; }"


def test_a_pasted_text_keeps_its_headings_and_is_cut_at_the_cursor(visit: Visits, gwangju: Member, bruno: Person) -> None:
    page = visit(width=PHONE)
    sign_in(page, bruno)
    page.goto("/members/gwangju/charters/new")
    page.evaluate(PASTE, "<h1>Charter</h1><h2>Article 1</h2><p>Everyone has a home. <b>Nobody</b> is put out.</p>")
    assert page.inner_text("#pasted-said") == "Headings, lists and emphasis were pasted too."
    check(page, "bring in a text")
    page.get_by_role("button", name="Read the text").click()
    page.locator("fieldset textarea").first.evaluate(CARET)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/imports/*#row-*")
    assert [area.input_value() for area in page.locator("fieldset textarea").all()] == ["Everyone has a home.", "**Nobody** is put out."]
    page.locator("details.outline-more summary").last.click()
    check(page, "correct an outline")
