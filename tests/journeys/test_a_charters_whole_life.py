"""One charter from enrolment to a counted vote, in a real browser: with script, without it, and from right to left."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

from charterhub.comments.models import CommentPlacement
from tests.browser import DESK, PHONE, Visits
from tests.journeys.inhabitant import comment_on_a_clause, comment_on_words, everyone_votes, table_amendment
from tests.journeys.official import (
    adopt_amendment,
    answer_comments,
    count,
    enrol,
    enter_phase,
    import_and_publish,
    open_round,
    publish_version_two,
)
from tests.journeys.person import Person
from tests.journeys.texts import HOMES, UDHR
from tests.world import PASSWORD as CHIARAS_PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture(
    params=[
        pytest.param({"script": True, "width": DESK, "locale": "en-GB"}, id="with script"),
        pytest.param({"script": False, "width": PHONE, "locale": "en-GB"}, id="without script"),
        pytest.param({"script": True, "width": PHONE, "locale": "ar-EG"}, id="in Arabic"),
    ]
)
def journey(request: pytest.FixtureRequest, visit: Visits, db: SQLAlchemy) -> Iterator["Journey"]:
    if not UDHR.exists():
        pytest.skip(f"the text that is imported is not there: {UDHR}")
    yield Journey(visit, db, request.param, request.node.callspec.id.rpartition("-")[0])


class Journey:
    """Makes the people, each in a window of their own, all with the same way of reading."""

    def __init__(self, visit: Visits, db: SQLAlchemy, reading: dict, name: str) -> None:
        self.visit, self.db, self.reading, self.name = visit, db, reading, name
        self.script: bool = reading["script"]
        self.looked_at: set[str] = set()

    def person(self, email: str) -> Person:
        return Person(self.visit(**self.reading), self.db, email, f"journey {self.name}", self.looked_at)

    def newcomer(self, name: str, pseudonym: str, place: str = "") -> Person:
        person = self.person(f"{name.split()[0].lower()}@gwangju.example")
        person.register(name, pseudonym, place)
        return person


def test_a_charters_whole_life(journey: Journey, db: SQLAlchemy, chiara, later: Callable[[timedelta], object]) -> None:
    secretary = journey.person(chiara.email)
    secretary.sign_in(CHIARAS_PASSWORD)
    official = journey.newcomer("Bruno Ahn", "City Hall 5")

    enrol(official)
    admit(secretary)
    the_home_page_counts_one_member(journey)

    slug = import_and_publish(official, db)
    amina, minjun, sora = (journey.newcomer(*who, "Gwangju") for who in (("Amina Yusuf", "Heron"), ("Minjun Seo", "Maple"), ("Sora Lim", "Otter")))
    enter_phase(official, slug, "consultation", "amending")
    comment_on_words(amina, slug, journey.script)
    comment_on_a_clause(minjun, slug)
    table_amendment(sora, slug)

    adopt_amendment(official, slug)
    answer_comments(official, slug, db)
    publish_version_two(official, slug)
    compare(amina, slug)
    comments_stand_where_they_belong(amina, slug, db)

    round_address = open_round(official, slug, db)
    everyone_votes(round_address, amina, minjun, sora)
    count(official, round_address, later, db)
    the_record_links_both_ways(journey, slug, round_address)
    everything_reads_as_a_journal(journey, slug)


def admit(secretary: Person) -> None:
    secretary.go("/enrolments")
    secretary.follow("/enrolments/1")
    secretary.see("Kang Seo-yun")
    secretary.press("/admission")


def the_home_page_counts_one_member(journey: Journey) -> None:
    visitor = journey.person("nobody@gwangju.example")
    visitor.go("/")
    assert visitor.page.locator("progress, meter").first.evaluate("element => element.value") == 1
    visitor.go("/members/gwangju")
    visitor.see("Kang Seo-yun")


def compare(reader: Person, slug: str) -> None:
    reader.go(f"/charters/{slug}/comparison/1/2/en")
    assert [ins.strip() for ins in reader.page.locator("main ins").all_inner_texts()] == ["decent"]
    assert reader.page.locator("article.change").count() == 1


def comments_stand_where_they_belong(reader: Person, slug: str, db: SQLAlchemy) -> None:
    """The words, or the clause they stand in, now have one more word: the comment is shown with both wordings, never dropped."""
    reader.go(f"/charters/{slug}/versions/2/en/clauses/{HOMES}")
    reader.see("A home comes first")
    db.session.commit()
    statuses = {placed.comment_id: placed.status for placed in db.session.scalars(select(CommentPlacement))}
    assert statuses == {1: "fuzzy", 2: "exact"}
    reader.go(f"/charters/{slug}/versions/1/en/clauses/{HOMES}")
    reader.see("A home comes first")


def the_record_links_both_ways(journey: Journey, slug: str, round_address: str) -> None:
    reader = journey.person("reader@gwangju.example")
    round_path = "/rounds/" + round_address.rpartition("/")[2]
    reader.go("/members/gwangju")
    for target in (f"/charters/{slug}/versions/2/en", round_path, f"/clauses/{HOMES}"):
        assert reader.page.locator(f'main a[href*="{target}"]').count(), f"the record does not lead to {target}"
    reader.go(round_path)
    reader.follow("/members/gwangju")
    reader.go(f"/charters/{slug}/versions/2/en/clauses/{HOMES}")
    reader.follow(round_path)
    reader.go(f"/charters/{slug}/versions/2/en")
    reader.follow("/members/gwangju")


def everything_reads_as_a_journal(journey: Journey, slug: str) -> None:
    reader = journey.person("reader2@gwangju.example")
    reader.go(f"/charters/{slug}/journal")
    entries = reader.page.locator("ol.journal > li")
    assert entries.count() == 18
    text = reader.page.locator("ol.journal").inner_text()
    for word in ("Heron", "Minjun Seo", "Otter", "Three rights", "Decent medical care, as proposed"):
        assert word in text
    assert "Amina" not in text
