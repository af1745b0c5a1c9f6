"""The blueprint of moderation, its own module so that each file of views can hang its pages on it."""

from flask import Blueprint

bp = Blueprint("moderation", __name__)
