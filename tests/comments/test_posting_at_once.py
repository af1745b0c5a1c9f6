"""Four people write at once over real HTTP to two workers: every comment that was taken is there, once."""

from pathlib import Path
from typing import Any

from bench.comments import WRITERS, lost, writing_desk
from bench.polling_station import serving
from bench.voters import vote_all

COMMENTS = 60


def test_comments_posted_at_once_are_all_there_once(databases: Any, database_name: str, tmp_path: Path) -> None:
    address = databases.address_outside(database_name, tmp_path, "posted")
    made = writing_desk(address, COMMENTS)
    with serving(made, address):
        vote_all(made, WRITERS)
    assert len(made.taken) == COMMENTS and lost(made) == 0
