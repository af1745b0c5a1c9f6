"""The room's blueprint, on which each of its files of views hangs its pages."""

from flask import Blueprint

bp = Blueprint("amendments", __name__)
