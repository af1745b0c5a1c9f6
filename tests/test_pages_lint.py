"""Each rule of the page lint can fail, says why, and lets a sound page pass."""

import pytest

from charterhub.security import CONTENT_SECURITY_POLICY
from tests.page import Page
from tests.page_lint import RULES, faults

HEADERS = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "X-Content-Type-Options": "nosniff"}
SOUND = """<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>Charter of Gwangju</title><link rel="stylesheet" href="/static/a.css"></head>
<body>
<header><a href="#text">To the text</a> <img src="/static/seal.png" alt="Seal of the city"></header>
<main id="text">
<h1>Charter</h1>
<h2>Article 1</h2>
<p>Everyone has the right to a home.</p>
<ul><li>one</li></ul>
<form method="post" action="/comments">
<input type="hidden" name="csrf_token" value="x">
<label for="body">Comment</label> <textarea id="body" name="body" aria-describedby="hint"></textarea>
<p id="hint">Plain words.</p>
<button>Post</button>
</form>
</main>
</body>
</html>
"""


def page(html: str = SOUND, headers: dict[str, str] = HEADERS, url: str = "/charters/gwangju") -> Page:
    return Page(url=url, status=200, html=html, headers=headers)


def test_a_sound_page_has_no_fault() -> None:
    assert faults(page()) == []


FAULTY = {
    "strict_html unclosed": ("<p>Everyone", "<p><b>Everyone", "is not valid HTML in line"),
    "strict_html attribute twice": ('id="text"', 'id="text" id="text"', "is not valid HTML in line 6"),
    "strict_html doctype": ("<!doctype html>\n", "", "is not valid HTML in line 1"),
    "strict_html block in p": ("<p>Everyone has", "<p><div>Everyone</div> has", "is not valid HTML in line 9"),
    "one_title": ("<title>Charter of Gwangju</title>", "<title> </title>", "has no title, an empty one or several"),
    "one_h1 none": ("<h1>Charter</h1>", "<p>Charter</p>", "has 0 h1 elements with text '' where one belongs"),
    "one_h1 two": ("<h2>Article 1</h2>", "<h1>Article 1</h1>", "has 2 h1 elements with text 'Charter' where one belongs"),
    "one_main": ("<main id", "<div id", "has 0 main elements where one belongs"),
    "language_and_direction lang": ('lang="en"', "", "names no language on html (lang='')"),
    "language_and_direction dir": ('lang="en"', 'lang="ar"', "says dir='ltr' on html where lang='ar' is written rtl"),
    "unique_ids twice": ("<h1>", '<h1 id="hint">', "uses the id 'hint' 2 times"),
    "unique_ids space": ("<h1>", '<h1 id="a b">', "has an id that is empty or holds a space: 'a b'"),
    "known_references": ('<p id="hint">', "<p>", '<textarea id="body" name="body"> refers by aria-describedby to #hint, which is not on the page'),
    "known_anchors": ('href="#text"', 'href="#texts"', '<a href="#texts"> leads to a place that is not on the page'),
    "known_anchors by path": ('href="#text"', 'href="/charters/gwangju#no"', '<a href="/charters/gwangju#no"> leads to a place that is not on the page'),
    "known_anchors empty": ('href="#text"', 'href="#"', '<a href="#"> leads to a place that is not on the page'),
    "images_speak": ('alt="Seal of the city"', "", '<img src="/static/seal.png"> has no alt'),
    "links_and_buttons_speak": (">To the text<", "><", '<a href="#text"> says nothing to a screen reader'),
    "headings_step_down_singly": ("<h2>Article 1</h2>", "<h3>Article 1</h3>", "skips from h1 to h3 at “Article 1”"),
    "sound_nesting list": ("<li>one</li>", "<span>one</span>", "<span> stands directly in <ul>"),
    "sound_nesting block": ("<h2>Article 1</h2>", "<h2><div>Article 1</div></h2>", "<div> is a block inside <h2>, which holds only words"),
    "sound_nesting interactive": (">To the text<", "><label>To</label><", '<label> stands inside <a href="#text">'),
    "nothing_left_over": ("Everyone", "%(name)s", "shows what should have been filled in: “y Charter Article 1 %(name)s has the right to a ”"),
    "labelled_fields label": ('<label for="body">Comment</label>', "", '<textarea id="body" name="body"> has no label'),
    "labelled_fields name": ('name="body"', "", '<textarea id="body"> has no name, so what is typed there is never sent'),
    "complete_forms action": (' action="/comments"', "", "<form> has no action"),
    "complete_forms token": ('value="x"', 'value=""', '<form action="/comments"> has no CSRF token'),
    "complete_forms get": ('method="post"', 'method="get"', '<form action="/comments"> would put its CSRF token into an address'),
    "complete_forms method": ('method="post"', 'method="dialog"', "<form action=\"/comments\"> has the method 'dialog'"),
    "complete_forms button": ("<button>", '<button type="button">', '<form action="/comments"> has no button, so it cannot be sent without script'),
    "complete_forms file": ("<button>", '<input type="file" name="f" aria-label="File"><button>', '<form action="/comments"> takes a file but is not sent as multipart/form-data'),
    "no_inline_code script": ("</main>", "<script>1</script></main>", "has an inline script"),
    "no_inline_code style": ("<h1>", '<h1 style="color:red">', "<h1> has inline style"),
    "no_inline_code on": ("<h1>", '<h1 onclick="x()">', "<h1> has inline script in onclick"),
    "no_inline_code address": ('href="#text"', 'href="javascript:x()"', '<a href="javascript:x()"> has script in href'),
    "only_our_host": ('href="/static/a.css"', 'href="https://elsewhere.example/a.css"', '<link href="https://elsewhere.example/a.css"> is fetched from another host'),
}


@pytest.mark.parametrize(("sound", "faulty", "sentence"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_page_is_told_its_fault(sound: str, faulty: str, sentence: str) -> None:
    assert sound in SOUND
    found = faults(page(SOUND.replace(sound, faulty, 1)))
    assert any(fault.startswith(sentence) for fault in found), found


POLICIES = {
    "strict_policy none": ("", "has no Content-Security-Policy"),
    "strict_policy default": ("default-src *; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", "has a Content-Security-Policy without a strict default-src"),
    "strict_policy inline": (CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), "has a Content-Security-Policy whose script-src allows 'unsafe-inline'"),
    "strict_policy frames": (CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", ""), "has a Content-Security-Policy that leaves frame-ancestors open"),
}


@pytest.mark.parametrize(("policy", "sentence"), POLICIES.values(), ids=POLICIES)
def test_a_loose_policy_is_a_fault(policy: str, sentence: str) -> None:
    assert sentence in faults(page(headers={**HEADERS, "Content-Security-Policy": policy}))


def test_a_page_whose_type_may_be_guessed_is_a_fault() -> None:
    assert "does not forbid guessing its type (X-Content-Type-Options)" in faults(page(headers={**HEADERS, "X-Content-Type-Options": ""}))


def test_every_rule_is_seen_to_fail_by_a_case_above() -> None:
    seen = {name.split()[0] for name in [*FAULTY, *POLICIES]} | {"no_sniffing"}
    assert seen == {rule.__name__ for rule in RULES}
