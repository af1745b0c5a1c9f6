"""Lists of amendments: of the charter, and on the page of a clause."""

from collections.abc import Callable

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import adopt_amendment, reject_amendment, table_amendment
from charterhub.charters.models import VersionClause
from charterhub.transaction import transaction
from tests.amendments.conftest import Clauses
from tests.page import text_of
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/amendments/new"


def test_the_list_costs_the_same_for_one_and_for_three(
    pages: Pages, amina: Person, minjun: Person, bruno: Person, clause: Clauses, amendment: Amendment
) -> None:
    one = len(pages.open("/charters/gwangju-charter/amendments", queries=8).statements)
    with transaction():
        for which in (1, 2):
            table_amendment(minjun, clause(f"art_2__para_{which}"), f"Another {which}.", "Because.")
        reject_amendment(bruno, amendment, "No.")
    page = pages.open("/charters/gwangju-charter/amendments")
    assert len(page.statements) == one
    assert [text_of(cell) for cell in page.all("th") if cell.get("scope") == "row"] == ["Amendment 1", "Amendment 2", "Amendment 3"]
    assert "3 amendments" in page.text and "rejected 1" in page.text and "open 2" in page.text


def test_the_clause_page_lists_its_amendments_with_their_state(pages: Pages, bruno: Person, amendment: Amendment) -> None:
    with transaction():
        adopt_amendment(bruno, amendment, "Agreed.")
    page = pages.open(CLAUSE)
    assert "Amendment 1 adopted" in page.text_at("amendments")


def test_an_empty_list_says_so(pages: Pages, home: VersionClause) -> None:
    assert "No amendment has been tabled yet" in pages.open("/charters/gwangju-charter/amendments").text


def test_an_amendment_that_is_not_there_is_not_found(pages: Pages, home: VersionClause) -> None:
    pages.open("/amendments/999", status=404)
