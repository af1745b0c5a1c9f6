"""Two language editions of a published version beside each other, and how far each passage was when it was published."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from sqlalchemy import Row, select

from charterhub.charters.models import Version, VersionClause
from charterhub.charters.queries import clauses_of
from charterhub.extensions import db
from charterhub.language_versions.alignment import Link, paired
from charterhub.language_versions.models import Rendering
from charterhub.language_versions.passages import OPEN_STATES, Said, said_of, state


@dataclass(frozen=True)
class Standing:
    """What a passage of a further edition was at publication: one of STATES, and why where it diverges on purpose."""

    language: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Beside:
    """One passage of the page: clauses on both sides, either may be none, and how the further editions stand to the first."""

    left: list[VersionClause]
    right: list[VersionClause]
    standings: list[Standing]

    @property
    def eid(self) -> str:
        return (self.left or self.right)[0].eid


Side = Mapping[int, VersionClause | Row]


def side_by_side(version: Version, left: str, right: str) -> list[Beside]:
    """All of both editions, in the order of the left one: three queries, and one for each language that is read."""
    said = said_of(version.charter, version.published_at)
    first = version.charter.language
    sides = {language: {clause.clause_id: clause for clause in clauses_of(version, language)} for language in dict.fromkeys((first, left, right))}
    standings = {language: standings_of(sides[first], sides[language], said, language) for language in (left, right) if language != first}
    rows = []
    for pairing in paired(list(sides[left]), list(sides[right]), links_between(said, left, right, first)):
        clauses = [*pairing.sources, *pairing.renderings]
        standing = [next((found[clause] for clause in clauses if clause in found), None) for found in standings.values()]
        rows.append(Beside([sides[left][each] for each in pairing.sources], [sides[right][each] for each in pairing.renderings], [each for each in standing if each]))
    return rows


def links_between(said: Said, left: str, right: str, first: str) -> list[Link]:
    """(right, left) for the clauses that hang together by a link, through the authoritative edition where neither is it."""
    if first == left:
        return said.links[right]
    if first == right:
        return [(source, mine) for mine, source in said.links[left]]
    meeting: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for place, language in enumerate((left, right)):
        for mine, source in said.links[language]:
            meeting[source][place].update((mine, source))
    return [(mine, other) for source, (lefts, rights) in meeting.items() for other, mine in product(lefts or {source}, rights or {source})]


def standings_of(sources: Side, renderings: Side, said: Said, language: str) -> dict[int, Standing]:
    """By the id of each clause of either side of a passage."""
    found: dict[int, Standing] = {}
    for pairing in paired(list(sources), list(renderings), said.links[language]):
        now = [[side[each].revision_id for each in clauses] for side, clauses in ((sources, pairing.sources), (renderings, pairing.renderings))]
        mark = said.mark_of(language, pairing.renderings, now[1])
        reached = state(*now, said.base_of(language, pairing.renderings, mark), mark)
        standing = Standing(language, reached, mark.note if mark and reached == "diverging" else "")
        found.update(dict.fromkeys([*pairing.sources, *pairing.renderings], standing))
    return found


def links_in(version: Version, language: str) -> frozenset[Link]:
    """Which clauses were put together, so far: links are added and parted at any time, all else of a version stands. One query."""
    links = select(Rendering.clause_id, Rendering.source_clause_id).where(Rendering.charter_id == version.charter_id, Rendering.language == language)
    return frozenset((mine, source) for mine, source in db.session.execute(links))


def behind(version: Version, language: str) -> dict[str, int]:
    """How many passages of the edition were missing or stale when it was published, by state; those that are none left out."""
    first, said = version.charter.language, said_of(version.charter, version.published_at)
    frozen = select(VersionClause.clause_id, VersionClause.revision_id).where(VersionClause.version_id == version.id).order_by(VersionClause.ordinal)
    sides = [{row.clause_id: row for row in db.session.execute(frozen.where(VersionClause.language == each))} for each in (first, language)]
    standings = {id(each): each for each in standings_of(*sides, said, language).values()}
    counts = {state: sum(each.state == state for each in standings.values()) for state in OPEN_STATES}
    return {state: count for state, count in counts.items() if count}
