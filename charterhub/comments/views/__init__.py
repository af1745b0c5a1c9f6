"""Commenting: the form with its preview, a comment's own address, its withdrawal and answer, and the drafters' inbox."""

from charterhub.comments.views import answering, inbox, standing, writing
from charterhub.comments.views.blueprint import bp

__all__ = ["answering", "bp", "inbox", "standing", "writing"]
