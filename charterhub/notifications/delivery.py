"""Sending the outbox. Each letter is claimed, sent and marked by itself: one that fails stops no other, a run that is
repeated or runs twice at once sends nothing twice, and no transaction is open while the mail server takes its time."""

import logging
import smtplib
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

from flask import current_app
from sqlalchemy import delete, or_, update

from charterhub import clock
from charterhub.extensions import db
from charterhub.notifications.models import Letter
from charterhub.notifications.queries import waiting_letters
from charterhub.transaction import transaction

log = logging.getLogger(__name__)
CLAIM_LASTS = timedelta(minutes=10)
SENT_LETTERS_ARE_KEPT = timedelta(days=30)
PATIENCE = 30


def send_outbox(post: Callable[[EmailMessage], object]) -> tuple[int, int]:
    """How many letters were sent, and how many failed and wait for the next run."""
    with transaction():
        db.session.execute(delete(Letter).where(Letter.sent_at < clock.now() - SENT_LETTERS_ARE_KEPT))
        waiting = waiting_letters()
    outcomes = [send(letter_id, post) for letter_id in waiting]
    return outcomes.count(True), outcomes.count(False)


def send(letter_id: int, post: Callable[[EmailMessage], object]) -> bool | None:
    """True when sent, False when it failed, None when another run has it."""
    with transaction():
        message = message_of(db.session.get_one(Letter, letter_id)) if claim(letter_id) else None
    if message is None:
        return None
    try:
        post(message)
    except (OSError, smtplib.SMTPException) as error:
        log.error("letter %s was not sent: %s", letter_id, error)
        mark(letter_id, claimed_at=None)
        return False
    mark(letter_id, sent_at=clock.now())
    return True


def claim(letter_id: int) -> bool:
    free = or_(Letter.claimed_at.is_(None), Letter.claimed_at < clock.now() - CLAIM_LASTS)
    mine = update(Letter).where(Letter.id == letter_id, Letter.sent_at.is_(None), free).values(claimed_at=clock.now())
    return db.session.execute(mine).rowcount == 1


def mark(letter_id: int, **values: object) -> None:
    with transaction():
        db.session.execute(update(Letter).where(Letter.id == letter_id).values(**values))


def message_of(letter: Letter) -> EmailMessage:
    message = EmailMessage()
    message["From"] = current_app.config["MAIL_FROM"]
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    message["Content-Language"] = letter.language
    return message


def post_by_smtp(message: EmailMessage) -> None:
    with smtplib.SMTP(current_app.config["SMTP_HOST"], current_app.config["SMTP_PORT"], timeout=PATIENCE) as server:
        server.send_message(message)
