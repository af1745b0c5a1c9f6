"""The forms of a comment and of its answer."""

from charterhub.comments.forms.answering import AnswerForm
from charterhub.comments.forms.commenting import CommentForm
from charterhub.comments.forms.fields import PLEASE_CHOOSE, writes

__all__ = ["PLEASE_CHOOSE", "AnswerForm", "CommentForm", "writes"]
