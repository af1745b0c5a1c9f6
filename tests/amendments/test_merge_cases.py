"""Every text case of `merge-cases.yaml` through the merge desk: tabled, opened, decided or swept, as people would do it."""

from pathlib import Path

import pytest
import yaml

from charterhub.accounts.models import Person
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter
from charterhub.members.models import Member
from charterhub.text.canonical import canonical
from charterhub.text.merge.cases import LETTERS
from tests.pages import Pages
from tests.world import Line, in_phase, published_charter

CASES = Path("/work/shared/data/merge/merge-cases.yaml")
if not CASES.exists():
    pytest.skip("needs the shared data beside the project", allow_module_level=True)
TEXT_CASES = [case for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))["text_cases"] if case.get("a") and case.get("b")]


@pytest.fixture
def cases(gwangju: Member, bruno: Person) -> Charter:
    """One charter in which each case's base is a clause."""
    lines = [Line("art_1", "article", "Article 1", heading="Cases")]
    lines += [Line(f"art_1__para_{place}", "paragraph", f"{place}.", wording=canonical(case["base"])) for place, case in enumerate(TEXT_CASES, 1)]
    return in_phase(published_charter(gwangju, bruno, "cases", lines=tuple(lines)), "amending")


def tabled(charter: Charter, browsers: list[Pages]) -> dict[str, int]:
    """Each case's proposals tabled through the form, by a person each; how many were taken. One that changes nothing but blanks
    is refused there."""
    found: dict[str, int] = {}
    for place, case in enumerate(TEXT_CASES, 1):
        address = f"/charters/{charter.slug}/versions/1/en/clauses/art_1__para_{place}/amendments/new"
        for letter, pages in zip([each for each in LETTERS if case.get(each)], browsers):
            token = next(field.get("value") for field in pages.open(address).all("input") if field.get("name") == "csrf_token")
            sent = {"csrf_token": token, "wording": case[letter], "rationale": f"{case['id']} {letter}", "appearance": "pseudonym", "step": "table"}
            answer = pages.client.post(address, data=sent)
            assert answer.status_code in (302, 422), f"{case['id']} {letter}: {answer.status_code}"
            found[case["id"]] = found.get(case["id"], 0) + (answer.status_code == 302)
    return found


def test_every_case_comes_out_at_the_desk_as_expected(cases: Charter, amina: Person, minjun: Person, sora: Person, bruno: Person, sign_in) -> None:
    found = tabled(cases, [sign_in(person) for person in (amina, minjun, sora)])
    desk = {clause.row.number: clause for clause in desk_of(cases, "en").clauses}
    wrong, pages = [], sign_in(bruno)
    for place, case in enumerate(TEXT_CASES, 1):
        expect, clause = case["expect"], desk.get(f"{place}.")
        sent = [each for each in LETTERS if case.get(each)]
        if clause is None or found[case["id"]] < len(sent):
            assert expect["outcome"] in ("clean", "no_change", "rejected_input"), case["id"]
            continue
        merged = clause.consolidation.merged
        weighed = case.get("lang") == "en" or "conflict" in (merged.outcome, expect["outcome"])  # this edition is English: what its words weigh
        if (weighed and merged.outcome != expect["outcome"]) or (merged.text is not None and expect.get("merged") is not None and merged.text != canonical(expect["merged"])):
            wrong.append((case["id"], merged.outcome, merged.text))
    assert wrong == []
    assert len(desk) > 15
    swept = swept_texts(pages, cases)
    for place, case in enumerate(TEXT_CASES, 1):
        whole = found[case["id"]] == len([each for each in LETTERS if case.get(each)])
        if case["expect"]["outcome"] == "clean" and f"{place}." in desk and whole:
            assert swept[f"{place}."] == canonical(case["expect"]["merged"]), case["id"]


def swept_texts(pages: Pages, charter: Charter) -> dict[str, str]:
    """Everything uncontested taken through the page; then what each clause of the draft reads."""
    pages.open(f"/charters/{charter.slug}/desk/en/clean")
    pages.submit(template="agreed", button="Take them into the draft")
    return {row.number: row.draft for row in desk_of(charter, "en").places.values()}
