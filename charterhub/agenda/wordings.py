"""Every charter's wording of the same right, beside the clause it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from charterhub.charters.lineage import Offspring, offspring_of
from charterhub.charters.models import VersionClause
from charterhub.text.diff import Segment, segments


@dataclass(frozen=True)
class Beside:
    """One charter's wording; `changes` is empty where it is left out, reads the same, or is in another language."""

    other: Offspring
    changes: Sequence[Segment]


def wordings_beside(clause: VersionClause) -> list[Beside]:
    """Reservations first, for they are what one looks for; then in the order in which the charters were begun."""
    found = sorted(offspring_of(clause), key=lambda other: other.relation != "reserved")
    return [Beside(other, changes_from(clause, other.local)) for other in found]


def changes_from(clause: VersionClause, local: VersionClause | None) -> Sequence[Segment]:
    if local is None or local.language != clause.language or local.revision.plain == clause.revision.plain:
        return ()
    return segments(clause.revision.plain, local.revision.plain)
