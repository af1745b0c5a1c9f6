"""Home, the choice of an interface language, and pages about the service itself."""

from flask import Blueprint, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal
from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.languages import INTERFACE_LANGUAGES
from charterhub.local_paths import local_path
from charterhub.members.queries import number_of_members
from charterhub.pages.goals import goals
from charterhub.pages.queries import charters_open_now, latest_acts
from charterhub.permissions import permission

bp = Blueprint("pages", __name__)


@bp.get("/")
@permission("page.read")
def home() -> ResponseReturnValue:
    members = number_of_members()
    return render_template(
        "pages/home.html", members=members, goals=goals(members), charters=charters_open_now(), acts=latest_acts(), decimal=format_decimal
    )


@bp.get("/how-it-works")
@permission("page.read")
def how_it_works() -> ResponseReturnValue:
    return render_template("pages/how_it_works.html")


@bp.get("/privacy")
@permission("page.read")
def privacy() -> ResponseReturnValue:
    return render_template("pages/privacy.html")


@bp.post("/language")
@permission("language.choose")
def choose_language() -> ResponseReturnValue:
    """Remember the interface language and go back to the page it was chosen on."""
    chosen = request.form.get("language", "")
    if chosen not in INTERFACE_LANGUAGES:
        raise BadInput(_l("The pages are not available in that language yet. Please choose one from the list."))
    session["language"] = chosen
    return redirect(local_path(request.form.get("back", "")))
