"""The two kinds of field for text of a charter, and how they are told its language."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from charterhub.languages import direction
from charterhub.typed import typed_line, typed_text


def line(label: object, longest: int, **more: Any) -> StringField:
    return _field(StringField, typed_line, label, longest, {"dir": "auto", "autocomplete": "off"}, **more)


def passage(label: object, longest: int, rows: int, **more: Any) -> TextAreaField:
    return _field(TextAreaField, typed_text, label, longest, {"dir": "auto", "rows": rows}, **more)


def _field(kind: Callable[..., Any], typed: Callable[[str | None], str], label: object, longest: int, shown: dict[str, Any], needed: object = "") -> Any:
    too_long = Length(max=longest, message=_l("At most %(longest)s characters can be kept here.", longest=longest))
    checks = [InputRequired(needed), too_long] if needed else [too_long]
    return kind(label, filters=[typed], validators=checks, render_kw=shown)


def written_in(language: str, *fields: Field) -> None:
    """Tell the fields' controls the language of the text in them; the labels stay in the reader's own."""
    for field in fields:
        field.render_kw = {**field.render_kw, "lang": language, "dir": direction(language)}
