"""A publication that is killed with the comments carried and nothing committed leaves the old version whole, and can be done again."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bench.polling_station import ROOT, application
from bench.world import charter_of, second_version
from charterhub.charters.models import Charter, Version
from charterhub.comments.models import CommentPlacement
from charterhub.extensions import db
from charterhub.journal.models import Entry

COMMENTS = 300


def standing(address: str) -> tuple[int, int, int]:
    """How many versions there are, comments carried, and entries that say a version was published."""
    with application(address).app_context():
        published = select(func.count()).select_from(Entry).where(Entry.action == "version.published")
        counts = [db.session.scalar(query) for query in (select(func.count(Version.id)), select(func.count(CommentPlacement.comment_id)), published)]
        db.session.remove()
        db.engine.dispose()
    return counts[0], counts[1], counts[2]


def test_a_publication_that_is_killed_leaves_the_old_version_whole(databases: Any, database_name: str, tmp_path: Path) -> None:
    address = databases.address_outside(database_name, tmp_path, "carried")
    with application(address).app_context():
        db.create_all()
        charter_of(40, COMMENTS)
        db.session.remove()
        db.engine.dispose()
    child = subprocess.Popen([sys.executable, "-m", "bench.publishing", address], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline() == "carried, not committed\n"
    child.kill()
    child.communicate()
    assert standing(address) == (1, 0, 1)
    with application(address).app_context():
        second_version(db.session.scalars(select(Charter)).one())
        db.session.remove()
        db.engine.dispose()
    assert standing(address) == (2, COMMENTS, 2)
