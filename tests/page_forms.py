"""What is wrong with a page's forms: labels (WCAG 2.2, 1.3.1, 3.3.2, 4.1.2), actions, CSRF tokens, use without script."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.page import CONTROLS, Page, shown, text_of

UNTYPED = {"hidden", "submit", "button", "reset", "image"}


def is_field(element: Element) -> bool:
    """Something a person fills in."""
    return element.tag in ("select", "textarea") or (element.tag == "input" and element.get("type", "text") not in UNTYPED)


def is_submit(element: Element) -> bool:
    kind = element.get("type", "submit" if element.tag == "button" else "text")
    return element.tag in ("button", "input") and kind in ("submit", "image")


def controls_of(page: Page, form: Element) -> list[Element]:
    """The form's fields and buttons in document order: those inside it, and those that name it by `form`."""
    inside = [element for element in form.iter() if element.tag in CONTROLS and element.get("form") is None]
    name = form.get("id")
    outside = [element for element in page.controls if element.get("form") == name] if name else []
    return sorted(inside + outside, key=page.controls.index) if outside else inside


def label_of(page: Page, control: Element) -> str:
    """What a screen reader calls the field (the accessible name, https://www.w3.org/TR/accname-1.2/, in short)."""
    named = [page.text_at(name) for name in control.get("aria-labelledby", "").split()]
    labels = [label for label in page.labels if control.get("id") and label.get("for") == control.get("id")]
    labels += [outer for outer in page.above(control) if outer.tag == "label"]
    return " ".join([*named, control.get("aria-label", ""), *map(text_of, labels)]).strip()


def labelled_fields(page: Page) -> Iterator[str]:
    for control in filter(is_field, page.elements):
        if not label_of(page, control):
            yield f"{shown(control)} has no label"
        if not control.get("name"):
            yield f"{shown(control)} has no name, so what is typed there is never sent"


def complete_forms(page: Page) -> Iterator[str]:
    for form in page.all("form"):
        method = form.get("method", "get").lower()
        controls = controls_of(page, form)
        if not form.get("action"):
            yield f"{shown(form)} has no action"
        if method not in ("get", "post"):
            yield f"{shown(form)} has the method {method!r}"
        if not any(map(is_submit, controls)):
            yield f"{shown(form)} has no button, so it cannot be sent without script"
        yield from _token_faults(form, method, controls)
        if any(control.get("type") == "file" for control in controls) and form.get("enctype") != "multipart/form-data":
            yield f"{shown(form)} takes a file but is not sent as multipart/form-data"


def _token_faults(form: Element, method: str, controls: list[Element]) -> Iterator[str]:
    tokens = [control for control in controls if control.get("name") == "csrf_token"]
    if method == "post" and not any(token.get("value") for token in tokens):
        yield f"{shown(form)} has no CSRF token"
    if method == "post" and len(tokens) > 1:
        yield f"{shown(form)} has {len(tokens)} CSRF tokens"
    if method == "get" and tokens:
        yield f"{shown(form)} would put its CSRF token into an address"
