"""The changes of a commitment as people read them: words of fixed lists in the reader's language, the rest as it was said."""

from collections.abc import Mapping
from dataclasses import dataclass

from charterhub.commitments.kinds import FIELD_NAMES, HORIZON_NAMES, KIND_NAMES, STATUS_NAMES
from charterhub.commitments.models import CommitmentChange
from charterhub.members.focus_areas import FOCUS_AREAS

LISTS: dict[str, Mapping[str, object]] = {"kind": KIND_NAMES, "status": STATUS_NAMES, "horizon": HORIZON_NAMES, "areas": FOCUS_AREAS}


@dataclass(frozen=True)
class Line:
    field: object
    before: str
    after: str


def lines_of(change: CommitmentChange) -> list[Line]:
    return [Line(FIELD_NAMES.get(field, field), shown(field, before), shown(field, after)) for field, before, after in change.changes]


def shown(field: str, value: str) -> str:
    names = LISTS.get(field)
    return ", ".join(str(names.get(code, code)) for code in value.split(", ")) if names and value else value
