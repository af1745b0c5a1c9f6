"""A person's sheet: changes of several clauses, and of the tree, collected until they are tabled as one amendment."""

from typing import NamedTuple

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.forms import SheetForm, TreeForm
from charterhub.amendments.models import AmendmentSheet, Operation
from charterhub.amendments.operations import collect_proposal, drop_proposal, table_sheet
from charterhub.amendments.operations.tabling import frozen_clauses
from charterhub.amendments.proposed import derived
from charterhub.amendments.queries import look_alikes, proposals_on, sheet_of
from charterhub.amendments.showing import Shown, as_shown
from charterhub.amendments.views.blueprint import bp
from charterhub.charters.kinds import KIND_NAMES
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import charter_from_url, clause_from_url, clauses_of, known_edition, latest_version
from charterhub.comments.limits import limited
from charterhub.errors import CharterError
from charterhub.permissions import permission

CLAUSE_CHOICES = [(kind, name) for kind, name in KIND_NAMES.items() if " " not in kind]


class SheetPlace(NamedTuple):
    """A charter in the language in which it is amended."""

    charter: Charter
    language: str
    version: Version

    @property
    def base(self) -> dict[int, VersionClause]:
        return {clause.clause_id: clause for clause in clauses_of(self.version, self.language)}


def sheet_from_url(slug: str, language: str) -> SheetPlace:
    charter = charter_from_url(slug)
    version = latest_version(charter) or abort(404)
    return SheetPlace(charter, known_edition(version, language), version)


@bp.route("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/amendments/structure", methods=["GET", "POST"], endpoint="structure")
@limited
@permission("amendment.table", clause_from_url)
def change_tree(clause: VersionClause) -> ResponseReturnValue:
    """A new clause, a deletion, a move, a split, a join: put on the sheet, where it can be seen before it is tabled."""
    base = frozen_clauses(clause.charter, clause.language)
    form = TreeForm(clause, base.values(), CLAUSE_CHOICES, data={"kind": request.args.get("kind"), "clause_kind": clause.kind})
    if not form.validate_on_submit():
        return render_template("amendments/structure.html", clause=clause, charter=clause.charter, form=form), 422 if form.errors else 200
    try:
        proposed = form.proposed(clause)
        derived([proposed], base)
        collect_proposal(current_user, clause.charter, clause.language, proposed)
    except CharterError as refused:
        form.kind.errors = [str(refused.sentence)]
        return render_template("amendments/structure.html", clause=clause, charter=clause.charter, form=form), int(refused.status)
    flash(_("The change is on your sheet. Add more, or table them together."))
    return redirect(url_for("amendments.sheet", slug=clause.charter.slug, language=clause.language))


@bp.route("/charters/<slug>/amendment-sheet/<language>", methods=["GET", "POST"])
@limited
@permission("amendment.table", sheet_from_url)
def sheet(place: SheetPlace) -> ResponseReturnValue:
    """All that was collected, as tracked changes, to be confirmed and tabled as one amendment."""
    found = sheet_of(current_user, place.charter, place.language)
    form = SheetForm(current_user, data={"rationale": found.rationale if found else ""})
    if request.method == "GET":
        return sheet_page(place, form, found), 200
    if not form.validate():
        return sheet_page(place, form, found), 422
    try:
        amendment = table_sheet(current_user, place.charter, place.language, form.rationale.data, form.appearance.data, form.whole.data)
    except CharterError as refused:
        form.rationale.errors = [str(refused.sentence)]
        return sheet_page(place, form, found), int(refused.status)
    flash(_("Your amendment has been tabled. It is public, and its words cannot be changed any more."))
    return redirect(url_for("amendments.show", amendment_id=amendment.id))


def sheet_page(place: SheetPlace, form: SheetForm, found: AmendmentSheet | None) -> str:
    base = place.base
    shown: list[tuple[int, list[Shown], str]] = []
    operations: list[Operation] = []
    for number, proposed in enumerate(proposals_on(found)):
        try:
            made = derived([proposed], base)
            operations += made
            shown.append((number, as_shown(made, base), ""))
        except CharterError as refused:
            shown.append((number, [], str(refused.sentence)))
    alike = look_alikes(operations, place.language)
    return render_template("amendments/sheet.html", charter=place.charter, language=place.language, form=form, shown=shown, alike=alike)


@bp.post("/charters/<slug>/amendment-sheet/<language>/removal")
@permission("amendment.table", sheet_from_url)
def drop(place: SheetPlace) -> ResponseReturnValue:
    drop_proposal(current_user, place.charter, place.language, request.form.get("number", -1, type=int))
    flash(_("The change has been taken off your sheet."))
    return redirect(url_for("amendments.sheet", slug=place.charter.slug, language=place.language))
