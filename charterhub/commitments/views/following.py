"""Following a commitment up: milestones, indicators with readings, progress reports."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.commitments.forms import IndicatorForm, MilestoneForm, ReadingForm, ReportForm, SettlementForm
from charterhub.commitments.forms.fields import sent_files
from charterhub.commitments.models import Commitment, Indicator, Milestone
from charterhub.commitments.operations import add_indicator, add_milestone, add_reading, report_progress, settle_milestone
from charterhub.commitments.queries import commitment_from_url, indicator_from_url, milestone_from_url
from charterhub.commitments.views.blueprint import bp, form_page
from charterhub.errors import BadInput, CharterError
from charterhub.permissions import permission


def saved(commitment: Commitment, sentence: str, anchor: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("commitments.show", commitment_id=commitment.id, _anchor=anchor))


@bp.route("/commitments/<int:commitment_id>/milestones/new", methods=["GET", "POST"])
@permission("commitment.manage", commitment_from_url)
def add_a_milestone(commitment: Commitment) -> ResponseReturnValue:
    form = MilestoneForm()
    if form.validate_on_submit():
        try:
            add_milestone(current_user, commitment, form.title.data, form.due_on.data)
            return saved(commitment, _("The milestone is on the record."), "milestones")
        except CharterError as refused:
            form.due_on.errors = [refused.sentence]
    return form_page(commitment, form, _("Add a milestone"), _("A step that others can see has been reached, with its day."))


@bp.route("/milestones/<int:milestone_id>/settlement", methods=["GET", "POST"])
@permission("commitment.manage", milestone_from_url)
def settle(milestone: Milestone) -> ResponseReturnValue:
    form = SettlementForm()
    if form.validate_on_submit():
        try:
            settle_milestone(current_user, milestone, form.state.data, form.evidence.data, form.link.data, sent_files(form.documents))
            return saved(milestone.commitment, _("What became of the milestone is public."), "milestones")
        except BadInput as refused:
            form.documents.errors = [refused.sentence]
    hint = _("Reached needs evidence; missed or dropped needs the reason. This is public and is decided once.")
    return form_page(milestone.commitment, form, _("What became of the milestone"), hint, milestone.title)


@bp.route("/commitments/<int:commitment_id>/indicators/new", methods=["GET", "POST"])
@permission("commitment.manage", commitment_from_url)
def add_an_indicator(commitment: Commitment) -> ResponseReturnValue:
    form = IndicatorForm()
    if form.validate_on_submit():
        said = {name: form[name].data for name in ("kind", "name", "unit", "disaggregation", "baseline", "target")}
        try:
            add_indicator(current_user, commitment, **said)
            return saved(commitment, _("The indicator is on the record."), "indicators")
        except CharterError as refused:
            form.kind.errors = [refused.sentence]
    return form_page(commitment, form, _("Add an indicator"), _("At most three of each kind."))


@bp.route("/indicators/<int:indicator_id>/readings/new", methods=["GET", "POST"])
@permission("commitment.manage", indicator_from_url)
def add_a_reading(indicator: Indicator) -> ResponseReturnValue:
    form = ReadingForm()
    if form.validate_on_submit():
        said = {name: form[name].data for name in ("read_on", "value", "source", "group")}
        try:
            add_reading(current_user, indicator, **said)
            return saved(indicator.commitment, _("The reading is on the record."), "indicators")
        except CharterError as refused:
            form.read_on.errors = [refused.sentence]
    hint = _("A reading is not changed afterwards. Correct a wrong one by a newer one.")
    return form_page(indicator.commitment, form, _("Add a reading"), hint, f"{indicator.name} ({indicator.unit})" if indicator.unit else indicator.name)


@bp.route("/commitments/<int:commitment_id>/reports/new", methods=["GET", "POST"])
@permission("commitment.manage", commitment_from_url)
def report(commitment: Commitment) -> ResponseReturnValue:
    form = ReportForm(data={"status": commitment.status})
    if form.validate_on_submit():
        said = {name: form[name].data for name in ("period_from", "period_to", "status", "words", "evidence", "link")}
        try:
            report_progress(current_user, commitment, **said, files=sent_files(form.documents))
            return saved(commitment, _("The report is public."), "reports")
        except CharterError as refused:
            form.form_errors = [refused.sentence]
    hint = _("A report is public and is not changed afterwards. Where the status is lower than before, your words here are the public reason.")
    return form_page(commitment, form, _("Report on progress"), hint)
