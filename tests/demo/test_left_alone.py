"""An installation that is in earnest never gets the demo into it, nor its sign-ins on the screen."""

from flask import Flask

from charterhub.accounts.models import Person
from charterhub.charters.queries import all_charters
from charterhub.demo.seed import seed_demo, sign_ins
from charterhub.extensions import db
from charterhub.members.models import Member


def test_where_there_are_members_nothing_is_loaded(app: Flask, gwangju: Member) -> None:
    people = db.session.query(Person).count()
    assert not seed_demo()
    assert (all_charters(), db.session.query(Person).count()) == ([], people)


def test_where_the_demo_was_not_loaded_no_sign_in_is_shown(app: Flask, gwangju: Member) -> None:
    assert sign_ins() == []
