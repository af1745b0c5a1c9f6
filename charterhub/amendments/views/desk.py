"""The merge desk: all clauses with what waits on them, one clause at a time, everything clean at once, and undoing."""

from functools import lru_cache
from typing import NamedTuple

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _
from flask_login import current_user
from markupsafe import Markup

from charterhub.amendments.desk_words import COLLISIONS, MARKS, OPERATIONS, STATES
from charterhub.amendments.forms.desk import ClauseDeskForm, SweepForm, decisions_from
from charterhub.amendments.models import ReviewMark, Step
from charterhub.amendments.operations import announce, decide_clause, put_off_collisions, read_mark, sweep_clean, undo_step
from charterhub.amendments.operations.sweeping import sweeps_of
from charterhub.amendments.queries import (
    Desk,
    DeskClause,
    amendments_named,
    desk_of,
    last_announced,
    mark_from_url,
    state_of_journal,
    step_from_url,
    steps_of,
    unread_marks,
)
from charterhub.amendments.queries.rebuilding import group_chosen, groups_of
from charterhub.amendments.showing import rationales, rivals_of
from charterhub.amendments.views.blueprint import bp
from charterhub.charters.meeting import whole_text
from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_by_id, charter_from_url, edition_language
from charterhub.errors import AlreadyDone, BadInput, CharterError, StaleRevision
from charterhub.permissions import permission
from charterhub.text.diff import Segment, segments


class DeskPlace(NamedTuple):
    """The desk of a charter in one language edition, and perhaps one clause of it."""

    charter: Charter
    language: str
    guid: str = ""


def desk_from_url(slug: str, language: str = "", guid: str = "") -> DeskPlace:
    charter = charter_from_url(slug)
    return DeskPlace(charter, edition_language(charter, language or charter.language), guid)


def chosen_part() -> int:
    """The working group whose part is looked at; 0 for the whole text."""
    return request.args.get("group", 0, type=int)


def at_desk(place: DeskPlace) -> tuple[Desk, DeskClause | None]:
    """The desk, of the chosen part where the clause is in it, and the clause."""
    whole, group = desk_of(place.charter, place.language), group_chosen(place.charter, chosen_part())
    part = whole.part(group and group.clause_id)
    found = part if not place.guid or part.at(place.guid) else whole
    return found, found.at(place.guid)


@bp.get("/charters/<slug>/desk", defaults={"language": ""})
@bp.get("/charters/<slug>/desk/<language>")
@permission("desk.read", desk_from_url)
def desk(place: DeskPlace) -> ResponseReturnValue:
    """Every clause that amendments speak of, with its state."""
    listed = desk_list(place.charter.id, place.language, chosen_part(), str(get_locale()), state_of_journal(place.charter.id))
    return render_template("amendments/desk.html", charter=place.charter, language=place.language, listed=listed)


@lru_cache(maxsize=64)
def desk_list(charter_id: int, language: str, group_id: int, _locale: str, _state: tuple[object, ...]) -> Markup:
    """Made again after every act on the charter, for its state is then another."""
    charter = charter_by_id(charter_id)
    words = {name: str(word) for name, word in STATES.items()}
    groups = groups_of(charter)
    chosen = next((group for group in groups if group.id == group_id), None)
    shown = {"desk": desk_of(charter, language).part(chosen and chosen.clause_id), "marks": unread_marks(charter), "states": words}
    return Markup(render_template("amendments/_desk_list.html", charter=charter, language=language, groups=groups, chosen=chosen, **shown))


@bp.get("/charters/<slug>/desk/<language>/clauses/<guid>")
@permission("desk.read", desk_from_url)
def desk_clause(place: DeskPlace) -> ResponseReturnValue:
    return clause_page(place, ClauseDeskForm(formdata=None))


def clause_page(place: DeskPlace, form: ClauseDeskForm, moved: list[Segment] | None = None, problem: str = "") -> str:
    """Base, draft and every rival as whole sentences, with a choice at each point. What had been chosen stays chosen."""
    found, clause = at_desk(place)
    if clause is None:
        abort(404)
    form.draft_revision.data, form.draft_revision.raw_data = clause.row.draft_id, None
    form.waiting.data = " ".join(str(each.id) for each in clause.waiting)
    names = {each.name: each for each in clause.waiting}
    before, after = found.beside(clause)
    shown = {"points": rivals_of(clause), "names": names, "before": before, "after": after, "moved": moved, "problem": problem, "said": rationales(clause.waiting), "collisions": COLLISIONS, "kinds": OPERATIONS}
    changed = segments(*(whole_text(*each) for each in ((clause.row.heading, clause.row.base), (clause.row.draft_heading, clause.row.draft))))
    return render_template("amendments/desk_clause.html", charter=place.charter, language=place.language, desk=found, clause=clause, form=form, changed_draft=changed, sent=request.form, **shown)


@bp.post("/charters/<slug>/desk/<language>/clauses/<guid>")
@permission("desk.merge", desk_from_url)
def decide(place: DeskPlace) -> ResponseReturnValue:
    """Saved with this click, or not at all; then on to the next clause that waits."""
    form = ClauseDeskForm()
    if not form.validate():
        return clause_page(place, form, problem=_("The form did not arrive as it was sent. Please try again.")), 422
    try:
        decide_clause(current_user, place.charter, place.language, place.guid, decisions_from(request.form), form.said, form.draft_revision.data, form.seen_operations)
    except StaleRevision as stale:
        return clause_page(place, form, segments(stale.base, stale.current)), 409
    except (AlreadyDone, BadInput) as refused:
        if at_desk(place)[1] is None:
            raise
        return clause_page(place, form, problem=str(refused.sentence)), int(refused.status)
    flash(_("Saved. You can undo it until it is published."))
    return onwards(place)


def onwards(place: DeskPlace) -> ResponseReturnValue:
    found, here = at_desk(place)
    following: DeskClause | None = here if here and here.waiting else here and found.next_open(here)
    if following is None:
        return redirect(url_for("amendments.desk", slug=place.charter.slug, language=place.language, group=chosen_part() or None))
    return redirect(url_for("amendments.desk_clause", slug=place.charter.slug, language=place.language, guid=following.row.guid, group=chosen_part() or None))


@bp.route("/charters/<slug>/desk/<language>/clean", methods=["GET", "POST"])
@permission("desk.merge", desk_from_url)
def sweep(place: DeskPlace) -> ResponseReturnValue:
    """The read-through: what nobody contests, clause by clause, taken together by one button."""
    form = SweepForm()
    if request.method == "GET":
        return sweep_page(place, form), 200
    try:
        step = sweep_clean(current_user, place.charter, place.language, set(request.form.getlist("seen")), form.said)
    except CharterError as refused:
        return sweep_page(place, form, str(refused.sentence)), int(refused.status)
    count = len({each.operation.amendment_id for each in step.dispositions})
    flash(ngettext("%(num)s amendment was taken into the draft.", "%(num)s amendments were taken into the draft.", count))
    return redirect(url_for("amendments.desk", slug=place.charter.slug, language=place.language))


def sweep_page(place: DeskPlace, form: SweepForm, problem: str = "") -> str:
    found = sweeps_of(at_desk(place)[0])
    sweeps = [(each, segments(each.clause.row.draft_heading, each.heading), segments(each.clause.row.draft, each.result.text)) for each in found]
    chosen = set(request.form.getlist("seen")) or {each.seen for each in found}
    return render_template("amendments/sweep.html", charter=place.charter, language=place.language, form=form, sweeps=sweeps, chosen=chosen, problem=problem)


@bp.post("/charters/<slug>/desk/<language>/postponement")
@permission("desk.merge", desk_from_url)
def put_off(place: DeskPlace) -> ResponseReturnValue:
    """The agreed now, the contested later."""
    put_off_collisions(current_user, place.charter, place.language, request.form.get("reason", ""))
    flash(_("Put off: they wait again after the next version is published."))
    return redirect(url_for("amendments.desk", slug=place.charter.slug, language=place.language))


@bp.get("/charters/<slug>/desk/<language>/marks")
@permission("desk.read", desk_from_url)
def marks(place: DeskPlace) -> ResponseReturnValue:
    """The places that must be read before the text may be published."""
    found = unread_marks(place.charter)
    named = amendments_named({int(name) for mark in found for name in mark.names})
    return render_template("amendments/marks.html", charter=place.charter, language=place.language, marks=found, named=named, reasons=MARKS)


@bp.post("/review-marks/<int:mark_id>/reading")
@permission("desk.merge", mark_from_url)
def read(mark: ReviewMark) -> ResponseReturnValue:
    read_mark(current_user, mark)
    flash(_("Read: it stands as it is."))
    return redirect(url_for("amendments.marks", slug=mark.step.charter.slug, language=mark.language))


@bp.get("/charters/<slug>/desk/<language>/steps")
@permission("desk.read", desk_from_url)
def steps(place: DeskPlace) -> ResponseReturnValue:
    """What was decided, newest first, with the button that takes a step back."""
    found, final = steps_of(place.charter), last_announced(place.charter)
    waiting = any(step.id > final and step.undoing is None for step in found)
    return render_template("amendments/steps.html", charter=place.charter, language=place.language, steps=found, final=final, waiting=waiting)


@bp.post("/merge-steps/<int:step_id>/undoing")
@permission("desk.merge", step_from_url)
def undo(step: Step) -> ResponseReturnValue:
    undo_step(current_user, step)
    flash(_("Undone: the draft reads as before, and the amendments are open again."))
    return redirect(url_for("amendments.steps", slug=step.charter.slug, language=step.language))


@bp.post("/charters/<slug>/desk/<language>/announcement")
@permission("desk.merge", desk_from_url)
def announcement(place: DeskPlace) -> ResponseReturnValue:
    announce(current_user, place.charter)
    flash(_("Announced. Every proposer gets one letter, in their language, about all their amendments."))
    return redirect(url_for("amendments.steps", slug=place.charter.slug, language=place.language))


