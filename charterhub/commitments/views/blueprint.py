"""The URLs of this room hang on one blueprint; these are the words all its pages use."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from charterhub.commitments import kinds
from charterhub.commitments.models import Commitment
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.places import country_name
from charterhub.page_form import PageForm

bp = Blueprint("commitments", __name__)
WORDS = {"names": kinds, "areas": FOCUS_AREAS, "country_name": country_name}


def form_page(commitment: Commitment, form: PageForm, heading: str, hint: str = "", about: str = "") -> ResponseReturnValue:
    """One form on a page of its own, with what was typed and what is wrong with it."""
    page = render_template("commitments/form.html", commitment=commitment, form=form, heading=heading, hint=hint, about=about, **WORDS)
    return page, 422 if form.errors else 200
