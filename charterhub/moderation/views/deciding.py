"""For those who moderate: what waits, one case, and the decision."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url, clauses_of, latest_version
from charterhub.comments.queries import pauses_in
from charterhub.errors import CharterError
from charterhub.moderation import operations
from charterhub.moderation.bursts import bursts_in
from charterhub.moderation.forms import AppealRulingForm, FirstLookForm, PauseForm, RulingForm
from charterhub.moderation.grounds import GROUND_NAMES
from charterhub.moderation.models import Case, Ruling
from charterhub.moderation.queries import case_from_url, decided_cases, open_cases, waiting_in
from charterhub.moderation.views.blueprint import bp
from charterhub.page_form import PageForm
from charterhub.permissions import permission


@bp.get("/charters/<slug>/moderation/work")
@permission("moderation.work", charter_from_url)
def work(charter: Charter) -> ResponseReturnValue:
    return work_page(charter)


def work_page(charter: Charter, first_look: FirstLookForm | None = None, pause: PauseForm | None = None) -> str:
    """The forms as they were sent, where one is shown again."""
    first_look = first_look or FirstLookForm(formdata=None, data={"hours": charter.first_look_hours})
    version = latest_version(charter)
    clauses = clauses_of(version, charter.language) if version else []
    pause = pause or PauseForm(formdata=None)
    pause.offer(clauses)
    shown = {"cases": open_cases(charter), "waiting": waiting_in(charter), "bursts": bursts_in(charter), "pauses": pauses_in(charter)}
    by_id = {clause.clause_id: clause for clause in clauses}
    return render_template("moderation/work.html", charter=charter, version=version, first_look=first_look, pause=pause, grounds=GROUND_NAMES, clauses=by_id, **shown)


@bp.get("/charters/<slug>/moderation/decided")
@permission("moderation.work", charter_from_url)
def decided(charter: Charter) -> ResponseReturnValue:
    return render_template("moderation/decided.html", charter=charter, cases=decided_cases(charter))


@bp.get("/cases/<int:case_id>/decision")
@permission("moderation.work", case_from_url)
def decide(case: Case) -> ResponseReturnValue:
    return case_page(case, AppealRulingForm(formdata=None) if case.state == "appealed" else RulingForm(formdata=None))


@bp.post("/cases/<int:case_id>/ruling")
@permission("case.decide", case_from_url)
def ruling(case: Case) -> ResponseReturnValue:
    form = RulingForm()
    return decided_by(case, form, lambda: operations.rule(current_user, case, form.outcome.data, form.facts.data, form.ground.data))


@bp.post("/cases/<int:case_id>/appeal/ruling")
@permission("case.decide_appeal", case_from_url)
def appeal_ruling(case: Case) -> ResponseReturnValue:
    form = AppealRulingForm()
    return decided_by(case, form, lambda: operations.decide_appeal(current_user, case, form.outcome.data, form.facts.data))


def decided_by(case: Case, form: PageForm, decide: Callable[[], Ruling]) -> ResponseReturnValue:
    if not form.validate():
        return case_page(case, form), 422
    try:
        decide()
    except CharterError as refused:
        form.form_errors.append(str(refused.sentence))
        return case_page(case, form), refused.status
    flash(_("Decided. Who wrote it, and who reported it, get a letter."))
    return redirect(url_for("moderation.work", slug=case.charter.slug))


def case_page(case: Case, form: PageForm) -> str:
    return render_template("moderation/case.html", case=case, charter=case.charter, form=form, grounds=GROUND_NAMES)
