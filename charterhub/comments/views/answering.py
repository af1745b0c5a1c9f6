"""The form of the answer to a comment."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.comments.forms import AnswerForm
from charterhub.comments.models import Comment
from charterhub.comments.operations import answer_comment
from charterhub.comments.queries import comment_from_url
from charterhub.comments.views.blueprint import bp
from charterhub.permissions import permission


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
