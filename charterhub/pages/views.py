"""Home, the choice of an interface language, and pages about the service itself."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.languages import INTERFACE_LANGUAGES
from charterhub.permissions import permission

bp = Blueprint("pages", __name__)


@bp.get("/")
@permission("page.read")
def home() -> ResponseReturnValue:
    return render_template("pages/home.html")


@bp.post("/language")
@permission("language.choose")
def choose_language() -> ResponseReturnValue:
    """Remember the interface language and go back to the page it was chosen on."""
    chosen = request.form.get("language", "")
    if chosen not in INTERFACE_LANGUAGES:
        raise BadInput(_l("The pages are not available in that language yet. Please choose one from the list."))
    session["language"] = chosen
    return redirect(local_path(request.form.get("back", "")))


def local_path(path: str) -> str:
    """The path if it stays on this site, else the home page: no form of ours sends people elsewhere."""
    stays_here = path.startswith("/") and not path.startswith("//") and "\\" not in path
    return path if stays_here else url_for("pages.home")
