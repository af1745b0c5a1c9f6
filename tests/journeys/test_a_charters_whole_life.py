"""One charter from enrolment to a counted vote, in a real browser: with script, without it, and from right to left."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

from charterhub import clock
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.voting.models import Ballot, RollEntry, StoredTally, VotingRound
from tests.browser import DESK, PHONE, Visits
from tests.journeys.person import Person
from tests.world import PASSWORD as CHIARAS_PASSWORD

UDHR = Path(__file__).resolve().parents[3] / "shared" / "data" / "udhr" / "udhr.en.md"
HOMES = "art_25__para_1"
LEISURE = "art_24__para_nn_1"
EDUCATION = "art_26__para_1"

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
    answer_comment(official, slug, db)
    publish_version_two(official, slug)
    compare(amina, slug)
    comments_stand_where_they_belong(amina, slug, db)

    round_address = open_round(official, slug, db)
    everyone_votes(round_address, amina, minjun, sora)
    count(official, round_address, later, db)
    the_record_links_both_ways(journey, slug, round_address)
    everything_reads_as_a_journal(journey, slug)


def enrol(official: Person) -> None:
    official.go("/enrolments/new")
    official.choose(country="KR", kind="metropolis")
    official.fill(name="Gwangju", inhabitants="1430000", head_name="Kang Seo-yun", head_title="Mayor")
    official.fill(mandate_from="2024-07-01", mandate_until="2030-06-30", focal_point_name="Bruno Ahn", focal_point_email=official.email)
    for area in ("participation", "memory_peace"):
        official.choose(focus=area)
    official.fill(signer_name="Kang Seo-yun", signer_position="Mayor", signed_on="2026-02-20", signature="Kang Seo-yun")
    official.press("/enrolments/new")
    assert "/enrolments" in official.page.url


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


def import_and_publish(official: Person, db: SQLAlchemy) -> str:
    official.go("/members/gwangju/charters/new")
    official.choose(language="en")
    official.page.set_input_files('main [name="file"]', UDHR)
    official.press("/charters/new")
    heading = official.page.locator('main input[value="Preamble"]')
    heading.fill("Preamble of 1948")
    official.press("/imports/", "draft")
    db.session.commit()
    slug = db.session.scalars(select(Charter.slug)).one()
    official.fill(note="First text, for consultation")
    official.press(f"/charters/{slug}/versions")
    official.go(f"/charters/{slug}/versions/1/en")
    official.see("Preamble of 1948")
    return slug


def enter_phase(official: Person, slug: str, *phases: str) -> None:
    for phase in phases:
        official.go(f"/charters/{slug}/draft")
        official.choose(phase=phase)
        official.press("/phase")


def comment_on_words(amina: Person, slug: str, script: bool) -> None:
    """With script by selecting them; without, on the whole clause."""
    if script:
        amina.go(f"/charters/{slug}/versions/1/en")
        select_words(amina, HOMES, "housing and medical care")
        amina.page.locator(".selection-offer").click()
        amina.look()
        assert amina.page.locator("mark").inner_text() == "housing and medical care"
    else:
        amina.go(f"/charters/{slug}/versions/1/en/clauses/{HOMES}")
        amina.follow("/comments/new")
    amina.fill(body="A home comes first: without an address nobody sees a doctor.")
    amina.press("/comments/new", "preview")
    amina.press("/comments/new", "publish")
    amina.see("A home comes first")


def select_words(person: Person, eid: str, words: str) -> None:
    person.page.evaluate(
        """([eid, words]) => {
            const node = document.createTreeWalker(document.querySelector(`[data-eid="${eid}"]`), NodeFilter.SHOW_TEXT);
            while (node.nextNode()) {
                const start = node.currentNode.data.indexOf(words);
                if (start < 0) continue;
                node.currentNode.parentElement.scrollIntoView({block: "center"});
                getSelection().setBaseAndExtent(node.currentNode, start, node.currentNode, start + words.length);
                return;
            }
            throw new Error("not on this page: " + words);
        }""",
        [eid, words],
    )


def comment_on_a_clause(minjun: Person, slug: str) -> None:
    minjun.go(f"/charters/{slug}/versions/1/en/clauses/{EDUCATION}")
    minjun.follow("/comments/new")
    minjun.fill(body="Evening classes should count as education too.")
    minjun.choose(appearance="name")
    minjun.press("/comments/new", "preview")
    minjun.press("/comments/new", "publish")
    minjun.see("Minjun Seo")


def table_amendment(sora: Person, slug: str) -> None:
    sora.go(f"/charters/{slug}/versions/1/en/clauses/{HOMES}")
    sora.follow("/amendments/new")
    wording = sora.page.input_value('main [name="wording"]')
    sora.fill(wording=wording.replace("medical care", "decent medical care"), rationale="Bad care is no care.")
    sora.press("/amendments/new", "check")
    assert sora.page.locator("main ins").first.inner_text().strip() == "decent"
    sora.press("/amendments/new", "table")
    sora.see("Bad care is no care.")


def adopt_amendment(official: Person, slug: str) -> None:
    official.go(f"/charters/{slug}/amendments")
    official.follow("/amendments/1")
    official.choose(decision="adopt")
    official.fill(reason="The council agrees.")
    official.press("/disposition")
    official.see("The council agrees.")


def answer_comment(official: Person, slug: str, db: SQLAlchemy) -> None:
    official.go(f"/charters/{slug}/comments")
    official.page.locator('main a[href$="/comments/2/answer"]').click()
    official.choose(disposition="accepted_in_part")
    official.fill(reason="Evening classes come into the action plan.")
    official.press("/answer")
    db.session.commit()
    assert db.session.get_one(Comment, 2).disposition.disposition == "accepted_in_part"


def publish_version_two(official: Person, slug: str) -> None:
    official.go(f"/charters/{slug}/draft")
    official.fill(note="Decent medical care, as proposed")
    official.press(f"/charters/{slug}/versions")


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


def open_round(official: Person, slug: str, db: SQLAlchemy) -> str:
    enter_phase(official, slug, "voting")
    official.go(f"/charters/{slug}/rounds/new")
    official.fill(title="Three rights", quorum="1/2", closes_at=f"{clock.now() + timedelta(days=30):%Y-%m-%dT%H:%M}")
    tick_clauses(official, db, (LEISURE, HOMES, EDUCATION))
    official.choose(majority="simple")
    official.press("/rounds/new")
    address = official.page.url.split("?")[0]
    official.press("/opening")
    return address


def tick_clauses(official: Person, db: SQLAlchemy, eids: tuple[str, ...]) -> None:
    db.session.commit()
    for clause_id in db.session.scalars(select(VersionClause.clause_id).where(VersionClause.eid.in_(eids)).distinct()):
        official.page.check(f'main input[name="clauses"][value="{clause_id}"]')


def everyone_votes(address: str, amina: Person, minjun: Person, sora: Person) -> None:
    vote(amina, address, "for", "for", "for")
    vote(minjun, address, "for", "against", "against")
    vote(sora, address, "abstain", "for", "against")
    vote(amina, address, "for", "for", "abstain")


def vote(person: Person, address: str, *choices: str) -> None:
    person.go(address)
    groups = person.page.locator("form.ballot fieldset")
    assert groups.count() == len(choices)
    for place, choice in enumerate(choices):
        groups.nth(place).locator(f'input[value="{choice}"]').check()
    person.press("/ballots")
    chosen = person.page.locator("form.ballot input:checked")
    assert [chosen.nth(place).get_attribute("value") for place in range(chosen.count())] == list(choices)


def count(official: Person, address: str, later: Callable[[timedelta], object], db: SQLAlchemy) -> None:
    later(timedelta(days=31))
    official.go(address)
    official.press("/closure")
    db.session.commit()
    tallies = db.session.scalars(select(StoredTally).order_by(StoredTally.question_id)).all()
    assert [(tally.votes_for, tally.votes_against, tally.abstentions, tally.carried) for tally in tallies] == [
        (2, 0, 1, True),
        (2, 1, 0, True),
        (0, 2, 1, False),
    ]
    assert db.session.query(Ballot).count() == 9
    assert {entry.voted for entry in db.session.scalars(select(RollEntry))} == {True}
    assert db.session.scalars(select(VotingRound.link_key)).one() is None


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
    assert entries.count() == 15
    text = reader.page.locator("ol.journal").inner_text()
    for word in ("Heron", "Minjun Seo", "Otter", "Three rights", "Decent medical care, as proposed"):
        assert word in text
    assert "Amina" not in text
