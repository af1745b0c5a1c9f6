"""One clause of the draft: a new wording, a new clause beside it, the clause taken out; two people in one clause."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.colleagues import OpenClause
from charterhub.charters.forms.drafting import ClauseForm, NewClauseForm
from charterhub.charters.kinds import chosen_kind
from charterhub.charters.meeting import meeting_of
from charterhub.charters.models import UnsentText
from charterhub.charters.operations import draft_new_clause, draft_step, give_up_unsent, keep_unsent, remove_clause, renumber_clause, revise_clause
from charterhub.charters.queries import DraftClause, draft_clause_from_url, draft_of, revision_of
from charterhub.charters.references import clause_choices, with_references
from charterhub.charters.views.blueprint import bp
from charterhub.errors import CharterError, StaleRevision
from charterhub.extensions import limiter
from charterhub.permissions import permission


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def edit_clause(place: DraftClause) -> ResponseReturnValue:
    if request.method == "GET":
        return edit_page(place, ClauseForm(place.language, data=as_it_stands(place)))
    form = ClauseForm(place.language, data=as_it_stands(place))
    if not form.validate():
        return edit_page(place, form, 422)
    try:
        saved = save_clause(place, form)
    except StaleRevision as stale:
        return collision_page(place, form, stale), 409
    except CharterError as refused:
        form.wording.errors = [str(refused.sentence)]
        return edit_page(place, form, int(refused.status))
    give_up_unsent(current_user, place.clause, place.language)
    flash(_("Saved.") if saved else _("Nothing was changed, so there was nothing to save."))
    return to_draft(place)


def to_draft(place: DraftClause) -> ResponseReturnValue:
    return redirect(url_for("charters.draft", slug=place.charter.slug, language=place.language, _anchor=place.eid))


def edit_page(place: DraftClause, form: ClauseForm, status: int = 200) -> ResponseReturnValue:
    """With `?unsent=yes` the form holds what this person had typed here and not saved."""
    open_clause = OpenClause(place, current_user)
    if status == 200 and open_clause.unsent and request.args.get("unsent"):
        form = ClauseForm(place.language, data=as_it_was_typed(open_clause.unsent, place))
    choices = clause_choices(draft_of(place.charter, place.language))
    return render_template("charters/edit_clause.html", place=place, form=form, choices=choices, open_clause=open_clause), status


def as_it_stands(place: DraftClause) -> dict[str, object]:
    revision = place.revision
    texts = {"number": place.number, "heading": revision.heading, "wording": revision.wording}
    return {**texts, "base_revision": revision.id, "base_number": place.number}


def as_it_was_typed(unsent: UnsentText, place: DraftClause) -> dict[str, object]:
    texts = {"number": unsent.number, "heading": unsent.heading, "wording": unsent.wording}
    return {**texts, "base_revision": unsent.base_revision_id, "base_number": place.number}


def save_clause(place: DraftClause, form: ClauseForm) -> bool:
    """Number and words are saved each where this person changed them; False when neither was."""
    base, base_number = revision_of(place, form.base_id), form.base_number.data or ""
    wording = with_references(place, form.wording.data)
    words = (form.heading.data, wording) != (base.heading, base.wording)
    number = form.number.data not in (base_number, place.number)
    if number and place.number != base_number:
        raise StaleRevision(base_number, place.number, form.number.data)
    if words:
        with draft_step(current_user, place.charter, "revised", place.name, only=place.clause):
            revise_clause(current_user, place.clause, place.language, form.heading.data, wording, base)
    if number:
        with draft_step(current_user, place.charter, "renumbered", place.name, only=place.clause):
            renumber_clause(current_user, place.clause, place.language, form.number.data)
    return words or number


def collision_page(place: DraftClause, form: ClauseForm, stale: StaleRevision) -> str:
    """Both texts merged where they fit together, else side by side; sent again, the form stands on what the other saved."""
    meeting = meeting_of(place, revision_of(place, form.base_id), form.heading.data, form.wording.data)
    form.base_revision.data, form.base_number.data = str(place.revision.id), place.number
    form.heading.data, form.wording.data = meeting.heading, meeting.wording
    choices = clause_choices(draft_of(place.charter, place.language))
    shown = {"meeting": meeting, "sentence": stale.sentence, "choices": choices}
    return render_template("charters/collision.html", place=place, form=form, **shown)


@bp.post("/charters/<slug>/draft/<language>/clauses/<guid>/unsent")
@limiter.limit("60/minute")
@permission("charter.edit", draft_clause_from_url)
def keep_typed(place: DraftClause) -> ResponseReturnValue:
    """What stands in the form, sent by the page every few seconds; without a wording it says that the clause is open here."""
    form = ClauseForm(place.language)
    wording = form.wording.data if "wording" in request.form else None
    kept = keep_unsent(current_user, place, revision_of(place, form.base_id), form.number.data or "", form.heading.data or "", wording)
    if request.form.get("back"):
        flash(_("Your colleagues see now that you have this clause open."))
        return redirect(url_for("charters.edit_clause", slug=place.charter.slug, language=place.language, guid=place.clause.guid))
    return {"kept_at": kept.kept_at.isoformat()}


@bp.post("/charters/<slug>/draft/<language>/clauses/<guid>/unsent/removal")
@permission("charter.edit", draft_clause_from_url)
def give_up_typed(place: DraftClause) -> ResponseReturnValue:
    give_up_unsent(current_user, place.clause, place.language)
    flash(_("What you had typed here and not saved is gone."))
    return redirect(url_for("charters.edit_clause", slug=place.charter.slug, language=place.language, guid=place.clause.guid))


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>/next", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def add_clause(place: DraftClause) -> ResponseReturnValue:
    form = NewClauseForm(place.language, data={"kind": place.clause.kind})
    if not form.validate_on_submit():
        return render_template("charters/add_clause.html", place=place, form=form), 422 if form.errors else 200
    kind, horizon = chosen_kind(form.kind.data)
    beside = {"after": place.clause} if form.place.data == "after" else {"after": None, "parent": place.clause}
    texts = {"number": form.number.data, "heading": form.heading.data, "wording": form.wording.data}
    try:
        with draft_step(current_user, place.charter, "added", place.name):
            draft_new_clause(current_user, place.charter, kind=kind, horizon=horizon, language=place.language, **beside, **texts)
    except CharterError as refused:
        form.wording.errors = [str(refused.sentence)]
        return render_template("charters/add_clause.html", place=place, form=form), int(refused.status)
    flash(_("The clause has been added to the draft."))
    return to_draft(place)


@bp.post("/charters/<slug>/draft/<language>/clauses/<guid>/removal")
@permission("charter.edit", draft_clause_from_url)
def take_out_clause(place: DraftClause) -> ResponseReturnValue:
    with draft_step(current_user, place.charter, "removed", place.name):
        remove_clause(current_user, place.clause)
    flash(_("%(clause)s has been taken out of the draft. Published versions keep it.", clause=place.name))
    return redirect(url_for("charters.draft", slug=place.charter.slug, language=place.language))
