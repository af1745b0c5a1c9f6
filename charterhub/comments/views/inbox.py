"""The inbox of a charter's drafters."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url, versions_of
from charterhub.comments.queries import PAGE_LENGTH, comments_of_charter, count_of_charter
from charterhub.comments.views.blueprint import bp
from charterhub.permissions import permission


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
