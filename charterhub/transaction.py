"""One transaction for one unsafe request: committed after a successful answer, else rolled back.

Operations add and flush; nobody else commits. A change, its journal entry and the letters it causes therefore stand or
fall together.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, request

from charterhub.database import SAFE_METHODS
from charterhub.extensions import db


def init_app(app: Flask) -> None:
    app.after_request(commit_or_roll_back)


def commit_or_roll_back(response: Response) -> Response:
    """Commit what an unsafe request wrote if its answer says it succeeded."""
    if not db.session.registry.has():
        return response
    if request.method not in SAFE_METHODS and response.status_code < 400:
        db.session.commit()
    else:
        db.session.rollback()
    return response


def end_reading() -> None:
    """Give back what this request has read with, if it has read anything, so that its snapshot holds nobody up."""
    if db.session.registry.has():
        db.session.rollback()


@contextmanager
def transaction() -> Iterator[None]:
    """The same for the command line and tests: commit at the end, roll back on any error."""
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
