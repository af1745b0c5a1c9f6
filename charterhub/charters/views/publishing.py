"""The draft's desk: its page with the forms that publish it and move the charter on."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.changelog import drafted_changelog
from charterhub.charters.colleagues import OpenClause, open_clauses
from charterhub.charters.forms.drafting import ClauseForm, PhaseForm, PublicationForm, PublishForm
from charterhub.charters.models import Charter, Version
from charterhub.charters.notes import open_note_counts
from charterhub.charters.operations import (
    enter_phase,
    needs_two_to_publish,
    publish_or_ask,
    second_publication,
    set_publishing_rule,
    waiting_publication,
)
from charterhub.charters.publishing_checks import publishing_findings
from charterhub.charters.queries import DraftClause, charter_from_url, draft_of, edition_language, latest_version, unpublished
from charterhub.charters.references import clause_choices
from charterhub.charters.steps import last_step, last_undone, latest_steps
from charterhub.charters.views.blueprint import bp
from charterhub.charters.views.drafting import as_it_stands
from charterhub.charters.views.steps import STEP_NAMES
from charterhub.errors import CharterError
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.permissions import can, permission


@bp.get("/charters/<slug>/draft")
@permission("charter.see_draft", charter_from_url)
def draft(charter: Charter) -> ResponseReturnValue:
    return draft_page(charter, PublishForm(), PhaseForm(charter))


def draft_page(charter: Charter, publishing: PublishForm, moving: PhaseForm, status: int = 200) -> ResponseReturnValue:
    language = edition_language(charter, request.args.get("language", charter.language))
    clauses = draft_of(charter, language)
    there = open_clauses([place.clause.id for place in clauses], language, current_user)
    recent = latest_steps(charter, 20)
    steps = {"undoable": last_step(recent), "redoable": last_undone(recent), "step_names": STEP_NAMES}
    shown = {**steps, **in_place(clauses), "language": language, "clauses": clauses, "there": there, "notes": open_note_counts(charter)}
    shown |= {"news": unpublished(charter, clauses, language), "findings": publishing_findings(charter) if status != 200 else []}
    return render_template("charters/draft.html", charter=charter, publishing=publishing, moving=moving, **shown), status


def in_place(clauses: list[DraftClause]) -> dict[str, object]:
    """The form of the clause that `?edit=` names, beside the outline; whether this person may put clauses in order."""
    wanted = request.args.get("edit", "")
    may_arrange = any(can("charter.edit", place) for place in clauses)
    editing = next((place for place in clauses if place.clause.guid == wanted and can("charter.edit", place)), None)
    if editing is None:
        return {"editing": None, "may_arrange": may_arrange}
    form = ClauseForm(editing.language, formdata=None, data=as_it_stands(editing))
    return {"editing": editing, "may_arrange": may_arrange, "form": form, "open_clause": OpenClause(editing, current_user), "choices": clause_choices(clauses)}


@bp.post("/charters/<slug>/versions")
@permission("charter.publish", charter_from_url)
def publish(charter: Charter) -> ResponseReturnValue:
    """From the card on the draft's page, or from the page that shows the list of changes first."""
    prepared = "changelog" in request.form
    form = PublicationForm() if prepared else PublishForm()
    status = 422
    if form.validate():
        try:
            return published(charter, publish_or_ask(current_user, charter, form.note.data, form.changelog.data if prepared else None))
        except CharterError as refused:
            form.note.errors, status = [str(refused.sentence)], int(refused.status)
    return publication_page(charter, form, status) if prepared else draft_page(charter, form, PhaseForm(charter), status)


def published(charter: Charter, version: Version | None) -> ResponseReturnValue:
    if version is None:
        flash(_("A second official has to confirm this now. Nothing is published yet."))
        return redirect(url_for("charters.publication", slug=charter.slug))
    flash(_("Version %(number)s is published. Its text will never change, and its address stays.", number=version.number))
    for finding in publishing_findings(charter):
        if not finding.binding:
            flash(str(finding.sentence))
    return redirect(url_for("reading.version", slug=charter.slug, number=version.number, language=charter.language))


@bp.get("/charters/<slug>/publication")
@permission("charter.publish", charter_from_url)
def publication(charter: Charter) -> ResponseReturnValue:
    return publication_page(charter, PublicationForm(data={"changelog": drafted_changelog(charter, latest_version(charter))}))


def publication_page(charter: Charter, form: PublishForm, status: int = 200) -> ResponseReturnValue:
    shown = {"findings": publishing_findings(charter), "waiting": waiting_publication(charter), "two": needs_two_to_publish(charter.member_id)}
    return render_template("charters/publication.html", charter=charter, form=form, **shown), status


@bp.post("/charters/<slug>/publication/confirmation")
@permission("charter.publish", charter_from_url)
def confirm_publication(charter: Charter) -> ResponseReturnValue:
    return published(charter, second_publication(current_user, charter))


@bp.get("/members/<slug>/publishing-rule")
@permission("two_person_rule.set", member_from_url)
def publishing_rule(member: Member) -> ResponseReturnValue:
    return render_template("charters/publishing_rule.html", member=member, in_force=needs_two_to_publish(member.id))


@bp.post("/members/<slug>/publishing-rule")
@permission("two_person_rule.set", member_from_url)
def change_publishing_rule(member: Member) -> ResponseReturnValue:
    set_publishing_rule(current_user, member, request.form.get("wanted") == "yes")
    flash(_("The rule has been changed."))
    return redirect(url_for("charters.publishing_rule", slug=member.slug))


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
