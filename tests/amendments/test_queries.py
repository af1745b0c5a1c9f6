"""Amendments in lists, in the order of the text."""

from charterhub.accounts.models import Person
from charterhub.amendments.operations import reject_amendment, table_amendment
from charterhub.amendments.queries import amendments_of_charter, amendments_on, open_counts
from charterhub.charters.models import Charter, VersionClause
from tests.amendments.conftest import VISITS, WARM, Clauses


def test_the_list_is_in_the_order_of_the_text_and_counts_what_is_open(
    amina: Person, minjun: Person, bruno: Person, charter: Charter, clause: Clauses, home: VersionClause
) -> None:
    late = table_amendment(amina, clause("art_2__para_1"), "Everyone may speak.", "Shorter.")
    early = table_amendment(amina, home, WARM, "Cold.")
    also = table_amendment(minjun, home, VISITS, "Students.")
    reject_amendment(bruno, also, "No.")
    assert amendments_of_charter(charter) == [also, early, late]
    assert amendments_on(home.clause_id) == [early, also]
    assert open_counts(charter) == {home.clause_id: 1, late.clause_id: 1}
