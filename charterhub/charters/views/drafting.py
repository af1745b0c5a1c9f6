"""One clause of the draft: a new wording, a new clause beside it, the clause taken out; two people in one clause."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.forms.drafting import ClauseForm, NewClauseForm
from charterhub.charters.kinds import chosen_kind
from charterhub.charters.operations import draft_new_clause, remove_clause, renumber_clause, revise_clause
from charterhub.charters.queries import DraftClause, draft_clause_from_url, revision_of
from charterhub.charters.views.blueprint import bp
from charterhub.errors import CharterError, StaleRevision
from charterhub.permissions import permission
from charterhub.text.diff import segments


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
