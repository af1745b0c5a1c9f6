"""Commenting: write, reply, support, edit, withdraw; a comment's own address; lists and intake."""

from charterhub.comments.views import (
    annotations,
    briefs,
    correcting,
    editing,
    importing,
    intakes,
    lists,
    numbers,
    replying,
    standing,
    writing,
)
from charterhub.comments.views.blueprint import bp

__all__ = ["annotations", "bp", "briefs", "correcting", "editing", "importing", "intakes", "lists", "numbers", "replying", "standing", "writing"]
