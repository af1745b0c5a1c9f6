"""The merge desk as a secretary sees it, without script."""

from collections.abc import Callable

from sqlalchemy import select

from charterhub.accounts.models import Person, Role
from charterhub.amendments.models import Amendment, Step
from charterhub.charters.models import VersionClause
from charterhub.extensions import db
from tests.amendments.conftest import WARM, draft_of_home, take
from tests.looking import texts
from tests.pages import Pages
from tests.world import person_named

SignIn = Callable[[Person], Pages]
DESK = "/charters/gwangju-charter/desk"


def test_the_desk_in_the_browser_without_script(rivals: list[Amendment], bruno: Person, gwangju: object, home: VersionClause, sign_in: SignIn) -> None:
    warm, dry, students = rivals
    secretary, colleague = sign_in(bruno), sign_in(person_named("Hana Kwon", "City Hall 6", Role(name="official", member_id=gwangju.id)))
    assert "0 of 1 clauses decided" in secretary.open(DESK, queries=10).text
    page = secretary.open(f"{DESK}/en/clauses/{home.clause.guid}", queries=10)
    assert ", dry" in texts(page, "ins") and "They add words at the same place." in page.text
    colleague.open(page.url)
    assert "Please write something" in secretary.submit({"point 53-53": take(warm)}, template="", button="Save and go on", status=422).text
    secretary.submit({"point 53-53": take(warm)}, template="agreed", button="Save and go on")
    late = colleague.submit({"point 53-53": "own", "own 53-53": ", light"}, reason="Light.", button="Save and go on", status=409)
    assert "Somebody changed the draft while you were deciding" in late.text and ", warm" in texts(late, "ins")
    assert (draft_of_home(home).wording, warm.state) == (WARM, "adopted")
    assert "Everyone who lives or studies" in secretary.open(f"{DESK}/en/clean").text
    secretary.submit(template="agreed", button="Take them into the draft")
    assert "1 of 1 clauses decided" in secretary.open(DESK).text
    assert "or studies" in secretary.open(f"{DESK}/en/preview").text
    secretary.open(f"{DESK}/en/steps")
    step = db.session.scalars(select(Step).order_by(Step.id.desc())).first()
    secretary.submit(to=f"/merge-steps/{step.id}/undoing", button="Undo this step")
    assert students.state == "open"
    assert "Nothing waits to be read" in secretary.open(f"{DESK}/en/marks").text
    secretary.open(f"{DESK}/en/steps")
    secretary.submit(button="Make it final and tell the proposers")
    for path in ("", "/en/steps", "/en/clean"):
        sign_in(rivals[0].author).open(f"{DESK}{path}", status=403)
