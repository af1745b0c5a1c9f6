"""The merge desk under the load of a consultation, in one run: 500 amendments on 120 clauses by 60 authors.

The desk's page beside bare Flask (processor time, SQL queries, first opening and every later one), and all clean amendments
taken into the draft in one transaction.

    python -m bench.amendments [amendments] [clauses] [authors]
"""

import random
import sys
import time

from flask_login import FlaskLoginClient

from bench.reading import MS, bare_flask, processor_ms, queries_of
from bench.world import WORDS, application, charter_of
from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.amendments.operations import sweep_clean, table_amendment
from charterhub.amendments.operations.sweeping import sweeps_of
from charterhub.amendments.queries import desk_of
from charterhub.amendments.queries.desk import of_operations
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import enter_phase
from charterhub.charters.queries import clauses_of, latest_version
from charterhub.extensions import db
from charterhub.transaction import transaction


def authors_of(charter: Charter, number: int) -> list[Person]:
    people = [
        Person(
            email=f"author{place}@benchtown.example", name=f"Author {place}", pseudonym=f"Author {place}", password_hash="-", locale="en",
            registered_at=clock.now(), confirmed_at=clock.now(), roles=[Role(name="inhabitant", member_id=charter.member_id)],
        )
        for place in range(number)
    ]  # fmt: skip
    db.session.add_all(people)
    db.session.flush()
    return people


def table_many(charter: Charter, amendments: int, authors: int) -> None:
    """Each changes, adds or takes out a word or two somewhere in a clause: now and then two want the same place."""
    dice = random.Random(1789)
    with transaction():
        enter_phase(db.session.get_one(Person, latest_version(charter).published_by_id), charter, "amending")
        people = authors_of(charter, authors)
        clauses = [clause for clause in clauses_of(latest_version(charter), "en") if clause.revision.wording]
        for number in range(amendments):
            clause = clauses[number % len(clauses)]
            table_amendment(people[number % authors], clause, changed(clause, dice), f"Reason {number}")


def changed(clause: VersionClause, dice: random.Random) -> str:
    words = clause.revision.wording.split(" ")
    place = dice.randrange(1, len(words) - 1)
    words[place : place + dice.randrange(2)] = [dice.choice(WORDS) for _ in range(dice.randrange(1, 3))]
    text = " ".join(words)
    return text if text != clause.revision.wording else f"{text} indeed"


def main(amendments: int = 500, clauses: int = 120, authors: int = 60) -> None:
    with application() as app:
        charter = charter_of(clauses, 0)
        table_many(charter, amendments, authors)
        app.test_client_class = FlaskLoginClient
        official = db.session.get_one(Person, latest_version(charter).published_by_id)
        client, path = app.test_client(user=official), f"/charters/{charter.slug}/desk"
        of_operations.cache_clear()
        before = time.process_time()
        assert client.get(path).status_code == 200
        first = (time.process_time() - before) * MS
        bare, page, queries = processor_ms(bare_flask(), "/"), processor_ms(client, path), queries_of(client, path)
        db.session.rollback()
        desk = desk_of(charter, "en")
        print(f"Merge desk, {amendments} amendments on {len(desk.clauses)} clauses by {authors} authors: {queries} queries")
        print(f"  {page:.1f} ms of processor time; bare Flask {bare:.2f} ms: {page / bare:.0f} times; first opening after start {first:.0f} ms")
        sweeps = sweeps_of(desk)
        begun = time.perf_counter()
        with transaction():
            sweep_clean(official, charter, "en", {sweep.seen for sweep in sweeps}, "Uncontested.")
        took = time.perf_counter() - begun
        taken = len({each.amendment_id for sweep in sweeps for each in sweep.taken})
        print(f"  {taken} clean amendments on {len(sweeps)} clauses taken in one transaction: {took:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
