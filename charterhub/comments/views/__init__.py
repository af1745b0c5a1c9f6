"""Commenting: write, reply, support, edit, withdraw; a comment's own address; its answer, and the drafters' inbox."""

from charterhub.comments.views import (
    annotations,
    answering,
    briefs,
    correcting,
    editing,
    importing,
    inbox,
    intakes,
    lists,
    replying,
    standing,
    writing,
)
from charterhub.comments.views.blueprint import bp

__all__ = ["annotations", "answering", "bp", "briefs", "correcting", "editing", "importing", "inbox", "intakes", "lists", "replying", "standing", "writing"]
