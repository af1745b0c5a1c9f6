"""Member governments, the forms by which they join, and what became of both."""

from charterhub.members.models.attachment import SIGNED_FORM, Attachment, AttachmentContent
from charterhub.members.models.description import INSTITUTIONS, Description
from charterhub.members.models.draft import CHANNELS_OF_DRAFTS, DraftStep, EnrolmentDraft
from charterhub.members.models.invitation import Invitation, MandateReminder
from charterhub.members.models.member import (
    CHANNELS,
    KINDS,
    STAGES_OF_MEMBERS,
    STATES,
    Enrolment,
    EnrolmentFocus,
    EnrolmentPractice,
    EnrolmentQuestion,
    Member,
)
from charterhub.members.models.stages import STAGES, StageChange
from charterhub.members.models.successors import Handover, Reaffirmation

__all__ = [
    "CHANNELS", "CHANNELS_OF_DRAFTS", "INSTITUTIONS", "KINDS", "SIGNED_FORM", "STAGES", "STAGES_OF_MEMBERS", "STATES", "Attachment", "AttachmentContent", "Description", "DraftStep", "Enrolment",
    "EnrolmentDraft", "EnrolmentFocus", "EnrolmentPractice", "EnrolmentQuestion", "Handover", "Invitation", "MandateReminder",
    "Member", "Reaffirmation", "StageChange",
]  # fmt: skip
