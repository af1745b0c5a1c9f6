"""Search in all charters, and the page of clauses that say the same elsewhere."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from charterhub.charters.lineage import kin_of
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_from_url
from charterhub.kept_pages import kept
from charterhub.permissions import permission
from charterhub.search.queries import PAGE_LENGTH, Asked, clauses_like, found, languages_found, members_found, words_asked

LONGEST_QUESTION = 200
LAST_PAGE = 500

bp = Blueprint("search", __name__)


@bp.get("/search")
@permission("page.read")
def search() -> ResponseReturnValue:
    """A form that is sent by GET: the address of an answer can be sent to a colleague."""
    question = " ".join(request.args.get("q", "").split())[:LONGEST_QUESTION]
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    asked = Asked(words_asked(question), request.args.get("language", ""), request.args.get("member", ""), page)
    answer = found(asked)
    choices = {"languages": languages_found(), "members": members_found()}
    more = answer.count > page * PAGE_LENGTH
    return render_template("search/search.html", question=question, asked=asked, answer=answer, more=more, **choices)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/kin")
@kept
@permission("charter.read", clause_from_url)
def kin(clause: VersionClause) -> ResponseReturnValue:
    """The same right elsewhere: by lineage, which is certain and crosses languages, and by likeness of words."""
    shown = {"kin": kin_of(clause), "alike": clauses_like(clause), "language": clause.language}
    return render_template("search/kin.html", clause=clause, charter=clause.charter, version=clause.version, **shown)
