"""Sending the outbox: every letter once, whatever fails."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.notifications.delivery import send_outbox
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written
from tests.pages import Pages

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def waiting(app: Flask) -> list[str]:
    addresses = ["a@example.org", "b@example.org", "c@example.org"]
    db.session.add_all(written(address, "ar", "مرحبا", "نص الرسالة") for address in addresses)
    db.session.commit()
    return addresses


@pytest.fixture
def posted() -> list[EmailMessage]:
    return []


def unsent() -> list[str]:
    return list(db.session.scalars(select(Letter.to).where(Letter.sent_at.is_(None)).order_by(Letter.id)))


def test_letters_leave_in_the_order_they_were_written(waiting: list[str], posted: list[EmailMessage]) -> None:
    assert send_outbox(posted.append) == (3, 0)
    assert [message["To"] for message in posted] == waiting
    assert (posted[0]["Subject"], posted[0]["Content-Language"]) == ("مرحبا", "ar")
    assert "نص الرسالة" in posted[0].get_content()
    assert unsent() == []


def test_a_second_run_sends_nothing_twice(waiting: list[str], posted: list[EmailMessage]) -> None:
    send_outbox(posted.append)
    assert send_outbox(posted.append) == (0, 0)
    assert len(posted) == 3


def test_one_letter_that_fails_stops_no_other_and_waits(waiting: list[str], posted: list[EmailMessage]) -> None:
    def post(message: EmailMessage) -> None:
        if message["To"] == "b@example.org":
            raise ConnectionRefusedError("mailbox on fire")
        posted.append(message)

    assert send_outbox(post) == (2, 1)
    assert unsent() == ["b@example.org"]
    assert send_outbox(posted.append) == (1, 0)
    assert [message["To"] for message in posted] == ["a@example.org", "c@example.org", "b@example.org"]


def test_a_run_beside_another_leaves_its_letter_alone(waiting: list[str], posted: list[EmailMessage]) -> None:
    inner: list[tuple[int, int]] = []

    def post(message: EmailMessage) -> None:
        if not inner:
            inner.append((0, 0))
            inner.append(send_outbox(posted.append))
        posted.append(message)

    assert send_outbox(post) == (1, 0)
    assert inner[1] == (2, 0)
    assert sorted(message["To"] for message in posted) == waiting


def test_a_letter_claimed_by_a_run_that_died_is_sent_later(
    waiting: list[str], posted: list[EmailMessage], later: Callable[[timedelta], datetime]
) -> None:
    for letter in db.session.scalars(select(Letter)):
        letter.claimed_at = clock.now()
    db.session.commit()
    assert send_outbox(posted.append) == (0, 0)
    later(timedelta(minutes=11))
    assert send_outbox(posted.append) == (3, 0)


def test_sent_letters_are_forgotten_after_thirty_days(
    waiting: list[str], posted: list[EmailMessage], later: Callable[[timedelta], datetime]
) -> None:
    send_outbox(posted.append)
    later(timedelta(days=29))
    send_outbox(posted.append)
    assert len(db.session.scalars(select(Letter)).all()) == 3
    later(timedelta(days=2))
    send_outbox(posted.append)
    assert db.session.scalars(select(Letter)).all() == []


def test_the_outbox_is_on_screen_where_this_is_a_demonstration(app: Flask, pages: Pages, amina: Person) -> None:
    db.session.add(written("noor@example.org", "ar", "مرحبا <b>", "افتح http://localhost/confirmation/x"))
    pages.open("/outbox")
    assert "noor@example.org" in pages.page.text and "مرحبا <b>" in pages.page.text
    assert any(link.get("href") == "http://localhost/confirmation/x" for link in pages.page.all("a"))


def test_the_outbox_is_closed_everywhere_else(app: Flask, sign_in: Callable[[Person], Pages], farid: Person) -> None:
    app.config["SHOW_OUTBOX"] = False
    sign_in(farid).open("/outbox", status=403)
