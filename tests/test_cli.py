"""What is typed on the server."""

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub.accounts.models import Person, Role
from charterhub.extensions import db
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written
from charterhub.permissions import PERMISSIONS


def run(app: Flask, *words: str, fails: bool = False) -> str:
    db.session.commit()
    result = app.test_cli_runner().invoke(args=["charterhub", *words])
    db.session.expire_all()
    assert (result.exit_code != 0) == fails, result.output
    return result.output


def roles_of(person: Person) -> list[tuple[str, int | None, str]]:
    found = select(Role.name, Role.member_id, Role.organisation).where(Role.person_id == person.id).order_by(Role.id)
    return [tuple(row) for row in db.session.execute(found)]


def test_the_permissions_are_printed_with_who_and_when(app: Flask) -> None:
    lines = run(app, "permissions").splitlines()
    assert [line.split()[0] for line in lines] == list(PERMISSIONS)
    assert any(line.split() == "comment.withdraw author & not_withdrawn".split() for line in lines)


def test_no_route_is_without_a_permission(app: Flask) -> None:
    assert run(app, "routes-without-permission") == ""


def test_the_first_administrator_is_made_at_the_server(app: Flask, amina: Person) -> None:
    run(app, "grant-role", "Amina@people.example", "administrator")
    assert ("administrator", None, "") in roles_of(amina)


def test_an_official_is_given_a_place(app: Flask, dov: Person, gwangju: object) -> None:
    run(app, "grant-role", dov.email, "official", "--member", "gwangju")
    assert ("official", gwangju.id, "") in roles_of(dov)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nobody@example.org", "committee"), "Nobody has an account"),
        (("amina@people.example", "official"), "need a place"),
        (("amina@people.example", "official", "--member", "atlantis"), "no member with the address atlantis"),
        (("amina@people.example", "representative"), "need an organisation"),
        (("amina@people.example", "king"), "Invalid value"),
    ],
)
def test_a_role_that_cannot_stand_is_refused_in_a_sentence(app: Flask, amina: Person, words: tuple[str, ...], sentence: str) -> None:
    before = roles_of(amina)
    assert sentence in run(app, "grant-role", *words, fails=True)
    assert roles_of(amina) == before


def test_mail_needs_a_server(app: Flask) -> None:
    assert "CHARTERHUB_SMTP_HOST" in run(app, "send-mail", fails=True)


def test_mail_that_cannot_be_sent_is_told_and_waits(app: Flask) -> None:
    app.config.update(SMTP_HOST="127.0.0.1", SMTP_PORT=1)
    db.session.add(written("a@example.org", "en", "Hello", "You"))
    assert "0 sent, 1 not sent" in run(app, "send-mail", fails=True)
    assert db.session.scalars(select(Letter.sent_at)).all() == [None]
