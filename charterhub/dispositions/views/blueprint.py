"""The blueprint of dispositions, its own module so that each file of views can hang its pages on it."""

from flask import Blueprint

bp = Blueprint("dispositions", __name__)
