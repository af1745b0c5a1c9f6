"""A version one article a page, for slow lines and small screens: where its text is cut, and what comes before and after."""

from typing import NamedTuple

from flask import abort

from charterhub.charters.models import Charter
from charterhub.permissions import can
from charterhub.reading.editions import Edition, edition_from_url
from charterhub.reading.passages import Passage, contents_of
from charterhub.reading.skeletons import skeleton_of

Cut = list[Passage]


class Article(NamedTuple):
    """One page. `top` names it; `before` and `after` are the first passages of the pages beside it."""

    edition: Edition
    passages: Cut
    before: Passage | None
    after: Passage | None
    place: int
    pages: int

    @property
    def top(self) -> Passage:
        return self.passages[0]

    @property
    def charter(self) -> Charter:
        return self.edition.charter

    def levels(self) -> list[int]:
        """Of each passage's heading below the page's own, none of them skipped; 0 for a passage without one."""
        above = self.top.level or 1
        return [passage.level and max(passage.level - above + 1, 2) for passage in self.passages]


def articles_of(passages: list[Passage]) -> list[Cut]:
    """A page begins where the contents have an entry. A heading without words (a part, a chapter) stands on the page of what
    it heads; what precedes the first entry is a page of its own."""
    entries = {passage.eid for passage in contents_of(passages)}
    cuts: list[Cut] = []
    for passage in passages:
        if cuts and (passage.eid not in entries or not any(each.html for each in cuts[-1])):
            cuts[-1].append(passage)
        else:
            cuts.append([passage])
    return cuts


def cuts_of(edition: Edition) -> list[Cut]:
    return articles_of(skeleton_of(edition, may_comment=can("comment.post", edition.charter)).passages)


def article_from_url(slug: str, number: int, language: str, eid: str) -> Article:
    """The page that this clause stands on, whichever clause of it is named."""
    edition = edition_from_url(slug, number, language)
    cuts = cuts_of(edition)
    place = next((place for place, cut in enumerate(cuts) if any(passage.eid == eid for passage in cut)), None)
    if place is None:
        abort(404)
    before = cuts[place - 1][0] if place else None
    after = cuts[place + 1][0] if place + 1 < len(cuts) else None
    return Article(edition, cuts[place], before, after, place + 1, len(cuts))
