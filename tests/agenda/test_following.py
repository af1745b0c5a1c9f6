"""A new version of the source is followed clause by clause, and the record says how far a charter is behind."""

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.agenda.operations import follow_update, state_of
from charterhub.agenda.updates import Update, updates_of
from charterhub.charters.models import Charter, Lineage
from charterhub.charters.operations import (
    Decision,
    derive_charter,
    draft_new_clause,
    join_clauses,
    move_clause,
    publish_version,
    remove_clause,
    reserve_clause,
    revise_clause,
    split_clause,
)
from charterhub.charters.queries import clauses_of, draft_of, latest_version
from charterhub.errors import BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.notifications.models import Letter
from charterhub.records.queries import descended_of
from tests.charters.conftest import SignIn
from tests.pages import Pages
from tests.world import published_charter

WARM = "Everyone who lives in Gwangju has the right to a warm home."


@pytest.fixture
def mine(charter: Charter, bruno: Person, gwangju: Member) -> Charter:
    """Taken whole from version 1; version 2 rewords two clauses, leaves one out and adds one."""
    derived = derive_charter(bruno, gwangju, latest_version(charter), "en", "Our charter", [Decision()] * 7)
    publish_version(bruno, derived, "First")
    places = {place.eid: place for place in draft_of(charter, "en")}
    for eid, words in (("art_1__para_1", WARM), ("art_1__para_2", "Nobody is put out.")):
        revise_clause(bruno, places[eid].clause, "en", "", words, places[eid].revision)
    remove_clause(bruno, places["art_1__para_3"].clause)
    draft_new_clause(bruno, charter, places["art_2__para_1"].clause, "paragraph", "en", number="1bis.", wording="Meetings are interpreted.")
    publish_version(bruno, charter, "Second")
    db.session.commit()
    return derived


def waiting(charter: Charter) -> list[tuple[str, str]]:
    return [(each.shown.eid, "new" if each.row is None else "changed" if each.now else "gone") for each in updates_of(charter)]


def follow(actor: Person, update: Update, relation: str, **more: str) -> None:
    follow_update(actor, update, Decision(relation, **more), state_of(update))


def words(charter: Charter) -> list[str]:
    return [place.revision.wording for place in draft_of(charter, "en")]


def test_each_change_is_adopted_adapted_reserved_or_declined(mine: Charter, bruno: Person, pages: Pages) -> None:
    found = updates_of(mine)
    assert [kind for _eid, kind in waiting(mine)] == ["changed", "changed", "gone", "new"]
    follow(bruno, found[0], "adopted")
    follow(bruno, found[1], "declined", reason="The State decides.")
    follow(bruno, found[3], "adapted", wording="Meetings are interpreted into Korean.")
    assert [kind for _eid, kind in waiting(mine)] == ["gone"]
    assert WARM in words(mine) and "Nobody is put out." not in words(mine)
    assert words(mine).index("Meetings are interpreted into Korean.") == words(mine).index("Everyone may speak at a public meeting of the council.") + 1
    assert [found[0].row.relation, found[1].row.relation, found[1].row.reason] == ["adopted", "adapted", "The State decides."]
    publish_version(bruno, mine, "Second")
    db.session.commit()
    text = pages.open("/members/gwangju", queries=8).text
    assert "with version 2" in text and "1 clause behind" in text


def test_the_record_says_how_far_the_charter_is_behind(mine: Charter, pages: Pages) -> None:
    text = pages.open("/members/gwangju", queries=8).text
    assert "with version 1" in text and "3 clauses behind" in text


def on_record(member: Member) -> tuple[int, int, dict[str, int]]:
    [line] = next(iter(descended_of(member).values()))
    return line.version, line.behind, line.counts


def test_what_is_decided_in_the_draft_changes_nothing_on_the_record_until_it_is_published(mine: Charter, bruno: Person, gwangju: Member) -> None:
    changed, other, gone, new = updates_of(mine)
    follow(bruno, changed, "reserved", reason="Rents are set by the State.")
    publish_version(bruno, mine, "Reserved")
    assert on_record(gwangju) == (2, 2, {"adopted": 6, "reserved": 1})
    reserve_clause(bruno, changed.row, False, "")
    follow(bruno, other, "adopted")
    follow(bruno, new, "declined")
    assert on_record(gwangju) == (2, 2, {"adopted": 6, "reserved": 1})
    follow(bruno, updates_of(mine)[0], "declined", reason="We still publish it.")
    publish_version(bruno, mine, "In step")
    assert on_record(gwangju) == (2, 0, {"adopted": 7, "dropped": 1}) and waiting(mine) == []


def test_a_clause_that_is_gone_is_kept_or_taken_out_and_asked_again_when_it_comes_back(mine: Charter, charter: Charter, bruno: Person) -> None:
    gone = updates_of(mine)[2]
    follow(bruno, gone, "declined")
    assert [kind for _eid, kind in waiting(mine)] == ["changed", "changed", "new"]
    gone.row.source_clause.in_draft = True
    publish_version(bruno, charter, "It is back")
    [back] = [each for each in updates_of(mine) if each.row is gone.row]
    assert back.before is None and back.now is not None
    follow(bruno, back, "adopted")
    remove_clause(bruno, gone.row.source_clause)
    publish_version(bruno, charter, "And gone")
    [again] = [each for each in updates_of(mine) if each.now is None]
    follow(bruno, again, "dropped")
    assert again.local.revision.wording not in words(mine) and [kind for _eid, kind in waiting(mine)] == ["changed", "changed", "new"]


def test_a_source_that_is_split_joined_and_moved(charter: Charter, bruno: Person, gwangju: Member) -> None:
    mine = derive_charter(bruno, gwangju, latest_version(charter), "en", "Our charter", [Decision()] * 7)
    publish_version(bruno, mine, "First")
    one, two, three = draft_of(charter, "en")[1:4]
    split_clause(bruno, one.clause, "en", one.revision.wording.index(" has"), one.revision)
    join_clauses(bruno, two.clause, three.clause, "en", " ", two.revision)
    move_clause(bruno, draft_of(charter, "en")[-1].clause, None, None)
    publish_version(bruno, charter, "Otherwise cut")
    assert sorted(kind for _eid, kind in waiting(mine)) == ["changed", "changed", "gone", "new"], "what only moved asks for nothing"
    assert on_record(gwangju) == (1, 3, {"adopted": 7})


def test_each_source_has_its_own_line(mine: Charter, bruno: Person, gwangju: Member, saint_denis: Member) -> None:
    other = published_charter(saint_denis, bruno, "saint-denis-charter")
    version, own = latest_version(other), draft_of(mine, "en")[-1].clause
    source = clauses_of(version, "en")[1]
    db.session.add(Lineage(charter_id=mine.id, clause_id=own.id, relation="adapted", source_version_id=version.id, source_clause_id=source.clause_id, decided_at=version.published_at))
    place = draft_of(mine, "en")[1]
    revise_clause(bruno, place.clause, "en", "", "Ours.", place.revision)
    publish_version(bruno, mine, "Two sources")
    assert sorted((line.version, line.behind, sum(line.counts.values())) for line in descended_of(gwangju)[mine.id]) == [(1, 0, 1), (1, 3, 7)]


def test_words_that_come_back_are_not_behind(mine: Charter, charter: Charter, bruno: Person, gwangju: Member) -> None:
    for eid, words_ in (("art_1__para_1", draft_of(mine, "en")[1].revision.wording), ("art_1__para_2", draft_of(mine, "en")[2].revision.wording)):
        place = next(each for each in draft_of(charter, "en") if each.eid == eid)
        revise_clause(bruno, place.clause, "en", "", words_, place.revision)
    publish_version(bruno, charter, "As before")
    assert [kind for _eid, kind in waiting(mine)] == ["gone", "new"] and on_record(gwangju)[1] == 1


def test_the_officials_of_each_charter_made_from_it_get_one_letter_in_their_language(mine: Charter, charter: Charter, bruno: Person) -> None:
    def about_the_source() -> list[tuple[str, str]]:
        letters = db.session.scalars(select(Letter).where(Letter.body.contains(f"{mine.slug}/draft/source")).order_by(Letter.id))
        return [(letter.to, letter.language) for letter in letters]

    assert about_the_source() == [(bruno.email, "en")]
    bruno.locale = "ar"
    draft_new_clause(bruno, charter, None, "article", "en", number="Article 0", heading="First of all")
    publish_version(bruno, charter, "Third")
    assert about_the_source() == [(bruno.email, "en"), (bruno.email, "ar")]


def test_what_cannot_be_decided_is_refused_and_changes_nothing(mine: Charter, bruno: Person, dov: Person) -> None:
    changed, _other, gone, _new = updates_of(mine)
    for update, relation, sentence in ((changed, "reserved", "say why"), (changed, "burnt", "choose what becomes"), (gone, "adopted", "choose what becomes"), (changed, "adapted", "how the clause reads")):
        with pytest.raises(BadInput, match=sentence):
            follow(bruno, update, relation)
    with pytest.raises(NotOpen, match="has changed"):
        follow_update(bruno, changed, Decision("adopted"), "1 1")
    with pytest.raises(NotAllowed):
        follow(dov, changed, "adopted")
    assert len(waiting(mine)) == 4


def test_the_pages_ask_for_a_reason_and_keep_what_was_written(mine: Charter, bruno: Person, sign_in: SignIn) -> None:
    brunos = sign_in(bruno)
    brunos.open(f"/charters/{mine.slug}/draft/source")
    assert "Gone from the latest version" in brunos.page.text
    brunos.open(f"/charters/{mine.slug}/draft/source/{updates_of(mine)[0].key}")
    assert "<ins>" in brunos.page.html
    brunos.submit({"relation": "reserved", "legal_ground": "Housing Act"}, button="Keep this decision", status=422)
    assert "say why" in brunos.page.text and "Housing Act" in brunos.page.html
    brunos.submit({"relation": "reserved", "reason": "Rents are set by the State."}, button="Keep this decision")
    assert [kind for _eid, kind in waiting(mine)] == ["changed", "gone", "new"]
    assert updates_of(mine)[0].row.relation == "adopted"
    brunos.submit(button="Take it back")
    assert "has been taken back" in brunos.page.text and len(waiting(mine)) == 4
    assert (WARM in words(mine), sorted(db.session.scalars(select(Lineage.relation).where(Lineage.charter_id == mine.id)))) == (False, ["adopted"] * 7)
