"""A wording becomes safe HTML, and its plain text is what a browser calls the text content."""

import html5lib
import pytest

from charterhub.text.render import MOST_LINKS, plain, rendered

GUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
SHOWN = {
    "plain": ("Everyone has a home.", "<p>Everyone has a home.</p>"),
    "emphasis": ("a *b* **c** snake_case_word", "<p>a <em>b</em> <strong>c</strong> snake_case_word</p>"),
    "two paragraphs": ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
    "line break": ("One  \ntwo", "<p>One<br>\ntwo</p>"),
    "number is text": ("1. Not a list", "<p>1. Not a list</p>"),
    "sharp is text": ("# Not a heading", "<p># Not a heading</p>"),
    "bullet is text": ("- Not a list", "<p>- Not a list</p>"),
    "code is text": ("`x`", "<p>`x`</p>"),
    "image is text": ("![seal](https://x.example/a.png)", "<p>![seal](https://x.example/a.png)</p>"),
    "escaped": (r"2 \* 3 \[x\]", "<p>2 * 3 [x]</p>"),
    "ampersand": ("R & B &amp; &nbsp;", "<p>R &amp; B &amp;amp; &amp;nbsp;</p>"),
    "link": ("[law](https://x.example/?a=1&b=2)", '<p><a href="https://x.example/?a=1&amp;b=2" rel="nofollow noopener noreferrer">law</a></p>'),
    "script": ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    "handler": ('<b onclick="x()">', '<p>&lt;b onclick="x()"&gt;</p>'),
    "empty": ("", ""),
    "bulleted list": ("These:\n\n- a *home*\n- water", "<p>These:</p>\n<ul>\n<li>a <em>home</em></li>\n<li>water</li>\n</ul>"),
    "numbered list": ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
    "numbers that do not count up are text": ("1. one\n3. three", "<p>1. one\n3. three</p>"),
    "lines of a paragraph are no list": ("- a  \n- b", "<p>- a<br>\n- b</p>"),
    "footnote": ("a home^[At a fair *rent*.] for all", '<p>a home<span class="footnote"> (At a fair <em>rent</em>.)</span> for all</p>'),
    "cross-reference": (f"see [Article 3](clause:{GUID})", f'<p>see <a class="reference" href="/clauses/{GUID}">Article 3</a></p>'),
    "term": (f"all [inhabitants](term:{GUID})", f'<p>all <a class="term" href="/clauses/{GUID}">inhabitants</a></p>'),
    "definition": ("an [inhabitant](term:) is", "<p>an <dfn>inhabitant</dfn> is</p>"),
    "a reference to nothing is no link": ("[x](clause:../../etc)", '<p><a rel="nofollow noopener noreferrer">x</a></p>'),
}


@pytest.mark.parametrize(("wording", "html"), SHOWN.values(), ids=SHOWN)
def test_a_wording_is_shown_as(wording: str, html: str) -> None:
    assert rendered(wording).html == html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//x.example", "/charters", "vbscript:x", "&#106;avascript:x"])
def test_a_link_elsewhere_than_the_web_or_mail_is_no_link(address: str) -> None:
    assert "href" not in rendered(f"[x]({address})").html


CONTENTS = [*(wording for wording, _html in SHOWN.values()), "حقّ *السكن*", "권리 **모두**\n\n둘", "no\u00a0break", "a &lt; b < c", "\\\\ \\*", "é e\u0301"]


@pytest.mark.parametrize("wording", CONTENTS)
def test_the_plain_text_is_the_text_content_a_browser_sees(wording: str) -> None:
    shown = rendered(wording)
    element = html5lib.parseFragment(shown.html, namespaceHTMLElements=False)
    assert shown.plain == plain(shown.html) == "".join(element.itertext())


@pytest.mark.parametrize("wording", ["[" * 20_000, "[a](" * 5_000, "**a " * 5_000, "[a](<" * 4_000, "*a" * 10_000, "\\" * 20_000])
def test_text_made_to_be_slow_loses_no_sign_of_its_words(wording: str) -> None:
    assert set(wording) - set("\\*") <= set(rendered(wording).plain)


def test_a_text_with_more_brackets_than_links_could_use_has_no_links() -> None:
    assert "<a" in rendered("[x](https://x.example) " * MOST_LINKS).html
    assert "<a" not in rendered("[x](https://x.example) " * (MOST_LINKS + 1)).html
