"""A merge whose process is killed with everything written and nothing committed leaves no trace, and can be done again whole."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bench.amendments import table_many
from bench.merging import merge_clean
from bench.polling_station import ROOT, application
from bench.world import charter_of
from charterhub.amendments.models import Amendment, Disposition, Provenance, Step
from charterhub.charters.models import Revision
from charterhub.extensions import db
from charterhub.journal.models import Entry

COUNTED = (Step, Disposition, Provenance, Revision, Entry)


def counts() -> list[int]:
    return [db.session.scalar(select(func.count()).select_from(model)) or 0 for model in COUNTED]


def test_a_merge_that_is_killed_leaves_nothing_and_is_done_again_whole(databases: Any, database_name: str, tmp_path: Path) -> None:
    address = databases.address_outside(database_name, tmp_path, "merged")
    with application(address).app_context():
        db.create_all()
        charter = charter_of(12, 0)
        table_many(charter, 40, 8)
        before = counts()
        db.session.remove()
        db.engine.dispose()
    child = subprocess.Popen([sys.executable, "-m", "bench.merging", address], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline() == "merged, not committed\n"
    child.kill()
    child.communicate()
    with application(address).app_context():
        assert counts() == before
        step = merge_clean()
        taken = {disposition.operation.amendment_id for disposition in step.dispositions}
        states = {amendment.id: amendment.state for amendment in db.session.scalars(select(Amendment)).unique()}
        assert len(taken) > 10 and {name for name, state in states.items() if state == "adopted"} <= taken
        assert counts()[0] == before[0] + 1
        db.session.remove()
        db.engine.dispose()
