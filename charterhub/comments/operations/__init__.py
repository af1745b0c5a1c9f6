"""The verbs of comments: post, reply, support, edit, settle, withdraw, answer. Each act is kept once, with one journal entry,
under the name chosen for it."""

from charterhub.comments.operations.answering import answer_comment, answer_comments
from charterhub.comments.operations.briefs import MOST_PASSAGES, Mapped, bring_brief, endorse_brief, map_brief, publish_brief
from charterhub.comments.operations.correcting import correct_place
from charterhub.comments.operations.editing import edit_comment, settle_comment
from charterhub.comments.operations.posting import aimed, post_comment
from charterhub.comments.operations.replying import MOST_REPLIES, reply_to_comment, support_comment, take_back_support
from charterhub.comments.operations.taking_in import Contribution, take_in
from charterhub.comments.operations.withdrawing import withdraw_comment

__all__ = [
    "Contribution", "MOST_PASSAGES", "MOST_REPLIES", "Mapped", "aimed", "answer_comment", "answer_comments",
    "bring_brief", "correct_place", "edit_comment", "endorse_brief", "map_brief", "post_comment", "publish_brief",
    "reply_to_comment", "settle_comment", "support_comment", "take_back_support", "take_in", "withdraw_comment",
]  # fmt: skip
