"""Another heading for a clause: proposed as any change of words, tracked, decided at the desk, carried on, credited."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Rebase
from charterhub.amendments.operations import table_proposals
from charterhub.amendments.operations.sweeping import sweeps_of
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter, ClauseEdition, VersionClause
from charterhub.charters.operations import revise_clause
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.amendments.conftest import Clauses, Decide
from tests.looking import texts
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
NEW = "/charters/gwangju-charter/versions/1/en/clauses/art_1/amendments/new"
DESK = "/charters/gwangju-charter/desk/en"


@pytest.fixture
def article(clause: Clauses) -> VersionClause:
    return clause("art_1")


def retitled(author: Person, clause: VersionClause, heading: str) -> Amendment:
    with transaction():
        proposed = Proposed("retitle", clause.clause_id, clause.revision_id, heading)
        return table_proposals(author, clause.charter, "en", [proposed], "It says what it is about.")


def heading_of(clause: VersionClause) -> str:
    return db.session.get_one(ClauseEdition, (clause.clause_id, "en"), populate_existing=True).revision.heading


def test_a_heading_is_amended_swept_published_and_credited(
    amina: Person, bruno: Person, article: VersionClause, sign_in: SignIn, publish: Callable[[], object], pages: Pages
) -> None:
    proposer, secretary = sign_in(amina), sign_in(bruno)
    proposer.open(NEW)
    assert "heading as it stands" in proposer.submit(rationale="Warm.", button="See the changes", status=422).text
    assert "write a heading" in proposer.submit(heading=" ", rationale="Warm.", button="See the changes", status=422).text
    page = proposer.submit(heading="Right to a warm home", rationale="Cold.", button="See the changes")
    assert texts(page, "ins") == ["warm"] and "Another heading" in page.text
    shown = proposer.submit(button="Table the amendment")
    assert texts(shown, "ins") == ["warm"]
    assert "merge desk" in secretary.open(shown.url).text
    assert "uncontested" in secretary.open(DESK).text
    assert texts(secretary.open(f"{DESK}/clean"), "ins") == ["warm"]
    secretary.submit(template="agreed", button="Take them into the draft")
    assert heading_of(article) == "Right to a warm home"
    publish()
    assert "Heron 21" in pages.open("/charters/gwangju-charter/versions/2/en/sources").text


def test_rival_headings_are_decided_one_way_or_another_and_can_be_undone(
    amina: Person, minjun: Person, bruno: Person, charter: Charter, article: VersionClause, decide: Decide, sign_in: SignIn
) -> None:
    warm, dry = retitled(amina, article, "Right to a warm home"), retitled(minjun, article, "Right to a dry home")
    assert desk_of(charter, "en").at(article.clause.guid).state == "conflict"
    secretary = sign_in(bruno)
    page = secretary.open(f"{DESK}/clauses/{article.clause.guid}", queries=10)
    assert "The heading" in page.text and {"warm", "dry"} <= set(texts(page, "ins"))
    secretary.submit({"point heading": f"take:{dry.id}"}, template="agreed", button="Save and go on")
    assert (heading_of(article), warm.state, dry.state) == ("Right to a dry home", "rejected", "adopted")
    step = dry.operations[0].disposition.step
    secretary.open(f"{DESK}/steps")
    secretary.submit(to=f"/merge-steps/{step.id}/undoing", button="Undo this step")
    assert (heading_of(article), warm.state) == ("Right to a home", "open")
    decide({"heading": "own"}, own={"heading": "Right to a warm and dry home"}, clause=article)
    assert (heading_of(article), warm.state, dry.state) == ("Right to a warm and dry home", "adopted_as_modified", "adopted_as_modified")


@pytest.mark.parametrize(("draft", "state"), [("Right to a home", "rebased"), ("Right to a warm home", "already_in_text"), ("A roof for all", "needs_author")])
def test_an_open_heading_is_carried_or_goes_back_to_its_author(
    amina: Person, bruno: Person, charter: Charter, article: VersionClause, publish: Callable[[], object], clause: Clauses, draft: str, state: str
) -> None:
    retitled(amina, article, "Right to a warm home")
    other = article if draft != article.revision.heading else clause("art_1__para_3")
    with transaction():
        words = (draft, "") if other is article else ("", "The city publishes it every month.")
        revise_clause(bruno, other.clause, "en", *words, other.revision)
    publish()
    assert db.session.scalars(select(Rebase.state)).all() == [state]
    assert bool(desk_of(charter, "en").clauses and desk_of(charter, "en").clauses[0].headings) == (state == "rebased")


def test_a_heading_tied_to_contested_words_waits_with_them(rivals: list[Amendment], sora: Person, charter: Charter, article: VersionClause, home: VersionClause) -> None:
    proposals = [Proposed("retitle", article.clause_id, article.revision_id, "A home for all"), Proposed("edit", home.clause_id, home.revision_id, home.revision.wording.replace("safe and", "safe, quiet and"))]
    with transaction():
        table_proposals(sora, charter, "en", proposals, "Quiet.", whole=True)
    assert [sweep.clause.row.clause_id for sweep in sweeps_of(desk_of(charter, "en"))] == [home.clause_id]


def test_what_is_no_heading_is_refused(amina: Person, article: VersionClause) -> None:
    for heading in ("", "Right to a home", "x" * 501):
        with pytest.raises(BadInput):
            retitled(amina, article, heading)
