"""One transaction for one unsafe request: committed after a successful answer, else rolled back.

Operations add and flush; nobody else commits. A change, its journal entry and the letters it causes therefore stand or
fall together.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext

from flask import Flask, Response, g, request
from sqlalchemy import inspect

from charterhub.database import SAFE_METHODS, Base, in_turn, writing
from charterhub.extensions import db


def init_app(app: Flask) -> None:
    app.after_request(commit_or_roll_back)


def commit_or_roll_back(response: Response) -> Response:
    """Commit what an unsafe request wrote if its answer says it succeeded."""
    if not db.session.registry.has():
        return response
    with g.pop("turn", nullcontext()):
        if request.method not in SAFE_METHODS and response.status_code < 400:
            db.session.commit()
        else:
            db.session.rollback()
    return response


def end_reading() -> None:
    """Give back what this request has read with, if it has read anything, so that its snapshot holds nobody up."""
    if db.session.registry.has():
        db.session.rollback()


def begin_writing(*fresh: Base) -> None:
    """In a view that `reads_first`: the transaction it read in ends, and when its turn has come, which it keeps until the
    commit, the one it writes in begins, with the write lock. What was loaded stays loaded, but the columns of `fresh` are
    read again: what must still hold at the moment of writing."""
    session = db.session()
    kept, session.expire_on_commit = session.expire_on_commit, False
    session.commit()
    session.expire_on_commit = kept
    g.turn = ExitStack()
    g.turn.enter_context(in_turn(db.engine))
    with writing():
        for each in fresh:
            session.refresh(each, inspect(each).mapper.column_attrs.keys())


@contextmanager
def transaction() -> Iterator[None]:
    """The same for the command line and tests: commit at the end, roll back on any error."""
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
