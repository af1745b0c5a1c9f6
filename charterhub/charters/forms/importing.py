"""The forms that bring in a text and correct its outline."""

from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField, SelectField, TextAreaField, ValidationError

from charterhub.charters.forms.fields import line, passage, written_in
from charterhub.charters.kinds import KIND_NAMES, TEXT_KINDS, chosen_kind, kind_choice
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NUMBER, LONGEST_TITLE, LONGEST_WORDING
from charterhub.formats.correcting import fitted
from charterhub.formats.outline import Item, Outline
from charterhub.formats.outlining import MOST_ITEMS
from charterhub.formats.reading import FORMATS
from charterhub.languages import text_language_choices
from charterhub.page_form import PageForm
from charterhub.text.numbering import DEEPEST

ENDINGS = ",".join(f".{ending}" for ending in FORMATS)


class ImportForm(PageForm):
    language = SelectField(_l("Language of the text"))
    file = FileField(_l("File with the text"), render_kw={"accept": ENDINGS})
    pasted = TextAreaField(_l("Or paste the text here"), render_kw={"dir": "auto", "rows": 12})
    pasted_html = HiddenField()

    def __init__(self, language: str) -> None:
        super().__init__(data={"language": language})
        self.language.choices = text_language_choices()

    def validate_pasted(self, field: TextAreaField) -> None:
        if not self.file.data and not (field.data or "").strip():
            raise ValidationError(_l("Please choose a file or paste the text."))


def known_guid(value: str | None) -> str:
    """The permanent id that a file brought along; anything else is none."""
    try:
        return str(UUID(value or ""))
    except ValueError:
        return ""


class ItemForm(Form):
    """One clause of an outline that is being corrected."""

    kind = SelectField(_l("Kind"), choices=list(KIND_NAMES.items()))
    depth = SelectField(_l("Level"), choices=[(depth, _l("Level %(level)s", level=depth + 1)) for depth in range(DEEPEST + 1)], coerce=int)
    number = line(_l("Number"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 3)
    remove = BooleanField(_l("Leave out"))
    guid = HiddenField(filters=[known_guid])

    @property
    def item(self) -> Item:
        """The clause as corrected; its words are where its kind has them."""
        kind, horizon = chosen_kind(self.kind.data)
        item = Item(kind, self.depth.data, self.number.data, self.heading.data, self.wording.data, horizon, self.guid.data)
        return fitted(item, TEXT_KINDS, LONGEST_HEADING)


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

    def place_kept(self, count: int) -> int:
        """Where the row that was sent as number `count` (from 0) stands among those that are kept; it must be one of them."""
        return sum(not row.form.remove.data for row in self.items[:count])
