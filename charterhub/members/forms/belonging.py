"""What a member's officials and the secretary type afterwards: a stage, a successor, a new mandate, an invitation."""

from flask_babel import lazy_gettext as _l
from wtforms import DateField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from charterhub.members.forms.fields import LONGEST_NOTE, address, line
from charterhub.members.kinds import STAGE_NAMES
from charterhub.members.models import STAGES_OF_MEMBERS
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


class InvitationForm(PageForm):
    email = address(_l("E-mail address of your colleague"), needed=True)
