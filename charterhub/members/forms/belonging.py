"""What a member's officials and the secretary type afterwards: a stage, a successor, a new mandate, an invitation."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from charterhub.languages import text_language_choices
from charterhub.members.forms.fields import LONGEST_NOTE, address, line, web_link
from charterhub.members.kinds import INSTITUTION_NAMES, STAGE_NAMES
from charterhub.members.models import INSTITUTIONS, STAGES_OF_MEMBERS, Description
from charterhub.members.signed_form import A_DATE
from charterhub.page_form import PageForm
from charterhub.typed import typed_text


class StageForm(PageForm):
    stage = SelectField(_l("Stage"), choices=[(stage, STAGE_NAMES[stage]) for stage in STAGES_OF_MEMBERS if stage != "reaffirmed"])
    reason = TextAreaField(
        _l("Reason"),
        filters=[typed_text],
        validators=[Length(max=LONGEST_NOTE, message=_l("This may have at most 4,000 characters."))],
        render_kw={"rows": 3, "dir": "auto"},
    )


class HandoverForm(PageForm):
    focal_point_name = line(_l("Name of the new focal point"), 200, needed=True)
    focal_point_email = address(_l("Their e-mail address"), needed=True)


class ReaffirmationForm(PageForm):
    head_name = line(_l("Name of the head of the local or regional government"), 200, needed=True)
    head_title = line(_l("Their office"), 100, needed=True)
    mandate_from = DateField(_l("Mandate from"), validators=[InputRequired(A_DATE)])
    mandate_until = DateField(_l("Mandate until"), validators=[InputRequired(A_DATE)])


class DescriptionForm(PageForm):
    """A line and a web address for each institution; one without a name is not there."""

    languages = SelectMultipleField(_l("Official languages"), option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False))
    powers = TextAreaField(
        _l("Powers"),
        filters=[typed_text],
        validators=[Length(max=LONGEST_NOTE, message=_l("This may have at most 4,000 characters."))],
        render_kw={"rows": 6, "dir": "auto"},
    )
    edition = IntegerField(widget=HiddenInput(), validators=[Optional()], default=0)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.languages.choices = text_language_choices()

    @classmethod
    def of(cls, description: Description | None) -> "DescriptionForm":
        """As it was said last."""
        if description is None:
            return cls()
        said = {"languages": description.languages.split(), "powers": description.powers, "edition": description.edition}
        for kind, name, link in description.institutions:
            said |= {f"{kind}_name": name, f"{kind}_link": link}
        return cls(data=said)

    @property
    def institutions(self) -> list[tuple[str, str, str]]:
        return [(kind, self[f"{kind}_name"].data or "", self[f"{kind}_link"].data or "") for kind in INSTITUTIONS]


for _kind in INSTITUTIONS:
    setattr(DescriptionForm, f"{_kind}_name", line(INSTITUTION_NAMES[_kind], 200))
    setattr(DescriptionForm, f"{_kind}_link", web_link(_l("Web address")))


class InvitationForm(PageForm):
    email = address(_l("E-mail address of your colleague"), needed=True)
