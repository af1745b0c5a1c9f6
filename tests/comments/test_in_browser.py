"""Words selected in a real Chromium become the target of a comment; the pages of comments stand up to axe on phone and desk."""

import pytest
from playwright.sync_api import Page

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.comments.models import Comment
from charterhub.extensions import db
from tests.browser import DESK, PHONE, Visits, check_axe, check_no_sideways_scroll, screenshot
from tests.comments.conftest import Clauses, Publish
from tests.world import PASSWORD

pytestmark = pytest.mark.browser
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
SELECT = """words => {
    const text = document.querySelector("[data-eid] p").firstChild;
    const start = text.data.indexOf(words);
    document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
}"""


def sign_in(page: Page, person: Person) -> None:
    page.goto("/sign-in")
    page.fill("[name=email]", person.email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main button").first.click()
    page.wait_for_load_state()


def check(page: Page, name: str) -> None:
    check_axe(page)
    check_no_sideways_scroll(page)
    screenshot(page, name)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_selected_words_become_a_comment(visit: Visits, amina: Person, charter: Charter, width: int, locale: str) -> None:
    amina.locale = locale[:2]
    db.session.commit()
    page = visit(width=width, locale=locale)
    sign_in(page, amina)
    page.goto(CLAUSE)
    page.evaluate(SELECT, "safe and affordable")
    page.click(".selection-offer")
    check(page, f"comment form {locale} {width}")
    page.fill("[name=body]", "For whom is that affordable?\nAnd who decides?")
    page.click("[name=step][value=preview]")
    check(page, f"comment preview {locale} {width}")
    page.click("[name=step][value=publish]")
    page.wait_for_url("**#comment-*")
    check(page, f"comment thread {locale} {width}")
    comment = db.session.query(Comment).one()
    assert comment.revision.plain[slice(*comment.span)] == comment.exact == "safe and affordable"


WORDING = (
    "Café für alle 👩‍👩‍👧‍👦 und 🇰🇷: كُلُّ إِنسانٍ حُرٌّ؛ 모든 사람은 자유롭다.\r\nZweite Zeile mit cafe\u0301 und q\u0323\u0307.\r\n\r\n"
    "A **third** paragraph 🏳️‍🌈 has *marks*."
)
SELECT_ANYWHERE = """words => {
    const walker = document.createTreeWalker(document.querySelector("[data-eid]"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const whole = nodes.map((node) => node.data).join("");
    const place = (at, end) => {
        for (const node of nodes) { if (at < node.length + (end ? 1 : 0)) return [node, at]; at -= node.length; }
    };
    const start = whole.indexOf(words);
    document.getSelection().setBaseAndExtent(...place(start, false), ...place(start + words.length, true));
}"""
OFFERED = """() => Object.fromEntries(new URL(document.querySelector(".selection-offer").href).searchParams)"""


def test_every_script_is_selected_at_its_code_points_and_by_touch(
    visit: Visits, amina: Person, clause: Clauses, charter: Charter, publish: Publish
) -> None:
    publish({"art_1__para_1": WORDING})
    plain = clause("art_1__para_1", version=2).revision.plain
    page = visit(width=PHONE, has_touch=True)
    sign_in(page, amina)
    page.goto(CLAUSE.replace("versions/1", "versions/2"))
    chosen = ("👩‍👩‍👧‍👦", "🇰🇷", "إِنسانٍ حُرٌّ", "사람은 자유", "자유롭다.\nZweite", "caf\u00e9 und q\u0323\u0307", "third paragraph 🏳️‍🌈 has marks")
    for words in chosen:
        page.evaluate(SELECT_ANYWHERE, words)
        page.wait_for_function("words => new URL(document.querySelector('.selection-offer')?.href ?? 'a:').searchParams.get('exact') === words", arg=words)
        offered = page.evaluate(OFFERED)
        assert plain[int(offered["start"]) : int(offered["end"])] == words
        assert plain.count(offered["prefix"] + words + offered["suffix"]) == 1
    page.locator(".selection-offer").tap()
    page.wait_for_url("**/comments/new?**")
    assert page.locator("mark").inner_text() == chosen[-1]
    page.fill("[name=body]", "Lost connection?")
    form = page.url
    page.goto(CLAUSE)
    page.goto(form)
    assert page.locator("[name=body]").input_value() == "Lost connection?"
    page.keyboard.press("Tab")
    for button in ("preview", "publish"):
        page.click(f"[name=step][value={button}]")
    page.wait_for_url("**#comment-*")
    comment = db.session.query(Comment).one()
    assert comment.revision.plain[slice(*comment.span)] == comment.exact == chosen[-1]
    page.wait_for_function("() => Object.keys(localStorage).length === 0")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_officials_read_and_answer(visit: Visits, bruno: Person, comment: Comment, publish: Publish, width: int) -> None:
    publish({"art_1__para_1": "Everyone who lives in Gwangju has the right to a safe, warm and affordable home."})
    page = visit(width=width)
    sign_in(page, bruno)
    page.goto(CLAUSE.replace("versions/1", "versions/2"))
    check(page, f"comment carried {width}")
    page.goto("/charters/gwangju-charter/comments")
    check(page, f"inbox {width}")
    page.goto(f"/comments/{comment.id}/answer")
    check(page, f"answer {width}")
