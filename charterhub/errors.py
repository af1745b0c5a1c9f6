"""What can go wrong in words a clerk understands, and the pages that say so.

An operation raises a `CharterError`; the page shows its sentence, what the person had typed, and what to do next.
"""

import logging
import secrets
from http import HTTPStatus

from flask import Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from werkzeug.exceptions import HTTPException

from charterhub.database import SAFE_METHODS
from charterhub.extensions import db
from charterhub.unsent import Fields, packed, unsent_form

log = logging.getLogger(__name__)
UNSPOKEN_FIELDS = {"csrf_token", "password", "password_again", "current_password"}
LONGEST_ECHO = 100_000


class CharterError(Exception):
    """A refusal with a sentence for the person; `status` is its HTTP status. The sentence is put into the person's language
    when it is shown and not before: whose language that is takes the database to know, which may be held right now."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, sentence: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class BadInput(CharterError):
    """What was sent cannot be taken as it is."""


class NotAllowed(CharterError):
    """The permissions table says no; the sentence says why."""

    status = HTTPStatus.FORBIDDEN


class NotOpen(CharterError):
    """Right person, wrong moment: not yet, or no longer."""

    status = HTTPStatus.CONFLICT


class AlreadyDone(CharterError):
    """Someone, perhaps the same person in another window, has done it before."""

    status = HTTPStatus.CONFLICT


class StaleRevision(CharterError):
    """The text moved while the person was writing: 409, with both texts and their difference."""

    status = HTTPStatus.CONFLICT

    def __init__(self, base: str, current: str, proposed: str) -> None:
        super().__init__(_l("Somebody saved this clause while you were writing. Nothing of yours is lost: both texts are below."))
        self.base, self.current, self.proposed = base, current, proposed


SENTENCES = {
    400: _l("The form did not arrive as it was sent. Please try again."),
    404: _l("There is no page at this address. It may have been mistyped, or the page was never public."),
    405: _l("This address cannot be used in that way."),
    409: _l("Somebody else changed this at the same time. Please look at it again."),
    413: _l("That is too large. A file may have at most 10 MB."),
    429: _l("Too many attempts in a short time. Please wait a minute and try again."),
    503: _l("The service is busy saving other people's work. Please try again in a moment."),
}
HEADINGS = {
    400: _l("The form could not be read"),
    403: _l("This is not open to you"),
    404: _l("Page not found"),
    405: _l("Not possible here"),
    409: _l("This has changed in the meantime"),
    413: _l("Too large"),
    422: _l("This cannot be taken as it is"),
    429: _l("Too many attempts"),
    500: _l("A fault on our side"),
    503: _l("Busy"),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(CharterError, show_refusal)
    app.register_error_handler(CSRFError, show_expired_form)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(IntegrityError, show_collision)
    app.register_error_handler(OperationalError, show_busy)
    app.register_error_handler(DataError, show_unfit)
    app.register_error_handler(OverflowError, show_unfit)
    app.register_error_handler(Exception, show_fault)


def show_refusal(error: CharterError) -> ResponseReturnValue:
    """A visitor who only wants to see a page is asked to sign in first; everyone else is told why not."""
    if isinstance(error, NotAllowed) and not current_user.is_authenticated and request.method in SAFE_METHODS:
        return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))
    signed_out = isinstance(error, NotAllowed) and not current_user.is_authenticated
    return error_page(int(error.status), error.sentence, unsent_form() if signed_out else [])


def show_expired_form(_error: CSRFError) -> ResponseReturnValue:
    sentence = _("This form was opened too long ago or in another sign-in. Copy your text, open the page again and send it once more.")
    return error_page(400, sentence, unsent_form())


def show_http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error.get_response()
    return error_page(status, SENTENCES.get(status, SENTENCES[400] if status < 500 else HEADINGS[500]))


def show_collision(error: IntegrityError) -> ResponseReturnValue:
    """A database constraint refused: two people did the same thing at once, and the first one stands."""
    log.warning("constraint refused: %s", error.orig)
    return error_page(409, SENTENCES[409])


def show_busy(error: OperationalError) -> ResponseReturnValue:
    log.error("database not available: %s", error)
    return error_page(503, SENTENCES[503])


def show_unfit(error: Exception) -> ResponseReturnValue:
    """A number that no database column holds: nothing of ours ever had it, so there is nothing at that address."""
    log.warning("value out of range: %s", error)
    return error_page(404, SENTENCES[404])


def show_fault(error: Exception) -> ResponseReturnValue:
    """The last resort. The number goes into the log and onto the page, so that one can be found from the other."""
    number = secrets.token_hex(4)
    log.exception("fault %s", number, exc_info=error)
    return error_page(500, _("Something went wrong that should not have. Please tell us this number: %(number)s.", number=number))


def error_page(status: int, sentence: object, unsent: Fields | None = None) -> tuple[str, int]:
    """`unsent` are the fields of a form that can be sent once more, after signing in where need be."""
    db.session.rollback()
    shown = {"heading": HEADINGS.get(status, HEADINGS[400]), "sentence": sentence, "typed": typed_text(status)}
    page = render_template("error.html", status=status, unsent=unsent, kept=packed(unsent or []), **shown)
    return page, status


def typed_text(status: int) -> list[tuple[str, str]]:
    """What the person had written in the refused form, so that it can be copied: never lost, whatever went wrong."""
    if request.method in SAFE_METHODS or status == 413:
        return []
    fields = ((name, value.strip()) for name, value in request.form.items(multi=True) if name not in UNSPOKEN_FIELDS)
    return [(name, value[:LONGEST_ECHO]) for name, value in fields if len(value) > 2]
