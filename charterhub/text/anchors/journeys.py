"""A comment on its way through many versions.

Each version is reached twice: from the version in which the comment was last placed, because a text edited ten times is best
followed step by step, and from the version for which it was written, because words that were deleted and put back are found
only from there. The steps decide the place; the first version decides what may be called unchanged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from charterhub.text.anchors.carrying import Anchor, Clauses, carry
from charterhub.text.anchors.placement import ORPHANED, Placement
from charterhub.text.anchors.selectors import describe


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a comment was made, and where it was placed last (nowhere else, if that is the same)."""

    made: Anchor
    last: Anchor | None = None


def carry_on(made_in: Clauses, last_in: Clauses, new: Clauses, journeys: Iterable[Journey]) -> list[Placement]:
    """Where each comment stands in a new version; all were made in one version and placed last in one version."""
    journeys = list(journeys)
    direct = carry(made_in, new, [journey.made for journey in journeys])
    stepped = carry(last_in, new, [journey.last or journey.made for journey in journeys])
    return [
        first if journey.last is None or as_it_was(made_in, new, journey.made.clause) else settled(first, step)
        for journey, first, step in zip(journeys, direct, stepped)
    ]


def as_it_was(made_in: Clauses, new: Clauses, clause: str) -> bool:
    return clause in made_in and made_in[clause] == new.get(clause)


def carry_through(versions: Sequence[Clauses], anchor: Anchor) -> list[Placement]:
    """The comment's placement in every version after the first, in which it was made."""
    placements: list[Placement] = []
    last_in, last = versions[0], None
    for new in versions[1:]:
        placement = carry_on(versions[0], last_in, new, [Journey(anchor, last)])[0]
        placements.append(placement)
        if placement.status != ORPHANED:
            last_in, last = new, anchor_at(placement, new, anchor)
    return placements


def anchor_at(placement: Placement, version: Clauses, anchor: Anchor) -> Anchor:
    """The anchor that holds on to a place already found."""
    if anchor.selector is None:
        return Anchor(placement.clause)
    return Anchor(placement.clause, describe(version[placement.clause], placement.start, placement.end))


def settled(direct: Placement, step: Placement) -> Placement:
    """One verdict from two: the place by the steps, unless they lost it or the first words are back where they stood."""
    same_place = (direct.clause, direct.start, direct.end) == (step.clause, step.start, step.end)
    if step.status == ORPHANED or same_place:
        return direct
    unchanged = direct.old.split() == step.new.split()
    if unchanged and (step.status == "exact" or direct.status != "exact"):
        return replace(step, status="moved", score=1.0, old=direct.old)
    if direct.status == "exact" or direct.status == "moved" and step.status == "fuzzy":
        return direct
    return replace(step, status="fuzzy", score=min(step.score, direct.score or step.score), old=direct.old)
