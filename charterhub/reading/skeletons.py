"""The page of a whole version, made in two steps, since its text never changes and its margin does.

The skeleton is what is frozen: everything between the slots for a clause's words and its margin. It is rendered once for each
version, edition and interface language, and kept in the process. What fills a slot depends on a handful of values (which
words are marked, which notes stand beside them), so it too is kept by them: after a new comment one clause is made again. And
as long as the journal says that nothing was done to the charter, the whole text stands as it was filled last.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import NamedTuple
from urllib.parse import quote

from flask import render_template, url_for
from flask_babel import get_locale
from markupsafe import Markup

from charterhub.comments.queries import EMPTY, Margin
from charterhub.reading.editions import Edition
from charterhub.reading.heat import heat_along
from charterhub.reading.passages import Passage, contents_of, passages_of
from charterhub.text.marks import Span, marked

SLOT = "\x1f"  # a control character, which no wording can hold
SKELETONS_KEPT, FRAGMENTS_KEPT = 48, 20_000

Key = tuple[str, str, str, bool]


class Filling(NamedTuple):
    """How a skeleton was filled last: in which state of the charter, with which margins and numbers of open amendments, each by
    the clause's id; `drawn` is each passage with its margin, and `text` the whole as it is sent."""

    state: tuple[int, ...]
    margins: Mapping[int, Margin]
    amendments: Mapping[int, int]
    drawn: list[str]
    text: bytes


NOTHING = Filling((), {}, {}, [], b"")
Fill = Callable[[Filling], tuple[Mapping[int, Margin], Mapping[int, int]]]


@dataclass
class Skeleton:
    """`pieces` stand around two slots for each passage, its words and its margin; `bare` is each margin while it is empty, `ways`
    where it leads; `numbers` the page of the charter's numbers."""

    passages: list[Passage]
    contents: Markup
    pieces: list[str]
    bare: list[str]
    ways: list["Ways"]
    numbers: str
    latest: Filling = NOTHING

    def text(self, state: tuple[int, ...], fill: Fill) -> bytes:
        """The text in this state of the charter, as it is sent; `fill` reads margins and amendments where they are not known, and
        is given how it was filled last."""
        latest = self.latest
        if latest.state != state:
            latest = self.latest = self.filled(state, *fill(latest), latest)
        return latest.text

    def filled(self, state: tuple[int, ...], margins: Mapping[int, Margin], amendments: Mapping[int, int], before: Filling = NOTHING) -> Filling:
        """Only passages whose margin is another one than before are drawn again."""
        language = str(get_locale())
        drawn = list(before.drawn) or [""] * len(self.passages)
        for place, passage in enumerate(self.passages):
            key = passage.clause_id
            margin, waiting = margins.get(key, EMPTY), amendments.get(key, 0)
            if not before.drawn or margin is not before.margins.get(key, EMPTY) or waiting != before.amendments.get(key, 0):
                drawn[place] = self.drawn(place, language, margin, waiting)
        heat = render_template("reading/_heat.html", stretches=heat_along(self.passages, margins), numbers=self.numbers)
        return Filling(state, margins, amendments, drawn, "".join([heat, *drawn, self.pieces[-1]]).encode())

    def drawn(self, place: int, language: str, margin: Margin, amendments: int) -> str:
        passage = self.passages[place]
        said = margin.count or amendments
        beside = margin_html(self.ways[place], language, margin, amendments) if said else self.bare[place]
        return "".join((self.pieces[2 * place], words(passage, margin) if margin.newest else passage.html, self.pieces[2 * place + 1], beside))


class Ways(NamedTuple):
    """What a margin needs: the clause's page, the clause's name for those who only hear it, whether one may comment, and in
    which language the text beside it is."""

    here: str
    name: str
    may_comment: bool
    edition: str


def words(passage: Passage, margin: Margin) -> str:
    """The clause's HTML with the words marked that its newest comments are about."""
    revision = passage.revision_id
    return marked_words(passage.html, tuple(Span(*note.span, note.comment_id) for note in margin.newest if note.span and note.revision_id == revision))


marked_words = lru_cache(FRAGMENTS_KEPT)(marked)


@lru_cache(FRAGMENTS_KEPT)
def margin_html(ways: Ways, _language: str, margin: Margin, amendments: int) -> str:
    return render_template("reading/_margin.html", ways=ways, margin=margin, amendments=amendments)


kept: OrderedDict[Key, Skeleton] = OrderedDict()
keeping = Lock()


def skeleton_of(edition: Edition, may_comment: bool) -> Skeleton:
    """From those kept, else made with one query. A digest names a version's text and that of all before it."""
    key = (edition.version.digest, edition.language, str(get_locale()), may_comment)
    skeleton = kept.get(key) or make(edition, may_comment)
    with keeping:
        kept[key] = skeleton
        kept.move_to_end(key)
        while len(kept) > SKELETONS_KEPT:
            kept.popitem(last=False)
    return skeleton


def make(edition: Edition, may_comment: bool) -> Skeleton:
    passages = passages_of(*edition)
    page = url_for("reading.version", slug=edition.charter.slug, number=edition.version.number, language=edition.language)
    ways = [Ways(f"{page}/clauses/{quote(passage.eid)}", passage.name, may_comment, edition.language) for passage in passages]
    text = render_template("reading/_passages.html", passages=list(zip(passages, ways, strict=True)), slot=SLOT, language=edition.language)
    contents = render_template("reading/_contents.html", contents=contents_of(passages), language=edition.language)
    bare = [margin_html(way, str(get_locale()), EMPTY, 0) for way in ways]
    return Skeleton(passages, Markup(contents), text.split(SLOT), bare, ways, url_for("comments.numbers", slug=edition.charter.slug))
