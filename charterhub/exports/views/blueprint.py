"""The blueprint of copies and exchange."""

from flask import Blueprint

bp = Blueprint("exports", __name__)
COPIES = "120/hour"
ARCHIVES = "12/hour"
