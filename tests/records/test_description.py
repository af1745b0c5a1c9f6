"""What a member says of itself, and what its record gathers from other rooms: lineage and proposals to the global text."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Lineage, Version, VersionClause
from charterhub.charters.operations.descending import freeze_lineage
from charterhub.errors import AlreadyDone, NotAllowed
from charterhub.extensions import db
from charterhub.members.models import Description, Member
from charterhub.members.operations import describe_member
from charterhub.transaction import transaction
from tests.looking import last_entry
from tests.pages import Pages
from tests.world import LONG_AGO, published_charter

SAID = ([("ombuds", "Human Rights Ombudsperson, since 2013", "https://ombuds.example"), ("office", "", "")], 0)


def test_officials_describe_their_government_and_everybody_reads_it(pages: Pages, sign_in: Callable[[Person], Pages], bruno: Person, gwangju: Member) -> None:
    official = sign_in(bruno)
    official.open("/members/gwangju")
    official.follow("Write what stands here")
    official.submit({"languages": ["ko", "en"], "powers": "Housing and care.", "ombuds_name": "Ombudsperson, since 2013", "ombuds_link": "ombuds.example"}, to="/description")
    text = pages.open("/members/gwangju", queries=8).text
    for words in ("한국어, English", "Housing and care.", "Ombudsperson, since 2013", "Not there, or not said:"):
        assert words in text
    assert last_entry().action == "member.described"
    official.open("/members/gwangju/description")
    official.submit({"ombuds_link": "javascript:alert(1)"}, to="/description", status=422)


def test_the_second_of_two_colleagues_sees_what_the_first_saved(sign_in: Callable[[Person], Pages], bruno: Person, gwangju: Member) -> None:
    slow = sign_in(bruno)
    slow.open("/members/gwangju/description")
    with transaction():
        describe_member(bruno, gwangju, ["ko"], "Water.", *SAID)
    slow.submit({"powers": "Schools."}, to="/description", status=409)
    assert "Water." in slow.page.text and "Schools." in slow.page.html and "since 2013" in slow.page.text
    slow.submit({"powers": "Water and schools."}, to="/description")
    assert [one.edition for one in db.session.query(Description).order_by(Description.edition)] == [1, 2]
    with pytest.raises(AlreadyDone), transaction():
        describe_member(bruno, gwangju, ["ko"], "Late.", *SAID)


def test_only_officials_of_the_place_describe_it(chiara: Person, amina: Person, gwangju: Member) -> None:
    for person in (chiara, amina):
        with pytest.raises(NotAllowed):
            describe_member(person, gwangju, [], "", *SAID)


def test_a_record_says_what_became_of_the_clauses_a_charter_was_made_from(pages: Pages, charter: Charter, saint_denis: Member, bruno: Person) -> None:
    local = published_charter(saint_denis, bruno, "saint-denis-charter")
    version = db.session.query(Version).filter_by(charter_id=charter.id).one()
    sources = [row.clause_id for row in db.session.query(VersionClause).filter_by(version_id=version.id).order_by(VersionClause.ordinal)]
    own = [row.clause_id for row in db.session.query(VersionClause).join(VersionClause.version).filter(Version.charter_id == local.id).order_by(VersionClause.ordinal)]
    for place, relation in enumerate(("adopted", "adopted", "reserved", "dropped")):
        here = None if relation == "dropped" else own[place]
        reason = "The state decides." if relation == "reserved" else ""
        db.session.add(Lineage(charter_id=local.id, clause_id=here, relation=relation, source_version_id=version.id, source_clause_id=sources[place], reason=reason, decided_at=LONG_AGO))
    db.session.flush()
    freeze_lineage(db.session.scalars(select(Version).filter_by(charter_id=local.id)).one())
    db.session.commit()
    text = pages.open("/members/saint-denis", queries=8).text
    assert "Made from:" in text and "adopted 2 reserved 1 left out 1" in text.replace("2r", "2 r").replace("1l", "1 l")
