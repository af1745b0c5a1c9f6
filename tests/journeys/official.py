"""What an official does: join, bring in a charter, publish, decide, answer, and hold a vote."""

from collections.abc import Callable
from datetime import timedelta

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

from charterhub import clock
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment
from charterhub.voting.models import Ballot, StoredTally, VotingRound
from charterhub.voting.roll_entries import RollEntry
from tests.journeys.person import Person
from tests.journeys.texts import EDUCATION, HOMES, LEISURE, UDHR
from tests.world import MOTIVATION, VISION


def enrol(official: Person) -> None:
    official.go("/enrolments/new")
    official.press("/enrolments/drafts")
    official.choose(country="KR", kind="metropolis")
    official.fill(name="Gwangju", inhabitants="1430000", head_name="Kang Seo-yun", head_title="Mayor")
    official.fill(mandate_from="2024-07-01", mandate_until="2030-06-30", focal_point_name="Bruno Ahn", focal_point_email=official.email)
    official.press("/information")
    official.fill(vision=VISION)
    official.press("/vision")
    for area in ("participation", "memory_peace"):
        official.choose(focus=area)
    official.press("/focus")
    official.fill(motivation=MOTIVATION)
    official.press("/motivation")
    official.press("/practices")
    official.fill(signer_name="Kang Seo-yun", signer_position="Mayor", signed_on="2026-02-20", signature="Kang Seo-yun")
    official.press("/statement", "yes")
    assert "/enrolments" in official.page.url


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


def adopt_amendment(official: Person, slug: str) -> None:
    official.go(f"/charters/{slug}/amendments")
    official.follow("/amendments/1")
    official.choose(decision="adopt")
    official.fill(reason="The council agrees.")
    official.press("/disposition")
    official.see("The council agrees.")


def answer_comments(official: Person, slug: str, db: SQLAlchemy) -> None:
    """Both, for a version does not come out while one waits."""
    answers = {2: ("accepted_in_part", "Evening classes come into the action plan."), 1: ("noted", "Homes come first in the budget, too.")}
    for comment_id, (disposition, reason) in answers.items():
        official.go(f"/charters/{slug}/comments")
        official.page.locator(f'main a[href$="/comments/{comment_id}/answer"]').click()
        official.choose(disposition=disposition)
        official.fill(reason=reason)
        official.press("/answer")
    db.session.commit()
    assert [db.session.get_one(Comment, number).disposition.disposition for number in (1, 2)] == ["noted", "accepted_in_part"]


def publish_version_two(official: Person, slug: str) -> None:
    official.go(f"/charters/{slug}/draft")
    official.fill(note="Decent medical care, as proposed")
    official.press(f"/charters/{slug}/versions")


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


def count(official: Person, address: str, later: Callable[[timedelta], object], db: SQLAlchemy) -> None:
    later(timedelta(days=31))
    official.go(address)
    official.press("/closure")
    db.session.commit()
    tallies = db.session.scalars(select(StoredTally).order_by(StoredTally.question_id)).all()
    assert [(*(tally.result[choice] for choice in ("for", "against", "abstain")), tally.carried) for tally in tallies] == [
        (2, 0, 1, True),
        (2, 1, 0, True),
        (0, 2, 1, False),
    ]
    assert db.session.query(Ballot).count() == 9
    assert {entry.voted for entry in db.session.scalars(select(RollEntry))} == {True}
    later(timedelta(hours=72))
    official.go(address)
    official.press("/certificate")
    db.session.commit()
    assert db.session.scalars(select(VotingRound.link_key)).one() is None
