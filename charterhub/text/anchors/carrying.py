"""Carrying the comments of one version to another, all at once.

Clauses have identities, so they are compared with themselves, whatever their number or order has become; only words that no
clause accounts for are looked for in others. A clause whose wording did not change is not even read: its comments stay where
they are. Text taken in from outside has no clauses; there the whole document is the one clause.

`exact` and `moved` are said only of the same words. Nothing is carried to another clause unless it stands there word for word
with what was around it: a comment on one clause must never turn into a comment on a similar one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charterhub.text.anchors.alignment import Alignment, open_gaps, pair_rest, pair_sure
from charterhub.text.anchors.islands import drop_islands
from charterhub.text.anchors.kinship import pair_kin
from charterhub.text.anchors.moves import pair_moved
from charterhub.text.anchors.placement import ORPHANED, Placement
from charterhub.text.anchors.placing import Placer
from charterhub.text.anchors.reworking import pair_reworked
from charterhub.text.anchors.rows import row_of
from charterhub.text.anchors.selectors import AnchorNotFound, Selector, locate
from charterhub.text.anchors.sliding import slide

Clauses = Mapping[str, str]
"""A version: the wording of each clause by the clause's identity."""
DOCUMENT = "document"
FIRST_WHOLE = 5.0
"""What a short whole sentence must say to be a move while the gaps in the main chain are still open."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A comment's hold on a version: some words of a clause or, without a selector, the clause as a whole."""

    clause: str
    selector: Selector | None = None


def carry(old: Clauses, new: Clauses, anchors: Iterable[Anchor]) -> list[Placement]:
    """Where each anchor of the old version stands in the new one, in the order given."""
    changed = {clause: text for clause, text in old.items() if new.get(clause) != text}
    fresh = {clause: text for clause, text in new.items() if old.get(clause) != text}
    placer = Placer(align(changed, fresh), changed, fresh)
    return [carry_one(placer, old, new, anchor) for anchor in anchors]


def carry_document(old_text: str, new_text: str, spans: Iterable[tuple[int, int]]) -> list[Placement]:
    """The same for two whole texts without clauses."""
    old, new = {DOCUMENT: old_text}, {DOCUMENT: new_text}
    placer = Placer(align(old, new), old, new)
    return [placer.place(DOCUMENT, start, end) for start, end in spans]


def carry_one(placer: Placer, old: Clauses, new: Clauses, anchor: Anchor) -> Placement:
    clause, selector = anchor.clause, anchor.selector
    if clause not in old:
        return lost(anchor, new, "clause_unknown")
    if selector is None:
        return whole_clause(placer, old[clause], new, clause)
    try:
        start, end = locate(old[clause], selector)
    except AnchorNotFound as problem:
        return lost(anchor, new, problem.reason)
    if new.get(clause) == old[clause]:
        return Placement(clause, start, end, "exact", 1.0, "", selector.exact, selector.exact)
    return placer.place(clause, start, end)


def lost(anchor: Anchor, new: Clauses, reason: str) -> Placement:
    quote = anchor.selector.exact if anchor.selector else ""
    return Placement(anchor.clause if anchor.clause in new else None, None, None, ORPHANED, 0.0, reason, quote)


def whole_clause(placer: Placer, wording: str, new: Clauses, clause: str) -> Placement:
    if clause not in new:
        return Placement(None, None, None, ORPHANED, 0.0, "clause_removed", wording)
    same = wording.split() == new[clause].split()
    score = 1.0 if same else placer.share_of_clause(clause)
    return Placement(clause, 0, len(new[clause]), "exact" if same else "fuzzy", score, "", wording, new[clause])


def align(old: Clauses, new: Clauses) -> Alignment:
    alignment = Alignment(row_of(old, "old"), row_of(new, "new"))
    both = [clause for clause in old if clause in new]
    for clause in both:
        pair_sure(alignment, (alignment.old.clauses[clause], alignment.new.clauses[clause]))
    pair_moved(alignment, FIRST_WHOLE)
    fill(alignment, both)
    slide(alignment)
    pair_moved(alignment)
    fill(alignment, both)
    pair_reworked(alignment)
    pair_kin(alignment, both)
    return alignment


def fill(alignment: Alignment, clauses: Sequence[str]) -> None:
    for gap in [gap for clause in clauses for gap in open_gaps(alignment, clause)]:
        pair_rest(alignment, gap)
        drop_islands(alignment, gap)
