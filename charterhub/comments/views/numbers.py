"""What people say, in numbers: a page of plots with their tables, and the same as CSV and JSON."""

from collections.abc import Iterator

from flask import Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url, latest_version, version_by_number
from charterhub.comments.narrowing import number
from charterhub.comments.queries.numbers import Numbers, numbers_of
from charterhub.comments.views.blueprint import bp
from charterhub.comments.words import SOURCE_NAMES, STANCE_NAMES
from charterhub.errors import NotOpen
from charterhub.formats.tables import as_csv
from charterhub.kept_pages import kept
from charterhub.permissions import permission
from charterhub.predicates.fact import PHASE_SENTENCES

SOURCES = {**SOURCE_NAMES, "organisation": _l("by organisations")}
COLUMNS = ("by", "name", "comments", "replies")


def asked(charter: Charter) -> tuple[Numbers, int | None]:
    """Of the version that was asked for (`?version=2`), else of all of them along the latest text."""
    chosen = number(request.args.get("version"))
    version = version_by_number(charter, chosen) if chosen else latest_version(charter)
    if version is None:
        raise NotOpen(PHASE_SENTENCES["drafting"])
    return numbers_of(charter, version, all_versions=chosen is None), chosen


@bp.get("/charters/<slug>/numbers")
@kept
@permission("comment.read", charter_from_url)
def numbers(charter: Charter) -> ResponseReturnValue:
    found, chosen = asked(charter)
    place = {"number": chosen or charter.latest_version_number, "language": charter.language}
    text = url_for("reading.version", slug=charter.slug, **place)
    query = {"version": chosen} if chosen else {}
    return render_template("comments/numbers.html", charter=charter, numbers=found, chosen=chosen, text=text, query=query, stance_name=STANCE_NAMES.get, source_name=SOURCES.get)


@bp.get("/charters/<slug>/numbers.csv")
@permission("comment.read", charter_from_url)
def numbers_table(charter: Charter) -> ResponseReturnValue:
    found, _chosen = asked(charter)
    kept_as = {"Content-Disposition": f'attachment; filename="{charter.slug}-numbers.csv"'}
    return Response(as_csv(list(COLUMNS), lines(found)), mimetype="text/csv", headers=kept_as)


@bp.get("/charters/<slug>/numbers.json")
@permission("comment.read", charter_from_url)
def numbers_data(charter: Charter) -> ResponseReturnValue:
    found, chosen = asked(charter)
    counts = {"total": found.total, "replies": found.replies, "answered": found.answered}
    return jsonify({"charter": charter.slug, "version": chosen, **counts, "numbers": [dict(line) for line in lines(found)]})


def lines(numbers: Numbers) -> Iterator[dict[str, object]]:
    """One for each number, under the codes the pages translate. `replies` is counted along the text alone; elsewhere `comments`
    has both."""
    for eid, _name, comments, replies in numbers.by_clause:
        yield dict(zip(COLUMNS, ("clause", eid, comments, replies), strict=True))
    others = {"stance": numbers.by_stance, "source": numbers.by_source, "language": numbers.by_language}
    days = [(day.isoformat(), count) for day, count in numbers.by_day]
    for by, counts in {**others, "day": days}.items():
        for name, count in counts:
            yield dict(zip(COLUMNS, (by, name, count, ""), strict=True))
