"""Where the words of a version come from, for its readers: every clause that amendments or staff changed, run by run."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import lazyload

from charterhub.amendments.headings import REPLACE_HEADING
from charterhub.amendments.models import Amendment, Disposition, Operation, Step
from charterhub.amendments.queries.sources import runs_of_drafts
from charterhub.charters.models import Revision, Version, VersionClause
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


def credited(found: list[Traced], version: Version, language: str) -> dict[int, Amendment]:
    """The amendments whose words or headings stand in the text, under the names their proposers chose: one query."""
    ids = {amendment for each in found for amendment in each.amendments}
    query = select(Amendment).where(or_(Amendment.id.in_(ids), Amendment.operations.any(heads(version, language))))
    return {amendment.id: amendment for amendment in db.session.scalars(query.options(lazyload(Amendment.operations))).unique()}


def heads(version: Version, language: str) -> ColumnElement[bool]:
    """The operation was adopted, and its heading is the clause's in this version."""
    here = select(VersionClause.clause_id).join(Revision, Revision.id == VersionClause.revision_id)
    here = here.where(VersionClause.version_id == version.id, VersionClause.language == language, VersionClause.clause_id == Operation.clause_id)
    taken = Operation.dispositions.any(Disposition.outcome.in_(("adopted", "adopted_through")) & Disposition.step.has(~Step.undoing.has()))
    return and_(Operation.kind == REPLACE_HEADING, here.where(Revision.heading == Operation.new).correlate(Operation).exists(), taken)
