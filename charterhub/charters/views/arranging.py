"""The shape of a draft: the page where clauses are put in order, and the small pages that split, join, retype and count."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.forms.arranging import JoinForm, KindForm, NumbersForm, PlaceForm, SplitForm
from charterhub.charters.operations import (
    draft_step,
    join_clauses,
    nudge_clause,
    put_beside,
    renumber_all,
    retype_clause,
    split_clause,
)
from charterhub.charters.queries import DraftClause, DraftEdition, draft_clause, draft_clause_from_url, draft_edition_from_url, draft_of, next_beside
from charterhub.charters.splitting import start_chosen, starts_of
from charterhub.charters.views.blueprint import bp
from charterhub.errors import CharterError
from charterhub.permissions import can, permission, require

JOINERS = {"paragraph": "\n\n", "space": " "}


@bp.route("/charters/<slug>/draft/<language>/arrangement", methods=["GET", "POST"])
@permission("charter.see_draft", draft_edition_from_url)
def arrangement(edition: DraftEdition) -> ResponseReturnValue:
    """Who works on a part of the text moves what stands in that part, and nothing else."""
    draft = draft_of(*edition)
    movable = [place for place in draft if can("charter.edit", place)]
    if draft and not movable:
        require("charter.edit", edition, current_user)
    form = PlaceForm(movable, request.args.get("clause", ""))
    status = 200
    if request.method == "POST":
        status = 422
        if form.validate():
            try:
                return moved(edition, form)
            except CharterError as refused:
                form.clause.errors, status = [str(refused.sentence)], int(refused.status)
    return render_template("charters/arrangement.html", edition=edition, charter=edition.charter, draft=draft, movable=movable, form=form), status


def moved(edition: DraftEdition, form: PlaceForm) -> ResponseReturnValue:
    place = draft_clause(edition.charter, edition.language, form.clause.data)
    with draft_step(current_user, edition.charter, "moved", place.name):
        if direction := request.form.get("step"):
            nudge_clause(current_user, place, direction)
        else:
            target = draft_clause(edition.charter, edition.language, form.target.data or "")
            put_beside(current_user, place, target, form.where.data)
    here = {"slug": edition.charter.slug, "language": edition.language, "clause": place.clause.guid}
    return redirect(url_for("charters.arrangement", **here, _anchor=f"row-{place.clause.guid}"))


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>/split", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def split(place: DraftClause) -> ResponseReturnValue:
    form = SplitForm(place, starts_of(place.revision.wording))
    status = 200
    if form.validate_on_submit():
        try:
            at = start_chosen(place.revision.wording, form.start.data or "", form.words.data)
            with draft_step(current_user, place.charter, "split", place.name):
                split_clause(current_user, place.clause, place.language, at, place.revision)
            return done(place, _("The clause is two clauses now. Comments and amendments find their words in either."))
        except CharterError as refused:
            form.words.errors, status = [str(refused.sentence)], int(refused.status)
    return render_template("charters/split.html", place=place, form=form), status if not form.errors or status != 200 else 422


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>/join", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def join(place: DraftClause) -> ResponseReturnValue:
    """With the next one beside it."""
    second, form, status = next_beside(place), JoinForm(), 200
    if second is not None and form.validate_on_submit():
        try:
            with draft_step(current_user, place.charter, "joined", place.name):
                join_clauses(current_user, place.clause, second.clause, place.language, JOINERS[form.joiner.data], place.revision)
            return done(place, _("The two clauses are one. The address of the second one leads to it."))
        except CharterError as refused:
            form.joiner.errors, status = [str(refused.sentence)], int(refused.status)
    return render_template("charters/join.html", place=place, second=second, form=form), status


@bp.route("/charters/<slug>/draft/<language>/clauses/<guid>/kind", methods=["GET", "POST"])
@permission("charter.edit", draft_clause_from_url)
def kind(place: DraftClause) -> ResponseReturnValue:
    form, status = KindForm(place), 200
    if form.validate_on_submit():
        try:
            with draft_step(current_user, place.charter, "retyped", place.name):
                retype_clause(current_user, place.clause, *form.chosen, siblings=form.siblings.data)
            return done(place, _("The kind has been changed."))
        except CharterError as refused:
            form.kind.errors, status = [str(refused.sentence)], int(refused.status)
    return render_template("charters/kind.html", place=place, form=form), status


@bp.route("/charters/<slug>/draft/<language>/numbers", methods=["GET", "POST"])
@permission("charter.edit", draft_edition_from_url)
def numbers(edition: DraftEdition) -> ResponseReturnValue:
    draft = draft_of(*edition)
    form, status = NumbersForm(draft, request.args.get("kind", "article"), request.args.get("under", "")), 200
    if form.validate_on_submit():
        try:
            with draft_step(current_user, edition.charter, "renumbered"):
                count = renumber_all(current_user, edition.charter, edition.language, form.numbering(draft))
            flash(_("%(count)s clauses have other numbers now, and references to them follow.", count=count))
            return redirect(url_for("charters.draft", slug=edition.charter.slug, language=edition.language))
        except CharterError as refused:
            form.scheme.errors, status = [str(refused.sentence)], int(refused.status)
    return render_template("charters/numbers.html", edition=edition, charter=edition.charter, form=form), status if not form.errors or status != 200 else 422


def done(place: DraftClause, sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("charters.draft", slug=place.charter.slug, language=place.language, _anchor=place.eid))
