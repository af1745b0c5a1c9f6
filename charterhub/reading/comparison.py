"""Two versions beside each other, clause by clause: by the clauses' permanent identity where they are of one charter, by
lineage and then by likeness where they are of two."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import select

from charterhub.charters.models import Clause, Lineage, Revision, Version, VersionClause
from charterhub.extensions import db
from charterhub.reading.reasons import Reason, Wordings, reasons_between
from charterhub.text.versions import ClauseChange, ClauseText, align, compare


class Place(NamedTuple):
    eid: str
    name: str
    revision_id: int


@dataclass(frozen=True)
class Comparison:
    """Every clause of either version in the newer one's order, how many were changed in which way, where each stands before and
    after, and why. `alike` are the clauses of two charters that were paired by their words alone."""

    changes: list[ClauseChange]
    counts: Counter[str]
    before: dict[int, Place]
    after: dict[int, Place]
    reasons: dict[int, list[Reason]]
    alike: frozenset[int] = frozenset()

    @property
    def touched(self) -> list[ClauseChange]:
        return [change for change in self.changes if change.kinds != ("same",)]


def compare_versions(older: Version, newer: Version, language: str) -> Comparison:
    """The comparison in one language edition: four queries, whatever the length."""
    old, new = clause_texts([older, newer], language)
    if older.charter_id == newer.charter_id:
        return compared(old, new, language)
    answers, alike = answering(older, newer, old, new)
    renamed = [(replace(text, clause=answers.get(text.clause, text.clause), parent=answers.get(text.parent, text.parent)), place) for text, place in old]
    return replace(compared(renamed, new, ""), alike=alike)


def compared(old: Sequence[tuple[ClauseText, Place]], new: Sequence[tuple[ClauseText, Place]], language: str) -> Comparison:
    """Without a language no reasons are looked for: what one charter says was not made from what the other says."""
    changes = compare([text for text, _place in old], [text for text, _place in new])
    before, after = ({int(text.clause): place for text, place in side} for side in (old, new))
    counts = Counter(kind for change in changes for kind in change.kinds)
    touched = [int(change.clause) for change in changes if language and change.new and change.kinds != ("same",)]
    wordings = [Wordings(clause, before[clause].revision_id if clause in before else None, after[clause].revision_id) for clause in touched]
    reasons = dict(zip((pair.clause_id for pair in wordings), reasons_between(wordings, language), strict=True))
    return Comparison(changes, counts, before, after, reasons)


def clause_texts(versions: Sequence[Version], language: str) -> list[list[tuple[ClauseText, Place]]]:
    """The clauses of each version as the text engine takes them, each with its place: two queries."""
    place = VersionClause
    columns = (place.version_id, place.eid, place.name, place.revision_id, place.clause_id, place.parent_clause_id, place.number)
    query = select(*columns, Revision.heading, Revision.plain, Clause.split_from_id).join(Revision, place.revision_id == Revision.id)
    query = query.join(Clause, Clause.id == place.clause_id).where(place.version_id.in_({version.id for version in versions}), place.language == language)
    aliases = aliases_in({version.charter_id for version in versions})
    texts: dict[int, list[tuple[ClauseText, Place]]] = {version.id: [] for version in versions}
    for version_id, eid, name, revision_id, clause_id, *rest in db.session.execute(query.order_by(place.ordinal)):
        text = ClauseText(clause_id, *rest, tuple(aliases.get(clause_id, ())))
        texts[version_id].append((text, Place(eid, name, revision_id)))
    return [texts[version.id] for version in versions]


def aliases_in(charter_ids: Collection[int]) -> dict[int, list[int]]:
    """Clauses of the charters that were joined to another, by that one."""
    joined: dict[int, list[int]] = defaultdict(list)
    query = select(Clause.joined_into_id, Clause.id).where(Clause.charter_id.in_(charter_ids), Clause.joined_into_id.is_not(None))
    for target, clause in db.session.execute(query.order_by(Clause.id)):
        joined[target].append(clause)
    return joined


def answering(older: Version, newer: Version, old: Sequence[tuple[ClauseText, Place]], new: Sequence[tuple[ClauseText, Place]]) -> tuple[dict[object, int], frozenset[int]]:
    """For clauses of one charter the clause of the other that answers them, each at most once; and those found by likeness."""
    texts = [[text for text, _place in side] for side in (old, new)]
    answers = by_lineage(older, newer, *texts)
    taken = set(answers.values())
    rest = [[text for text in texts[0] if text.clause not in answers], [text for text in texts[1] if text.clause not in taken]]
    alike = {pair.old.clause: int(pair.new.clause) for pair in align(*rest) if pair.old and pair.new}
    answers |= alike
    parents = by_children(*texts, answers)
    return answers | parents, frozenset(alike.values())


def by_lineage(older: Version, newer: Version, old: Sequence[ClauseText], new: Sequence[ClauseText]) -> dict[object, int]:
    """One descends from the other, or both from the same clause of a third charter: one query."""
    query = select(Lineage.clause_id, Lineage.source_clause_id).where(
        Lineage.charter_id.in_([older.charter_id, newer.charter_id]), Lineage.clause_id.is_not(None), Lineage.source_clause_id.is_not(None)
    )
    source = {clause: origin for clause, origin in db.session.execute(query.order_by(Lineage.id.desc()))}
    roots: dict[object, object] = {}
    for text in old:
        roots.setdefault(source.get(text.clause, text.clause), text.clause)
        roots.setdefault(text.clause, text.clause)
    answers: dict[object, int] = {}
    for text in new:
        mine = roots.get(source.get(text.clause, text.clause)) or roots.get(text.clause)
        if mine is not None:
            answers.setdefault(mine, int(text.clause))
    return answers


def by_children(old: Sequence[ClauseText], new: Sequence[ClauseText], answers: Mapping[object, int]) -> dict[object, int]:
    """A part or article without words of its own answers to the one that most of its clauses answer into."""
    parent_of = {text.clause: text.parent for text in new}
    votes: dict[object, Counter[object]] = defaultdict(Counter)
    for text in old:
        if text.parent is not None and text.parent not in answers and text.clause in answers:
            votes[text.parent][parent_of[answers[text.clause]]] += 1
    found: dict[object, int] = {}
    for parent, counted in votes.items():
        winner = counted.most_common(1)[0][0]
        if winner is not None and winner not in answers.values() and winner not in found.values():
            found[parent] = int(winner)  # type: ignore[call-overload]
    return found
