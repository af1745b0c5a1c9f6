"""A vote over real HTTP: gunicorn with its workers on a database on the disk, and what its voters will send.

Ballots are sent as a browser sends them, each by its own account with its own session and CSRF token (`bench.voters`).
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import func, insert, select

from bench.world import charter_of
from charterhub import clock, config
from charterhub.accounts.models import Person, Role
from charterhub.app import create_app
from charterhub.charters.models import Charter
from charterhub.charters.operations import enter_phase
from charterhub.charters.queries import clauses_of, latest_version
from charterhub.counting.quorum import NO_QUORUM
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import open_round, prepare_round
from charterhub.voting.roll_entries import RollEntry

ROOT = Path(__file__).resolve().parent.parent
SECRET, TOKEN = "only for measuring", "0" * 40
PATIENCE_SECONDS, CHOICES = 90, ("for", "against", "abstain")


@dataclass
class Station:
    """`requests` are the whole HTTP requests, one for each voter, and `choices` what they vote on the first question."""

    app: Flask
    round_id: int
    voters: list[int]
    requests: list[bytes]
    choices: list[str]
    port: int = 0
    taken: set[int] = field(default_factory=set)
    sent_again: int = 0


def application(address: str) -> Flask:
    return create_app(config.testing() | {"SQLALCHEMY_DATABASE_URI": address, "SECRET_KEY": SECRET, "TESTING": False})


def station(address: str, voters: int) -> Station:
    """An open round of three questions with so many people on its roll, in an empty database."""
    app = application(address)
    with app.app_context():
        db.create_all()
        charter = charter_of(10, 0)
        with transaction():
            official = db.session.scalars(select(Person)).one()
            people = inhabitants(charter, voters)
            for phase in ("amending", "voting"):
                enter_phase(official, charter, phase)
            version = latest_version(charter)
            assert version is not None
            asked = [clause.clause_id for clause in clauses_of(version, "en") if clause.revision.plain][:3]
            prepared = prepare_round(official, version, "Measured", asked, "simple", NO_QUORUM, clock.now() + timedelta(days=1))
            opened = open_round(official, prepared)
        questions = [question.id for question in opened.questions]
        choices = [CHOICES[number % 3] for number in range(voters)]
        with app.test_request_context():
            sent = [_request(app, opened, questions, db.session.get_one(Person, one), choice) for one, choice in zip(people, choices)]
        made = Station(app, opened.id, list(people), sent, choices)
        db.session.remove()
        db.engine.dispose()
    return made


@contextmanager
def serving(made: Station, address: str, workers: int = 2, threads: int = 4, served: str = "wsgi:app") -> Iterator[subprocess.Popen[bytes]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        made.port = probe.getsockname()[1]
    environment = os.environ | {
        "CHARTERHUB_SECRET_KEY": SECRET, "CHARTERHUB_DATABASE_URL": address, "CHARTERHUB_INSECURE_COOKIES": "1",
        "CHARTERHUB_PUBLIC_ADDRESS": "http://localhost", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    command = ["-m", "gunicorn", "--bind", f"127.0.0.1:{made.port}", "--workers", str(workers), "--threads", str(threads),
               "--keep-alive", "30", "--no-control-socket", "--log-level", "critical", served]
    server = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
    try:
        _wait_for(made.port)
        yield server
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)


def kill_workers(server: subprocess.Popen[bytes], stop: threading.Event, dice: Random, times: int) -> int:
    """Kill -9, at random moments, whichever worker; how many were killed. Gunicorn starts another one each time."""
    killed = 0
    while not stop.wait(dice.uniform(0.1, 0.6)) and killed < times:
        if workers := _children(server.pid):
            os.kill(dice.choice(workers), signal.SIGKILL)
            killed += 1
    return killed


def check_box(made: Station) -> list[str]:
    """What is wrong with the box: a ballot taken and lost, doubled, or not what was sent."""
    with made.app.app_context():
        per_question = Counter(dict(tuple(row) for row in db.session.execute(select(Ballot.question_id, func.count()).group_by(Ballot.question_id))))
        first = min(per_question, default=0)
        in_box = Counter(dict(tuple(row) for row in db.session.execute(select(Ballot.choice, func.count()).where(Ballot.question_id == first).group_by(Ballot.choice))))
        marked = set(db.session.scalars(select(RollEntry.person_id).where(RollEntry.voted)))
        db.session.remove()
    taken = {made.voters[number] for number in made.taken}
    wrong = [f"{len(taken - marked)} taken, and not marked on the roll"] if taken - marked else []
    wrong += [f"question {question}: {ballots} ballots of {len(marked)} voters" for question, ballots in per_question.items() if ballots != len(marked)]
    if marked == set(made.voters) and in_box != Counter(made.choices):
        wrong.append(f"in the box {dict(in_box)}, sent {dict(Counter(made.choices))}")
    return wrong


def processor_seconds(server: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Spent so far by this process, and by the workers that live: other load on the machine hardly lengthens it."""
    ticks = os.sysconf("SC_CLK_TCK")
    stats = [Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split() for worker in _children(server.pid)]
    return time.process_time(), sum(int(stat[11]) + int(stat[12]) for stat in stats) / ticks


def inhabitants(charter: Charter, count: int) -> list[int]:
    """So many accounts of people who live where the charter holds, by their ids."""
    people = db.session.scalars(insert(Person).returning(Person.id), [_person(number) for number in range(count)]).all()
    db.session.execute(insert(Role), [{"person_id": one, "name": "inhabitant", "member_id": charter.member_id, "organisation": ""} for one in people])
    return list(people)


def _person(number: int) -> dict[str, object]:
    return {
        "email": f"voter{number}@benchtown.example", "name": f"Voter {number}", "pseudonym": f"Voter {number}", "password_hash": "-",
        "locale": "en", "registered_at": clock.now(), "confirmed_at": clock.now(),
    }  # fmt: skip


def _request(app: Flask, opened: VotingRound, questions: list[int], person: Person, choice: str) -> bytes:
    return posted(app, person, f"/rounds/{opened.id}/ballots", {f"question_{question}": choice for question in questions})


def posted(app: Flask, person: Person, path: str, fields: dict[str, str]) -> bytes:
    """A form of this person as a browser sends it, with session and CSRF token: a whole HTTP request."""
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    cookie = serializer.dumps({"_user_id": person.get_id(), "_fresh": True, "csrf_token": TOKEN})
    token = URLSafeTimedSerializer(SECRET, salt="wtf-csrf-token").dumps(TOKEN)
    body = urlencode({"csrf_token": token, **fields})
    lines = [
        f"POST {path} HTTP/1.1", "Host: localhost", f"Cookie: {app.config['SESSION_COOKIE_NAME']}={cookie}",
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "Accept-Language: en",
    ]  # fmt: skip
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def _children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as probe:
                probe.sendall(b"GET /verify.py HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                if probe.recv(100).startswith(b"HTTP/1.1 "):
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")
