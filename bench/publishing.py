"""Publishes version 2 of the charter in a database that has one, and stops with all of it written and nothing committed, so
that somebody can kill it there (see `tests.comments.test_killed_publishing`).

    python -m bench.publishing DATABASE_URL
"""

import sys
from typing import Any

from sqlalchemy import event, select

from bench.polling_station import application
from bench.world import second_version
from charterhub.charters.models import Charter
from charterhub.extensions import db


def wait_to_be_killed(_session: Any) -> None:
    print("carried, not committed", flush=True)
    sys.stdin.readline()


def main(address: str) -> None:
    with application(address).app_context():
        charter = db.session.scalars(select(Charter)).one()
        event.listen(db.session, "before_commit", wait_to_be_killed)
        second_version(charter)


if __name__ == "__main__":
    main(sys.argv[1])
