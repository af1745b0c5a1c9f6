"""The body of a comparison, made once: two versions never change, and what is told of them (reasons, lineage) stands as long as
the journal says that nothing was done to their charters."""

from collections import Counter, OrderedDict
from dataclasses import dataclass
from threading import Lock

from flask import render_template
from flask_babel import get_locale
from markupsafe import Markup

from charterhub.journal.queries import state_of_charter
from charterhub.reading.comparison import compare_versions
from charterhub.reading.pairs import Pair

MOST_KEPT = 32


@dataclass(frozen=True)
class Compared:
    """The changed clauses as HTML, how many there are of each kind, and how many clauses changed at all."""

    html: Markup
    counts: Counter[str]
    touched: int


kept: OrderedDict[tuple[object, ...], Compared] = OrderedDict()
lock = Lock()


def compared_text(pair: Pair, view: str) -> Compared:
    """One query where it is kept (two for two charters); those asked for longest ago go first."""
    versions = [(version.id, version.digest, state_of_charter(version.charter_id)) for version in ((pair.newer,) if pair.of_one_charter else (pair.older, pair.newer))]
    key = (*versions, pair.older.id, pair.older.digest, pair.language, view, str(get_locale()))
    with lock:
        found = kept.get(key)
        if found is not None:
            kept.move_to_end(key)
            return found
    made = made_now(pair, view)
    with lock:
        kept[key] = made
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return made


def made_now(pair: Pair, view: str) -> Compared:
    comparison = compare_versions(pair.older, pair.newer, pair.language)
    html = render_template("reading/_changes.html", charter=pair.charter, pair=pair, comparison=comparison, view=view)
    return Compared(Markup(html), comparison.counts, len(comparison.touched))
