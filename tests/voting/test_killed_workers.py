"""A real server whose workers are killed while people vote: no ballot that was taken is lost, and none is doubled."""

import threading
from pathlib import Path
from random import Random
from typing import Any

from bench.casting import check_ledger
from bench.polling_station import check_box, kill_workers, serving, station, vote_all

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
