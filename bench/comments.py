"""Comments beside bare Flask, in one run: a thread, posting over HTTP, publishing that carries ten thousand, a full margin.

    .venv/bin/python -m bench.comments [--comments 10000] [--posts 1200]
"""

import argparse
import sqlite3
import tempfile
import time
from pathlib import Path

from sqlalchemy import func, select

from bench.polling_station import ROOT, Station, inhabitants, posted, processor_seconds, serving
from bench.polling_station import application as served
from bench.reading import bare_flask, forget_texts, processor_ms, queries_of, report
from bench.voters import vote_all
from bench.world import application, charter_of, second_version
from charterhub.accounts.models import Person
from charterhub.charters.queries import clauses_of, latest_version
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.extensions import db
from charterhub.transaction import transaction

WRITERS, CLAUSES, FEW = 4, 120, 100


def writing_desk(address: str, posts: int) -> Station:
    """A charter in consultation, in an empty database, and as many people who each post one comment on words of a clause."""
    app = served(address)
    with app.app_context():
        db.create_all()
        charter = charter_of(CLAUSES, 0)
        version = latest_version(charter)
        assert version is not None
        with transaction():
            people = inhabitants(charter, posts)
        worded = [clause for clause in clauses_of(version, "en") if clause.revision.plain]
        with app.test_request_context():
            sent = []
            for number, one in enumerate(people):
                clause = worded[number % len(worded)]
                exact = clause.revision.plain[:40].strip()
                fields = {"body": f"Comment {number}: who pays for it?", "language": "en", "appearance": "pseudonym", "stance": "question", "step": "publish",
                          "exact": exact, "prefix": "", "suffix": clause.revision.plain[len(exact):len(exact) + 20], "start": "0", "end": str(len(exact))}  # fmt: skip
                path = f"/charters/{charter.slug}/versions/1/en/clauses/{clause.eid}/comments/new"
                sent.append(posted(app, db.session.get_one(Person, one), path, fields))
        made = Station(app, 0, people, sent, [])
        db.session.remove()
        db.engine.dispose()
    return made


def lost(made: Station) -> int:
    """How many comments were answered as taken and are not there once each."""
    with made.app.app_context():
        per_author = dict(tuple(row) for row in db.session.execute(select(Comment.author_id, func.count()).group_by(Comment.author_id)))
        db.session.remove()
    return sum(per_author.get(made.voters[number]) != 1 for number in made.taken)


def durable_rows_a_second(folder: Path) -> float:
    """What the disk allows: one row a commit, as durable as ours, without any web."""
    with sqlite3.connect(folder / "rows.sqlite", isolation_level=None) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE row (body TEXT)")
        began = time.perf_counter()
        for number in range(500):
            bare.execute("INSERT INTO row VALUES (?)", (f"Comment {number}: who pays for it?",))
        return 500 / (time.perf_counter() - began)


def posting(posts: int) -> None:
    (ROOT / "instance").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "instance", prefix="bench-") as folder:
        address = f"sqlite:///{Path(folder) / 'comments.sqlite'}"
        made = writing_desk(address, posts)
        with serving(made, address) as server:
            before = processor_seconds(server)
            seconds = vote_all(made, WRITERS)
            ours, theirs = (now - then for now, then in zip(processor_seconds(server), before, strict=True))
        print(f"posting, {WRITERS} writers, 2 workers, SQLite: {posts / seconds:.0f} a second, {lost(made)} lost or doubled, {made.sent_again} sent again")
        print(f"  processor time a comment: server {1000 * theirs / posts:.2f} ms, these writers {1000 * ours / posts:.2f} ms")
        print(f"  the disk alone takes {durable_rows_a_second(Path(folder)):.0f} durable rows a second")


def reading(comments: int) -> None:
    bare, margins = processor_ms(bare_flask(), "/"), {}
    for number in (FEW, comments):
        with application() as app:
            charter = charter_of(CLAUSES, number)
            path, client = f"/charters/{charter.slug}/versions/1/en", app.test_client()
            margins[number] = processor_ms(client, path, before=forget_texts)
            if number != comments:
                continue
            version = latest_version(charter)
            assert version is not None
            busiest = max((clause for clause in clauses_of(version, "en") if clause.revision.plain), key=lambda clause: clause.clause_id)
            thread = f"{path}/clauses/{busiest.eid}"
            print(f"{number} comments on {CLAUSES} clauses; bare Flask {bare:.2f} ms")
            report(f"a clause with its thread, {queries_of(client, thread)} queries", processor_ms(client, thread), bare)
            data = f"/charters/{charter.slug}/versions/1/annotations?page=0"
            report(f"a hundred comments as data, {queries_of(client, data)} queries", processor_ms(client, data), bare)
            began = time.perf_counter()
            second_version(charter)
            spent = time.perf_counter() - began
            print(f"  publishing, {db.session.scalar(select(func.count()).select_from(CommentPlacement))} comments carried: {spent:.2f} s")
    print(f"the whole text with every margin read anew, {comments} comments beside {FEW}: {margins[comments] / margins[FEW]:.2f} times ({margins[comments]:.1f} and {margins[FEW]:.1f} ms)")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--comments", type=int, default=10_000)
    asked.add_argument("--posts", type=int, default=1200)
    options = asked.parse_args()
    reading(options.comments)
    posting(options.posts)


if __name__ == "__main__":
    main()
