"""What an inhabitant does: comment on words or on a clause, propose another wording, vote."""

from tests.journeys.person import Person
from tests.journeys.texts import EDUCATION, HOMES


def comment_on_words(amina: Person, slug: str, script: bool) -> None:
    """With script by selecting them; without, on the whole clause."""
    if script:
        amina.go(f"/charters/{slug}/versions/1/en")
        select_words(amina, HOMES, "housing and medical care")
        amina.page.locator(".selection-offer").click()
        amina.look()
        assert amina.page.locator("mark").inner_text() == "housing and medical care"
    else:
        amina.go(f"/charters/{slug}/versions/1/en/clauses/{HOMES}")
        amina.follow("/comments/new")
    amina.fill(body="A home comes first: without an address nobody sees a doctor.")
    amina.press("/comments/new", "preview")
    amina.press("/comments/new", "publish")
    amina.see("A home comes first")


def select_words(person: Person, eid: str, words: str) -> None:
    person.page.evaluate(
        """([eid, words]) => {
            const node = document.createTreeWalker(document.querySelector(`[data-eid="${eid}"]`), NodeFilter.SHOW_TEXT);
            while (node.nextNode()) {
                const start = node.currentNode.data.indexOf(words);
                if (start < 0) continue;
                node.currentNode.parentElement.scrollIntoView({block: "center"});
                getSelection().setBaseAndExtent(node.currentNode, start, node.currentNode, start + words.length);
                return;
            }
            throw new Error("not on this page: " + words);
        }""",
        [eid, words],
    )


def comment_on_a_clause(minjun: Person, slug: str) -> None:
    minjun.go(f"/charters/{slug}/versions/1/en/clauses/{EDUCATION}")
    minjun.follow("/comments/new")
    minjun.fill(body="Evening classes should count as education too.")
    minjun.choose(appearance="name")
    minjun.press("/comments/new", "preview")
    minjun.press("/comments/new", "publish")
    minjun.see("Minjun Seo")


def table_amendment(sora: Person, slug: str) -> None:
    sora.go(f"/charters/{slug}/versions/1/en/clauses/{HOMES}")
    sora.follow("/amendments/new")
    wording = sora.page.input_value('main [name="wording"]')
    sora.fill(wording=wording.replace("medical care", "decent medical care"), rationale="Bad care is no care.")
    sora.press("/amendments/new", "check")
    assert sora.page.locator("main ins").first.inner_text().strip() == "decent"
    sora.press("/amendments/new", "table")
    sora.see("Bad care is no care.")


def everyone_votes(address: str, amina: Person, minjun: Person, sora: Person) -> None:
    vote(amina, address, "for", "for", "for")
    vote(minjun, address, "for", "against", "against")
    vote(sora, address, "abstain", "for", "against")
    vote(amina, address, "for", "for", "abstain")


def vote(person: Person, address: str, *choices: str) -> None:
    person.go(address)
    groups = person.page.locator("form.ballot fieldset")
    assert groups.count() == len(choices)
    for place, choice in enumerate(choices):
        groups.nth(place).locator(f'input[value="{choice}"]').check()
    person.press("/ballots")
    chosen = person.page.locator("form.ballot input:checked")
    assert [chosen.nth(place).get_attribute("value") for place in range(chosen.count())] == list(choices)
