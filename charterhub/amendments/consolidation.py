"""The merge of one clause for the desk: every open amendment of its words, and the draft as it stands, as rivals on one base.

Out of the merge (`charterhub.text.merge`) come points, in the order of the text: places where something is to be decided.
A point is clean when nobody else wants something different there; else it is a conflict with all its alternatives. What
is decided becomes edits of the draft, so that the words already taken in stay where they are, with their sources.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charterhub.text.merge import Conflict, Edit, Mark, Merged, merge, rivals_in_full
from charterhub.text.merge.review import marks
from charterhub.text.sentences import SentenceMap

DRAFT = "draft"


@dataclass(frozen=True)
class Alternative:
    """What some amendments want at a point; `names` are theirs, `sentence` the whole sentence as it would read."""

    names: tuple[str, ...]
    text: str
    sentence: str


@dataclass(frozen=True)
class Point:
    """[start, end) of the base. `type` is that of the conflict, or empty where the point is clean. `standing` is what the draft
    says there, `before` the whole sentence with it."""

    key: str
    start: int
    end: int
    base: str
    standing: str
    type: str
    before: str
    alternatives: tuple[Alternative, ...]

    @property
    def clean(self) -> bool:
        return not self.type

    @property
    def names(self) -> set[str]:
        """The amendments that have a part in it."""
        return {name for alternative in self.alternatives for name in alternative.names} - {DRAFT}


@dataclass(frozen=True)
class Consolidation:
    """One clause at the desk. `edits` are the draft's own, already taken."""

    base: str
    draft: str
    merged: Merged
    points: tuple[Point, ...]
    edits: tuple[Edit, ...]
    language: str | None

    @property
    def conflicts(self) -> int:
        return sum(not point.clean for point in self.points)

    @property
    def state(self) -> str:
        """conflict, review or clean, as the merge of everything would be."""
        return "conflict" if self.conflicts else "review" if self.merged.marks else "clean"


def consolidated(base: str, draft: str, amendments: tuple[tuple[str, str], ...], language: str | None) -> Consolidation:
    """`amendments` are (name, wording on the base)."""
    wanted = dict(amendments) | ({DRAFT: draft} if draft != base else {})
    merged = merge(base, wanted, language=language)
    points = tuple(sorted(points_of(merged), key=lambda point: (point.start, point.end)))
    own = tuple(edit for edit in merged.edits if edit.by == (DRAFT,))
    return Consolidation(merged.base, draft, merged, points, own, language)


def points_of(merged: Merged) -> Iterable[Point]:
    for edit in merged.edits:
        if edit.by != (DRAFT,):
            standing = edit.new if DRAFT in edit.by else edit.old
            full = rivals_in_full(drafted(merged, edit), Conflict("", edit.start, edit.end, edit.old, {"": standing, "new": edit.new}))
            yield Point(key_of(edit), edit.start, edit.end, edit.old, standing, "", full[""], (Alternative(edit.by, edit.new, full["new"]),))
    for conflict in merged.conflicts:
        full = rivals_in_full(drafted(merged), conflict)
        standing = conflict.alternatives.get(DRAFT, conflict.base)
        before = full.get(DRAFT, full[""])
        yield Point(key_of(conflict), conflict.start, conflict.end, conflict.base, standing, conflict.type, before, tuple(alternatives(conflict, full)))


def drafted(merged: Merged, but: Edit | None = None) -> Merged:
    """Only what the draft has already, so that each alternative is read by itself."""
    return Merged(merged.outcome, None, merged.base, tuple(each for each in merged.edits if DRAFT in each.by and each != but))


def key_of(place: Edit | Conflict) -> str:
    return f"{place.start}-{place.end}"


def alternatives(conflict: Conflict, full: Mapping[str, str]) -> Iterable[Alternative]:
    """Each rival wording once, with everyone who wants it."""
    by_text: dict[str, list[str]] = {}
    for name, text in conflict.alternatives.items():
        by_text.setdefault(text, []).append(name)
    for text, names in by_text.items():
        yield Alternative(tuple(sorted(names)), text, full[names[0]])


@dataclass(frozen=True)
class Chosen:
    """The words to stand at a point, and the amendments they are taken from; none: the base, or the staff's own."""

    point: Point
    text: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settled:
    """`text` is the new draft; `edits` lead to it from the draft as it was; `marks` are what a person must read before it
    may be published."""

    text: str
    edits: tuple[Edit, ...]
    marks: tuple["ToRead", ...]


@dataclass(frozen=True)
class ToRead:
    """Why a place must be read, the sentence as it reads now, and whose words meet there."""

    reason: str
    sentence: str
    by: tuple[str, ...]


def settled(clause: Consolidation, choices: Sequence[Chosen]) -> Settled:
    """The draft with these choices taken in; points that were not decided stay as the draft has them."""
    chosen = {choice.point.key: choice for choice in choices}
    done, draft_at, edits, on_base = 0, 0, [], list(clause.edits)
    out = []
    for place in sorted((*clause.edits, *clause.points), key=lambda each: (each.start, each.end)):
        draft_at += place.start - done
        out.append(clause.base[done : place.start])
        standing = place.new if isinstance(place, Edit) else place.standing
        choice = None if isinstance(place, Edit) else chosen.get(place.key)
        words = standing if choice is None else choice.text
        out.append(words)
        if words != standing:
            edits.append(Edit(draft_at, draft_at + len(standing), standing, words, choice.by if choice else ()))
        if choice and words != place.base:
            on_base.append(Edit(place.start, place.end, place.base, words, choice.by or (f"staff {place.key}",)))
        draft_at, done = draft_at + len(standing), place.end
    out.append(clause.base[done:])
    text, on_base = "".join(out), sorted(on_base)
    found = marks(clause.base, on_base, clause.language) if edits else []
    return Settled(text, tuple(edits), tuple(to_read(text, on_base, mark) for mark in found if set(mark.by) != {DRAFT}))


def to_read(text: str, edits: Sequence[Edit], mark: Mark) -> ToRead:
    start = mark.start + sum(len(edit.new) - len(edit.old) for edit in edits if edit.end <= mark.start and edit.start < mark.start)
    end = mark.end + sum(len(edit.new) - len(edit.old) for edit in edits if edit.end <= mark.end)
    return ToRead(mark.reason, sentence_around(text, start, max(start, end)), mark.by)


def clean_choices(clause: Consolidation, points: Iterable[Point], loose: Iterable[Iterable[str]] = ()) -> list[Chosen]:
    """What can be taken without anybody deciding: clean points that raise no mark. `loose` are sets of keys that stand or fall
    together: a set with a point that is not clean stays."""
    points = [point for point in points if point.clean]
    known = {point.key for point in points}
    for tied in map(set, loose):
        if tied & known and not tied <= known:
            points = [point for point in points if point.key not in tied]
    choices = [Chosen(point, point.alternatives[0].text, tuple(sorted(point.names))) for point in points]
    while choices and (marked := {name for mark in settled(clause, choices).marks for name in mark.by}):
        choices = [choice for choice in choices if not marked & set(choice.by)]
    return choices


def sentence_around(text: str, start: int, end: int) -> str:
    """The whole sentence or sentences a stretch lies in."""
    first, last = SentenceMap(text).sentences_of(min(start, len(text)), min(end, len(text)))
    return text[first:last].strip()
