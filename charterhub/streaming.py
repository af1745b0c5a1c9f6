"""Reading a long table a batch at a time while the answer is being sent, when its request is already over."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from flask import Flask, current_app

Record = dict[str, Any]
Batch = Sequence[tuple[int, Record]]


def in_batches(read: Callable[[int | None], Batch]) -> Iterator[Record]:
    """`read` gives the rows that come after the one with this id, each with its id; none when that was the last."""
    return _records(current_app._get_current_object(), read)


def _records(app: Flask, read: Callable[[int | None], Batch]) -> Iterator[Record]:
    """Each batch has a database session of its own, put away before the batch is sent."""
    last: int | None = None
    while True:
        with app.app_context():
            batch = read(last)
        if not batch:
            return
        yield from (record for _id, record in batch)
        last = batch[-1][0]
