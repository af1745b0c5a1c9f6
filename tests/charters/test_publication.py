"""A version goes out with its list of changes, and where the rule holds only when a second official confirms it."""

import pytest

from charterhub.accounts.models import Person, Role
from charterhub.charters.changelog import drafted_changelog
from charterhub.charters.models import Charter
from charterhub.charters.operations import (
    draft_new_clause,
    nudge_clause,
    publish_or_ask,
    publish_version,
    remove_clause,
    renumber_clause,
    revise_clause,
    second_publication,
    set_publishing_rule,
    split_clause,
)
from charterhub.charters.queries import draft_of, latest_version
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.members.models import Member
from tests.charters.conftest import SignIn, actions, current, place
from tests.world import person_named


@pytest.fixture
def yuna(gwangju: Member) -> Person:
    return person_named("Yuna Park", "City Hall 8", Role(name="official", member_id=gwangju.id))


def test_the_list_of_changes_is_drafted_from_the_differences(charter: Charter, bruno: Person) -> None:
    assert drafted_changelog(charter, None) == "" == drafted_changelog(charter, latest_version(charter))
    clause = {eid: place(charter, eid) for eid in ("art_1__para_1", "art_1__para_2", "art_1__para_3", "art_2", "art_2__para_1", "art_2__para_2")}
    revise_clause(bruno, clause["art_1__para_1"], "en", "", "Everyone has a home.", current(charter, "art_1__para_1"))
    split_clause(bruno, clause["art_1__para_2"], "en", 28, current(charter, "art_1__para_2"))
    remove_clause(bruno, clause["art_1__para_3"])
    renumber_clause(bruno, clause["art_2"], "en", "Article 3")
    draft_new_clause(bruno, charter, clause["art_2"], "article", "en", number="Article 4")
    nudge_clause(bruno, next(each for each in draft_of(charter, "en") if each.clause.id == clause["art_2__para_2"].id), "up")
    lines = drafted_changelog(charter, latest_version(charter)).split("\n")
    assert lines[:3] == ["Article 1 Right to a home · 1.: other words", "Article 1 Right to a home · 2.: split in two", "3.: taken out"]
    assert "Article 3 Right to take part: was “Article 2”" in lines and "Article 4: new" in lines
    assert sum("stands elsewhere" in line for line in lines) == 1
    version = publish_version(bruno, charter, "Second")
    assert version.changelog == "\n".join(lines) and version.number == 2


def test_under_the_rule_a_second_official_publishes_what_the_first_asked_for(charter: Charter, gwangju: Member, bruno: Person, yuna: Person) -> None:
    with pytest.raises(AlreadyDone):
        set_publishing_rule(bruno, gwangju, False)
    set_publishing_rule(bruno, gwangju, True)
    revise_clause(bruno, place(charter, "art_1__para_1"), "en", "", "Everyone has a home.", current(charter, "art_1__para_1"))
    with pytest.raises(AlreadyDone):
        second_publication(yuna, charter)
    assert publish_or_ask(bruno, charter, "Second", "One change") is None
    with pytest.raises(NotOpen, match="asked for this yourself"):
        second_publication(bruno, charter)
    revise_clause(bruno, place(charter, "art_1__para_1"), "en", "", "Everyone has a warm home.", current(charter, "art_1__para_1"))
    with pytest.raises(NotOpen, match="has changed since"):
        second_publication(yuna, charter)
    publish_or_ask(bruno, charter, "Second", "One change")
    version = second_publication(yuna, charter)
    assert (version.number, version.note, version.changelog, version.published_by_id) == (2, "Second", "One change", yuna.id)
    assert actions().count("version.publishing_asked") == 2


def test_one_official_alone_cannot_put_the_rule_in_force(gwangju: Member, bruno: Person) -> None:
    with pytest.raises(NotOpen, match="only one official"):
        set_publishing_rule(bruno, gwangju, True)


def test_the_pages_ask_and_confirm(charter: Charter, bruno: Person, yuna: Person, sign_in: SignIn) -> None:
    revise_clause(bruno, place(charter, "art_1__para_1"), "en", "", "Everyone has a home.", current(charter, "art_1__para_1"))
    brunos, yunas = sign_in(bruno), sign_in(yuna)
    brunos.open("/members/gwangju/publishing-rule")
    brunos.submit(button="Put the rule in force")
    brunos.open(f"/charters/{charter.slug}/publication", queries=20)
    assert "Article 1 Right to a home · 1.: other words" in brunos.page.html
    brunos.submit(note="", button="Ask a second official to publish", status=422)
    brunos.submit(note="Warmer homes", button="Ask a second official to publish")
    assert "Confirm and publish" not in brunos.page.html
    yunas.open(f"/charters/{charter.slug}/publication", queries=20)
    yunas.submit(button="Confirm and publish")
    assert "Version 2 is published" in yunas.page.text
