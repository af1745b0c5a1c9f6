"""An amendment of several operations: what is derived from what was typed, what is refused, the sheet, and who speaks."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, AmendmentSheet
from charterhub.amendments.operations import table_amendment, table_proposals
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.queries import look_alikes, open_counts
from charterhub.charters.models import Charter, VersionClause
from charterhub.errors import BadInput, StaleRevision
from charterhub.extensions import db
from tests.amendments.conftest import HOME, VISITS, WARM, Clauses, Redraft
from tests.looking import count, texts
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
SHEET = "/charters/gwangju-charter/amendment-sheet/en"


def on(kind: str, clause: VersionClause, **more: object) -> Proposed:
    return Proposed(kind, clause.clause_id, clause.revision_id, **more)


def test_every_change_is_an_operation_with_its_place_and_they_give_the_proposal_back(amina: Person, charter: Charter, clause: Clauses, home: VersionClause) -> None:
    both = WARM.replace("lives", "lives or studies")
    empty, council = clause("art_1__para_3"), clause("art_2__para_2")
    proposals = [
        on("split", council, at=council.revision.wording.index("within")),
        on("edit", home, text=both),
        on("insert", home, text="Rent is fair.", where="after", clause_kind="paragraph"),
        on("move", empty, target_id=clause("art_2").clause_id, where="under"),
        on("delete", clause("art_2__para_1")),
        on("join", home, target_id=clause("art_1__para_2").clause_id, text=" "),
    ]
    amendment = table_proposals(amina, charter, "en", proposals, "Better together.", whole=True)
    made = [(each.position, each.kind, each.starts_at, each.ends_at, each.old, each.new) for each in amendment.operations]
    assert made[:2] == [(1, "replace", 19, 19, "", "or studies "), (2, "replace", 53, 53, "", ", warm")]
    assert [each[1] for each in made[2:]] == ["insert_clause", "join_clauses", "move_clause", "delete_clause", "split_clause"]
    assert (amendment.wording, amendment.clause_id, amendment.tokeniser_version) == (both, home.clause_id, 1)
    assert len({each.tie for each in amendment.operations}) == 1 and amendment.operations[0].tie
    assert open_counts(charter)[home.clause_id] == 1
    assert not amendment.rewords_one_clause


def test_words_that_only_change_place_are_tied(amina: Person, home: VersionClause) -> None:
    amendment = table_amendment(amina, home, HOME.replace("the right ", "").replace("home.", "home the right."), "Order.")
    assert [(each.old, each.new) for each in amendment.operations] == [("the right ", ""), ("", " the right")]
    assert len({each.tie for each in amendment.operations}) == 1 and amendment.operations[0].tie


@pytest.mark.parametrize(
    ("kind", "more", "sentence"),
    [
        ("split", {"at": 0}, "does not fit the text"),
        ("split", {"at": 9999}, "does not fit the text"),
        ("move", {"target_id": 999}, "another clause of this text"),
        ("join", {"target_id": None}, "another clause of this text"),
        ("insert", {"clause_kind": "paragraph"}, "heading or a text"),
        ("insert", {"clause_kind": "poem", "text": "x"}, "what kind of clause"),
        ("dance", {}, "what you want to change"),
    ],
)
def test_a_change_that_cannot_be_carried_out_is_refused(amina: Person, charter: Charter, home: VersionClause, kind: str, more: dict, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        table_proposals(amina, charter, "en", [on(kind, home, **more)], "Why not.")
    with pytest.raises(BadInput, match="no change in this amendment"):
        table_proposals(amina, charter, "en", [], "Why not.")
    assert count(Amendment) == 0


def test_a_deletion_of_a_clause_that_reads_differently_by_now_is_stale(amina: Person, charter: Charter, home: VersionClause, redraft: Redraft, publish: Callable[[], object]) -> None:
    redraft(VISITS)
    publish()
    with pytest.raises(StaleRevision):
        table_proposals(amina, charter, "en", [on("delete", home)], "Superfluous.")
    assert table_proposals(amina, charter, "en", [on("insert", home, text="New.", clause_kind="point")], "Missing.").number == 1


def test_look_alikes_say_nearly_the_same_at_the_same_place(amina: Person, minjun: Person, home: VersionClause, amendment: Amendment) -> None:
    near = table_amendment(minjun, home, HOME.replace("safe and", "safe, warm and"), "Cold, too.")
    other = table_amendment(minjun, home, VISITS, "Students.")
    assert [each.number for each in look_alikes(near.operations, "en")] == [1, 2]
    assert [each.number for each in look_alikes(other.operations, "en")] == [3]


def test_a_sheet_collects_changes_until_they_are_tabled_as_one(amina: Person, home: VersionClause, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    assert "There is no change on it yet" in pages.open(SHEET).text
    pages.open(f"{CLAUSE}/amendments/new")
    pages.submit(wording=WARM, rationale="Cold.", button="See the changes")
    sheet = pages.submit(button="Add changes of other clauses first")
    assert (sheet.url, count(Amendment)) == (SHEET, 0)
    pages.open(f"{CLAUSE}/amendments/structure")
    pages.submit(kind="split", second="home.", status=200)
    pages.open(f"{CLAUSE}/amendments/structure")
    assert "word for word" in pages.submit(kind="split", second="elsewhere", status=422).text
    pages.submit(kind="insert", text="Rent is fair.", clause_kind="point", where="under")
    page = pages.open(SHEET)
    assert ", warm" in texts(page, "ins") and "Rent is fair." in texts(page, "ins") and texts(page, "textarea") == ["Cold."]
    pages.forge(f"{SHEET}/removal", number="1")
    pages.open(SHEET)
    shown = pages.submit(rationale="Cold and dear.", button="Table the amendment")
    amendment = db.session.scalars(select(Amendment)).one()
    assert [each.kind for each in amendment.operations] == ["replace", "insert_clause"]
    assert "Rent is fair." in shown.text and count(AmendmentSheet) == 0


def test_an_official_speaks_for_the_member_and_a_stranger_does_not(bruno: Person, amina: Person, charter: Charter, home: VersionClause) -> None:
    key = f"member-{charter.member_id}"
    amendment = table_proposals(bruno, charter, "en", [on("edit", home, text=WARM)], "We decided so.", key)
    assert (amendment.shown_as, amendment.speaks_for, amendment.member_id) == ("Gwangju", "member", charter.member_id)
    own = table_proposals(amina, charter, "en", [on("edit", home, text=VISITS)], "I say so.", key)
    assert (own.shown_as, own.speaks_for, own.member_id) == ("Heron 21", "person", None)


def test_a_counter_amendment_names_the_one_it_answers(minjun: Person, home: VersionClause, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(minjun)
    pages.open(f"/amendments/{amendment.id}")
    form = pages.open(f"{CLAUSE}/amendments/new?amends={amendment.id}")
    assert "beside amendment 1" in form.text
    check = pages.submit(wording=HOME.replace("safe and", "safe, dry and"), rationale="Dry, not warm.", button="See the changes")
    assert "What changes" in check.text
    assert "An answer to amendment 1" in pages.submit(button="Table the amendment").text
    assert db.session.scalars(select(Amendment.amends_id).where(Amendment.number == 2)).one() == amendment.id
