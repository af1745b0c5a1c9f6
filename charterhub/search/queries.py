"""Asking the index: clauses that hold all the words asked for, the best first; and clauses that are like another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Float, Integer, Select, Subquery, func, select, text
from sqlalchemy.orm import joinedload, lazyload

from charterhub.charters.models import Charter, VersionClause
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.search.models import FULL_TEXT, VECTOR, SearchEntry
from charterhub.text.search_words import Found, search_words

PAGE_LENGTH = 20
MOST_WORDS = 12
LIKE, MOST_LIKE, CANDIDATES = 0.3, 8, 60
BEFORE, AROUND = 60, 260  # characters of a snippet: before the first word that was found, and in all
MATCHES = {
    "sqlite": f"SELECT rowid AS id, bm25({FULL_TEXT}) AS rank FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH :asked",
    "postgresql": f"SELECT id, -ts_rank({VECTOR}, CAST(:asked AS tsquery)) AS rank FROM search_entry WHERE {VECTOR} @@ CAST(:asked AS tsquery)",
}
Cut = tuple[str, bool]


@dataclass(frozen=True)
class Asked:
    """What a reader is looking for; `language` and `member` may be empty, `page` begins at 1."""

    words: tuple[str, ...]
    language: str = ""
    member: str = ""
    page: int = 1


@dataclass(frozen=True)
class Hit:
    """A clause with the part of its text in which the words stand, cut into pieces: (text, whether it was asked for)."""

    entry: SearchEntry
    snippet: list[Cut]


@dataclass(frozen=True)
class Answer:
    """`all_words` is False where no clause has all of them and those are shown that have some."""

    hits: list[Hit]
    count: int
    all_words: bool = True


def words_asked(question: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.word for found in search_words(question)))[:MOST_WORDS]


def found(asked: Asked) -> Answer:
    """Two queries, or four where no clause has all the words."""
    if not asked.words:
        return Answer([], 0)
    answer = answered(asked, every=True)
    return answer if answer.count or len(asked.words) == 1 else answered(asked, every=False)


def answered(asked: Asked, every: bool) -> Answer:
    query = matching(asked.words, every)
    if asked.language:
        query = query.where(SearchEntry.language == asked.language)
    if asked.member:
        query = query.where(SearchEntry.charter.has(Charter.member.has(Member.slug == asked.member)))
    count = db.session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    page = query.options(*shown()).limit(PAGE_LENGTH).offset((asked.page - 1) * PAGE_LENGTH)
    return Answer([Hit(entry, snippet(entry, asked.words)) for entry in db.session.scalars(page)], count, every)


def shown() -> tuple[Any, ...]:
    charter = joinedload(SearchEntry.charter).options(joinedload(Charter.member), lazyload(Charter.editions))
    return charter, joinedload(SearchEntry.revision)


def matching(words: Sequence[str], every: bool) -> Select[tuple[SearchEntry]]:
    """Entries with words that begin so, the best first."""
    ranked = matches(words, every)
    return select(SearchEntry).join(ranked, ranked.c.id == SearchEntry.id).order_by(ranked.c.rank, SearchEntry.id)


def matches(words: Sequence[str], every: bool) -> Subquery:
    """Words are letters, marks and digits alone, so that they can stand between quotes as they are."""
    dialect = db.engine.dialect.name
    if dialect == "sqlite":
        asked = (" AND " if every else " OR ").join(f'"{word}"*' for word in words)
    else:
        asked = (" & " if every else " | ").join(f"'{word}':*" for word in words)
    return text(MATCHES[dialect]).bindparams(asked=asked).columns(id=Integer, rank=Float).subquery()


def snippet(entry: SearchEntry, words: Sequence[str]) -> list[Cut]:
    """The text from a little before the first word that was found; its beginning where the heading alone has the words."""
    whole = entry.revision.plain or entry.revision.heading
    places = list(merged(place for place in search_words(whole) if any(place.word.startswith(word) for word in words)))
    start = max(0, places[0][0] - BEFORE) if places else 0
    start = whole.rfind(" ", 0, start) + 1 if start else 0
    end = len(whole) if len(whole) <= start + AROUND else max(whole.rfind(" ", start, start + AROUND), start + AROUND // 2)
    pieces = list(cut(whole, start, end, places))
    return [*([("… ", False)] if start else []), *pieces, *([(" …", False)] if end < len(whole) else [])]


def merged(places: Iterator[Found]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbouring characters overlap; marked, they are one stretch."""
    start, end = 0, 0
    for place in places:
        if place.start > end or not end:
            if end:
                yield start, end
            start = place.start
        end = max(end, place.end)
    if end:
        yield start, end


def cut(whole: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> Iterator[Cut]:
    at = start
    for left, right in places:
        if left >= start and right <= end:
            yield whole[at:left], False
            yield whole[left:right], True
            at = right
    yield whole[at:end], False


@dataclass(frozen=True)
class Alike:
    """A clause of another charter that says nearly the same, and how alike they are: 0 to 1."""

    entry: SearchEntry
    likeness: float


def clauses_like(clause: VersionClause) -> list[Alike]:
    """Clauses in the same language that share the most words, by Dice's coefficient: one query for the likeliest, compared
    word by word here. A clause that shares only what stands in every charter is left out."""
    mine = Counter(found.word for found in search_words(f"{clause.revision.heading} {clause.revision.plain}"))
    telling = sorted(mine, key=lambda word: (-len(word), word))[:MOST_WORDS]
    if not telling:
        return []
    query = matching(telling, every=False).where(SearchEntry.language == clause.language, SearchEntry.charter_id != clause.version.charter_id)
    found = [Alike(entry, likeness(mine, entry)) for entry in db.session.scalars(query.options(*shown()).limit(CANDIDATES))]
    return sorted((each for each in found if each.likeness >= LIKE), key=lambda each: -each.likeness)[:MOST_LIKE]


def likeness(mine: Counter[str], entry: SearchEntry) -> float:
    theirs = Counter(found.word for found in search_words(f"{entry.revision.heading} {entry.revision.plain}"))
    return 2 * (mine & theirs).total() / (mine.total() + theirs.total())


def languages_found() -> list[str]:
    return sorted(db.session.scalars(select(SearchEntry.language).distinct()))


def members_found() -> list[Member]:
    """Members with a charter that can be searched, by name."""
    query = select(Member).where(Member.id.in_(select(Charter.member_id).join(SearchEntry, SearchEntry.charter_id == Charter.id)))
    return sorted(db.session.scalars(query), key=lambda member: member.name)
