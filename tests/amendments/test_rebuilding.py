"""Rebuilding a text: the mapping of old clauses to new ones, the board's traffic lights, working groups."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import table_amendment
from charterhub.amendments.operations.rebuilding import form_group, give_lights, join_group, map_clause, take_charge
from charterhub.amendments.queries import desk_of
from charterhub.amendments.queries.rebuilding import kin_of, lights_on, mapping_of, missing_rights
from charterhub.charters.models import Charter
from charterhub.charters.operations import draft_new_clause, remove_clause
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.transaction import transaction
from tests.amendments.conftest import Clauses
from tests.pages import Pages

SignIn = Callable[[Person], Pages]


def test_an_old_clause_leads_to_the_new_ones_and_they_lead_back(
    amina: Person, bruno: Person, pages: Pages, charter: Charter, amendment: Amendment, clause: Clauses, publish: Callable[[], object], sign_in: SignIn
) -> None:
    home = amendment.clause
    with transaction():
        new = [draft_new_clause(bruno, charter, clause("art_1__para_3").clause, "paragraph", "en", f"{number}.", wording=f"New {number}.") for number in (4, 5)]
        remove_clause(bruno, home)
    [lost] = [row for row in mapping_of(charter)[0] if row.lost]
    assert (lost.clause.clause_id, lost.amendments) == (home.id, 1)
    official = sign_in(bruno)
    assert "leads nowhere" in official.open("/charters/gwangju-charter/mapping").text
    official.forge("/charters/gwangju-charter/mapping", clause=str(home.id), successor=[str(each.id) for each in new])
    assert not any(row.lost for row in mapping_of(charter)[0])
    with pytest.raises(BadInput):
        map_clause(bruno, charter, home.id, {999})
    with pytest.raises(NotAllowed):
        map_clause(amina, charter, home.id, set())
    publish()
    assert [each.clause_id for each in kin_of(home.id, "en")[1]] == [each.id for each in reversed(new)], "in the order of the text"
    assert [each.clause_id for each in kin_of(new[0].id, "en")[0]] == [home.id]
    assert "left the draft" not in pages.open("/charters/gwangju-charter/mapping").text


def test_the_board_gives_lights_that_are_shown_as_numbers(amina: Person, bruno: Person, esther: Person, charter: Charter, clause: Clauses, sign_in: SignIn) -> None:
    home, offer = clause("art_1__para_1").clause_id, clause("art_1__para_2").clause_id
    give_lights(esther, charter, {home: "keep", offer: "drop"}, "A right to quiet.")
    official = sign_in(bruno)
    official.open("/charters/gwangju-charter/triage")
    official.submit({f"light {home}": "change"}, missing="", button="Give my lights")
    official.submit({f"light {home}": "keep"}, missing="", button="Give my lights")
    assert (dict(lights_on(charter)[home]), dict(lights_on(charter)[offer])) == ({"keep": 2}, {"drop": 1})
    assert [each.words for each in missing_rights(charter)] == ["A right to quiet."]
    for wrong in ({home: "green"}, {999: "keep"}):
        with pytest.raises(BadInput):
            give_lights(bruno, charter, wrong)
    with pytest.raises(NotAllowed, match="board"):
        give_lights(amina, charter, {home: "drop"})


def test_people_join_a_working_group_on_a_part_of_the_text(amina: Person, dov: Person, bruno: Person, charter: Charter, clause: Clauses, sign_in: SignIn) -> None:
    official = sign_in(bruno)
    official.open("/charters/gwangju-charter/triage")
    page = official.submit(name="Homes", clause=str(clause("art_1").clause_id), button="Form the group")
    assert "Homes" in page.text_at("groups")
    assert "1 person" in official.submit(button="Join “Homes”").text_at("groups")
    with pytest.raises(AlreadyDone):
        form_group(bruno, charter, clause("art_1").clause, "Homes")
    with transaction():
        group = form_group(bruno, charter, clause("art_2").clause, "Voices")
        join_group(amina, group)
    assert [each.person_id for each in group.members] == [amina.id]
    join_group(amina, group)
    assert group.members == []
    with pytest.raises(NotAllowed):
        join_group(dov, group)


def test_the_desk_and_the_list_show_the_part_of_a_group_and_who_is_in_charge(
    amina: Person, bruno: Person, charter: Charter, clause: Clauses, sign_in: SignIn, pages: Pages
) -> None:
    with transaction():
        homes, voices = form_group(bruno, charter, clause("art_1").clause, "Homes"), form_group(bruno, charter, clause("art_2").clause, "Voices")
        for eid in ("art_1__para_1", "art_1__para_2", "art_2__para_1"):
            table_amendment(amina, clause(eid), clause(eid).revision.wording + " Always.", "For ever.")
    secretary = sign_in(bruno)
    secretary.open("/charters/gwangju-charter/triage")
    assert "In charge at the merge desk: Bruno" in secretary.submit(button="Take charge of “Homes”").text
    desk = "/charters/gwangju-charter/desk/en"
    assert "0 of 3 clauses decided" in secretary.open(desk, queries=10).text
    page = secretary.open(f"{desk}?group={homes.id}", queries=10)
    assert "0 of 2 clauses decided" in page.text and "Homes · Bruno" in page.text
    secretary.follow("2.")
    point = desk_of(charter, "en").at(clause("art_1__para_2").clause.guid).points[0]
    secretary.submit({f"point {point.key}": f"take:{point.alternatives[0].names[0]}"}, template="agreed", button="Save and go on")
    assert "1 of 2 clauses decided" in secretary.page.text and f"group={homes.id}" in secretary.page.url
    assert secretary.open(f"{desk}/clean?group={voices.id}").html.count('name="seen"') == 1
    assert "0 of 1 clauses decided" in secretary.open(f"{desk}/clauses/{clause('art_2__para_1').clause.guid}?group={voices.id}").text
    assert "1 amendment," in pages.open(f"/charters/gwangju-charter/amendments?group={voices.id}").text
    assert "3 amendments," in pages.open("/charters/gwangju-charter/amendments?group=999").text
    assert "Bruno" not in pages.page.text
    secretary.open("/charters/gwangju-charter/triage")
    assert "Nobody is in charge" in secretary.submit(button="Give up “Homes”").text
    with pytest.raises(NotAllowed):
        take_charge(amina, homes)


def test_a_clause_is_mapped_in_the_browser_one_at_a_time(bruno: Person, charter: Charter, clause: Clauses, sign_in: SignIn) -> None:
    old, new = clause("art_1__para_1").clause_id, clause("art_2__para_1").clause_id
    official = sign_in(bruno)
    official.open(f"/charters/gwangju-charter/mapping?change={old}")
    official.submit(successor=[str(new)], button="Save")
    assert [row.successors for row in mapping_of(charter)[0] if row.clause.clause_id == old] == [[new]]
