"""The pages of the commitment record, from the clause and back."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.commitments.models import Commitment
from charterhub.commitments.operations import declare_status, make_commitment
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from tests.commitments.conftest import Promised, Reword
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE_PAGE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
YESTERDAY = clock.now().date() - timedelta(days=1)


def address(commitment: Commitment, rest: str = "") -> str:
    return f"/commitments/{commitment.id}{rest}"


def test_from_the_clause_an_official_makes_a_commitment_and_the_clause_shows_it(sign_in: SignIn, bruno: Person, charter: Charter, pages: Pages) -> None:
    official = sign_in(bruno)
    official.open(CLAUSE_PAGE)
    official.follow("Commit on this clause for Gwangju")
    official.submit(
        title="Homes back in use", summary="Homes are let again.", result="1,000 homes are let.", lead_unit="Housing office", areas=["housing"],
        targets="11.1, 16.b", button="Publish",
    )  # fmt: skip
    assert "The commitment is on the public record." in official.page.text
    assert "11.1, 16.b" in official.page.text
    pages.open(CLAUSE_PAGE)
    page = pages.follow("Homes back in use")
    assert "Everyone who lives in Gwangju has the right to a safe and affordable home." in page.text
    assert "This is the latest version." in page.text
    assert "Homes back in use" in pages.open("/members/gwangju").text


def test_a_visitor_and_an_inhabitant_are_offered_no_commitment_on_the_clause(sign_in: SignIn, pages: Pages, amina: Person, charter: Charter) -> None:
    assert "Commit on this clause" not in pages.open(CLAUSE_PAGE).text + sign_in(amina).open(CLAUSE_PAGE).text


def test_what_is_wrong_stands_beside_what_was_typed(sign_in: SignIn, bruno: Person, charter: Charter) -> None:
    pages = sign_in(bruno)
    pages.open("/members/gwangju/commitments/new")
    page = pages.submit(title="Kept title", sources="https://elsewhere.example/x", targets="99.9", areas=["housing"], button="Publish", status=422)
    assert "There is no clause at" in page.text
    assert "Kept title" in page.html
    said = {"summary": "S", "result": "R", "lead_unit": "L"}
    page = pages.submit(said, sources=CLAUSE_PAGE, targets="99.9", areas=["housing"], button="Publish", status=422)
    assert "“99.9” is no target" in page.text


def test_another_governments_clause_is_refused_on_the_form(sign_in: SignIn, bruno: Person, charter: Charter, saint_denis: Member) -> None:
    charter.member_id = saint_denis.id
    db.session.commit()
    pages = sign_in(bruno)
    pages.open("/members/gwangju/commitments/new")
    said = {"title": "T", "summary": "S", "result": "R", "lead_unit": "L", "areas": ["housing"]}
    assert "own charters or of the global text" in pages.submit(said, sources=CLAUSE_PAGE, button="Publish", status=422).text


def test_the_wording_then_and_now_and_what_changed(pages: Pages, commitment: Commitment, reworded: Reword) -> None:
    reworded("art_1__para_1", "Everyone who lives in Gwangju has the right to a safe, warm and affordable home.")
    page = pages.open(address(commitment))
    assert "What changed since, up to version 2" in page.text
    assert any("warm" in "".join(mark.itertext()) for mark in page.all("ins"))
    assert "on the wording of version 1" in pages.open(CLAUSE_PAGE.replace("versions/1", "versions/2")).text


def test_the_same_wording_in_a_newer_version_is_said_to_be_the_same(pages: Pages, commitment: Commitment, reworded: Reword) -> None:
    reworded("art_2__para_1", "Everyone may speak at every meeting of the council.")
    assert "The wording is the same in version 2, the latest." in pages.open(address(commitment)).text


def test_less_needs_a_reason_on_the_form_and_history_shows_both(sign_in: SignIn, pages: Pages, bruno: Person, commitment: Commitment) -> None:
    official = sign_in(bruno)
    official.open(address(commitment))
    official.follow("Change the commitment")
    official.submit(due_on="2030-01-01", button="Publish", status=422)
    assert "less than what was promised" in official.page.text
    official.submit(due_on="2030-01-01", reason="The budget was cut.", button="Publish")
    page = pages.open(address(commitment))
    assert "less than before" in page.text and "The budget was cut." in page.text
    assert ["2028-12-31"] == [mark.text for mark in page.all("del")]


def test_two_officials_at_once_do_not_overwrite_each_other(sign_in: SignIn, bruno: Person, commitment: Commitment) -> None:
    pages = sign_in(bruno)
    pages.open(address(commitment, "/edit"))
    with transaction():
        declare_status(bruno, commitment, "adopted", 1)
    pages.submit(title="My title", button="Publish", status=409)
    assert "while you were writing" in pages.page.text and "My title" in pages.page.html


def test_an_official_follows_a_commitment_up(sign_in: SignIn, pages: Pages, bruno: Person, commitment: Commitment) -> None:
    official = sign_in(bruno)
    official.open(address(commitment))
    official.follow("Add a milestone")
    official.submit(title="First hundred", due_on="2027-01-01")
    official.follow("Say what became of it First hundred")
    official.submit(state="reached", evidence="Register of lettings", link="https://gwangju.example/homes")
    official.follow("Add an indicator")
    official.submit(kind="outcome", name="Homes let again", unit="homes", target="1000")
    official.follow("Add a reading Homes let again")
    official.submit(read_on=YESTERDAY.isoformat(), value="120", source="Register")
    official.follow("Report on progress")
    official.submit({"period_from": "2026-01-01", "period_to": YESTERDAY.isoformat(), "status": "in_progress", "words": "A hundred and twenty homes are let."})
    official.follow("Declare the status")
    official.submit({"status": "substantial"})
    text = pages.open(address(commitment)).text
    for shown in ("First hundred", "Reached", "Register of lettings", "Homes let again", "120", "A hundred and twenty homes are let.", "Substantial progress"):
        assert shown in text


@pytest.mark.parametrize(
    ("rest", "said", "sentence"),
    [
        ("/milestones/new", {"title": "M", "due_on": "0202-01-01"}, "check the year"),
        ("/status", {"status": "withdrawn"}, "reason; it is public"),
        ("/reports/new", {"period_from": "2026-05-01", "period_to": "2026-01-01", "status": "proposed", "words": "W"}, "ends before it begins"),
        ("/reports/new", {"period_from": "2026-01-01", "period_to": "2026-02-01", "status": "proposed", "words": "W", "link": "javascript:x"}, "begins with https"),
    ],
)
def test_a_refusal_stands_on_the_form(sign_in: SignIn, bruno: Person, commitment: Commitment, rest: str, said: dict[str, str], sentence: str) -> None:
    pages = sign_in(bruno)
    pages.open(address(commitment, rest))
    assert sentence in pages.submit(said, button="Publish", status=422).text


def test_assessment_and_residents_view_stand_apart_from_the_governments_word(
    sign_in: SignIn, pages: Pages, esther: Person, amina: Person, commitment: Commitment
) -> None:
    reviewer, resident = sign_in(esther), sign_in(amina)
    reviewer.open(address(commitment))
    reviewer.follow("Assess this commitment")
    reviewer.submit(assessed_on=YESTERDAY.isoformat(), completion="limited", practice="partly", confidence="high", words="We counted ninety homes.")
    resident.open(address(commitment))
    resident.follow("Say what you notice")
    resident.submit(rating="4", words="My neighbour moved in.")
    text = pages.open(address(commitment)).text
    for shown in ("The government says Proposed, open for comment", "An independent assessment says Limited", "Residents say 1 view"):
        assert shown in text
    assert amina.pseudonym in text and amina.name not in text
    resident.submit(button="Take my view back")
    assert "My neighbour moved in." not in pages.open(address(commitment)).text


@pytest.mark.parametrize("rest", ["/edit", "/status", "/milestones/new", "/indicators/new", "/reports/new"])
def test_a_stranger_manages_nothing(sign_in: SignIn, dov: Person, commitment: Commitment, rest: str) -> None:
    assert "that made this commitment" in sign_in(dov).open(address(commitment, rest), status=403).text


def test_there_is_no_page_for_a_commitment_that_is_not_there(pages: Pages, charter: Charter) -> None:
    for nowhere in ("/commitments/77", "/commitments/99999999999999999999", "/members/nowhere/commitments/new"):
        pages.open(nowhere, status=404)


def many(bruno: Person, gwangju: Member, promised: Promised, number: int) -> None:
    with transaction():
        for place in range(number):
            make_commitment(bruno, gwangju, promised(title=f"=Promise {place}", areas=("housing", "youth"), due_on=date(2029, 1, 1)))


def test_lists_take_as_many_queries_for_three_as_for_one(sign_in: SignIn, pages: Pages, bruno: Person, gwangju: Member, promised: Promised) -> None:
    addresses = ("/commitments", "/commitments/matrix", "/members/gwangju", CLAUSE_PAGE, "/commitments/1")
    many(bruno, gwangju, promised, 1)
    for_one = [len(pages.open(address).statements) for address in addresses]
    many(bruno, gwangju, promised, 2)
    assert [len(pages.open(address).statements) for address in addresses] == for_one


def test_commitments_are_searched_and_filtered(pages: Pages, commitment: Commitment) -> None:
    pages.open("/commitments")
    assert "A thousand homes" in pages.submit(words="THOUSAND", area="housing").text
    assert "Nothing fits." in pages.submit(words="100%").text
    assert "Nothing fits." in pages.open("/commitments?status=completed&page=99999999999").text


def test_the_matrix_shows_who_covers_what_and_where_nobody_does(pages: Pages, commitment: Commitment) -> None:
    page = pages.open("/commitments/matrix?charter=gwangju-charter")
    rows = {"".join(row.find("th").itertext()).strip(): [cell.text for cell in row.findall("td")] for row in page.all("tr") if row.find("td") is not None}
    assert rows["Gwangju"].count("1") == 1
    assert rows["Article 1 Right to a home"].count("1") == 1
    assert set(rows["Article 2 Right to take part nobody"]) == {"–"}
    assert "Public health" in page.text.split("Nobody covers:")[1]


def test_a_withdrawn_commitment_covers_nothing(pages: Pages, bruno: Person, commitment: Commitment) -> None:
    with transaction():
        declare_status(bruno, commitment, "withdrawn", 1, "No majority.")
    assert "Gwangju" not in [link.text for link in pages.open("/commitments/matrix").all("bdi")]


def test_csv_and_json_hold_all_of_it_and_no_formula(client, bruno: Person, gwangju: Member, promised: Promised) -> None:
    many(bruno, gwangju, promised, 3)
    lines = client.get("/commitments.csv").text.splitlines()
    assert len(lines) == 4 and "'=Promise 2" in lines[1] and CLAUSE_PAGE in lines[1]
    rows = json.loads(client.get("/commitments.json?words=Promise+1").text)
    assert [(row["title"], row["areas"], row["due_on"], row["member"]) for row in rows] == [("=Promise 1", ["housing", "youth"], "2029-01-01", "gwangju")]
    assert json.loads(client.get("/commitments.json?words=nothing").text) == []
