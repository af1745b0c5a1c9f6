"""The permanent address of a clause, whatever number it prints and wherever it stands: it leads to the newest version that
holds it, or, for somebody who follows a cross-reference, to the version and language they come from."""

import re
from urllib.parse import urlsplit

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from charterhub.charters.models import Clause, VersionClause
from charterhub.charters.queries import clause_by_guid, published_places
from charterhub.charters.views.blueprint import bp
from charterhub.permissions import can, permission

READING = re.compile(r"/charters/(?P<slug>[^/]+)/versions/(?P<number>\d{1,9})/(?P<language>[^/]+)")


@bp.get("/clauses/<guid>")
@permission("charter.read", clause_by_guid)
def permanent_clause(clause: Clause) -> ResponseReturnValue:
    places = published_places(clause)
    if places:
        best = max(places, key=lambda place: fitness(place, clause))
        place = {"number": best.version.number, "language": best.language, "eid": best.eid}
        return redirect(url_for("reading.clause", slug=clause.charter.slug, **place))
    if clause.in_draft and can("charter.draft", clause):
        return redirect(url_for("charters.edit_clause", slug=clause.charter.slug, language=clause.charter.language, guid=clause.guid))
    return abort(404)


def fitness(place: VersionClause, clause: Clause) -> tuple[bool, bool, bool, int]:
    """The version the reader comes from, then its language, then the authoritative one, then the newest."""
    came = READING.match(urlsplit(request.referrer or "").path)
    here = came is not None and came["slug"] == clause.charter.slug
    number, language = (int(came["number"]), came["language"]) if came and here else (0, request.args.get("language", ""))
    return place.version.number == number, place.language == language, place.language == clause.charter.language, place.version.number
