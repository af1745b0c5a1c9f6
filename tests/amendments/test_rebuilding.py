"""Rebuilding a text: the board's traffic lights, working groups."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.operations import table_amendment
from charterhub.amendments.operations.rebuilding import form_group, give_lights, join_group, take_charge
from charterhub.amendments.queries import desk_of
from charterhub.amendments.queries.rebuilding import lights_on, missing_rights
from charterhub.charters.models import Charter
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.transaction import transaction
from tests.amendments.conftest import Clauses
from tests.pages import Pages

SignIn = Callable[[Person], Pages]


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
