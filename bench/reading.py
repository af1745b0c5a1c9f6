"""The reading page beside bare Flask, in one run: processor time, SQL queries, and what a phone must fetch.

    python -m bench.reading [comments] [clauses ...]
"""

import gzip
import re
import sys
import time
from collections.abc import Callable
from itertools import count, cycle
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from bench.world import application, charter_of, second_version
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.queries import clauses_of, version_by_number
from charterhub.comments.operations import post_comment
from charterhub.config import ROOT
from charterhub.extensions import db
from charterhub.kept_pages import KeptPages
from charterhub.reading import compared as comparisons
from charterhub.reading import skeletons
from charterhub.transaction import transaction

WARM_UP, ROUNDS = 5, 40
KEPT_BYTES = 24_000_000
MS = 1000


def processor_ms(client: FlaskClient, path: str, before: Callable[[], None] = lambda: None, headers: dict[str, str] | None = None) -> float:
    """Median processor time of one request, in milliseconds, uncompressed as bare Flask's is; `before` is done before each, unmeasured."""
    times = []
    for turn in range(WARM_UP + ROUNDS):
        before()
        began = time.process_time()
        assert client.get(path, headers=headers).status_code in (200, 304)
        if turn >= WARM_UP:
            times.append(time.process_time() - began)
    return sorted(times)[ROUNDS // 2] * MS


def first_ms(client: FlaskClient, path: str) -> float:
    """Processor time of one single request, with whatever it is the first to need: templates compiled, statements prepared."""
    began = time.process_time()
    assert client.get(path).status_code == 200
    return (time.process_time() - began) * MS


def bare_flask() -> FlaskClient:
    app = Flask("bare")
    app.add_url_rule("/", "hello", lambda: "Hello")
    return app.test_client()


def queries_of(client: FlaskClient, path: str) -> int:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    client.get(path)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(statements)


def bytes_of(client: FlaskClient, path: str) -> dict[str, int]:
    """Compressed bytes of the page and of every style, script and icon it names, as gzip -6 sends them."""
    html = client.get(path).get_data()
    assets = sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html.decode())))
    sizes = {"page": len(gzip.compress(html, 6))}
    return sizes | {asset: len(gzip.compress((Path(ROOT) / "charterhub" / asset.lstrip("/")).read_bytes(), 6)) for asset in assets}


def measure(clauses: int, comments: int) -> None:
    """A charter with a second version, in which a tenth of the clauses changed, read in every way there is."""
    with application() as app:
        charter = charter_of(clauses, comments)
        second_version(charter)
        path, client = f"/charters/{charter.slug}/versions/1/en", app.test_client()
        compared = f"/charters/{charter.slug}/comparison/1/2/en"
        first = first_ms(client, compared)
        bare = processor_ms(bare_flask(), "/")
        print(f"{clauses} clauses, {comments} comments: {queries_of(client, path)} queries; bare Flask {bare:.2f} ms")
        report("every margin read anew", processor_ms(client, path, before=forget_texts), bare)
        report("one comment came since", processor_ms(client, path, before=commenting(charter)), bare)
        report("nothing was done to the charter since", processor_ms(client, path), bare)
        report("comparison as the first page of a new app", first, bare)
        report(f"comparison made anew, {queries_of(client, compared)} queries", processor_ms(client, compared, before=comparisons.kept.clear), bare)
        report(f"comparison again, {queries_of(client, compared)} queries", processor_ms(client, compared), bare)
        app.wsgi_app = KeptPages(app, KEPT_BYTES)  # type: ignore[method-assign]
        report("kept for visitors", processor_ms(client, path), bare)
        etag = client.get(path).headers["ETag"]
        report("a browser that has it (304)", processor_ms(client, path, headers={"If-None-Match": etag}), bare)
        sizes = bytes_of(client, path)
        print(f"  {sum(sizes.values()) / 1000:.1f} kB compressed in all, the page itself {sizes['page'] / 1000:.1f}")


def report(what: str, spent: float, bare: float) -> None:
    print(f"  {what}: {spent:.2f} ms, {spent / bare:.1f} times")


def commenting(charter: Charter) -> Callable[[], None]:
    """Somebody comments on a clause of version 1, each time on another one."""
    person = db.session.query(Person).first()
    worded = cycle([clause for clause in clauses_of(version_by_number(charter, 1), "en") if clause.revision.plain])
    number = count()

    def comment() -> None:
        with transaction():
            post_comment(person, next(worded), f"Comment {next(number)}: who pays for it?", "en")

    return comment


def forget_texts() -> None:
    """As after an act on the charter: the margins are read and the text is filled again."""
    for skeleton in skeletons.kept.values():
        skeleton.latest = skeletons.NOTHING


def main(comments: int = 1000, *lengths: int) -> None:
    for clauses in lengths or (12, 120, 500):
        measure(clauses, comments)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
