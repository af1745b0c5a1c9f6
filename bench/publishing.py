"""Publishes version 2 of the charter in a database that has one, and stops with all of it written and nothing committed, so
that somebody can kill it there (see `tests.comments.test_killed_publishing`).

    python -m bench.publishing DATABASE_URL
"""

import sys

from sqlalchemy import select

from bench.polling_station import application
from bench.stopping import stop_before_commit
from bench.world import second_version
from charterhub.charters.models import Charter
from charterhub.extensions import db


def main(address: str) -> None:
    with application(address).app_context():
        charter = db.session.scalars(select(Charter)).one()
        stop_before_commit("carried, not committed")
        second_version(charter)


if __name__ == "__main__":
    main(sys.argv[1])
