"""What is wrong with a page, in sentences: the rules that every page opened by any test is held to.

`strict_html` follows the HTML standard's parse errors, `sound_nesting` its content models (https://html.spec.whatwg.org/);
the others WCAG 2.2 (1.1.1, 1.3.1, 2.4.2, 2.4.4, 3.1.1, 4.1.2).
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from html5lib.constants import E as PARSE_ERRORS

from tests.page import Page, shown, text_of
from tests.page_forms import complete_forms, labelled_fields
from tests.page_policy import no_inline_code, no_sniffing, only_our_host, strict_policy

RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "ur", "yi"}
ID_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-errormessage",
                 "aria-activedescendant", "aria-flowto", "for", "form", "list", "headers", "popovertarget")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INTERACTIVE = {"a", "button", "select", "textarea", "input", "label", "details"}
INTERACTIVE_PARENTS = {"a", "button"}
PHRASING_PARENTS = {*HEADINGS, "p", "span", "button", "label", "em", "strong", "summary", "legend", "mark", "small", "time",
                    "abbr", "code", "q", "cite", "sub", "sup", "b", "i", "u", "s", "pre"}
BLOCKS = {*HEADINGS, "div", "p", "ul", "ol", "dl", "table", "form", "section", "article", "aside", "nav", "header", "footer",
          "main", "fieldset", "blockquote", "figure", "details", "address", "hr", "pre"}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"td", "th"}}
LEFT_OVER = re.compile(r"%\(\w+\)[sd]|\{\{|\}\}|\{%| object at 0x[0-9a-f]+")


def strict_html(page: Page) -> Iterator[str]:
    lines = page.html.splitlines() or [""]
    for (line, _column), code, facts in page.parser.errors:
        where = lines[min(line, len(lines)) - 1].strip()[:120]
        yield f"is not valid HTML in line {line}: {PARSE_ERRORS[code] % facts} – “{where}”"


def one_title(page: Page) -> Iterator[str]:
    titles = [title for title in page.all("title") if page.parents[title].tag == "head"]
    if len(titles) != 1 or not text_of(titles[0]):
        yield "has no title, an empty one or several"


def one_h1(page: Page) -> Iterator[str]:
    if len(page.all("h1")) != 1 or not page.h1:
        yield f"has {len(page.all('h1'))} h1 elements with text {page.h1!r} where one belongs"


def one_main(page: Page) -> Iterator[str]:
    if len(page.all("main")) != 1:
        yield f"has {len(page.all('main'))} main elements where one belongs"


def language_and_direction(page: Page) -> Iterator[str]:
    html = page.elements[0]
    language, direction = html.get("lang", ""), html.get("dir", "")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        yield f"names no language on html (lang={language!r})"
    expected = "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
    if direction != expected:
        yield f"says dir={direction!r} on html where lang={language!r} is written {expected}"


def unique_ids(page: Page) -> Iterator[str]:
    for name, count in page.ids.items():
        if count > 1:
            yield f"uses the id {name!r} {count} times"
        if not name or re.search(r"\s", name):
            yield f"has an id that is empty or holds a space: {name!r}"


def known_references(page: Page) -> Iterator[str]:
    for element in page.elements:
        for attribute in ID_REFERENCES:
            for name in element.get(attribute, "").split():
                if name not in page.ids:
                    yield f"{shown(element)} refers by {attribute} to #{name}, which is not on the page"


def known_anchors(page: Page) -> Iterator[str]:
    here = urlsplit(page.url)
    for link in page.all("a"):
        there = urlsplit(link.get("href", ""))
        same_page = not there.netloc and there.path in ("", here.path) and (there.query == here.query or not there.path)
        if link.get("href") == "#" or (there.fragment and same_page and unquote(there.fragment) not in page.ids):
            yield f"{shown(link)} leads to a place that is not on the page"


def images_speak(page: Page) -> Iterator[str]:
    for image in page.all("img"):
        if "alt" not in image.attrib:
            yield f"{shown(image)} has no alt"


def links_and_buttons_speak(page: Page) -> Iterator[str]:
    for element in page.all("a", "button", "summary"):
        if not text_of(element) and not element.get("aria-label") and not element.get("aria-labelledby"):
            yield f"{shown(element)} says nothing to a screen reader"


def headings_step_down_singly(page: Page) -> Iterator[str]:
    level = 1
    for heading in page.all(*HEADINGS):
        deeper = int(str(heading.tag)[1])
        if deeper > level + 1:
            yield f"skips from h{level} to h{deeper} at “{text_of(heading)}”"
        level = deeper


def sound_nesting(page: Page) -> Iterator[str]:
    for element in page.elements:
        parent = page.parents.get(element)
        if parent is None:
            continue
        if element.tag not in CHILDREN.get(str(parent.tag), {element.tag}) | {"script", "template"}:
            yield f"{shown(element)} stands directly in {shown(parent)}"
        if element.tag in BLOCKS and parent.tag in PHRASING_PARENTS and not (parent.tag in ("summary", "legend") and element.tag in HEADINGS):
            yield f"{shown(element)} is a block inside {shown(parent)}, which holds only words"
        if element.tag in INTERACTIVE and element.get("type") != "hidden":
            yield from (f"{shown(element)} stands inside {shown(outer)}" for outer in page.above(element) if outer.tag in INTERACTIVE_PARENTS)


def nothing_left_over(page: Page) -> Iterator[str]:
    for match in LEFT_OVER.finditer(page.text):
        yield f"shows what should have been filled in: “{page.text[max(0, match.start() - 20):match.end() + 20]}”"


RULES: tuple[Callable[[Page], Iterator[str]], ...] = (
    strict_html,
    one_title,
    one_h1,
    one_main,
    language_and_direction,
    unique_ids,
    known_references,
    known_anchors,
    images_speak,
    links_and_buttons_speak,
    headings_step_down_singly,
    sound_nesting,
    nothing_left_over,
    labelled_fields,
    complete_forms,
    no_inline_code,
    only_our_host,
    strict_policy,
    no_sniffing,
)


def faults(page: Page) -> list[str]:
    """Every fault of the page as a sentence; nothing when all is well."""
    return list(dict.fromkeys(fault for rule in RULES for fault in rule(page)))
