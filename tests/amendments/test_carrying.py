"""Publishing: open amendments are carried to the new version, decided ones announced, and what is unread holds it."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Announcement, CarriedOperation, Rebase
from charterhub.amendments.operations import table_amendment, table_proposals
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import remove_clause
from charterhub.errors import NotOpen
from charterhub.extensions import db
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.amendments.conftest import CHEAP, HOME, RIVAL, VISITS, WARM, Clauses, Decide, Redraft, draft_of_home, take
from tests.looking import count

Publish = Callable[[], object]
LAST = HOME.replace("affordable", "cheap")


@pytest.mark.parametrize(
    ("draft", "state", "becomes"),
    [
        (VISITS, "rebased", VISITS.replace("safe and", "safe, warm and")),
        (HOME.replace("affordable", "dear"), "rebased", HOME.replace("safe and affordable", "safe, warm and dear")),
        (HOME.replace("safe", "healthy"), "rebased_review", HOME.replace("safe and", "healthy, warm and")),
        (RIVAL, "needs_author", None),
        (WARM, "already_in_text", None),
        (CHEAP.replace("a healthy and", "a"), "needs_author", None),
    ],
)
def test_an_open_amendment_is_carried_once_to_the_new_version(
    amendment: Amendment, home: VersionClause, charter: Charter, redraft: Redraft, publish: Publish, draft: str, state: str, becomes: str | None
) -> None:
    redraft(draft)
    publish()
    assert db.session.scalars(select(Rebase.state)).all() == [state]
    words = [clause.consolidation.points[0].alternatives[0].sentence for clause in desk_of(charter, "en").clauses if clause.words]
    assert words == ([becomes] if becomes else [])
    assert (amendment.state, amendment.wording) == ("adopted" if state == "already_in_text" else "open", WARM)
    assert count(CarriedOperation) == 1


def test_an_amendment_whose_clause_is_gone_is_orphaned_and_comes_back_with_it(
    amendment: Amendment, bruno: Person, home: VersionClause, charter: Charter, publish: Publish, redraft: Redraft
) -> None:
    with transaction():
        remove_clause(bruno, home.clause)
    publish()
    assert db.session.scalars(select(Rebase.state)).all() == ["orphaned"]
    home.clause.in_draft = True
    redraft(VISITS)
    publish()
    assert db.session.scalars(select(Rebase.state).order_by(Rebase.version_id)).all() == ["orphaned", "rebased"]


def test_an_amendment_is_carried_from_where_it_stood_last(amendment: Amendment, charter: Charter, redraft: Redraft, publish: Publish) -> None:
    for wording in (VISITS, VISITS.replace("affordable", "cheap"), "In short: " + VISITS):
        redraft(wording)
        publish()
    assert db.session.scalars(select(Rebase.state)).all() == ["rebased"] * 3
    [clause] = desk_of(charter, "en").clauses
    assert clause.consolidation.points[0].alternatives[0].sentence == ("In short: " + VISITS).replace("safe and", "safe, warm and")


def test_publishing_announces_in_one_letter_each_and_what_was_put_off_waits_again(
    rivals: list[Amendment], amina: Person, minjun: Person, sora: Person, clause: Clauses, decide: Decide, publish: Publish
) -> None:
    with transaction():
        second = table_amendment(amina, clause("art_2__para_1"), "Everyone may speak and be heard at a public meeting of the council.", "Heard.")
    warm, dry, students = rivals
    decide({"53-53": take(warm), "19-19": "deferred"})
    decide({desk_key(second): take(second)}, "Good.", clause=clause("art_2__para_1"))
    assert count(Letter) == 0
    publish()
    letters = {letter.to: (letter.subject, letter.body) for letter in db.session.scalars(select(Letter))}
    assert letters[amina.email][0] == "Your 2 amendments to “Human Rights Charter of Gwangju” were decided"
    assert "Amendment 1: adopted" in letters[amina.email][1] and "Good." in letters[amina.email][1]
    assert "rejected" in letters[minjun.email][1]
    assert (students.state, count(Announcement)) == ("open", 1)
    assert db.session.scalars(select(Letter.to)).all().count(sora.email) == 2
    assert db.session.scalars(select(Rebase.amendment_id)).all() == [students.id]


def desk_key(amendment: Amendment) -> str:
    operation = amendment.operations[0]
    return f"{operation.starts_at}-{operation.ends_at}"


def test_collisions_and_unread_places_hold_the_publication(
    rivals: list[Amendment], amina: Person, minjun: Person, bruno: Person, charter: Charter, clause: Clauses, home: VersionClause, decide: Decide, publish: Publish
) -> None:
    decide({"19-19": take(rivals[2])})
    with pytest.raises(NotOpen, match="amendments collide"):
        publish()
    decide({"53-53": "deferred"})
    council = clause("art_2__para_2")
    text = council.revision.wording
    with transaction():
        both = [table_amendment(amina, council, text.replace("thirty", "ten"), "Fast."), table_amendment(minjun, council, text.replace("question", "letter"), "Post.")]
    decide({desk_key(each): take(each) for each in both}, clause=council)
    with pytest.raises(NotOpen, match="marked for review"):
        publish()
    assert draft_of_home(home).wording == VISITS


def test_changes_of_the_tree_are_carried_while_their_clauses_stand(amina: Person, charter: Charter, clause: Clauses, home: VersionClause, bruno: Person, redraft: Redraft, publish: Publish) -> None:
    offer, empty = clause("art_1__para_2"), clause("art_1__para_3")
    at = HOME.index("to a safe")
    proposals = {
        "carried": Proposed("split", home.clause_id, home.revision_id, at=at),
        "gone": Proposed("move", offer.clause_id, offer.revision_id, target_id=empty.clause_id, where="after"),
    }
    with transaction():
        for each in proposals.values():
            table_proposals(amina, charter, "en", [each], "Order.")
        remove_clause(bruno, empty.clause)
    redraft(VISITS)
    publish()
    rows = db.session.scalars(select(CarriedOperation).order_by(CarriedOperation.operation_id)).all()
    assert [(row.state, row.starts_at) for row in rows] == [("carried", at + len("or studies ")), ("gone", 0)]
    assert db.session.scalars(select(Rebase.state).order_by(Rebase.amendment_id)).all() == ["rebased", "orphaned"]
