"""What the author can do with a comment afterwards: change it for a short while, settle it, withdraw it."""

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.comments.forms import EditForm
from charterhub.comments.limits import limited
from charterhub.comments.models import Comment
from charterhub.comments.operations import edit_comment, settle_comment, withdraw_comment
from charterhub.comments.queries import comment_from_url
from charterhub.comments.views.blueprint import bp
from charterhub.comments.views.standing import thread_address
from charterhub.comments.views.steps import in_steps
from charterhub.permissions import permission


@bp.route("/comments/<int:comment_id>/text", methods=["GET", "POST"])
@limited
@permission("comment.edit", comment_from_url)
def edit(comment: Comment) -> ResponseReturnValue:
    form = EditForm(data={"body": comment.body, "language": comment.language, "stance": comment.stance})
    return in_steps(form, partial(edit_page, comment), partial(publish_edit, comment))


def edit_page(comment: Comment, form: EditForm, preview: bool) -> str:
    shown = {"charter": comment.charter, "clause": comment.place, "form": form, "edited": comment, "span": comment.span}
    template = "comments/preview.html" if preview else "comments/new.html"
    return render_template(template, action=url_for("comments.edit", comment_id=comment.id), **shown)


def publish_edit(comment: Comment, form: EditForm) -> ResponseReturnValue:
    edit_comment(current_user, comment, form.body.data, form.language.data, form.stance.data)
    flash(_("Your comment is public as you have changed it, and marked as edited."))
    return redirect(thread_address(comment))


@bp.post("/comments/<int:comment_id>/settlement")
@permission("comment.settle", comment_from_url)
def settle(comment: Comment) -> ResponseReturnValue:
    settle_comment(current_user, comment)
    flash(_("Thank you. Your comment is marked as settled."))
    return redirect(thread_address(comment))


@bp.post("/comments/<int:comment_id>/withdrawal")
@permission("comment.withdraw", comment_from_url)
def withdraw(comment: Comment) -> ResponseReturnValue:
    withdraw_comment(current_user, comment)
    flash(_("Your comment has been withdrawn and is no longer shown."))
    return redirect(thread_address(comment))
