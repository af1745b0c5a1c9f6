"""The translators' pages: the editions of a charter, one edition beside the authoritative text, one passage."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url, draft_of
from charterhub.errors import CharterError, StaleRevision
from charterhub.language_versions.forms import STATE_NAMES, BindingForm, EditionForm, LinkForm, PassageForm
from charterhub.language_versions.operations import begin_edition, keep_passage, link_passages, part_passages, set_binding
from charterhub.language_versions.passages import (
    OPEN_STATES,
    STATES,
    DraftEdition,
    Passage,
    edition_from_url,
    passage_from_url,
    passages_of,
    states_of,
)
from charterhub.permissions import can, permission

bp = Blueprint("language_versions", __name__)


@bp.get("/charters/<slug>/editions")
@permission("charter.see_draft", charter_from_url)
def index(charter: Charter) -> ResponseReturnValue:
    return editions_page(charter, EditionForm(charter))


def editions_page(charter: Charter, form: EditionForm, status: int = 200) -> ResponseReturnValue:
    shown = {"counts": states_of(charter), "states": STATE_NAMES, "form": form, "binding": BindingForm(charter)}
    return render_template("language_versions/index.html", charter=charter, **shown), status


@bp.post("/charters/<slug>/editions")
@permission("charter.edit", charter_from_url)
def begin(charter: Charter) -> ResponseReturnValue:
    form = EditionForm(charter)
    if not form.validate():
        return editions_page(charter, form, 422)
    try:
        edition = begin_edition(current_user, charter, form.language.data, form.title.data)
    except CharterError as refused:
        form.title.errors = [str(refused.sentence)]
        return editions_page(charter, form, int(refused.status))
    flash(_("The edition is there. Translate it passage by passage, from the top."))
    return redirect(url_for("language_versions.edition", slug=charter.slug, language=edition.language))


@bp.post("/charters/<slug>/editions/binding")
@permission("charter.edit", charter_from_url)
def binding(charter: Charter) -> ResponseReturnValue:
    form = BindingForm(charter)
    if form.validate():
        set_binding(current_user, charter, form.languages.data or [])
        flash(_("It is kept which languages bind."))
    return redirect(url_for("language_versions.index", slug=charter.slug))


@bp.get("/charters/<slug>/editions/<language>")
@permission("charter.see_draft", edition_from_url)
def edition(edition: DraftEdition) -> ResponseReturnValue:
    """The whole edition beside the authoritative one; `?state=stale` leaves only those passages."""
    passages = passages_of(edition.charter, edition.language)
    counts = {state: sum(passage.state == state for passage in passages) for state in STATES}
    wanted = request.args.get("state", "")
    shown = [passage for passage in passages if wanted not in STATES or passage.state == wanted]
    given = {"charter": edition.charter, "language": edition.language, "counts": counts, "wanted": wanted, "states": STATE_NAMES}
    given["may_edit"] = can("charter.edit", edition)
    return render_template("language_versions/edition.html", passages=shown, **given)


@bp.route("/charters/<slug>/editions/<language>/passages/<guid>", methods=["GET", "POST"])
@permission("charter.edit", passage_from_url)
def passage(passage: Passage) -> ResponseReturnValue:
    if request.method == "GET":
        return passage_page(passage, PassageForm(passage.language, data=as_it_stands(passage)))
    form = PassageForm(passage.language)
    if not form.validate():
        return passage_page(passage, form, 422)
    try:
        keep_passage(current_user, passage, form.seen.data or "", form.words if len(passage.renderings) < 2 else None, form.judgement)
    except StaleRevision as stale:
        form.seen.data = passage.seen
        return passage_page(passage, form, 409, stale)
    except CharterError as refused:
        form.seen.data = passage.seen
        form.wording.errors = [str(refused.sentence)]
        return passage_page(passage, form, int(refused.status))
    flash(_("Saved."))
    return after(passage)


def after(passage: Passage) -> ResponseReturnValue:
    """On to the next passage that needs a translator, else back to the edition."""
    passages = passages_of(passage.charter, passage.language)
    here = next((place for place, each in enumerate(passages) if each.clause.id == passage.clause.id), 0)
    following = next((each for each in passages[here + 1 :] if each.state in OPEN_STATES), None)
    at = {"slug": passage.charter.slug, "language": passage.language}
    if following is None or request.form.get("then") != "next":
        return redirect(url_for("language_versions.edition", **at))
    return redirect(url_for("language_versions.passage", guid=following.clause.guid, **at))


def as_it_stands(passage: Passage) -> dict[str, object]:
    mine = passage.renderings[0] if passage.renderings else None
    number = mine.number if mine else passage.place.number if passage.place.number.strip(".()").isdigit() else ""
    words = {"heading": mine.revision.heading, "wording": mine.revision.wording} if mine else {}
    mark = passage.mark
    judged = {"mark": mark.mark if mark else "translated", "origin": mark.origin if mark else "human", "note": mark.note if mark else ""}
    return {"number": number, "seen": passage.seen, **words, **judged}


def passage_page(passage: Passage, form: PassageForm, status: int = 200, stale: StaleRevision | None = None) -> ResponseReturnValue:
    here = {place.clause.id for place in passage.sources}
    others = [place for place in draft_of(passage.charter, passage.charter.language) if place.clause.id not in here]
    shown = {"form": form, "stale": stale, "link": LinkForm(others), "changes": passage.changes_since(), "states": STATE_NAMES}
    return render_template("language_versions/passage.html", passage=passage, charter=passage.charter, language=passage.language, **shown), status


@bp.post("/charters/<slug>/editions/<language>/passages/<guid>/links")
@permission("charter.edit", passage_from_url)
def links(passage: Passage) -> ResponseReturnValue:
    sources = draft_of(passage.charter, passage.charter.language)
    form = LinkForm(sources)
    if form.validate() and passage.renderings:
        source = next(place for place in sources if place.clause.guid == form.source.data)
        link_passages(current_user, passage.language, passage.renderings[0], source)
        flash(_("These clauses are one passage now."))
    return redirect(address(passage))


@bp.post("/charters/<slug>/editions/<language>/passages/<guid>/links/removal")
@permission("charter.edit", passage_from_url)
def parting(passage: Passage) -> ResponseReturnValue:
    part_passages(current_user, passage)
    flash(_("Each clause renders itself again."))
    return redirect(address(passage))


def address(passage: Passage) -> str:
    return url_for("language_versions.passage", slug=passage.charter.slug, language=passage.language, guid=passage.clause.guid)
