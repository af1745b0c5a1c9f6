"""Disposing of amendments: the draft and the disposition are written together, or neither."""

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Disposition
from charterhub.amendments.operations import adopt_amendment, reject_amendment, table_amendment
from charterhub.charters.models import Charter, Revision, VersionClause
from charterhub.charters.operations import remove_clause
from charterhub.errors import BadInput, NotAllowed, StaleRevision
from charterhub.transaction import transaction
from tests.amendments.conftest import BOTH, HOME, RIVAL, VISITS, WARM, Redraft, draft_of_home
from tests.looking import count, last_entry
from tests.world import in_phase


def test_adopting_writes_the_draft_and_the_disposition(bruno: Person, home: VersionClause, amendment: Amendment) -> None:
    before = draft_of_home(home)
    disposition = adopt_amendment(bruno, amendment, "Agreed.", seen=before)
    draft = draft_of_home(home)
    assert (draft.wording, draft.source, draft.reason, draft.previous_id) == (WARM, "amendment", "Agreed.", before.id)
    assert (disposition.outcome, disposition.reason, disposition.revision_id, disposition.decided_by_id) == ("adopted", "Agreed.", draft.id, bruno.id)
    assert amendment.state == "adopted"
    assert (last_entry().action, last_entry().facts) == ("amendment.disposed", {"number": 1, "outcome": "adopted"})


def test_an_amendment_is_merged_into_a_draft_that_has_moved_on(bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft) -> None:
    redraft("In this city: " + HOME)
    adopt_amendment(bruno, amendment, "Agreed.")
    assert draft_of_home(home).wording == "In this city: " + WARM


def test_two_amendments_that_do_not_meet_are_both_adopted(
    amina: Person, minjun: Person, bruno: Person, home: VersionClause, amendment: Amendment
) -> None:
    other = table_amendment(minjun, home, VISITS, "Students.")
    adopt_amendment(bruno, amendment, "Agreed.")
    adopt_amendment(bruno, other, "Agreed.", wording=BOTH)
    assert draft_of_home(home).wording == BOTH
    assert (amendment.state, other.state) == ("adopted", "adopted")


def test_a_rival_is_not_adopted_as_tabled_but_in_a_wording_of_the_drafters(
    bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft
) -> None:
    redraft(RIVAL)
    with pytest.raises(BadInput, match="cannot be adopted as tabled"):
        adopt_amendment(bruno, amendment, "Agreed.")
    mixed = "Everyone who lives in Gwangju has the right to a safe, dry, warm and affordable home."
    adopt_amendment(bruno, amendment, "Both have a point.", wording=mixed)
    assert (amendment.state, draft_of_home(home).wording) == ("adopted_as_modified", mixed)


def test_words_of_the_drafters_make_it_adopted_as_modified(bruno: Person, home: VersionClause, amendment: Amendment) -> None:
    adopt_amendment(bruno, amendment, "Shorter.", wording=WARM.replace("safe, warm", "warm"))
    assert amendment.state == "adopted_as_modified"


def test_an_amendment_that_the_draft_says_already_is_adopted_without_a_new_revision(bruno: Person, amendment: Amendment, redraft: Redraft) -> None:
    said = redraft(WARM)
    assert adopt_amendment(bruno, amendment, "Already in.").revision_id == said.id
    assert amendment.state == "adopted"


def test_the_draft_as_it_stands_is_no_adoption(bruno: Person, home: VersionClause, amendment: Amendment) -> None:
    with pytest.raises(BadInput, match="reject the amendment"):
        adopt_amendment(bruno, amendment, "Hm.", wording=HOME)
    assert count(Disposition) == 0


def test_a_decision_on_a_draft_that_has_moved_is_stale_and_changes_nothing(
    bruno: Person, home: VersionClause, amendment: Amendment, redraft: Redraft
) -> None:
    seen = draft_of_home(home)
    redraft(VISITS)
    with pytest.raises(StaleRevision) as stale:
        adopt_amendment(bruno, amendment, "Agreed.", seen=seen)
    assert (stale.value.base, stale.value.current) == (HOME, VISITS)
    assert (count(Disposition), draft_of_home(home).wording) == (0, VISITS)


def test_a_clause_taken_out_of_the_draft_takes_no_amendment(bruno: Person, home: VersionClause, amendment: Amendment) -> None:
    with transaction():
        remove_clause(bruno, home.clause)
    with pytest.raises(BadInput, match="taken out of the draft"):
        adopt_amendment(bruno, amendment, "Agreed.")
    reject_amendment(bruno, amendment, "The clause is gone.")
    assert amendment.state == "rejected"


@pytest.mark.parametrize("reason", ["", " \n ", "a\u202eb", "x" * 2001])
def test_a_disposition_without_a_proper_reason_changes_nothing(bruno: Person, home: VersionClause, amendment: Amendment, reason: str) -> None:
    revisions = count(Revision)
    for decide in (adopt_amendment, reject_amendment):
        with pytest.raises(BadInput):
            decide(bruno, amendment, reason)
    assert (count(Disposition), count(Revision)) == (0, revisions)


def test_a_disposition_is_given_once_by_the_drafters_while_amending(minjun: Person, bruno: Person, charter: Charter, amendment: Amendment) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        reject_amendment(minjun, amendment, "No.")
    in_phase(charter, "voting")
    with pytest.raises(NotAllowed, match="being voted on"):
        reject_amendment(bruno, amendment, "No.")
    in_phase(charter, "amending")
    reject_amendment(bruno, amendment, "Not now.")
    with pytest.raises(NotAllowed, match="decided already"):
        adopt_amendment(bruno, amendment, "After all.")
