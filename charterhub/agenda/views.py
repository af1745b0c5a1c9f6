"""A page for each clause: what every charter that took it up made of its words."""

from collections import Counter

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from charterhub.agenda.wordings import wordings_beside
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_from_url
from charterhub.kept_pages import kept
from charterhub.permissions import permission

bp = Blueprint("agenda", __name__)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/wordings")
@kept
@permission("charter.read", clause_from_url)
def wordings(clause: VersionClause) -> ResponseReturnValue:
    beside = wordings_beside(clause)
    counts = Counter(each.other.relation for each in beside)
    shown = {"charter": clause.charter, "version": clause.version, "language": clause.language, "counts": counts}
    return render_template("agenda/wordings.html", clause=clause, beside=beside, **shown)
