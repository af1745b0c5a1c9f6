"""After each kind of act the text that was brought up to date is the text made anew, and only what moved was drawn again."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from charterhub.accounts.models import Person
from charterhub.amendments.operations import table_amendment, withdraw_amendment
from charterhub.charters.models import Charter, Version
from charterhub.comments.operations import (
    answer_comment,
    correct_place,
    edit_comment,
    post_comment,
    reply_to_comment,
    settle_comment,
    support_comment,
    withdraw_comment,
)
from charterhub.journal.queries import acts_between, state_of_charter
from charterhub.moderation.operations import appeal, decide_appeal, report, rule
from charterhub.reading import skeletons
from charterhub.reading.skeletons import NOTHING, Skeleton
from charterhub.transaction import transaction
from tests.comments.conftest import Clauses, on
from tests.moderation.conftest import clause, hana, home, publish
from tests.pages import Pages
from tests.world import in_phase

__all__ = ["clause", "hana", "home", "publish"]
ADDRESS = "/charters/gwangju-charter/versions/{}/en"


@pytest.fixture
def charter(charter: Charter) -> Charter:
    return in_phase(charter, "amending")


class Reader:
    """Opens the page as it comes, then as it is when all is forgotten."""

    def __init__(self, app: Flask) -> None:
        skeletons.kept.clear()
        self.pages = Pages(app)

    def sees_the_same(self, number: int = 1) -> set[int]:
        """Which passages were drawn again, by their place."""
        before = {key: skeleton.latest.drawn for key, skeleton in skeletons.kept.items()}
        came = self.pages.open(ADDRESS.format(number)).html
        (key, skeleton), *_others = [(key, each) for key, each in skeletons.kept.items() if each.latest.drawn and each.latest is not NOTHING and self.is_of(each, number)]
        drawn = skeleton.latest.drawn
        skeleton.latest = NOTHING
        assert self.pages.open(ADDRESS.format(number)).html == came
        old = before.get(key) or [""] * len(drawn)
        return {place for place, (then, now) in enumerate(zip(old, drawn, strict=True)) if then != now}

    @staticmethod
    def is_of(skeleton: Skeleton, number: int) -> bool:
        return f"/versions/{number}/" in skeleton.ways[0].here


def test_whatever_is_done_the_page_is_the_one_made_anew(
    app: Flask, charter: Charter, clause: Clauses, amina: Person, minjun: Person, sora: Person, bruno: Person, hana: Person,
    publish: Callable[[dict[str, str]], Version], db: SQLAlchemy,
) -> None:  # fmt: skip
    reader, home, council = Reader(app), clause("art_1__para_1"), clause("art_2__para_1")
    assert len(reader.sees_the_same()) == 7

    def done(act: Callable[[], object], *moved: int, number: int = 1) -> object:
        with transaction():
            made = act()
        db.session.commit()
        assert reader.sees_the_same(number) == set(moved), act
        return made

    first = done(lambda: post_comment(amina, home, "For whom?", "en", on(home, "affordable")), 1)
    second = done(lambda: post_comment(sora, council, "When?", "en"), 5)
    done(lambda: reply_to_comment(minjun, first, "For all.", "en"))
    done(lambda: support_comment(minjun, first))
    done(lambda: edit_comment(amina, first, "For whom, and when?", "en"), 1)
    tabled = done(lambda: table_amendment(minjun, home, "Everyone has a warm home.", "Warmth."), 1)
    done(lambda: withdraw_amendment(minjun, tabled), 1)
    done(lambda: answer_comment(bruno, second, "noted", "On Tuesday."))
    case = done(lambda: report(minjun, first, "threat").case)
    done(lambda: rule(bruno, case, "hidden", "A name.", "threat"), 1)
    done(lambda: appeal(amina, case, "No name."))
    done(lambda: decide_appeal(hana, case, "restored", "No name."), 1)
    done(lambda: withdraw_comment(sora, second), 5)
    publish({"art_1__para_1": "Everyone who lives in Gwangju has the right to a safe home."})
    reader.sees_the_same(2)
    done(lambda: correct_place(amina, first, clause("art_2__para_1", 2), None), 1, 5, number=2)
    done(lambda: settle_comment(amina, first), number=2)


def test_a_state_that_does_not_add_up_tells_nothing(charter: Charter, clause: Clauses, amina: Person, db: SQLAlchemy) -> None:
    before = state_of_charter(charter.id)
    with transaction():
        comment = post_comment(amina, clause("art_1__para_1"), "For whom?", "en")
    now = state_of_charter(charter.id)
    assert acts_between(charter.id, before, now) == [("comment.posted", comment.id)]
    assert acts_between(charter.id, (before[0], before[1] - 1), now) is None
    assert acts_between(charter.id, now, now) is None
