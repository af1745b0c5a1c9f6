"""Operations as a person reads them: each clause once, with its changes tracked in the whole sentence, or what happens to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charterhub.amendments.consolidation import DRAFT, Point
from charterhub.amendments.headings import REPLACE_HEADING
from charterhub.amendments.models import Operation
from charterhub.amendments.proposed import reworded
from charterhub.amendments.queries import DeskClause, Waiting
from charterhub.charters.models import VersionClause
from charterhub.text.diff import Segment, segments


@dataclass(frozen=True)
class Shown:
    """The operations on one clause that are told together. `clause` and `target` are None where the clause has left the text."""

    kind: str
    operations: Sequence[Operation]
    clause: VersionClause | None
    target: VersionClause | None = None
    segments: Sequence[Segment] = ()
    wording: str = ""

    @property
    def operation(self) -> Operation:
        return self.operations[0]

    @property
    def parts(self) -> tuple[str, str]:
        """The two texts that a split makes."""
        text, at = self.operation.base_revision.wording, self.operation.starts_at
        return text[:at].strip(), text[at:].strip()


def as_shown(operations: Iterable[Operation], base: Mapping[int, VersionClause]) -> list[Shown]:
    """In their order; the changes of words in one clause make one."""
    words: dict[int, list[Operation]] = {}
    out: list[Shown | int] = []
    for operation in operations:
        if operation.kind == "replace":
            if operation.clause_id not in words:
                out.append(operation.clause_id)
            words.setdefault(operation.clause_id, []).append(operation)
        elif operation.kind == REPLACE_HEADING:
            out.append(Shown(operation.kind, [operation], base.get(operation.clause_id), segments=segments(operation.old, operation.new)))
        else:
            target = base.get(operation.target_id) if operation.target_id else None
            out.append(Shown(operation.kind, [operation], base.get(operation.clause_id), target))
    return [tracked(words[each], base.get(each)) if isinstance(each, int) else each for each in out]


def tracked(operations: Sequence[Operation], clause: VersionClause | None) -> Shown:
    wording = reworded(operations)
    return Shown("replace", operations, clause, segments=segments(operations[0].base_revision.wording, wording), wording=wording)


def rationales(waiting: Iterable[Waiting]) -> list[Waiting]:
    """One operation of each amendment, for what its proposer says."""
    return list({each.amendment_id: each for each in waiting}.values())


@dataclass(frozen=True)
class Rival:
    """One alternative at a point of the desk: the whole sentence with its changes against the one that stands."""

    key: str
    names: Sequence[str]
    sentence: str
    segments: Sequence[Segment]


@dataclass(frozen=True)
class ShownPoint:
    point: Point
    rivals: Sequence[Rival]


def rivals_of(clause: DeskClause) -> list[ShownPoint]:
    """The points of a clause in the order of its text; the draft's own words are told apart from the rivals."""
    return [
        ShownPoint(
            point,
            [
                Rival(next(name for name in alternative.names if name != DRAFT), [name for name in alternative.names if name != DRAFT], alternative.sentence, segments(point.before, alternative.sentence))
                for alternative in point.alternatives
                if set(alternative.names) != {DRAFT}
            ],
        )
        for point in clause.points
    ]
