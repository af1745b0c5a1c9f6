"""Replying to a comment, supporting it, and taking the support back."""

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.comments.forms import ReplyForm
from charterhub.comments.limits import limited
from charterhub.comments.models import Comment
from charterhub.comments.operations import reply_to_comment, support_comment, take_back_support
from charterhub.comments.queries import comment_from_url
from charterhub.comments.views.blueprint import bp
from charterhub.comments.views.standing import thread_address
from charterhub.comments.views.steps import in_steps
from charterhub.local_paths import local_path
from charterhub.organisations.queries import organisations_spoken_for
from charterhub.permissions import permission


@bp.route("/comments/<int:comment_id>/replies/new", methods=["GET", "POST"])
@limited
@permission("comment.reply", comment_from_url)
def reply(comment: Comment) -> ResponseReturnValue:
    form = ReplyForm(current_user, organisations_spoken_for(current_user), data={"language": str(get_locale())})
    return in_steps(form, partial(reply_page, comment), partial(publish_reply, comment))


def reply_page(comment: Comment, form: ReplyForm, preview: bool) -> str:
    shown = {"charter": comment.charter, "clause": comment.place, "form": form, "replied_to": comment, "span": comment.span}
    template = "comments/preview.html" if preview else "comments/new.html"
    return render_template(template, action=url_for("comments.reply", comment_id=comment.id), **shown)


def publish_reply(comment: Comment, form: ReplyForm) -> ResponseReturnValue:
    said = (form.body.data, form.language.data, form.under_own_name, form.organisation)
    reply = reply_to_comment(current_user, comment, *said)
    flash(_("Your reply is public.") if not reply.absent else _("Your comment has been received. As it is your first one, somebody looks at it before it can be read; we write to you then."))
    return redirect(thread_address(reply))


@bp.post("/comments/<int:comment_id>/support")
@limited
@permission("comment.support", comment_from_url)
def support(comment: Comment) -> ResponseReturnValue:
    support_comment(current_user, comment)
    return back_to(comment)


@bp.post("/comments/<int:comment_id>/support/withdrawal")
@limited
@permission("comment.read", comment_from_url)
def take_back(comment: Comment) -> ResponseReturnValue:
    take_back_support(current_user, comment)
    return back_to(comment)


def back_to(comment: Comment) -> ResponseReturnValue:
    """To the page the button stood on, if it is one of ours; else to the comment's own."""
    return_to = request.form.get("onward", "")
    where = local_path(return_to) if return_to else thread_address(comment).partition("#")[0]
    return redirect(f"{where}#comment-{comment.id}")
