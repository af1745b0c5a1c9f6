"""The passages of a language edition with their state, for the translators' pages and for whoever publishes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask import abort
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision
from charterhub.charters.publishing_checks import Finding
from charterhub.charters.queries import DraftClause, charter_by_slug, draft_of, edition_language
from charterhub.extensions import db
from charterhub.language_versions.alignment import Pairing, paired
from charterhub.language_versions.models import PassageMark, Rendering
from charterhub.languages import own_name
from charterhub.text.diff import Segment, segments

STATES = ("missing", "stale", "translated", "reviewed", "diverging", "alone")
OPEN_STATES = ("missing", "stale")


@dataclass(frozen=True)
class Said:
    """What is known of the passages of a charter: marks and the revisions that first translations were made from, by
    (language, clause), and the links between clauses by language."""

    marks: dict[tuple[str, int], list[PassageMark]]
    made_from: dict[tuple[str, int], int]
    links: dict[str, list[tuple[int, int]]]

    def mark_of(self, language: str, renderings: Sequence[int], revisions: list[int]) -> PassageMark | None:
        """The newest mark on these very wordings, else the newest on any earlier ones."""
        marks = self.marks.get((language, renderings[0]), []) if renderings else []
        return next((mark for mark in marks if mark.renderings == revisions), marks[0] if marks else None)

    def base_of(self, language: str, renderings: Sequence[int], mark: PassageMark | None) -> list[int]:
        """The revisions of the source that the translation was made from; empty where nobody knows."""
        made_from = self.made_from.get((language, renderings[0])) if renderings else None
        return mark.sources if mark else [made_from] if made_from else []


def said_of(charter: Charter, until: datetime | None = None) -> Said:
    """Three queries, whatever the number of clauses and languages; with `until`, as it was said by then."""
    marks: dict[tuple[str, int], list[PassageMark]] = defaultdict(list)
    marked = select(PassageMark).where(PassageMark.charter_id == charter.id).order_by(PassageMark.id.desc())
    origins = select(Revision.language, Revision.clause_id, Revision.translates_id).join(Clause, Clause.id == Revision.clause_id)
    origins = origins.where(Clause.charter_id == charter.id, Revision.translates_id.is_not(None)).order_by(Revision.number)
    if until is not None:
        marked, origins = marked.where(PassageMark.made_at <= until), origins.where(Revision.written_at <= until)
    for mark in db.session.scalars(marked):
        marks[mark.language, mark.clause_id].append(mark)
    made_from = {(language, clause): source for language, clause, source in db.session.execute(origins)}
    links: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in db.session.scalars(select(Rendering).where(Rendering.charter_id == charter.id)):
        links[row.language].append((row.clause_id, row.source_clause_id))
    return Said(marks, made_from, links)


def state(sources: list[int], renderings: list[int], base: list[int], mark: PassageMark | None) -> str:
    """How far a passage is, from the revisions that stand on each side now. Stale comes before whatever was said earlier; a
    wording that was changed after it was reviewed counts as translated."""
    if not sources:
        return "alone"
    if not renderings:
        return "missing"
    if base and base != sources:
        return "stale"
    return mark.mark if mark and (mark.renderings == renderings or mark.mark == "diverging") else "translated"


@dataclass(frozen=True)
class Passage:
    """One passage of the draft in both languages. `earlier` are the wordings of the source that a stale translation renders."""

    charter: Charter
    language: str
    sources: list[DraftClause]
    renderings: list[DraftClause]
    state: str
    mark: PassageMark | None
    base: list[int] = field(default_factory=list)

    @property
    def place(self) -> DraftClause:
        """The clause that the passage is addressed by: the first of the authoritative edition where there is one."""
        return (self.sources or self.renderings)[0]

    @property
    def clause(self) -> Clause:
        return self.place.clause

    @property
    def source_text(self) -> str:
        return text_of(place.revision for place in self.sources)

    @property
    def seen(self) -> str:
        """Both sides as they stand, for a form to say what the person had before them."""
        return seen(self.sources) + "/" + seen(self.renderings)

    def changes_since(self) -> list[Segment]:
        """What became of the source since the translation was made: one query."""
        if self.state != "stale":
            return []
        found = {revision.id: revision for revision in db.session.scalars(select(Revision).where(Revision.id.in_(self.base)))}
        return segments(text_of(found[each] for each in self.base if each in found), self.source_text)


def seen(places: Iterable[DraftClause]) -> str:
    return "-".join(str(place.revision.id) for place in places)


def text_of(revisions: Iterable[Revision]) -> str:
    return "\n\n".join(part for revision in revisions for part in (revision.heading, revision.plain) if part)


def passages_of(charter: Charter, language: str) -> list[Passage]:
    """The whole edition beside the authoritative one, in reading order: five queries."""
    said = said_of(charter)
    left = {place.clause.id: place for place in draft_of(charter, charter.language)}
    right = {place.clause.id: place for place in draft_of(charter, language)}
    pairings = paired(list(left), list(right), said.links[language])
    return [passage(charter, language, pairing, left, right, said) for pairing in pairings]


def passage(charter: Charter, language: str, pairing: Pairing, left: dict[int, DraftClause], right: dict[int, DraftClause], said: Said) -> Passage:
    sources, renderings = [left[clause] for clause in pairing.sources], [right[clause] for clause in pairing.renderings]
    now = [[place.revision.id for place in side] for side in (sources, renderings)]
    mark = said.mark_of(language, pairing.renderings, now[1])
    base = said.base_of(language, pairing.renderings, mark)
    return Passage(charter, language, sources, renderings, state(*now, base, mark), mark, base)


def edition_from_url(slug: str, language: str) -> "DraftEdition":
    charter = charter_by_slug(slug)
    if edition_language(charter, language) == charter.language:
        abort(404)
    return DraftEdition(charter, language)


@dataclass(frozen=True)
class DraftEdition:
    """The draft of a charter in one of its further languages."""

    charter: Charter
    language: str


def passage_from_url(slug: str, language: str, guid: str) -> Passage:
    """The passage that a clause, of either side, stands in."""
    edition = edition_from_url(slug, language)
    found = (each for each in passages_of(edition.charter, language) if guid in {place.clause.guid for place in each.sources + each.renderings})
    return next(found, None) or abort(404)


def states_of(charter: Charter) -> dict[str, Counter[str]]:
    """How many passages of each further language are in which state: four queries, none where there is no further language."""
    if len(charter.editions) < 2:
        return {}
    said = said_of(charter)
    query = select(ClauseEdition.language, ClauseEdition.clause_id, ClauseEdition.revision_id).join(Clause, Clause.id == ClauseEdition.clause_id)
    now: dict[str, dict[int, int]] = defaultdict(dict)
    for language, clause, revision in db.session.execute(query.where(Clause.charter_id == charter.id, Clause.in_draft).order_by(Clause.position, Clause.id)):
        now[language][clause] = revision
    return {edition.language: counted(now[charter.language], now[edition.language], said, edition.language) for edition in charter.editions if edition.language != charter.language}


def counted(left: dict[int, int], right: dict[int, int], said: Said, language: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for pairing in paired(list(left), list(right), said.links[language]):
        sources, renderings = [left[clause] for clause in pairing.sources], [right[clause] for clause in pairing.renderings]
        mark = said.mark_of(language, pairing.renderings, renderings)
        counts[state(sources, renderings, said.base_of(language, pairing.renderings, mark), mark)] += 1
    return counts


def unfinished_editions(charter: Charter) -> list[Finding]:
    """For whoever publishes: the languages in which passages are missing or behind. It may be published so; readers are told."""
    return [
        Finding(sentence, "language_versions.edition", {"slug": charter.slug, "language": language, "state": state}, binding=False)
        for language, counts in states_of(charter).items()
        for state, sentence in (
            ("stale", _l("%(language)s: passages that are behind the authoritative text: %(count)s.", language=own_name(language), count=counts["stale"])),
            ("missing", _l("%(language)s: passages without a translation: %(count)s.", language=own_name(language), count=counts["missing"])),
        )
        if counts[state]
    ]
