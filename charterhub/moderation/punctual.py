"""First looks end on time without any cron: once a minute, whoever asks for a page lets those appear that are due.

The page is made after that, and a page kept for visitors is never older than a minute (see `kept_pages`), so what is due is
public to the first reader who comes, at the latest two minutes after its time. Where `send-mail` runs, nothing is left to do here.
"""

from datetime import timedelta

from flask import Flask
from sqlalchemy.exc import DBAPIError

from charterhub import clock
from charterhub.database import writing
from charterhub.moderation.operations import let_due_appear
from charterhub.moderation.queries import anything_due
from charterhub.transaction import end_reading, transaction

EVERY = timedelta(minutes=1)


class Punctual:
    """Each worker looks for itself; two that look at once do no harm."""

    def __init__(self, app: Flask) -> None:
        self.app, self.looked = app, clock.now()

    def look(self) -> None:
        if abs(clock.now() - self.looked) < EVERY:
            return
        self.looked = clock.now()
        try:
            due = anything_due()
            end_reading()
            if due:
                with writing(), transaction():
                    let_due_appear()
        except DBAPIError:  # a reader's page does not fail because another worker writes; the next minute looks again
            end_reading()
            self.app.logger.exception("First looks that are over could not be ended")


def init_app(app: Flask) -> None:
    if app.config["LOOKS_FOR_WHAT_IS_DUE"]:
        app.before_request(Punctual(app).look)
