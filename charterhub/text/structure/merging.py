"""The merge of the clause tree: rivals first, then texts, then places, then references left hanging."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from charterhub.text.merge import Edit, Merged, merge
from charterhub.text.structure.clauses import Clause, ClauseOperation, SplitClause
from charterhub.text.structure.order import Placement, in_order, placements, shared_places
from charterhub.text.structure.proposals import Proposals, proposals
from charterhub.text.structure.references import mentions
from charterhub.text.structure.rivals import ClauseConflict, joined_pairs, rivals
from charterhub.text.tokens import is_space


@dataclass(frozen=True)
class ClauseMark:
    """A reason to look at a clause before the version is published."""

    reason: str
    clause: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class MergedStructure:
    """`clauses` is None while a conflict is open; `texts` holds how each edited clause was merged."""

    outcome: str
    clauses: list[Clause] | None
    conflicts: tuple[ClauseConflict, ...] = ()
    marks: tuple[ClauseMark, ...] = ()
    texts: Mapping[str, Merged] | None = None

    @property
    def review(self) -> list[str]:
        return sorted({mark.reason for mark in self.marks})


def merge_structure(
    base: Sequence[Clause], amendments: Mapping[str, Sequence[ClauseOperation]], language: str | None = None
) -> MergedStructure:
    """All amendments of the tree at once. Operations not accepted are simply left out of `amendments`."""
    wanted = proposals(base, amendments)
    if wanted.empty:
        return MergedStructure("no_change", list(wanted.base.values()))
    texts = {clause: merge(wanted.base[clause].text, by_name, language=language) for clause, by_name in wanted.edits.items()}
    placed, twins = placements(wanted)
    parts = {clause: [split.new_id for split in agreed(by_name)] for clause, by_name in wanted.splits.items()}
    order = in_order(wanted, placed, parts)
    conflicts = [*rivals(wanted), *text_conflicts(texts), *cut_edits(wanted, texts), *unreachable(placed, order)]
    if conflicts:
        return MergedStructure("conflict", None, tuple(conflicts), texts=texts)
    clauses = [clause for clause in assembled(wanted, texts, placed, order) if clause.id not in twins]
    marks = tuple(dict.fromkeys([*text_marks(texts), *order_marks(placed), *dangling(wanted, clauses)]))
    return MergedStructure("review" if marks else "clean", clauses, (), marks, texts)


def agreed(by_name: Mapping[str, tuple[SplitClause, ...]]) -> tuple[SplitClause, ...]:
    """What all want, in the words of the one whose ids come first."""
    return min(by_name.values(), key=lambda each: [split.new_id for split in each])


def text_conflicts(texts: Mapping[str, Merged]) -> Iterator[ClauseConflict]:
    for clause, merged in texts.items():
        for conflict in merged.conflicts:
            yield ClauseConflict(conflict.type, clause, conflict.alternatives)


def cut_edits(wanted: Proposals, texts: Mapping[str, Merged]) -> Iterator[ClauseConflict]:
    """Edits by others that reach across the point where a clause is to be split."""
    for clause in wanted.splits.keys() & texts.keys():
        splitters, editors = wanted.splits[clause], wanted.edits[clause]
        strangers = {name for name in editors if name not in splitters}
        points = [split.at for split in agreed(splitters)]
        text, foreign = wanted.base[clause].text, [edit for edit in texts[clause].edits if strangers & set(edit.by)]
        if any(cuts(text, edit, point) for edit in foreign for point in points):
            yield ClauseConflict("split_vs_edit", clause, dict.fromkeys(sorted(editors), "edit") | dict.fromkeys(sorted(splitters), "split"))


def cuts(text: str, edit: Edit, point: int) -> bool:
    """True if the edit crosses the point, adds exactly there, or takes away a whole side."""
    left = point
    while left and is_space(text[left - 1]):
        left -= 1
    if edit.start < point and edit.end > left:
        return edit.end > point or edit.start < left or bool(edit.new.strip())
    if edit.inserts:
        return left <= edit.start <= point
    return edit.deletes and ((edit.start == 0 and edit.end >= left) or (edit.end == len(text) and edit.start <= point))


def unreachable(placed: Sequence[Placement], order: Sequence[str]) -> Iterator[ClauseConflict]:
    """Clauses each hung behind the other."""
    reached = set(order)
    lost = [each for each in placed if each.clause not in reached]
    if lost:
        yield ClauseConflict("move_vs_move", lost[0].clause, {name: f"after {each.after}" for each in lost for name in each.by})


def assembled(wanted: Proposals, texts: Mapping[str, Merged], placed: Sequence[Placement], order: Sequence[str]) -> list[Clause]:
    made = {name: replace(clause, text=merged_text(clause, texts)) for name, clause in wanted.base.items()}
    made |= {insert.id: Clause(insert.id, insert.text) for _, insert in wanted.inserts}
    for clause, by_name in wanted.splits.items():
        splits = agreed(by_name)
        cut(made, made[clause], [shifted(split.at, texts.get(clause)) for split in splits], [split.new_id for split in splits])
    positions = {clause: place for place, clause in enumerate(wanted.base)}
    for join in sorted(joined_pairs(wanted), key=lambda join: (-positions[join.first], positions[join.second])):
        first, second = made[join.first], made[join.second]
        made[join.first] = replace(first, text=first.text + join.joiner + second.text, aliases=(*first.aliases, second.id, *second.aliases))
    made |= {each.clause: replace(made[each.clause], parent=each.parent) for each in placed}
    gone = wanted.deletes.keys() | wanted.joined_away().keys()
    return [made[clause] for clause in order if clause not in gone]


def merged_text(clause: Clause, texts: Mapping[str, Merged]) -> str:
    merged = texts.get(clause.id)
    return clause.text if merged is None or merged.text is None else merged.text


def shifted(at: int, merged: Merged | None) -> int:
    """Where a point of the base lies in the merged text; what was added exactly there stays before it."""
    return at + sum(len(edit.new) - len(edit.old) for edit in (merged.edits if merged else ()) if edit.end <= at)


def cut(made: dict[str, Clause], clause: Clause, points: Sequence[int], new_ids: Sequence[str]) -> None:
    ends = [*points, len(clause.text)]
    made[clause.id] = replace(clause, text=clause.text[: ends[0]].strip())
    for new, start, end in zip(new_ids, points, ends[1:], strict=True):
        made[new] = Clause(new, clause.text[start:end].strip(), clause.parent, derived_from=clause.id)


def text_marks(texts: Mapping[str, Merged]) -> Iterator[ClauseMark]:
    for clause, merged in texts.items():
        for mark in merged.marks:
            yield ClauseMark(mark.reason, clause, mark.by)


def order_marks(placed: Sequence[Placement]) -> Iterator[ClauseMark]:
    """Several authors at one place: both are taken, in an order nobody chose."""
    for group in shared_places(list(placed)):
        for each in group:
            yield ClauseMark("insert_order", each.clause, tuple(sorted({name for other in group for name in other.by})))


def dangling(wanted: Proposals, clauses: Sequence[Clause]) -> Iterator[ClauseMark]:
    """Clauses that still speak of one that is no longer there."""
    gone = wanted.deletes | {clause: dict(by_name) for clause, by_name in wanted.joined_away().items()}
    for lost, by_name in gone.items():
        for clause in clauses:
            if mentions(clause.text, wanted.base[lost].number or lost, clause.number or clause.id):
                yield ClauseMark("dangling_reference", clause.id, tuple(sorted(by_name)))
