"""Every act of joining and belonging: filling in the form, sending it, deciding on it, and what a member does afterwards."""

from charterhub.members.operations.attaching import attach, remove_attachment
from charterhub.members.operations.belonging import accept_invitation, enter_stage, hand_over, invite_official, reaffirm
from charterhub.members.operations.deciding import admit_enrolment, answer_question, ask_for_information, check_enrolment, refuse_enrolment
from charterhub.members.operations.describing import describe_member
from charterhub.members.operations.drafting import begin_draft, save_step, send_draft
from charterhub.members.operations.enrolling import refuse_twice, submit_enrolment

__all__ = [
    "accept_invitation", "admit_enrolment", "answer_question", "ask_for_information", "attach", "begin_draft", "check_enrolment",
    "describe_member", "enter_stage", "hand_over", "invite_official", "reaffirm", "refuse_enrolment", "refuse_twice", "remove_attachment",
    "save_step", "send_draft", "submit_enrolment",
]  # fmt: skip
