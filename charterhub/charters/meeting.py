"""Two people have written on one clause: their texts merged where they fit together, else side by side."""

from dataclasses import dataclass

from charterhub.charters.models import Revision
from charterhub.charters.queries import DraftClause
from charterhub.text.diff import Segment, segments
from charterhub.text.merge import merge


@dataclass(frozen=True)
class Meeting:
    """`heading` and `wording` hold both people's changes when `fits`, else what the second person typed. `to_check` says
    that both changed words which bear on each other. The segments show three texts: base to theirs, theirs to the result."""

    fits: bool
    to_check: bool
    heading: str
    wording: str
    theirs: list[Segment]
    mine: list[Segment]


def meeting_of(place: DraftClause, base: Revision, heading: str, wording: str) -> Meeting:
    current = place.revision
    headings = merge(base.heading, {"theirs": current.heading, "mine": heading}, language=place.language)
    wordings = merge(base.wording, {"theirs": current.wording, "mine": wording}, language=place.language)
    fits = headings.text is not None and wordings.text is not None
    if fits:
        heading, wording = headings.text or "", wordings.text or ""
    theirs = segments(whole_text(base.heading, base.wording), whole_text(current.heading, current.wording))
    mine = segments(whole_text(current.heading, current.wording), whole_text(heading, wording))
    return Meeting(fits, bool(fits and (headings.review or wordings.review)), heading, wording, theirs, mine)


def whole_text(heading: str, wording: str) -> str:
    return "\n\n".join(part for part in (heading, wording) if part)
