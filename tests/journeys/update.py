"""What is done in an update of the global text: proposals from everywhere, the merge desk, and the way back to the cities."""

from collections.abc import Callable
from datetime import timedelta

from charterhub import clock
from tests.journeys.agenda_texts import HOME
from tests.journeys.person import Person

AGENDA_PATH = "/charters/charter-agenda"


def clause_at(eid: str, version: int = 1) -> str:
    return f"{AGENDA_PATH}/versions/{version}/en/clauses/{eid}"


def promise(secretary: Person, texts: dict[str, str]) -> None:
    secretary.go(f"{AGENDA_PATH}/promise/edit")
    secretary.fill(**texts)
    secretary.press("/promise/edit")
    secretary.see(texts["who_decides"])


def comment(person: Person, eid: str, body: str) -> None:
    person.go(clause_at(eid))
    person.follow("/comments/new")
    person.fill(body=body)
    person.press("/comments/new", "preview")
    person.press("/comments/new", "publish")
    person.see(body)


def propose(person: Person, eid: str, wording: str, rationale: str, amends: int = 0) -> None:
    """Another wording of a clause; `amends` is the amendment it answers."""
    person.go(f"{clause_at(eid)}/amendments/new" + (f"?amends={amends}" if amends else ""))
    person.fill(wording=wording, rationale=rationale)
    person.press("/amendments/new", "check")
    assert person.page.locator("main ins").count(), "no change is marked"
    person.press("/amendments/new", "table")
    person.see(rationale)


def find_the_same(person: Person, eid: str, wording: str) -> None:
    """They begin to propose what somebody has proposed, are told so, and support that instead."""
    person.go(f"{clause_at(eid)}/amendments/new")
    person.fill(wording=wording, rationale="The same, in other words.")
    person.press("/amendments/new", "check")
    person.page.locator('main [role="note"] a[href*="/amendments/"]').first.click()
    person.look()
    person.press("/signature")


def support(person: Person, amendment: int) -> None:
    person.go(f"/amendments/{amendment}")
    person.press("/signature")


def carry_up(official: Person, local: str, wording: str, rationale: str) -> None:
    official.go(f"/charters/{local}/versions/1/en/clauses/{HOME}/carrying-up")
    official.fill(wording=wording, rationale=rationale)
    official.press("/carrying-up", "check")
    official.press("/carrying-up", "table")
    official.see(rationale)


def decide_on(secretary: Person, guid: str, choices: dict[str, str], reason: str) -> None:
    """At the desk of one clause: for the point in which these words stand, the choice with that value, or `own …` words."""
    secretary.go(f"{AGENDA_PATH}/desk/en/clauses/{guid}")
    for words, choice in choices.items():
        point = secretary.page.locator("fieldset.point", has_text=words)
        if choice.startswith("own "):
            point.locator('input[value="own"]').check()
            point.locator('input[name^="own "]').fill(choice.removeprefix("own "))
        elif choice == "take":
            point.locator("p.rival", has_text=words).locator('input[value^="take:"]').check()
        else:
            point.locator(f'input[value="{choice}"]').check()
    secretary.fill(reason=reason)
    if len(choices) > 1:
        secretary.picture("the-merge-desk", "fieldset.contested")
    secretary.press(f"/clauses/{guid}")


def take_the_rest(secretary: Person, reason: str) -> None:
    secretary.go(f"{AGENDA_PATH}/desk/en/clean")
    secretary.fill(reason=reason)
    secretary.press("/clean")
    secretary.go(f"{AGENDA_PATH}/desk/en/marks")
    while secretary.page.locator('main form[action*="/reading"]').count():
        secretary.press("/reading")
    secretary.go(f"{AGENDA_PATH}/desk/en/preview")


def answer_all(secretary: Person, comments: int, reason: str) -> None:
    for _one in range(comments):
        secretary.go(f"{AGENDA_PATH}/comments?only=unanswered")
        secretary.page.locator('main a[href$="/answer"]').first.click()
        secretary.choose(disposition="noted")
        secretary.fill(reason=reason)
        secretary.press("/answer")


def publish(person: Person, slug: str, note: str) -> None:
    person.go(f"/charters/{slug}/draft")
    person.fill(note=note)
    person.press(f"/charters/{slug}/versions")


def follow_the_source(official: Person, slug: str, relation: str, reason: str = "") -> int:
    """Decide the same on everything that changed; how much it was."""
    decided = 0
    official.go(f"/charters/{slug}/draft/source")
    while official.page.locator('main a[href*="/draft/source/"]').count():
        official.follow("/draft/source/")
        official.choose(relation=relation)
        official.fill(reason=reason)
        official.press("/draft/source/")
        decided += 1
        official.go(f"/charters/{slug}/draft/source")
    return decided


def call_the_roll(secretary: Person, clauses: list[int]) -> str:
    secretary.go(f"{AGENDA_PATH}/rounds/new")
    secretary.fill(title="The Charter-Agenda, version 2", closes_at=f"{clock.now() + timedelta(days=30):%Y-%m-%dT%H:%M}")
    for clause_id in clauses:
        secretary.page.check(f'main input[name="clauses"][value="{clause_id}"]')
    secretary.press("/rounds/new")
    secretary.press("/opening")
    return "/rounds/" + secretary.page.url.split("/rounds/")[1].partition("/")[0]


def answer_for(official: Person, address: str, member: str, choices: dict[int, str], statement: str) -> None:
    official.go(f"{address}/roll-call/{member}")
    for position, choice in choices.items():
        official.page.check(f'main [name="question_{position}"][value="{choice}"]')
    official.fill(role="Mayor", statement=statement)
    official.press("/roll-call/")


def close(secretary: Person, address: str, later: Callable[[timedelta], object]) -> None:
    later(timedelta(days=31))
    secretary.go(address)
    secretary.press("/closure")
