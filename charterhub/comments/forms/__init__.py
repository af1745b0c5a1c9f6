"""The forms of a comment, of a reply, and of the answer."""

from charterhub.comments.forms.briefs import BriefForm, MappingForm, OrganisationChoice
from charterhub.comments.forms.commenting import CommentForm, EditForm, ReplyForm
from charterhub.comments.forms.correcting import PlaceForm
from charterhub.comments.forms.fields import PLEASE_CHOOSE, writes
from charterhub.comments.forms.importing import AnnotationsForm
from charterhub.comments.forms.taking_in import IntakeForm

__all__ = [
    "AnnotationsForm", "BriefForm", "CommentForm", "EditForm", "IntakeForm", "MappingForm", "OrganisationChoice",
    "PLEASE_CHOOSE", "PlaceForm", "ReplyForm", "writes",
]  # fmt: skip
