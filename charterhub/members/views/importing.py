"""The secretary enters a list of members that joined before: first tried, then entered."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from flask_login import current_user

from charterhub import clock
from charterhub.errors import BadInput
from charterhub.members.forms.fields import blame
from charterhub.members.forms.importing import ListForm
from charterhub.members.member_list import COLUMNS, Report, read_members
from charterhub.members.models import KINDS
from charterhub.members.operations.importing import import_members
from charterhub.members.queries import places_taken
from charterhub.members.views.blueprint import bp
from charterhub.permissions import permission


@bp.route("/enrolments/list", methods=("GET", "POST"))
@permission("member.import")
def import_list() -> ResponseReturnValue:
    form = ListForm()
    if not form.validate_on_submit():
        return list_page(form)
    try:
        report = read_members(form.table.data.read(), places_taken(), clock.now())
        if form.only_try.data or report.faults:
            return list_page(form, report)
        members = import_members(current_user, report.good)
    except BadInput as refusal:
        blame(form.table, refusal.sentence)
        return list_page(form)
    flash(ngettext("%(num)s member is entered.", "%(num)s members are entered.", len(members)))
    return redirect(url_for("members.index"))


def list_page(form: ListForm, report: Report | None = None) -> ResponseReturnValue:
    faulty = form.errors or (report and report.faults)
    return render_template("members/import.html", form=form, report=report, columns=COLUMNS, types=KINDS), 422 if faulty else 200
