"""Directory and record pages beside bare Flask, in one run: processor time and SQL queries.

    python -m bench.records [members] [commitments of each]
"""

import random
import sys
from datetime import date, timedelta

from bench.reading import KEPT_BYTES, bare_flask, processor_ms, queries_of
from bench.world import application, charter_of
from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.commitments.kinds import KIND_NAMES
from charterhub.commitments.models import Commitment, CommitmentArea, CommitmentSource, CommitmentTarget
from charterhub.extensions import db
from charterhub.kept_pages import KeptPages
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.models import Enrolment, EnrolmentFocus, Member
from charterhub.members.world_map import MIDDLES
from charterhub.transaction import transaction

AREAS = tuple(area for area in FOCUS_AREAS if area != "other")
PAGES = ("/members", "/members?sort=country&region=150", "/members/town-1", "/commitments", "/commitments/1", "/commitments/matrix")


def fill(members: int, commitments: int) -> None:
    """As many members, each with as many commitments, on the clauses of one charter."""
    dice = random.Random(1948)
    charter_of(60, 0)
    author = db.session.query(Person).first()
    clauses = db.session.query(VersionClause).all()
    with transaction():
        for number in range(members):
            member = _member(number, author, dice)
            db.session.add(member)
            db.session.flush()
            db.session.add_all(_commitment(member, place, dice.choice(clauses), dice) for place in range(commitments))


def _member(number: int, author: Person, dice: random.Random) -> Member:
    name, country, now = f"Town {number}", dice.choice(sorted(MIDDLES)), clock.now()
    member = Member(slug=f"town-{number}", country=country, name=name, place_key=name.lower(), admitted_at=now - timedelta(days=number))
    member.enrolment = Enrolment(
        author_id=author.id, country=country, name=name, place_key=name.lower(), kind="city", inhabitants=dice.randrange(1000, 10**7),
        head_name="Head", head_title="Mayor", mandate_from=date(2025, 1, 1), mandate_until=date(2029, 1, 1), focal_point_name="Focal",
        focal_point_email="f@town.example", language="en", statement="I sign.", signer_name="Head", signer_position="Mayor",
        signed_on=date(2026, 1, 1), signature="Head", digest="0" * 64, state="admitted", received_at=now, decided_at=now, decided_by_id=author.id,
        focus=[EnrolmentFocus(area=area) for area in dice.sample(AREAS, 3)],
    )  # fmt: skip
    return member


def _commitment(member: Member, place: int, clause: VersionClause, dice: random.Random) -> Commitment:
    return Commitment(
        member=member, number=place + 1, language="en", title=f"Promise {place}", summary="In plain words.", result="It is done.",
        kind=dice.choice(list(KIND_NAMES)), lead_unit="Town hall", due_on=date(2028, 1, 1), made_at=clock.now(),
        areas=[CommitmentArea(area=area) for area in dice.sample(AREAS, 2)], targets=[CommitmentTarget(target="11.1")],
        sources=[CommitmentSource(version_id=clause.version_id, language=clause.language, clause_id=clause.clause_id)],
    )  # fmt: skip


def main(members: int = 1000, commitments: int = 5) -> None:
    with application() as app:
        fill(members, commitments)
        client, bare = app.test_client(), processor_ms(bare_flask(), "/")
        print(f"{members} members with {commitments} commitments each; bare Flask {bare:.2f} ms")
        made = {path: (queries_of(client, path), processor_ms(client, path) / bare) for path in PAGES}
        app.wsgi_app = KeptPages(app, KEPT_BYTES)  # type: ignore[method-assign]
        for path, (queries, times) in made.items():
            print(f"  {path}: {queries} queries; made anew {times:.0f} times, kept for visitors {processor_ms(client, path) / bare:.1f} times")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
