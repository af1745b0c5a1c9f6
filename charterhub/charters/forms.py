"""The forms of a charter: bring in a text, correct its outline, edit a clause, publish, enter a phase."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, Field, FieldList, Form, FormField, HiddenField, RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length

from charterhub.charters.kinds import KIND_NAMES, chosen_kind, kind_choice
from charterhub.charters.models import Charter
from charterhub.charters.operations import MOVES
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_NUMBER, LONGEST_TITLE, LONGEST_WORDING
from charterhub.formats.outline import Item, Outline
from charterhub.formats.outlining import MOST_ITEMS
from charterhub.formats.reading import FORMATS
from charterhub.journal.sentences import WORDS
from charterhub.languages import direction, text_language_choices
from charterhub.page_form import PageForm
from charterhub.text.numbering import DEEPEST
from charterhub.typed import typed_line, typed_text

ENDINGS = ",".join(f".{ending}" for ending in FORMATS)


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


class ImportForm(PageForm):
    language = SelectField(_l("Language of the text"))
    file = FileField(_l("File with the text"), render_kw={"accept": ENDINGS})
    pasted = TextAreaField(_l("Or paste the text here"), render_kw={"dir": "auto", "rows": 12})

    def __init__(self, language: str) -> None:
        super().__init__(data={"language": language})
        self.language.choices = text_language_choices()

    def validate_pasted(self, field: TextAreaField) -> None:
        if not self.file.data and not (field.data or "").strip():
            raise ValidationError(_l("Please choose a file or paste the text."))


class ItemForm(Form):
    """One clause of an outline that is being corrected."""

    kind = SelectField(_l("Kind"), choices=list(KIND_NAMES.items()))
    depth = SelectField(_l("Level"), choices=[(depth, _l("Level %(level)s", level=depth + 1)) for depth in range(DEEPEST + 1)], coerce=int)
    number = line(_l("Number"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 3)
    remove = BooleanField(_l("Leave out"))

    @property
    def item(self) -> Item:
        kind, horizon = chosen_kind(self.kind.data)
        return Item(kind, self.depth.data, self.number.data, self.heading.data, self.wording.data, horizon)


class OutlineForm(PageForm):
    title = line(_l("Title of the charter"), LONGEST_TITLE, needed=_l("Please give the charter a title."))
    items = FieldList(FormField(ItemForm), _l("Clauses"), max_entries=MOST_ITEMS)

    def __init__(self, language: str, outline: Outline | None = None) -> None:
        """With an outline the form shows it; without, it takes what was sent."""
        rows = [{**vars(item), "kind": kind_choice(item.kind, item.horizon)} for item in outline.items] if outline else []
        super().__init__(data={"title": outline.title, "items": rows} if outline else None)
        written_in(language, self.title)
        for row in self.items:
            written_in(language, row.form.number, row.form.heading, row.form.wording)

    @property
    def kept_items(self) -> list[Item]:
        return [row.form.item for row in self.items if not row.form.remove.data]


class ClauseForm(PageForm):
    number = line(_l("Number, as it is printed"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 10)
    base_revision = HiddenField()
    base_number = HiddenField(filters=[typed_line])

    def __init__(self, language: str, **given: Any) -> None:
        super().__init__(**given)
        written_in(language, self.number, self.heading, self.wording)

    @property
    def base_id(self) -> int:
        """The revision the person saw when they began to write; 0 when the field was meddled with."""
        sent = str(self.base_revision.data or "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 18 else 0


class NewClauseForm(PageForm):
    kind = SelectField(_l("Kind"), choices=list(KIND_NAMES.items()))
    place = RadioField(
        _l("Where"), choices=[("after", _l("After this clause, on the same level")), ("inside", _l("Inside this clause, as the first"))], default="after"
    )
    number = line(_l("Number, as it is printed"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 6)

    def __init__(self, language: str, **given: Any) -> None:
        super().__init__(**given)
        written_in(language, self.number, self.heading, self.wording)


class PublishForm(PageForm):
    note = passage(
        _l("What this version is, in a sentence"), LONGEST_NOTE, 2, needed=_l("Please say in a sentence what this version is or what has changed.")
    )


class PhaseForm(PageForm):
    phase = RadioField(_l("Next phase"), validators=[InputRequired(_l("Please choose a phase."))])
    reason = passage(_l("Reason"), LONGEST_NOTE, 2)

    def __init__(self, charter: Charter) -> None:
        super().__init__()
        self.phase.choices = [(name, WORDS[name]) for name in MOVES[charter.phase]]
