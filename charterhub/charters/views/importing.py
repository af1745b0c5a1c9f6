"""Bringing in a charter: a file or pasted text, and its outline to correct; and the list of all charters."""

from collections.abc import Callable
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage

from charterhub.charters.forms.importing import ImportForm, OutlineForm
from charterhub.charters.kinds import TEXT_KINDS
from charterhub.charters.models import ImportSheet
from charterhub.charters.operations import correct_sheet, draft_from_sheet, receive_text
from charterhub.charters.queries import all_charters, charter_by_id, sheet_from_url, unfinished_sheets
from charterhub.charters.unread import CORRECTION_SENTENCES, report_line, sentence_of
from charterhub.charters.views.blueprint import bp
from charterhub.errors import CharterError
from charterhub.extensions import limiter
from charterhub.formats.correcting import CannotCorrect, joined, shifted, split
from charterhub.formats.outline import Item, Outline, outline_from_json
from charterhub.formats.reading import HTML, read, read_text
from charterhub.formats.unreadable import Unreadable
from charterhub.kept_pages import kept
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.permissions import can, permission

IMPORTS = "30/hour"
LONGEST_PASTED = 1_000_000  # of markup that a form can carry beside the plain text
CORRECTIONS: dict[str, Callable[[list[Item], int], list[Item]]] = {
    "join": joined,
    "split": split,
    "deeper": partial(shifted, by=1),
    "higher": partial(shifted, by=-1),
}


@bp.get("/charters")
@kept
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
    facts = {"waiting": unfinished_sheets(member.id if member else None), "longest": LONGEST_PASTED}
    return render_template("charters/import.html", form=form, member=member, action=action, **facts), 422 if form.errors else 200


def outline_sent(form: ImportForm) -> tuple[Outline, str, str]:
    """The outline, its source and the file's name, from the file if there is one, else from the pasted text."""
    file: FileStorage | None = form.file.data
    if not file and form.pasted_html.data:
        return read_text(form.pasted_html.data, form.language.data, HTML), form.pasted.data, ""
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
        place, items = corrected(form, request.form.get("step", ""))
        correct_sheet(current_user, sheet, form.title.data, items)
    except CannotCorrect as cannot:
        form.title.errors = [str(CORRECTION_SENTENCES[cannot.reason])]
        return preview_page(sheet, form, 422)
    except CharterError as refused:
        form.title.errors = [str(refused.sentence)]
        return preview_page(sheet, form, int(refused.status))
    if place is not None:
        return redirect(url_for("charters.preview", sheet_id=sheet.id, _anchor=f"row-{place + 1}"))
    return after_correction(sheet)


def corrected(form: OutlineForm, step: str) -> tuple[int | None, list[Item]]:
    """The clauses as the fields say and, if one of its buttons was pressed, with that row joined, split or moved; and where it is now."""
    verb, _dash, count = step.partition("-")
    if verb not in CORRECTIONS or not count.isdecimal() or int(count) >= len(form.items) or form.items[int(count)].form.remove.data:
        return None, form.kept_items
    place = form.place_kept(int(count))
    return max(place - (verb == "join"), 0), CORRECTIONS[verb](form.kept_items, place)


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
