"""Reporting what somebody wrote; and for its author the statement of reasons, and the appeal."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.models import Amendment, Remark
from charterhub.amendments.queries import amendment_from_url, remark_from_url
from charterhub.comments.limits import limited
from charterhub.comments.models import Comment
from charterhub.comments.queries import comment_from_url
from charterhub.errors import CharterError
from charterhub.moderation import operations
from charterhub.moderation.forms import AppealForm, ReportForm
from charterhub.moderation.grounds import GROUND_NAMES
from charterhub.moderation.models import Case
from charterhub.moderation.queries import Said, case_from_url, latest_case
from charterhub.moderation.views.blueprint import bp
from charterhub.permissions import permission


@bp.route("/comments/<int:comment_id>/report", methods=["GET", "POST"])
@limited
@permission("contribution.report", comment_from_url)
def report_comment(comment: Comment) -> ResponseReturnValue:
    return report_page(comment, url_for("comments.show", comment_id=comment.id), comment.body)


@bp.route("/remarks/<int:remark_id>/report", methods=["GET", "POST"])
@limited
@permission("contribution.report", remark_from_url)
def report_remark(remark: Remark) -> ResponseReturnValue:
    return report_page(remark, url_for("amendments.show", amendment_id=remark.amendment_id, _anchor=f"remark-{remark.id}"), remark.body)


@bp.route("/amendments/<int:amendment_id>/report", methods=["GET", "POST"])
@limited
@permission("contribution.report", amendment_from_url)
def report_amendment(amendment: Amendment) -> ResponseReturnValue:
    return report_page(amendment, url_for("amendments.show", amendment_id=amendment.id), amendment.rationale)


def report_page(said: Said, back: str, words: str) -> ResponseReturnValue:
    if not operations.shown(said):
        raise operations.AlreadyDone(operations.GONE)
    form = ReportForm()
    if form.validate_on_submit():
        operations.report(current_user, said, form.ground.data, form.words.data)
        flash(_("Thank you. Somebody will look at it.") if current_user.is_authenticated else _("Thank you. Somebody will look at it. As you are not signed in, we cannot tell you what was decided."))
        return redirect(back)
    shown = {"form": form, "words": words, "said": said, "back": back}
    return render_template("moderation/report.html", charter=said.charter, **shown), 422 if form.errors else 200


@bp.get("/comments/<int:comment_id>/decision")
@permission("comment.read", comment_from_url)
def decision_on(comment: Comment) -> ResponseReturnValue:
    """To the newest case about it; who may read that is asked there."""
    return redirect(url_for("moderation.statement", case_id=latest_case(comment).id))


@bp.get("/cases/<int:case_id>")
@permission("case.read", case_from_url)
def statement(case: Case) -> ResponseReturnValue:
    return statement_page(case, AppealForm(formdata=None))


@bp.post("/cases/<int:case_id>/appeal")
@permission("case.appeal", case_from_url)
def appeal(case: Case) -> ResponseReturnValue:
    form = AppealForm()
    if not form.validate():
        return statement_page(case, form), 422
    try:
        operations.appeal(current_user, case, form.words.data)
    except CharterError as refused:
        form.words.errors = [str(refused.sentence)]
        return statement_page(case, form), refused.status
    flash(_("Your appeal has been received. Somebody else will decide on it."))
    return redirect(url_for("moderation.statement", case_id=case.id))


def statement_page(case: Case, form: AppealForm) -> str:
    return render_template("moderation/statement.html", case=case, charter=case.charter, form=form, grounds=GROUND_NAMES)
