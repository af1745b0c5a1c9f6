"""Who wrote which words of a version: for reading, and as JSON with every run."""

from typing import NamedTuple

from flask import jsonify, render_template
from flask.typing import ResponseReturnValue

from charterhub.amendments.queries.traced import credited, traced
from charterhub.amendments.views.blueprint import bp
from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import charter_from_url, known_edition, version_by_number
from charterhub.permissions import permission


class TracedEdition(NamedTuple):
    """A version in one language."""

    version: Version
    language: str

    @property
    def charter(self) -> Charter:
        return self.version.charter


def traced_from_url(slug: str, number: int, language: str) -> TracedEdition:
    version = version_by_number(charter_from_url(slug), number)
    return TracedEdition(version, known_edition(version, language))


@bp.get("/charters/<slug>/versions/<int:number>/<language>/sources")
@permission("amendment.read", traced_from_url)
def sources(edition: TracedEdition) -> ResponseReturnValue:
    found = traced(*edition)
    return render_template("amendments/sources.html", charter=edition.charter, version=edition.version, language=edition.language, found=found, credits=credited(found, *edition))


@bp.get("/charters/<slug>/versions/<int:number>/<language>/sources.json", endpoint="sources_json")
@permission("amendment.read", traced_from_url)
def as_json(edition: TracedEdition) -> ResponseReturnValue:
    """Runs by clause, in code points of its wording; amendments by number."""
    found = traced(*edition)
    numbers = {str(key): amendment.number for key, amendment in credited(found, *edition).items()}
    clauses = [
        {
            "eId": each.clause.eid,
            "guid": each.clause.clause.guid,
            "runs": [{"length": run.length, "source": run.source.kind, "amendments": [numbers[name] for name in run.source.ids if name in numbers]} for run in each.runs],
        }
        for each in found
    ]
    return jsonify({"charter": edition.charter.slug, "version": edition.version.number, "language": edition.language, "clauses": clauses})
