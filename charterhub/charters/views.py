"""Bringing in a charter and working on its draft: import, preview, draft, one clause, publishing, phases; and the list of all."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage

from charterhub.charters.forms import ClauseForm, ImportForm, NewClauseForm, OutlineForm, PhaseForm, PublishForm
from charterhub.charters.kinds import TEXT_KINDS, chosen_kind
from charterhub.charters.models import Charter, ImportSheet
from charterhub.charters.operations import (
    correct_sheet,
    draft_from_sheet,
    draft_new_clause,
    enter_phase,
    publish_version,
    receive_text,
    remove_clause,
    renumber_clause,
    revise_clause,
)
from charterhub.charters.queries import (
    DraftClause,
    all_charters,
    charter_by_id,
    charter_from_url,
    draft_clause_from_url,
    draft_of,
    edition_language,
    revision_of,
    sheet_from_url,
    unfinished_sheets,
    unpublished,
)
from charterhub.charters.unread import report_line, sentence_of
from charterhub.errors import CharterError, StaleRevision
from charterhub.extensions import limiter
from charterhub.formats.outline import Outline, outline_from_json
from charterhub.formats.reading import read, read_text
from charterhub.formats.unreadable import Unreadable
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.permissions import can, permission
from charterhub.text.diff import segments

bp = Blueprint("charters", __name__)
IMPORTS = "30/hour"


@bp.get("/charters")
@permission("page.read")
def index() -> ResponseReturnValue:
    visible = [charter for charter in all_charters() if can("charter.read", charter)]
    return render_template("charters/index.html", charters=visible)


@bp.route("/members/<slug>/charters/new", methods=["GET", "POST"])
@limiter.limit(IMPORTS, methods=["POST"])
@permission("charter.import", member_from_url)
def import_text(member: Member) -> ResponseReturnValue:
    return import_page(member, url_for("charters.import_text", slug=member.slug))


@bp.route("/charters/new", methods=["GET", "POST"])
@limiter.limit(IMPORTS, methods=["POST"])
@permission("agenda.import")
def import_agenda() -> ResponseReturnValue:
    return import_page(None, url_for("charters.import_agenda"))


def import_page(member: Member | None, action: str) -> ResponseReturnValue:
    """One file or pasted text becomes a sheet to correct; what cannot be read comes back with the reason."""
    form = ImportForm(language=member.enrolment.language if member and member.enrolment else str(get_locale()))
    if form.validate_on_submit():
        try:
            outline, source, name = outline_sent(form)
        except Unreadable as unreadable:
            field = form.file if form.file.data else form.pasted
            field.errors = [sentence_of(unreadable)]
        else:
            sheet = receive_text(current_user, member, outline, source, name)
            return redirect(url_for("charters.preview", sheet_id=sheet.id))
    waiting = unfinished_sheets(member.id if member else None)
    return render_template("charters/import.html", form=form, member=member, action=action, waiting=waiting), 422 if form.errors else 200


def outline_sent(form: ImportForm) -> tuple[Outline, str, str]:
    """The outline, its source and the file's name, from the file if there is one, else from the pasted text."""
    file: FileStorage | None = form.file.data
    if not file:
        return read_text(form.pasted.data, form.language.data), form.pasted.data, ""
    name = file.filename or ""
    outline, source = read(file.read(), name, form.language.data)
    return outline, source, name


@bp.route("/imports/<int:sheet_id>", methods=["GET", "POST"])
@permission("sheet.edit", sheet_from_url)
def preview(sheet: ImportSheet) -> ResponseReturnValue:
    if sheet.charter_id is not None:
        return redirect(url_for("charters.draft", slug=charter_by_id(sheet.charter_id).slug))
    if request.method == "GET":
        return preview_page(sheet, OutlineForm(sheet.language, outline_from_json(sheet.outline)))
    form = OutlineForm(sheet.language)
    if not form.validate():
        return preview_page(sheet, form, 422)
    try:
        correct_sheet(current_user, sheet, form.title.data, form.kept_items)
    except CharterError as refused:
        form.title.errors = [str(refused.sentence)]
        return preview_page(sheet, form, int(refused.status))
    return after_correction(sheet)


def after_correction(sheet: ImportSheet) -> ResponseReturnValue:
    if request.form.get("step") != "draft":
        flash(_("Your corrections are kept."))
        return redirect(url_for("charters.preview", sheet_id=sheet.id))
    charter = draft_from_sheet(current_user, sheet)
    flash(_("The draft is there. Nobody but you and your colleagues sees it until you publish it."))
    return redirect(url_for("charters.draft", slug=charter.slug))


def preview_page(sheet: ImportSheet, form: OutlineForm, status: int = 200) -> ResponseReturnValue:
    report = [report_line(unkept) for unkept in outline_from_json(sheet.outline).report]
    return render_template("charters/preview.html", sheet=sheet, form=form, report=report, text_kinds=TEXT_KINDS), status


@bp.get("/charters/<slug>/draft")
@permission("charter.draft", charter_from_url)
def draft(charter: Charter) -> ResponseReturnValue:
    return draft_page(charter, PublishForm(), PhaseForm(charter))


def draft_page(charter: Charter, publishing: PublishForm, moving: PhaseForm, status: int = 200) -> ResponseReturnValue:
    language = edition_language(charter, request.args.get("language", charter.language))
    clauses = draft_of(charter, language)
    shown = {"language": language, "clauses": clauses, "news": unpublished(charter, clauses, language)}
    return render_template("charters/draft.html", charter=charter, publishing=publishing, moving=moving, **shown), status


@bp.post("/charters/<slug>/versions")
@permission("charter.publish", charter_from_url)
def publish(charter: Charter) -> ResponseReturnValue:
    form = PublishForm()
    if not form.validate():
        return draft_page(charter, form, PhaseForm(charter), 422)
    try:
        version = publish_version(current_user, charter, form.note.data)
    except CharterError as refused:
        form.note.errors = [str(refused.sentence)]
        return draft_page(charter, form, PhaseForm(charter), int(refused.status))
    flash(_("Version %(number)s is published. Its text will never change, and its address stays.", number=version.number))
    return redirect(url_for("reading.version", slug=charter.slug, number=version.number, language=charter.language))


@bp.post("/charters/<slug>/phase", endpoint="enter_phase")
@permission("charter.enter_phase", charter_from_url)
def move_on(charter: Charter) -> ResponseReturnValue:
    form = PhaseForm(charter)
    if not form.validate():
        return draft_page(charter, PublishForm(), form, 422)
    try:
        enter_phase(current_user, charter, form.phase.data, form.reason.data)
    except CharterError as refused:
        form.reason.errors = [str(refused.sentence)]
        return draft_page(charter, PublishForm(), form, int(refused.status))
    flash(_("The charter has entered its next phase."))
    return redirect(url_for("charters.draft", slug=charter.slug))


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def edit_clause(place: DraftClause) -> ResponseReturnValue:
    form = ClauseForm(place.edition.language, data=as_it_stands(place))
    if request.method == "GET":
        return render_template("charters/edit_clause.html", place=place, form=form)
    if not form.validate():
        return render_template("charters/edit_clause.html", place=place, form=form), 422
    try:
        saved = save_clause(place, form)
    except StaleRevision as stale:
        return collision_page(place, form, stale), 409
    except CharterError as refused:
        form.wording.errors = [str(refused.sentence)]
        return render_template("charters/edit_clause.html", place=place, form=form), int(refused.status)
    flash(_("Saved.") if saved else _("Nothing was changed, so there was nothing to save."))
    return redirect(url_for("charters.draft", slug=place.charter.slug, language=place.edition.language, _anchor=place.eid))


def as_it_stands(place: DraftClause) -> dict[str, object]:
    revision = place.revision
    texts = {"number": place.number, "heading": revision.heading, "wording": revision.wording}
    return {**texts, "base_revision": revision.id, "base_number": place.number}


def save_clause(place: DraftClause, form: ClauseForm) -> bool:
    """Number and words are saved each where this person changed them; False when neither was."""
    base, base_number = revision_of(place, form.base_id), form.base_number.data or ""
    words = (form.heading.data, form.wording.data) != (base.heading, base.wording)
    number = form.number.data not in (base_number, place.number)
    if number and place.number != base_number:
        raise StaleRevision(base_number, place.number, form.number.data)
    if words:
        revise_clause(current_user, place.clause, place.edition.language, form.heading.data, form.wording.data, base)
    if number:
        renumber_clause(current_user, place.clause, place.edition.language, form.number.data)
    return words or number


def collision_page(place: DraftClause, form: ClauseForm, stale: StaleRevision) -> str:
    """Both texts and their differences; sent again, the form stands on what the other person saved."""
    form.base_revision.data, form.base_number.data = str(place.revision.id), place.number
    theirs, mine = segments(stale.base, stale.current), segments(stale.current, stale.proposed)
    return render_template("charters/collision.html", place=place, form=form, theirs=theirs, mine=mine, sentence=stale.sentence)


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>/next", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def add_clause(place: DraftClause) -> ResponseReturnValue:
    form = NewClauseForm(place.edition.language, data={"kind": place.clause.kind})
    if not form.validate_on_submit():
        return render_template("charters/add_clause.html", place=place, form=form), 422 if form.errors else 200
    kind, horizon = chosen_kind(form.kind.data)
    beside = {"after": place.clause} if form.place.data == "after" else {"after": None, "parent": place.clause}
    texts = {"number": form.number.data, "heading": form.heading.data, "wording": form.wording.data}
    try:
        draft_new_clause(current_user, place.charter, kind=kind, horizon=horizon, language=place.edition.language, **beside, **texts)
    except CharterError as refused:
        form.wording.errors = [str(refused.sentence)]
        return render_template("charters/add_clause.html", place=place, form=form), int(refused.status)
    flash(_("The clause has been added to the draft."))
    return redirect(url_for("charters.draft", slug=place.charter.slug, language=place.edition.language, _anchor=place.eid))


@bp.post("/charters/<slug>/draft/<language>/clauses/<guid>/removal")
@permission("charter.edit", draft_clause_from_url)
def take_out_clause(place: DraftClause) -> ResponseReturnValue:
    remove_clause(current_user, place.clause)
    flash(_("%(clause)s has been taken out of the draft. Published versions keep it.", clause=place.name))
    return redirect(url_for("charters.draft", slug=place.charter.slug, language=place.edition.language))
