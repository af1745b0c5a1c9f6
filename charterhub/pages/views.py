"""Home, the choice of an interface language, pages about the service itself, and those the campaign's secretariat writes."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal, get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from charterhub.errors import BadInput
from charterhub.kept_pages import kept
from charterhub.languages import INTERFACE_LANGUAGES, remember_language, text_language_choices
from charterhub.local_paths import local_path
from charterhub.members.queries import number_of_members
from charterhub.pages.forms import PageForm
from charterhub.pages.goals import goals
from charterhub.pages.operations import write_page
from charterhub.pages.queries import Place, charters_open_now, latest_acts, latest_text, place_from_url, texts_of, topic_from_url
from charterhub.pages.topics import TOPICS
from charterhub.permissions import permission
from charterhub.reading_preferences import chosen, preferences, remember_preferences

bp = Blueprint("pages", __name__)


@bp.get("/")
@kept
@permission("page.read")
def home() -> ResponseReturnValue:
    members = number_of_members()
    return render_template(
        "pages/home.html", members=members, goals=goals(members), charters=charters_open_now(), acts=latest_acts(), decimal=format_decimal
    )


@bp.get("/how-it-works")
@kept
@permission("page.read")
def how_it_works() -> ResponseReturnValue:
    return render_template("pages/how_it_works.html")


@bp.get("/privacy")
@kept
@permission("page.read")
def privacy() -> ResponseReturnValue:
    return render_template("pages/privacy.html")


@bp.get("/language")
@permission("language.choose")
def choose_language() -> ResponseReturnValue:
    """Remember the interface language and go back to the page it was chosen on. Nothing is written here but a cookie, so the
    form needs no token and the pages it stands on no session."""
    chosen = request.args.get("language", "")
    if chosen not in INTERFACE_LANGUAGES:
        raise BadInput(_l("The pages are not available in that language yet. Please choose one from the list."))
    return remember_language(redirect(local_path(request.args.get("back", ""))), chosen)


@bp.get("/reading-preferences")
@permission("preferences.choose")
def choose_preferences() -> ResponseReturnValue:
    """Remember how somebody likes to read, and go back to the page it was chosen on; no token needed, as above."""
    wanted = chosen(preferences(), request.args.to_dict())
    return remember_preferences(redirect(local_path(request.args.get("back", ""))), wanted)


@bp.get("/campaign/<topic>")
@kept
@permission("page.read", topic_from_url)
def campaign(topic: str) -> ResponseReturnValue:
    """In the reader's language, or in English where the secretariat has written it in English alone."""
    editions = texts_of(topic)
    written = {text.language: text for text in reversed(editions)}
    text = written.get(str(get_locale())) or written.get("en")
    shown = {"editions": editions, "text": text, "languages": text_language_choices(), "written": written}
    return render_template("pages/campaign.html", topic=topic, about=TOPICS[topic], topics=TOPICS, **shown)


@bp.route("/campaign/<topic>/<language>/edit", methods=["GET", "POST"])
@permission("page.write", place_from_url)
def write(place: Place) -> ResponseReturnValue:
    before = latest_text(place.topic, place.language)
    form = PageForm(data={"wording": before.wording if before else "", "seen": before.edition if before else 0})
    if form.validate_on_submit():
        write_page(current_user, place.topic, place.language, form.wording.data, form.seen.data)
        flash(_("The page is public. What it said before stays in its history."))
        return redirect(url_for("pages.campaign", topic=place.topic))
    page = render_template("pages/write.html", place=place, about=TOPICS[place.topic], form=form)
    return page, 422 if form.errors else 200


@bp.get("/campaign/<topic>/edit")
@permission("page.write", topic_from_url)
def choose_edition(topic: str) -> ResponseReturnValue:
    """From the list of languages to the form in the one that was chosen."""
    return redirect(url_for("pages.write", topic=topic, language=request.args.get("language", "en") or "en"))
