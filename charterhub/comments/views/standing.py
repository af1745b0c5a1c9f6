"""A comment's own address, and its withdrawal."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import VersionClause
from charterhub.comments.models import Comment
from charterhub.comments.operations import withdraw_comment
from charterhub.comments.queries import comment_from_url
from charterhub.comments.views.blueprint import bp
from charterhub.permissions import permission


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
