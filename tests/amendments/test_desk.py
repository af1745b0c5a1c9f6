"""The merge desk: rivals and clean points decided clause by clause, everything clean at once, undone, never overwritten."""

import pytest

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Disposition, ReviewMark, Step
from charterhub.amendments.operations import (
    announce,
    read_mark,
    sweep_clean,
    table_amendment,
    table_proposals,
    undo_step,
    withdraw_amendment,
)
from charterhub.amendments.operations.sweeping import sweeps_of
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.queries import desk_of, runs_of, unread_marks
from charterhub.charters.models import Charter, Clause, VersionClause
from charterhub.charters.queries import draft_of
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen, StaleRevision
from charterhub.extensions import db
from charterhub.text.provenance import Run, Source
from charterhub.transaction import transaction
from tests.amendments.conftest import HOME, RIVAL, VISITS, WARM, Clauses, Decide, draft_of_home, take
from tests.looking import count, last_entry


def test_a_click_settles_a_collision_and_a_clean_point_with_dispositions_and_sources(rivals: list[Amendment], home: VersionClause, charter: Charter, decide: Decide) -> None:
    warm, dry, students = rivals
    [clause] = desk_of(charter, "en").clauses
    assert (clause.state, [(point.key, point.type) for point in clause.consolidation.points]) == ("conflict", [("19-19", ""), ("53-53", "insert_order")])
    step = decide({"19-19": take(students), "53-53": take(warm)})
    draft = draft_of_home(home)
    assert draft.wording == WARM.replace("lives", "lives or studies")
    assert [each.state for each in rivals] == ["adopted", "rejected", "adopted"]
    assert (warm.disposition.revision_id, dry.disposition.revision_id, warm.disposition.reason) == (draft.id, None, "Agreed.")
    base = Source("base", (f"r{home.revision_id}",))
    assert runs_of(draft) == [
        Run(19, base), Run(11, Source("amendment", (str(students.id),))), Run(34, base), Run(6, Source("amendment", (str(warm.id),))), Run(21, base),
    ]  # fmt: skip
    assert (last_entry().action, last_entry().subject_id, last_entry().facts) == ("clause.merged", step.id, {"clause": home.name, "count": 3})
    assert desk_of(charter, "en").clauses[0].state == "done"


def test_what_is_left_open_meets_the_draft_that_has_moved_on(rivals: list[Amendment], home: VersionClause, charter: Charter, decide: Decide) -> None:
    warm, dry, students = rivals
    decide({"53-53": take(dry)})
    [point] = desk_of(charter, "en").clauses[0].consolidation.points
    assert (warm.state, dry.state, students.state, point.key) == ("rejected", "adopted", "open", "19-19")
    decide({"19-19": "own"}, own={"19-19": "or works"})
    assert draft_of_home(home).wording == RIVAL.replace("lives", "lives or works")
    assert students.state == "adopted_as_modified"
    assert Source("staff", (str(students.disposition.step_id),)) in [run.source for run in runs_of(draft_of_home(home))]


def test_keeping_putting_off_and_out_of_scope_change_no_word(rivals: list[Amendment], home: VersionClause, decide: Decide) -> None:
    decide({"19-19": "out_of_scope", "53-53": "deferred"})
    assert [each.state for each in rivals] == ["deferred", "deferred", "out_of_scope"]
    assert draft_of_home(home).wording == HOME


@pytest.mark.parametrize(
    ("points", "more", "error"),
    [
        ({}, {}, BadInput),
        ({"19-19": ""}, {}, BadInput),
        ({"1-2": "rejected"}, {}, BadInput),
        ({"19-19": "take:999"}, {}, BadInput),
        ({"19-19": "own"}, {}, BadInput),
        ({"19-19": "rejected"}, {"reason": " "}, BadInput),
        ({"19-19": "rejected"}, {"seen": {"seen_draft": 1}}, StaleRevision),
        ({"19-19": "rejected"}, {"seen": {"seen_operations": [1]}}, AlreadyDone),
    ],
)
def test_what_cannot_be_decided_changes_nothing(rivals: list[Amendment], home: VersionClause, decide: Decide, points: dict, more: dict, error: type) -> None:
    with pytest.raises(error):
        decide(points, **more)
    assert (count(Disposition), count(Step), draft_of_home(home).wording) == (0, 0, HOME)


def test_tied_changes_are_taken_together_or_not_at_all(amina: Person, charter: Charter, home: VersionClause, decide: Decide) -> None:
    both = [Proposed("edit", home.clause_id, home.revision_id, WARM.replace("lives", "lives or studies"))]
    with transaction():
        amendment = table_proposals(amina, charter, "en", both, "All or nothing.", whole=True)
    with pytest.raises(BadInput, match="stand or fall together"):
        decide({"19-19": take(amendment), "53-53": "rejected"})
    decide({"19-19": take(amendment), "53-53": take(amendment)})
    assert amendment.state == "adopted"


def test_untied_changes_of_one_amendment_fare_each_for_itself(amina: Person, home: VersionClause, decide: Decide) -> None:
    with transaction():
        amendment = table_amendment(amina, home, WARM.replace("lives", "lives or studies"), "Both.")
    decide({"19-19": take(amendment)})
    assert (amendment.state, [each.outcome for each in amendment.operations]) == ("open", ["adopted", "open"])
    decide({"53-53": "rejected"})
    assert amendment.state == "adopted_in_part"


def test_a_step_is_undone_until_it_is_announced(rivals: list[Amendment], bruno: Person, home: VersionClause, charter: Charter, decide: Decide) -> None:
    warm, dry, students = rivals
    first, second = decide({"53-53": take(warm)}), decide({"19-19": take(students)})
    with pytest.raises(AlreadyDone, match="undo what came later first"):
        undo_step(bruno, first)
    db.session.rollback()
    with transaction():
        undo_step(bruno, second)
        undo_step(bruno, first)
    assert (draft_of_home(home).wording, [each.state for each in rivals]) == (HOME, ["open"] * 3)
    again = decide({"53-53": take(dry)})
    assert draft_of_home(home).wording == RIVAL and dry.state == "adopted"
    with transaction():
        announce(bruno, charter)
    with pytest.raises(NotOpen, match="announced"):
        undo_step(bruno, again)
    with pytest.raises(AlreadyDone):
        announce(bruno, charter)


def test_marks_must_be_read_and_go_with_their_step(amina: Person, minjun: Person, bruno: Person, charter: Charter, clause: Clauses, decide: Decide) -> None:
    council = clause("art_2__para_2")
    text = council.revision.wording
    with transaction():
        one = table_amendment(amina, council, text.replace("thirty", "ten"), "Faster.")
        other = table_amendment(minjun, council, text.replace("every question", "every question in writing"), "On paper.")
    points = [point.key for point in desk_of(charter, "en").clauses[0].consolidation.points]
    step = decide({points[0]: take(other), points[1]: take(one)}, clause=council)
    [mark] = unread_marks(charter)
    assert (mark.reason, mark.names, mark.sentence) == ("critical_word_same_sentence", sorted([str(one.id), str(other.id)]), "The council answers every question in writing within ten days.")
    with transaction():
        read_mark(bruno, mark)
    assert unread_marks(charter) == []
    with pytest.raises(AlreadyDone):
        read_mark(bruno, mark)
    with transaction():
        undo_step(bruno, step)
    decide({points[0]: take(other), points[1]: take(one)}, clause=council)
    assert len(unread_marks(charter)) == 1 and count(ReviewMark) == 2


def test_the_tree_is_changed_and_undone(amina: Person, bruno: Person, charter: Charter, clause: Clauses, home: VersionClause, decide: Decide) -> None:
    empty, offer, council = clause("art_1__para_3"), clause("art_1__para_2"), clause("art_2__para_2")
    before = [(place.clause.id, place.revision.wording) for place in draft_of(charter, "en")]
    wanted = {
        "insert": Proposed("insert", home.clause_id, home.revision_id, "Rent is fair.", where="after", clause_kind="paragraph"),
        "delete": Proposed("delete", empty.clause_id, empty.revision_id),
        "move": Proposed("move", offer.clause_id, offer.revision_id, target_id=clause("art_2").clause_id, where="under"),
        "split": Proposed("split", council.clause_id, council.revision_id, at=council.revision.wording.index("within")),
    }
    with transaction():
        made = {kind: table_proposals(amina, charter, "en", [each], kind) for kind, each in wanted.items()}
    steps = [decide(clause=made[kind].place, tree={made[kind].operations[0].id: "take:"}) for kind in wanted]
    said = [place.revision.wording or place.name for place in draft_of(charter, "en")]
    assert said == [
        "Article 1 Right to a home", HOME, "Rent is fair.", "Article 2 Right to take part", offer.revision.wording,
        "Everyone may speak at a public meeting of the council.", "The council answers every question", "within thirty days.",
    ]  # fmt: skip
    assert {each.state for each in made.values()} == {"adopted"}
    for step in reversed(steps):
        with transaction():
            undo_step(bruno, step)
    assert [(place.clause.id, place.revision.wording) for place in draft_of(charter, "en")] == before


def test_two_clauses_are_joined_and_a_reference_to_the_second_is_marked(amina: Person, charter: Charter, clause: Clauses, home: VersionClause, decide: Decide, bruno: Person) -> None:
    offer, council = clause("art_1__para_2"), clause("art_2__para_2")
    with transaction():
        joined = table_proposals(amina, charter, "en", [Proposed("join", home.clause_id, home.revision_id, " ", target_id=offer.clause_id)], "One idea.")
        table_amendment(amina, council, council.revision.wording.replace("days.", "days, as paragraph 2 says."), "Link.")
    sweep_all(bruno, charter)
    decide(tree={joined.operations[0].id: "take:"})
    assert draft_of_home(home).wording == f"{HOME} {offer.revision.wording}"
    assert db.session.get_one(Clause, offer.clause_id).joined_into_id == home.clause_id
    assert [(mark.reason, mark.clause_id) for mark in unread_marks(charter)] == [("dangling_reference", council.clause_id)]


def sweep_all(bruno: Person, charter: Charter, reason: str = "Uncontested.") -> Step:
    with transaction():
        return sweep_clean(bruno, charter, "en", {each.seen for each in sweeps_of(desk_of(charter, "en"))}, reason)


def test_everything_uncontested_is_taken_in_one_step_and_the_rest_waits(
    rivals: list[Amendment], amina: Person, bruno: Person, home: VersionClause, clause: Clauses, charter: Charter
) -> None:
    with transaction():
        elsewhere = table_amendment(amina, clause("art_2__para_1"), "Everyone may speak and be heard at a public meeting of the council.", "Heard.")
        twin = table_amendment(bruno, clause("art_2__para_1"), "Everyone may speak and be heard at a public meeting of the council.", "I agree.")
    step = sweep_all(bruno, charter)
    assert [each.state for each in (*rivals, elsewhere, twin)] == ["open", "open", "adopted", "adopted", "adopted"]
    assert draft_of_home(home).wording == VISITS
    with pytest.raises(AlreadyDone, match="has changed"):
        sweep_all(bruno, charter)
    with transaction():
        undo_step(bruno, step)
    assert draft_of_home(home).wording == HOME and elsewhere.state == "open"


def test_a_withdrawn_amendment_leaves_the_desk_and_a_decided_one_is_not_withdrawn(rivals: list[Amendment], amina: Person, minjun: Person, charter: Charter, decide: Decide) -> None:
    warm, dry, _students = rivals
    with transaction():
        withdraw_amendment(minjun, dry)
    assert desk_of(charter, "en").clauses[0].consolidation.conflicts == 0
    decide({"53-53": take(warm)})
    with pytest.raises(NotAllowed, match="decided already"):
        withdraw_amendment(amina, warm)
