"""The verbs of comments: post, withdraw, answer. Each act: one row, one journal entry, under the name chosen for it."""

from charterhub.comments.operations.answering import answer_comment
from charterhub.comments.operations.posting import aimed, post_comment
from charterhub.comments.operations.withdrawing import withdraw_comment

__all__ = ["aimed", "answer_comment", "post_comment", "withdraw_comment"]
