"""The reading page beside bare Flask, in one run: processor time, SQL queries, and what a phone must fetch.

    python -m bench.reading [clauses] [comments]
"""

import gzip
import re
import sys
import time
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from bench.world import application, charter_of
from charterhub.config import ROOT
from charterhub.extensions import db

WARM_UP, ROUNDS = 5, 40
MS = 1000


def processor_ms(client: FlaskClient, path: str) -> float:
    """Median processor time of one request, in milliseconds, uncompressed as bare Flask's is."""
    times = []
    for turn in range(WARM_UP + ROUNDS):
        before = time.process_time()
        assert client.get(path).status_code == 200
        if turn >= WARM_UP:
            times.append(time.process_time() - before)
    return sorted(times)[ROUNDS // 2] * MS


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


def main(clauses: int = 120, comments: int = 1000) -> None:
    with application() as app:
        charter = charter_of(clauses, comments)
        path = f"/charters/{charter.slug}/versions/1/en"
        client = app.test_client()
        bare, page = processor_ms(bare_flask(), "/"), processor_ms(client, path)
        sizes = bytes_of(client, path)
        print(f"Reading page, {clauses} clauses, {comments} comments: {queries_of(client, path)} queries")
        print(f"  {page:.1f} ms of processor time; bare Flask {bare:.2f} ms: {page / bare:.0f} times")
        print(f"  {sum(sizes.values()) / 1000:.1f} kB compressed in all: " + ", ".join(f"{name} {size / 1000:.1f}" for name, size in sizes.items()))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
