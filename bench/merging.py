"""Takes every uncontested amendment into the draft of the charter in a database that has one, and stops with all of it written
and nothing committed, so that somebody can kill it there (see `tests.amendments.test_killed_merge`).

    python -m bench.merging DATABASE_URL
"""

import sys

from sqlalchemy import select

from bench.polling_station import application
from bench.stopping import stop_before_commit
from charterhub.accounts.models import Person
from charterhub.amendments.models import Step
from charterhub.amendments.operations import sweep_clean
from charterhub.amendments.operations.sweeping import sweeps_of
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter
from charterhub.charters.queries import latest_version
from charterhub.extensions import db
from charterhub.transaction import transaction


def merge_clean() -> Step:
    charter = db.session.scalars(select(Charter)).one()
    official = db.session.get_one(Person, latest_version(charter).published_by_id)
    with transaction():
        return sweep_clean(official, charter, "en", {sweep.seen for sweep in sweeps_of(desk_of(charter, "en"))}, "Uncontested.")


def main(address: str) -> None:
    with application(address).app_context():
        stop_before_commit("merged, not committed")
        merge_clean()


if __name__ == "__main__":
    main(sys.argv[1])
