"""The verbs of comments: post, reply, support, edit, settle, withdraw, answer. Each act is kept once, with one journal entry,
under the name chosen for it."""

from charterhub.comments.operations.answering import answer_comment
from charterhub.comments.operations.correcting import correct_place
from charterhub.comments.operations.editing import edit_comment, settle_comment
from charterhub.comments.operations.posting import aimed, post_comment
from charterhub.comments.operations.replying import MOST_REPLIES, reply_to_comment, support_comment, take_back_support
from charterhub.comments.operations.taking_in import Contribution, take_in
from charterhub.comments.operations.withdrawing import withdraw_comment

__all__ = [
    "MOST_REPLIES", "Contribution", "aimed", "answer_comment", "correct_place", "edit_comment", "post_comment", "reply_to_comment", "settle_comment", "support_comment",
    "take_back_support", "take_in", "withdraw_comment",
]  # fmt: skip
