"""A comment at its own, permanent address: on the version it was written on, and where its words are now."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import latest_version
from charterhub.comments.models import Comment
from charterhub.comments.narrowing import number
from charterhub.comments.queries import comment_from_url, places_of, whole_thread
from charterhub.comments.views.annotations import annotation_answer
from charterhub.comments.views.blueprint import bp
from charterhub.permissions import permission


def address_of(comment: Comment, place: VersionClause) -> str:
    """Where the comment stands: beside its clause, in the version it was written on."""
    where = {"slug": comment.charter.slug, "number": place.version.number, "language": place.language, "eid": place.eid}
    return url_for("reading.clause", **where, _anchor=f"comment-{comment.id}")


def thread_address(comment: Comment) -> str:
    """The page of the comment; of a reply, the place in the page of the comment its thread began with."""
    if comment.thread_id is None:
        return url_for("comments.show", comment_id=comment.id)
    return url_for("comments.show", comment_id=comment.thread_id, _anchor=f"comment-{comment.id}")


@bp.get("/comments/<int:comment_id>")
@permission("comment.read", comment_from_url)
def show(comment: Comment) -> ResponseReturnValue:
    if wants_annotation():
        return annotation_answer(comment)
    if comment.is_reply:
        return redirect(thread_address(comment))
    latest = latest_version(comment.charter)
    below, more = whole_thread(comment, current_user.id, after=number(request.args.get("after")) or 0)
    shown = {"comment": comment, "charter": comment.charter, "clause": comment.place, "span": comment.span, "latest": latest}
    return render_template("comments/show.html", discussed=below, more=more, places=places_of(comment), **shown)


def wants_annotation() -> bool:
    """The same address serves people and programs: whichever of the two the request prefers."""
    kinds = ("text/html", "application/ld+json", "application/json")
    return request.accept_mimetypes.best_match(kinds, default="text/html") != "text/html"
