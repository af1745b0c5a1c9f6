"""Filling in a form as a browser would: what is offered can be chosen, what is left alone keeps its default
(https://html.spec.whatwg.org/#constructing-the-form-data-set)."""

from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element

from tests.page import Page, shown, text_of
from tests.page_forms import controls_of, is_submit

Typed = str | int | bool | list[str] | tuple[str, bytes]
"""What is put into one field: text, ticked or not, several options, or a file's name and bytes."""
Sent = dict[str, object]


def filled_in(page: Page, form: Element, typed: Mapping[str, Typed], button: str) -> Sent:
    """The form's data set: typed fields, the defaults of the others, and the pressed button's own name."""
    controls = [control for control in controls_of(page, form) if "disabled" not in control.attrib]
    switched_off = set(typed) - {control.get("name") for control in controls}
    assert not switched_off, f"{shown(form)}: {sorted(switched_off)} is switched off"
    data: Sent = {}
    for name in dict.fromkeys(control.get("name", "") for control in controls if control.get("name") and not is_submit(control)):
        group = [control for control in controls if control.get("name") == name and not is_submit(control)]
        values = chosen(group, typed[name]) if name in typed else [value for control in group for value in default(control)]
        if values:
            data[name] = values
    pressed = [control for control in controls if is_submit(control) and (not button or reads(control) == button)]
    if pressed and pressed[0].get("name"):
        data[pressed[0].get("name", "")] = [pressed[0].get("value", "")]
    return data


def buttons(page: Page, form: Element) -> list[str]:
    """What the form's buttons read."""
    return [reads(control) for control in controls_of(page, form) if is_submit(control)]


def reads(button: Element) -> str:
    return text_of(button) or button.get("value", "") or button.get("aria-label", "")


def default(control: Element) -> list[object]:
    """What the control sends when nobody touches it."""
    if control.tag == "textarea":
        return [(control.text or "").removeprefix("\n")]
    if control.tag == "select":
        options = [option for option in control.iter("option") if "disabled" not in option.attrib]
        picked = [option for option in options if "selected" in option.attrib]
        return [option_value(option) for option in picked or ([] if "multiple" in control.attrib else options[:1])]
    if control.get("type") in ("checkbox", "radio"):
        return [control.get("value", "on")] if "checked" in control.attrib else []
    return [] if control.get("type") == "file" else [control.get("value", "")]


def option_value(option: Element) -> str:
    return option.get("value", text_of(option))


def offered(group: list[Element]) -> list[str] | None:
    """What a group of controls with one name lets one choose from; None where one types freely."""
    if group[0].tag == "select":
        return [option_value(option) for option in group[0].iter("option") if "disabled" not in option.attrib]
    if group[0].get("type") in ("checkbox", "radio"):
        return [control.get("value", "on") for control in group]
    return None


def chosen(group: list[Element], value: Typed) -> list[object]:
    """The typed value as it is sent; it must be one that the page offers."""
    choices = offered(group)
    if isinstance(value, bool):
        assert choices is not None, f"{shown(group[0])} cannot be ticked"
        return list(choices) if value else []
    values = plainly(value)
    unknown = [one for one in values if choices is not None and one not in choices]
    assert not unknown, f"{shown(group[0])} offers {choices}, not {unknown}"
    assert "readonly" not in group[0].attrib, f"{shown(group[0])} cannot be changed"
    return values


def plainly(value: Typed) -> list[object]:
    """A typed value as Werkzeug's client sends it, unchecked."""
    if isinstance(value, tuple):
        return [(BytesIO(value[1]), value[0])]
    if isinstance(value, bool):
        return ["on"] if value else []
    return list(value) if isinstance(value, list) else [str(value)]
