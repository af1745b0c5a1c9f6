"""First looks that end by themselves, pauses that are announced, and bursts that are counted honestly."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment, Pause
from charterhub.comments.operations import post_comment, reply_to_comment
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.moderation.bursts import LEAST, bursts_in
from charterhub.moderation.models import Waiting
from charterhub.moderation.operations import let_appear, let_due_appear, lift_pause, pause_commenting, set_first_look
from charterhub.moderation.punctual import Punctual
from charterhub.moderation.queries import waiting_in
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.looking import count


def said(author: Person, clause: VersionClause, body: str = "Who pays for it?") -> Comment:
    with transaction():
        return post_comment(author, clause, body, "en")


@pytest.fixture
def looked_at_first(charter: Charter, bruno: Person) -> None:
    with transaction():
        set_first_look(bruno, charter, 12)


def test_a_first_contribution_waits_and_appears_by_itself(
    looked_at_first: None, amina: Person, home: VersionClause, charter: Charter, later: Callable, db: SQLAlchemy
) -> None:
    comment = said(amina, home)
    assert comment.withheld == "waiting" and [each.comment_id for each in waiting_in(charter)] == [comment.id]
    with transaction():
        assert let_due_appear() == 0
    later(timedelta(hours=12))
    with transaction():
        assert let_due_appear() == 1
    assert comment.withheld is None and count(Waiting) == 0
    assert "Your first comment" in db.session.scalars(select(Letter.subject).where(Letter.to == amina.email)).one()


def test_a_first_contribution_is_public_to_the_next_reader_though_no_cron_runs(
    looked_at_first: None, amina: Person, home: VersionClause, app: Flask, client: FlaskClient, later: Callable, db: SQLAlchemy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.before_request_funcs, None, [*app.before_request_funcs[None], Punctual(app).look])
    comment = said(amina, home, "Zwetschgenkuchen for all.")
    db.session.rollback()
    page = f"/comments/{comment.id}"
    assert "Zwetschgenkuchen" not in client.get(page).text
    later(timedelta(hours=11))
    assert "Zwetschgenkuchen" not in client.get(page).text
    later(timedelta(hours=1))
    assert "Zwetschgenkuchen" in client.get(page).text
    db.session.expire_all()
    assert comment.withheld is None and count(Waiting) == 0 and count(Letter) == 1


def test_the_next_one_appears_at_once_and_so_do_those_who_are_known(looked_at_first: None, amina: Person, bruno: Person, home: VersionClause, db: SQLAlchemy) -> None:
    first = said(amina, home)
    assert said(amina, home, "And who decides?").withheld == "waiting"  # nobody has looked yet
    assert said(bruno, home, "The council pays.").withheld is None
    with transaction():
        let_appear(bruno, db.session.get_one(Waiting, first.id))
    assert said(amina, home, "Thank you.").withheld is None


def test_lifting_the_first_look_lets_all_appear(looked_at_first: None, amina: Person, bruno: Person, charter: Charter, home: VersionClause) -> None:
    comment = said(amina, home)
    with pytest.raises(NotAllowed):
        set_first_look(amina, charter, 0)
    with pytest.raises(BadInput, match="72"):
        set_first_look(bruno, charter, 73)
    with transaction():
        set_first_look(bruno, charter, 0)
    assert comment.withheld is None and count(Waiting) == 0


def test_a_pause_refuses_comments_and_replies_with_its_reason_until_it_ends(
    charter: Charter, comment: Comment, home: VersionClause, clause: Callable, amina: Person, sora: Person, bruno: Person, later: Callable
) -> None:
    with transaction():
        pause_commenting(bruno, home, 6, "A hundred comments came in one hour; we read them first.")
    for refused in (lambda: post_comment(sora, home, "Too late?", "en"), lambda: reply_to_comment(sora, comment, "Too late?", "en")):
        with pytest.raises(NotOpen, match="we read them first"):
            refused()
    said(sora, clause("art_2__para_1"))
    later(timedelta(hours=6, minutes=1))
    said(sora, home, "Open again.")


def test_a_pause_is_lifted_once_and_never_lasts_for_ever(home: VersionClause, amina: Person, sora: Person, bruno: Person, db: SQLAlchemy) -> None:
    for hours in (0, 73):
        with pytest.raises(BadInput, match="72 hours"):
            pause_commenting(bruno, home, hours, "Enough.")
    with pytest.raises(NotAllowed):
        pause_commenting(amina, home, 6, "Enough.")
    with transaction():
        pause = pause_commenting(bruno, home, 6, "Enough.")
        lift_pause(bruno, pause)
    with pytest.raises(AlreadyDone):
        lift_pause(bruno, pause)
    said(sora, home)
    db.session.add(Pause(charter_id=pause.charter_id, clause_id=pause.clause_id, reason="x", announced_by_id=bruno.id, announced_at=clock.now(), until=clock.now() - timedelta(hours=1)))
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_a_burst_is_at_least_ten_and_four_times_the_usual(charter: Charter, home: VersionClause, clause: Callable, amina: Person, sora: Person) -> None:
    now = clock.now()
    with clock.at(now - timedelta(days=3)):
        for each in range(14 * LEAST // 4 + 4):  # so many before that ten more are usual there
            said(amina, clause("art_2__para_1"), f"Before {each}")
    for each in range(LEAST):
        said(sora, home, f"Now {each}")
        said(amina, clause("art_2__para_1"), f"Now {each}")
    sora.registered_at = now - timedelta(hours=1)
    (burst,) = bursts_in(charter)
    assert (burst.clause_id, burst.count, burst.usual, burst.new) == (home.clause_id, LEAST, 0, LEAST)
