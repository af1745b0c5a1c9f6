"""Commenting: the form with its preview, a comment's own address, its withdrawal and answer, and the drafters' inbox."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.queries import charter_from_url, clause_from_url, versions_of
from charterhub.comments.appearance import public_name
from charterhub.comments.forms import AnswerForm, CommentForm
from charterhub.comments.limits import limited
from charterhub.comments.models import Comment
from charterhub.comments.operations import aimed, answer_comment, post_comment, withdraw_comment
from charterhub.comments.queries import PAGE_LENGTH, comment_from_url, comments_of_charter, count_of_charter
from charterhub.errors import BadInput
from charterhub.permissions import permission

QUOTE, POSITION = ("exact", "prefix", "suffix"), ("start", "end")

bp = Blueprint("comments", __name__)


@bp.route("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/comments/new", methods=["GET", "POST"])
@limited
@permission("comment.post", clause_from_url)
def new(clause: VersionClause) -> ResponseReturnValue:
    """Write, see how it will appear, publish: three steps of one form, told apart by the button that was pressed."""
    form = CommentForm(current_user, data=prefilled())
    lost = aim(form, clause)
    if lost or request.method == "GET":
        return form_page(clause, form, lost), 422 if lost else 200
    if request.form.get("step") == "change":
        return form_page(clause, form)
    if not form.validate():
        return form_page(clause, form), 422
    return publish(clause, form) if request.form.get("step") == "publish" else form_page(clause, form, preview=True)


def prefilled() -> dict[str, object]:
    """What a link to the form can say: the marked words. The language is at first the one the pages are read in."""
    quote = {name: request.args.get(name, "") for name in QUOTE}
    position = {name: request.args.get(name, type=int) for name in POSITION}
    return {"language": str(get_locale()), **quote, **position}


def aim(form: CommentForm, clause: VersionClause) -> object | None:
    """Point the form at the marked words; where they are not in the clause, the sentence that says so."""
    selector = form.selector
    try:
        form.aim_at(aimed(clause, selector) if selector else None)
    except BadInput as lost:
        form.aim_at(None)
        return lost.sentence
    return None


def form_page(clause: VersionClause, form: CommentForm, lost: object | None = None, preview: bool = False) -> str:
    span = (form.start.data, form.end.data) if form.exact.data else None
    name = public_name(current_user, form.under_own_name)
    template = "comments/preview.html" if preview else "comments/new.html"
    return render_template(template, clause=clause, charter=clause.charter, form=form, span=span, lost=lost, name=name)


def publish(clause: VersionClause, form: CommentForm) -> ResponseReturnValue:
    said = (form.body.data, form.language.data, form.selector, form.under_own_name)
    comment = post_comment(current_user, clause, *said)
    flash(_("Your comment is public."))
    return redirect(address_of(comment, clause))


def address_of(comment: Comment, place: VersionClause) -> str:
    """Where the comment stands: beside its clause, in the version it was written on."""
    where = {"slug": comment.charter.slug, "number": place.version.number, "language": place.language, "eid": place.eid}
    return url_for("reading.clause", **where, _anchor=f"comment-{comment.id}")


@bp.get("/comments/<int:comment_id>")
@permission("comment.read", comment_from_url)
def show(comment: Comment) -> ResponseReturnValue:
    return redirect(address_of(comment, comment.place))


@bp.post("/comments/<int:comment_id>/withdrawal")
@permission("comment.withdraw", comment_from_url)
def withdraw(comment: Comment) -> ResponseReturnValue:
    withdraw_comment(current_user, comment)
    flash(_("Your comment has been withdrawn and is no longer shown."))
    return redirect(url_for("comments.show", comment_id=comment.id))


@bp.route("/comments/<int:comment_id>/answer", methods=["GET", "POST"])
@permission("comment.answer", comment_from_url)
def answer(comment: Comment) -> ResponseReturnValue:
    form = AnswerForm()
    if form.validate_on_submit():
        answer_comment(current_user, comment, form.disposition.data, form.reason.data)
        flash(_("The answer is public."))
        return redirect(url_for("comments.show", comment_id=comment.id))
    shown = {"charter": comment.charter, "clause": comment.place, "span": comment.span}
    page = render_template("comments/answer.html", comment=comment, form=form, **shown)
    return page, 422 if form.errors else 200


@bp.get("/charters/<slug>/comments")
@permission("charter.draft", charter_from_url)
def inbox(charter: Charter) -> ResponseReturnValue:
    """All comments, newest first, a page at a time; `?only=unanswered` and `?version=2` narrow them."""
    only = {
        "unanswered": request.args.get("only") == "unanswered",
        "version_number": request.args.get("version", type=int),
    }
    comments = comments_of_charter(charter, before=request.args.get("before", type=int), **only)
    total, waiting = count_of_charter(charter)
    more = comments[-1].id if len(comments) == PAGE_LENGTH else None
    shown = {"comments": comments, "total": total, "waiting": waiting, "more": more, "versions": versions_of(charter)}
    return render_template("comments/inbox.html", charter=charter, **shown, **only)
