"""A real server whose workers are killed while people vote: no ballot that was taken is lost, and none is doubled."""

import threading
from pathlib import Path
from random import Random
from typing import Any

from bench.casting import check_ledger
from bench.polling_station import check_box, kill_workers, serving, station, vote_all
from charterhub import config

BALLOTS, KILLS = 160, 3


def address_of(databases: Any, name: str, folder: Path) -> str:
    """A database of its own: a server outside this process cannot see into a test's transaction."""
    if name == "sqlite":
        return f"sqlite:///{folder / 'votes.sqlite'}"
    return config.database_url(databases.named(name).another("votes"), Path())


def test_workers_killed_at_random_lose_no_ballot_and_double_none(databases: Any, database_name: str, tmp_path: Path) -> None:
    address = address_of(databases, database_name, tmp_path)
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
