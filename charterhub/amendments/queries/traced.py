"""Where the words of a version come from, for its readers: every clause that amendments or staff changed, run by run."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from charterhub.amendments.models import Amendment
from charterhub.amendments.queries.sources import runs_of_drafts
from charterhub.charters.models import Version, VersionClause
from charterhub.charters.queries import clauses_of
from charterhub.extensions import db
from charterhub.text.provenance import Run


@dataclass(frozen=True)
class Traced:
    """A clause with its words cut into runs."""

    clause: VersionClause
    runs: list[Run]

    @property
    def pieces(self) -> Iterator[tuple[str, Run]]:
        at = 0
        for run in self.runs:
            yield self.clause.revision.wording[at : at + run.length], run
            at += run.length

    @property
    def amendments(self) -> set[int]:
        return {int(name) for run in self.runs if run.source.kind == "amendment" for name in run.source.ids}


def traced(version: Version, language: str) -> list[Traced]:
    """All clauses that have words of another source than the first text, in reading order."""
    clauses = [clause for clause in clauses_of(version, language) if clause.revision.wording]
    runs = runs_of_drafts([clause.revision for clause in clauses])
    found = [Traced(clause, runs[clause.revision_id]) for clause in clauses]
    return [each for each in found if any(run.source.kind != "base" for run in each.runs)]


def credited(found: list[Traced]) -> dict[int, Amendment]:
    """The amendments whose words stand in the text, under the names their proposers chose: one query."""
    ids = {amendment for each in found for amendment in each.amendments}
    query = select(Amendment).where(Amendment.id.in_(ids)).options(lazyload(Amendment.operations))
    return {amendment.id: amendment for amendment in db.session.scalars(query).unique()} if ids else {}
