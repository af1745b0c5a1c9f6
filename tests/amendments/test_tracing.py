"""The agreed is published, the contested put off; then everybody can see who wrote which words."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import put_off_collisions
from charterhub.charters.models import Charter
from charterhub.errors import AlreadyDone
from tests.amendments.conftest import Decide, take
from tests.looking import texts
from tests.pages import Pages


def test_the_contested_is_put_off_the_agreed_published_and_its_words_are_traced(
    rivals: list[Amendment], bruno: Person, charter: Charter, pages: Pages, decide: Decide, publish: Callable[[], object], sign_in: Callable[[Person], Pages]
) -> None:
    decide({"19-19": take(rivals[2])})
    official = sign_in(bruno)
    official.open("/charters/gwangju-charter/desk")
    official.submit(reason="Not agreed yet.", button="Put them off to the next round")
    assert [each.state for each in rivals] == ["deferred", "deferred", "adopted"]
    with pytest.raises(AlreadyDone):
        put_off_collisions(bruno, charter, "en", "Again.")
    publish()
    assert [each.state for each in rivals] == ["open", "open", "adopted"]
    page = pages.open("/charters/gwangju-charter/versions/2/en/sources")
    assert texts(page, "ins") == ["or studies"] and "Amendment 3: Otter 3" in page.text
    [clause] = pages.client.get("/charters/gwangju-charter/versions/2/en/sources.json").get_json()["clauses"]
    assert (clause["eId"], [(run["length"], run["source"], run["amendments"]) for run in clause["runs"]]) == (
        "art_1__para_1", [(19, "base", []), (11, "amendment", [3]), (55, "base", [])],
    )  # fmt: skip
    assert "stood in the first text" in pages.open("/charters/gwangju-charter/versions/1/en/sources").text
