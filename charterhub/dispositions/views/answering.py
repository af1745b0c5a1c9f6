"""The answer to one comment: drafted, published; where its change can be read; and what its author says of it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.queries import clause_by_id, clause_in
from charterhub.comments.models import Comment
from charterhub.comments.operations import answer_comment
from charterhub.comments.queries import comment_from_url
from charterhub.dispositions.forms import AnswerForm, RejoinderForm, tags_in
from charterhub.dispositions.operations import keep_draft_answer, rejoin
from charterhub.dispositions.queries import comments_named, handled, version_carrying
from charterhub.dispositions.views.blueprint import bp
from charterhub.errors import AlreadyDone, CharterError
from charterhub.permissions import permission


@bp.route("/comments/<int:comment_id>/answer", methods=["GET", "POST"])
@permission("comment.answer", comment_from_url)
def answer(comment: Comment) -> ResponseReturnValue:
    known = handled([comment])[0]
    kept = known.handling
    drafted = {"disposition": kept.draft_disposition, "reason": kept.draft_reason, "edition": kept.edition} if kept else {}
    form = AnswerForm(comment.charter, data={**drafted, "tags": ", ".join(known.tags)})
    if request.method == "GET":
        return answer_page(comment, form)
    if "keep" in request.form:
        return keep(comment, form)
    if not form.validate():
        return answer_page(comment, form, 422)
    return publish(comment, form)


def answer_page(comment: Comment, form: AnswerForm, status: int = 200, kept: object = None) -> ResponseReturnValue:
    shown = {"charter": comment.charter, "clause": comment.place, "span": comment.span, "kept": kept}
    return render_template("dispositions/answer.html", comment=comment, form=form, **shown), status


def publish(comment: Comment, form: AnswerForm) -> ResponseReturnValue:
    repeated = comments_named(comment.charter, [int(form.duplicate_of.data)]) if form.duplicate_of.data else []
    if form.duplicate_of.data and not repeated:
        form.duplicate_of.errors = [_("There is no comment with this number on this charter.")]
        return answer_page(comment, form, 422)
    changed = clause_by_id(int(form.changed_clause.data)) if form.changed_clause.data else None
    try:
        answer_comment(current_user, comment, form.disposition.data, form.reason.data, repeated[0] if repeated else None, changed)
    except CharterError as refused:
        form.form_errors = [refused.sentence]
        return answer_page(comment, form, int(refused.status))
    flash(_("The answer is public."))
    return redirect(url_for("comments.show", comment_id=comment.id))


def keep(comment: Comment, form: AnswerForm) -> ResponseReturnValue:
    """A draft may be unfinished; a colleague who was quicker is shown above what the person typed."""
    try:
        keep_draft_answer(current_user, comment, form.disposition.data or "", form.reason.data or "", tags_in(form.tags.data), form.edition.data or 0)
    except AlreadyDone as refused:
        newest = handled([comment])[0].handling
        form.edition.data, form.edition.raw_data, form.form_errors = newest.edition if newest else 0, None, [refused.sentence]
        return answer_page(comment, form, 409, newest)
    except CharterError as refused:
        form.form_errors = [refused.sentence]
        return answer_page(comment, form, int(refused.status))
    flash(_("The draft is kept for you and your colleagues. Nobody else sees it."))
    return redirect(url_for("dispositions.inbox", slug=comment.charter.slug))


@bp.get("/comments/<int:comment_id>/change")
@permission("comment.read", comment_from_url)
def change(comment: Comment) -> ResponseReturnValue:
    """To the changed words in the version that carries them; until it is out, a page that says so."""
    answer = comment.disposition
    version = version_carrying(answer, comment.charter_id) if answer and answer.changed_clause_id else None
    place = clause_in(version, comment.charter.language, answer.changed_clause_id) if version and answer else None
    if place is None:
        return render_template("dispositions/not_yet.html", comment=comment, charter=comment.charter, version=version)
    where = {"slug": comment.charter.slug, "number": version.number, "language": place.language, "eid": place.eid}
    return redirect(url_for("reading.clause", **where))


@bp.route("/comments/<int:comment_id>/rejoinder", methods=["GET", "POST"])
@permission("answer.rejoin", comment_from_url)
def say_not_satisfied(comment: Comment) -> ResponseReturnValue:
    form = RejoinderForm()
    if form.validate_on_submit():
        rejoin(current_user, comment, form.words.data)
        flash(_("Your word on the answer is public."))
        return redirect(url_for("comments.show", comment_id=comment.id))
    page = render_template("dispositions/rejoinder.html", comment=comment, charter=comment.charter, form=form)
    return page, 422 if form.errors else 200
