"""A real server whose workers are killed while people vote: no ballot that was taken is lost, and none is doubled."""

import threading
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select, update

from bench.casting import check_ledger
from bench.polling_station import Station, check_box, kill_workers, serving, station
from bench.voters import vote_all
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.models import Ballot
from charterhub.voting.roll_entries import RollEntry

BALLOTS, KILLS = 160, 3


def test_workers_killed_at_random_lose_no_ballot_and_double_none(databases: Any, database_name: str, tmp_path: Path) -> None:
    address = databases.address_outside(database_name, tmp_path, "votes")
    made = station(address, BALLOTS)
    with serving(made, address) as server:
        stop, killed = threading.Event(), []
        killer = threading.Thread(target=lambda: killed.append(kill_workers(server, stop, Random(7), KILLS)))
        killer.start()
        vote_all(made)
        stop.set()
        killer.join()
    assert killed[0] > 0
    assert len(made.taken) == BALLOTS
    assert check_box(made) == []
    assert check_ledger(made) == []
    spoil_one_ballot(made)
    assert len(check_box(made)) == 3, "a ballot lost, one more on its question, and a mark that is gone are each found"


def spoil_one_ballot(made: Station) -> None:
    """So that we know the check of the box would see it."""
    with made.app.app_context(), transaction():
        lost, doubled = db.session.scalars(select(Ballot).order_by(Ballot.question_id, Ballot.voter_key).limit(2))
        db.session.add(Ballot(question_id=doubled.question_id + 1, voter_key="doubled", choice=doubled.choice))
        db.session.delete(lost)
        db.session.execute(update(RollEntry).where(RollEntry.person_id == made.voters[0]).values(voted=False, way=""))
