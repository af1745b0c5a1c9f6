"""Between the global text and the charters made from it: every wording of a right, and what a newer version asks of a charter."""

from collections import Counter

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.agenda.carrying_up import carried_from, global_clauses
from charterhub.agenda.forms import CarryingForm, FollowingForm
from charterhub.agenda.mapping import mapping_of
from charterhub.agenda.operations import carry_up, follow_update, state_of
from charterhub.agenda.preview import edition_of_draft, previewed
from charterhub.agenda.updates import DECIDED, Update, decided_since, update_from_url, updates_of
from charterhub.agenda.wordings import wordings_beside
from charterhub.amendments.operations.rebuilding import map_clause
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import draft_step
from charterhub.charters.queries import charter_from_url, clause_from_url, clause_label
from charterhub.comments.limits import limited
from charterhub.errors import CharterError, NotOpen
from charterhub.kept_pages import kept
from charterhub.language_versions.passages import DraftEdition
from charterhub.permissions import permission, require
from charterhub.text.diff import segments

bp = Blueprint("agenda", __name__)
bp.add_app_template_global(carried_from)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/wordings")
@kept
@permission("charter.read", clause_from_url)
def wordings(clause: VersionClause) -> ResponseReturnValue:
    beside = wordings_beside(clause)
    counts = Counter(each.other.relation for each in beside)
    shown = {"charter": clause.charter, "version": clause.version, "language": clause.language, "counts": counts}
    return render_template("agenda/wordings.html", clause=clause, beside=beside, **shown)


@bp.get("/charters/<slug>/draft/source")
@permission("charter.draft", charter_from_url)
def updates(charter: Charter) -> ResponseReturnValue:
    return render_template("agenda/updates.html", charter=charter, updates=updates_of(charter), decided=decided_since(charter))


@bp.route("/charters/<slug>/draft/source/<key>", methods=["GET", "POST"])
@permission("charter.edit", update_from_url)
def update(update: Update) -> ResponseReturnValue:
    form, status = FollowingForm(update), 200
    if form.is_submitted():
        status = 422
        if form.validate():
            try:
                with draft_step(current_user, update.charter, DECIDED, update.local.name if update.local else clause_label(update.shown)):
                    follow_update(current_user, update, form.decision, form.seen.data or "")
            except CharterError as refused:
                form.form_errors.append(str(refused.sentence))
                status = int(refused.status)
            else:
                flash(_("Your decision is kept. It becomes public with the next version."))
                return redirect(url_for("agenda.updates", slug=update.charter.slug))
    form.seen.raw_data, form.seen.data = None, state_of(update)
    return render_template("agenda/update.html", charter=update.charter, update=update, form=form), status


@bp.route("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/carrying-up", methods=["GET", "POST"])
@limited
@permission("charter.read", clause_from_url)
def carrying_up(clause: VersionClause) -> ResponseReturnValue:
    """Choose the clause of the global text, see the change, table it: the button says which step."""
    targets = global_clauses(clause)
    if not targets:
        raise NotOpen(_("The global text takes no amendments at present. What is open when stands on its page “How it is decided”."))
    require("amendment.table", targets[0].charter)
    form, changes, status = CarryingForm(current_user, clause, targets), None, 200
    if form.is_submitted():
        status = 422
        if form.validate():
            target = next(each for each in targets if each.clause_id == form.target.data)
            adds = form.way.data == "insert"
            changes, status = segments("" if adds else target.revision.wording, form.wording.data), 200
            if request.form.get("step") == "table":
                try:
                    amendment = carry_up(current_user, clause, target, adds, form.wording.data, form.rationale.data, form.appearance.data)
                except CharterError as refused:
                    form.form_errors.append(str(refused.sentence))
                    status = int(refused.status)
                else:
                    flash(_("Your amendment has been tabled. It is public, and its words cannot be changed any more."))
                    return redirect(url_for("amendments.show", amendment_id=amendment.id))
    return render_template("agenda/carrying_up.html", clause=clause, charter=clause.charter, form=form, target=targets[0], changes=changes), status


@bp.get("/charters/<slug>/mapping")
@permission("amendment.read", charter_from_url)
def mapping(charter: Charter) -> ResponseReturnValue:
    """Where each published clause goes in the rebuilt text, and what stands on it."""
    rows, draft = mapping_of(charter)
    names = {**{row.clause.clause_id: row.clause.name for row in rows}, **{place.clause.id: place.name for place in draft}}
    return render_template("agenda/mapping.html", charter=charter, rows=rows, draft=draft, names=names, lost=sum(row.lost for row in rows))


@bp.post("/charters/<slug>/mapping")
@permission("desk.map", charter_from_url)
def save_mapping(charter: Charter) -> ResponseReturnValue:
    map_clause(current_user, charter, request.form.get("clause", 0, type=int), set(request.form.getlist("successor", type=int)))
    flash(_("Saved. What stands on the old clause is found from the new one."))
    return redirect(url_for("agenda.mapping", slug=charter.slug, _anchor=f"clause-{request.form.get('clause', 0, type=int)}"))


@bp.get("/charters/<slug>/desk/<language>/preview")
@permission("desk.read", edition_of_draft)
def preview(place: DraftEdition) -> ResponseReturnValue:
    """The draft as its readers will see it once it is published."""
    clauses = previewed(place.charter, place.language)
    to_follow = sum(each.to_follow for each in clauses)
    return render_template("agenda/preview.html", charter=place.charter, language=place.language, clauses=clauses, to_follow=to_follow)
