"""The draft in a real Chromium: a clause edited in place with what Word hands over, clauses put in order, languages side by side."""

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.queries import draft_of
from charterhub.extensions import db
from tests.browser import DESK, PHONE, Visits
from tests.charters.conftest import place
from tests.comments.test_in_browser import check, sign_in
from tests.reading.test_alongside import published

pytestmark = pytest.mark.browser
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body>
<p class=MsoNormal style='margin-bottom:8pt'><span style='mso-ansi-language:EN-GB'>A <b style='mso-bidi-font-weight:normal'>safe</b> home<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> with<del>out</del>:<o:p></o:p></span></p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>water</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><span style='font-weight:700'>heat</span></p>
<div style='mso-element:footnote-list'><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> By law.</p></div></div></body></html>"""
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_a_clause_is_edited_in_place_and_clauses_are_put_in_order(visit: Visits, charter: Charter, bruno: Person) -> None:
    page = visit(width=DESK)
    sign_in(page, bruno)
    page.goto(f"/charters/{charter.slug}/draft")
    page.locator("#art_1__para_1").get_by_role("link", name="Edit").click()
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+a")
    page.evaluate(PASTE, WORD)
    page.get_by_role("button", name="Footnote").click()
    page.fill("#editor-note", "See [the code].")
    page.get_by_role("button", name="Insert").click()
    check(page, "a clause open in the draft")
    page.get_by_role("button", name="Save in the draft").click()
    page.wait_for_url("**/draft?language=en#*")
    db.session.expire_all()
    assert draft_of(charter, "en")[1].revision.wording == "A **safe** home^[By law.] with:\n\n- water\n- **heat**^[See (the code).]"
    page.goto(f"/charters/{charter.slug}/draft/en/arrangement?clause={place(charter, 'art_1__para_1').guid}")
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_url("**#row-*")
    check(page, "clauses in order")
    db.session.expire_all()
    assert "safe" in draft_of(charter, "en")[2].revision.wording


def test_translators_and_readers_see_two_languages_side_by_side(visit: Visits, charter: Charter, bruno: Person) -> None:
    published(charter, bruno)
    page = visit(width=PHONE)
    sign_in(page, bruno)
    draft = f"/charters/{charter.slug}/editions"
    for address in (draft, f"{draft}/fr", f"{draft}/fr/passages/{draft_of(charter, 'en')[1].clause.guid}", f"/charters/{charter.slug}/publication"):
        page.goto(address)
        check(page, address)
    reader = visit(width=PHONE, locale="ar", script=False)
    text = f"/charters/{charter.slug}/versions/2"
    reader.goto("/reading-preferences?size=larger&colours=dark&spacing=wide&back=/")
    for address in (f"{text}/en/alongside/fr", f"{text}/ar", f"{text}/ar/articles", f"{text}/en/articles/art_1"):
        reader.goto(address)
        check(reader, f"reader {address}")
