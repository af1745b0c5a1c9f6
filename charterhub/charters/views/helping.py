"""Those who work on a draft beside its officials, and the notes between them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.accounts.queries import person_by_email
from charterhub.charters.forms.helping import ROLE_NAMES, NoteForm, RoleForm
from charterhub.charters.models import Charter, DraftingRole, InternalNote
from charterhub.charters.notes import note_from_url, notes_on, role_from_url
from charterhub.charters.operations import give_drafting_role, settle_note, take_drafting_role, write_note
from charterhub.charters.queries import DraftClause, charter_from_url, draft_clause_from_url, draft_of
from charterhub.charters.views.blueprint import bp
from charterhub.errors import BadInput, CharterError
from charterhub.permissions import permission


@bp.route("/charters/<slug>/draft/people", methods=["GET", "POST"])
@permission("charter.assign", charter_from_url)
def people(charter: Charter) -> ResponseReturnValue:
    draft = draft_of(charter, charter.language)
    form, status = RoleForm(charter, draft), 200
    if form.validate_on_submit():
        try:
            give_role(charter, draft, form)
            flash(_("The role has been given. They find the draft under “Charters”."))
            return redirect(url_for("charters.people", slug=charter.slug))
        except CharterError as refused:
            form.email.errors, status = [str(refused.sentence)], int(refused.status)
    names = {place.clause.id: place.name for place in draft}
    shown = {"names": names, "roles": ROLE_NAMES}
    return render_template("charters/people.html", charter=charter, form=form, **shown), 422 if form.errors and status == 200 else status


def give_role(charter: Charter, draft: list[DraftClause], form: RoleForm) -> None:
    person = person_by_email((form.email.data or "").strip().lower())
    if person is None:
        raise BadInput(_("Nobody with this address has an account here. Please ask them to open one first."))
    clause = next((place.clause for place in draft if place.clause.guid == form.part.data), None)
    give_drafting_role(current_user, charter, person, form.role.data, clause, form.language.data)


@bp.post("/charters/<slug>/draft/people/<int:role_id>/removal")
@permission("charter.assign", role_from_url)
def remove_role(held: DraftingRole) -> ResponseReturnValue:
    slug = held.charter.slug
    take_drafting_role(current_user, held)
    flash(_("The role has been taken back."))
    return redirect(url_for("charters.people", slug=slug))


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>/notes", methods=["GET", "POST"])
@permission("charter.see_draft", draft_clause_from_url)
def notes(place: DraftClause) -> ResponseReturnValue:
    form = NoteForm()
    if form.validate_on_submit():
        write_note(current_user, place.clause, form.body.data)
        return redirect(url_for("charters.notes", slug=place.charter.slug, language=place.language, guid=place.clause.guid))
    return render_template("charters/notes.html", place=place, form=form, notes=notes_on(place.clause)), 422 if form.errors else 200


@bp.post("/charters/<slug>/draft/<language>/notes/<int:note_id>/settlement")
@permission("charter.see_draft", note_from_url)
def settle(note: InternalNote) -> ResponseReturnValue:
    settle_note(current_user, note)
    return redirect(url_for("charters.notes", slug=note.charter.slug, language=note.charter.language, guid=note.clause.guid))
