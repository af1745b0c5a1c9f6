"""The shape of a draft changes step by step, and every step can be taken back and done again."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Lineage
from charterhub.charters.operations import (
    Decision,
    Numbering,
    add_edition,
    derive_charter,
    draft_new_clause,
    draft_step,
    join_clauses,
    nudge_clause,
    put_beside,
    remove_clause,
    renumber_all,
    renumber_clause,
    retype_clause,
    revise_clause,
    split_clause,
    undo_step,
)
from charterhub.charters.queries import DraftClause, clause_by_guid, draft_of, latest_version
from charterhub.charters.steps import last_step, last_undone, latest_steps
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.members.models import Member
from tests.charters.conftest import SignIn, current

Act = Callable[[Person, Charter], object]


def at(charter: Charter, eid: str, language: str = "en") -> DraftClause:
    return next(place for place in draft_of(charter, language) if place.eid == eid)


def text(charter: Charter, language: str = "en") -> list[tuple[int, str, str, str]]:
    return [(place.depth, place.clause.kind, place.number, place.revision.wording) for place in draft_of(charter, language)]


def shape(charter: Charter) -> list[str]:
    return [f"{'-' * place.depth}{place.number or place.revision.wording or place.revision.heading}" for place in draft_of(charter, "en")]


@pytest.mark.parametrize(
    ("eid", "direction", "then"),
    [
        ("art_1", "up", ["Article 1", "-1.", "--a)", "-2.", "Preamble", "-Whereas people live here,"]),
        ("preamble", "down", ["Article 1", "-1.", "--a)", "-2.", "Preamble", "-Whereas people live here,"]),
        ("art_1__para_2", "in", ["Preamble", "-Whereas people live here,", "Article 1", "-1.", "--a)", "--2."]),
        ("art_1__para_1", "out", ["Preamble", "-Whereas people live here,", "Article 1", "-2.", "1.", "-a)"]),
        ("art_1__para_1", "down", ["Preamble", "-Whereas people live here,", "Article 1", "-2.", "-1.", "--a)"]),
    ],
)
def test_a_clause_goes_one_step_with_all_under_it(draft: Charter, bruno: Person, eid: str, direction: str, then: list[str]) -> None:
    nudge_clause(bruno, at(draft, eid), direction)
    assert shape(draft) == then


@pytest.mark.parametrize(("eid", "direction"), [("preamble", "up"), ("preamble", "in"), ("art_1", "out"), ("art_1", "down")])
def test_where_there_is_no_step_it_says_so(draft: Charter, bruno: Person, eid: str, direction: str) -> None:
    with pytest.raises(NotOpen):
        nudge_clause(bruno, at(draft, eid), direction)


def test_a_clause_is_put_beside_another_but_never_under_itself_or_too_deep(draft: Charter, bruno: Person) -> None:
    put_beside(bruno, at(draft, "art_1__para_2"), at(draft, "preamble__rec_nn_1"), "before")
    assert shape(draft) == ["Preamble", "-2.", "-Whereas people live here,", "Article 1", "-1.", "--a)"]
    put_beside(bruno, at(draft, "art_1__para_1"), at(draft, "preamble"), "after")
    put_beside(bruno, at(draft, "art_1"), at(draft, "preamble"), "inside")
    assert shape(draft) == ["Preamble", "-2.", "-Whereas people live here,", "-Article 1", "1.", "-a)"]
    for target, where in (("para_1__point_a", "inside"), ("para_1", "after"), ("preamble", "elsewhere")):
        with pytest.raises(BadInput):
            put_beside(bruno, at(draft, "para_1"), at(draft, target), where)
    deep = at(draft, "para_1__point_a").clause
    for _level in range(5):
        deep = draft_new_clause(bruno, draft, None, "point", "en", wording="deeper", parent=deep)
    with pytest.raises(BadInput, match="too deep"):
        put_beside(bruno, at(draft, "para_1"), at(draft, "preamble"), "inside")


def test_a_split_clause_leaves_its_identity_to_the_first_part(charter: Charter, bruno: Person, gwangju: Member) -> None:
    mine = derive_charter(bruno, gwangju, latest_version(charter), "en", "Ours", [Decision()] * 7)
    place = at(mine, "art_1__para_2")
    second = split_clause(bruno, place.clause, "en", place.revision.wording.index("without"), place.revision)
    assert [row[3] for row in text(mine)][2:4] == ["Nobody is put out of a home", "without an offer of another."]
    assert second.split_from_id == place.clause.id
    origins = [db.session.scalars(select(Lineage.source_clause_id).where(Lineage.clause_id == clause.id)).all() for clause in (place.clause, second)]
    assert origins[0] == origins[1] and len(origins[1]) == 1
    for offset in (0, len("Nobody is put out of a home")):
        with pytest.raises(BadInput):
            split_clause(bruno, place.clause, "en", offset, current(mine, "art_1__para_2"))


def test_a_joined_clause_is_an_alias_of_the_first_in_every_language(draft: Charter, bruno: Person) -> None:
    korean = [Item(place.clause.kind, place.depth, place.number, wording=f"글 {count}") for count, place in enumerate(draft_of(draft, "en"))]
    add_edition(bruno, draft, "ko", "헌장", Outline("", "ko", korean))
    first, second = at(draft, "art_1__para_1"), at(draft, "art_1__para_2")
    with pytest.raises(BadInput, match="stand under"):
        join_clauses(bruno, second.clause, first.clause, "en", " ", second.revision)
    join_clauses(bruno, first.clause, second.clause, "en", " ", first.revision)
    assert [row[3] for row in text(draft)][3:] == ["Everyone has a *home*. Nobody is put out.", "In winter."]
    assert [row[3] for row in text(draft, "ko")][3:] == ["글 3 글 5", "글 4"]
    assert clause_by_guid(second.clause.guid).id == first.clause.id


def test_kinds_and_numbers_change_for_all_of_a_kind_at_once(draft: Charter, bruno: Person) -> None:
    assert retype_clause(bruno, at(draft, "art_1__para_1").clause, "point", siblings=True) == 2
    with pytest.raises(AlreadyDone):
        retype_clause(bruno, at(draft, "art_1__point_1").clause, "point")
    with pytest.raises(BadInput):
        retype_clause(bruno, at(draft, "art_1__point_1").clause, "sonnet")
    assert renumber_all(bruno, draft, "en", Numbering("point", "letters", "(#)", at(draft, "art_1").clause, through=True)) == 3
    assert shape(draft)[2:] == ["Article 1", "-(a)", "--(b)", "-(c)"]
    renumber_all(bruno, draft, "en", Numbering("point", "decimal", "#."))
    assert shape(draft)[2:] == ["Article 1", "-1.", "--1.", "-2."]
    for numbering in (Numbering("annex", "decimal"), Numbering("article", "none")):
        with pytest.raises(BadInput):
            renumber_all(bruno, draft, "en", numbering)


def test_references_follow_the_number_of_their_clause(draft: Charter, bruno: Person) -> None:
    target = at(draft, "art_1__para_2").clause
    revise_clause(bruno, at(draft, "preamble__rec_nn_1").clause, "en", "", f"As in [Article 1, 2](clause:{target.guid}),", current(draft, "preamble__rec_nn_1"))
    with draft_step(bruno, draft, "renumbered"):
        renumber_all(bruno, draft, "en", Numbering("article", "roman", "Article #"))
    assert current(draft, "preamble__rec_nn_1").plain == "As in Article I, 2,"
    undo_step(bruno, latest_steps(draft)[0])
    assert current(draft, "preamble__rec_nn_1").plain == "As in Article 1, 2,"


ACTS: dict[str, Act] = {
    "moved": lambda bruno, draft: nudge_clause(bruno, at(draft, "art_1"), "up"),
    "revised": lambda bruno, draft: revise_clause(bruno, at(draft, "art_1__para_2").clause, "en", "", "Nobody is.", current(draft, "art_1__para_2")),
    "split": lambda bruno, draft: split_clause(bruno, at(draft, "art_1__para_2").clause, "en", 6, current(draft, "art_1__para_2")),
    "joined": lambda bruno, draft: join_clauses(
        bruno, at(draft, "art_1__para_1").clause, at(draft, "art_1__para_2").clause, "en", " ", current(draft, "art_1__para_1")
    ),
    "retyped": lambda bruno, draft: retype_clause(bruno, at(draft, "art_1").clause, "chapter"),
    "renumbered": lambda bruno, draft: renumber_clause(bruno, at(draft, "art_1").clause, "en", "Article 9"),
    "added": lambda bruno, draft: draft_new_clause(bruno, draft, at(draft, "art_1").clause, "article", "en", number="Article 2"),
    "removed": lambda bruno, draft: remove_clause(bruno, at(draft, "art_1__para_1").clause),
}


@pytest.mark.parametrize("kind", ACTS)
def test_every_act_is_taken_back_and_done_again(draft: Charter, bruno: Person, kind: str) -> None:
    before = text(draft)
    with draft_step(bruno, draft, kind, "Article 1"):
        ACTS[kind](bruno, draft)
    after = text(draft)
    assert after != before
    step = last_step(latest_steps(draft))
    undo_step(bruno, step)
    assert text(draft) == before
    db.session.expire_all()
    with pytest.raises(AlreadyDone):
        undo_step(bruno, step)
    undo_step(bruno, last_undone(latest_steps(draft)))
    assert text(draft) == after


def test_an_earlier_step_waits_for_the_later_ones_on_the_same_clauses(draft: Charter, bruno: Person) -> None:
    for wording in ("Nobody.", "Nobody at all."):
        with draft_step(bruno, draft, "revised"):
            revise_clause(bruno, at(draft, "art_1__para_2").clause, "en", "", wording, current(draft, "art_1__para_2"))
    later, earlier = latest_steps(draft)
    with pytest.raises(NotOpen, match="Later steps"):
        undo_step(bruno, earlier)
    undo_step(bruno, later)
    db.session.expire_all()
    assert current(draft, "art_1__para_2").wording == "Nobody."
    assert db.session.scalar(select(Clause.in_draft).where(Clause.id == at(draft, "art_1").clause.id))


def test_the_pages_move_split_join_count_and_take_back(charter: Charter, bruno: Person, dov: Person, sign_in: SignIn) -> None:
    brunos = sign_in(bruno)
    brunos.open(f"/charters/{charter.slug}/draft")
    brunos.follow("Put the clauses in order")
    brunos.submit(button="Up", status=422)
    brunos.submit(clause=at(charter, "art_2").clause.guid, button="Up")
    assert shape(charter)[0] == "Article 2"
    brunos.submit(clause=at(charter, "art_2").clause.guid, button="Up", status=409)
    brunos.submit(clause=at(charter, "art_2__para_2").clause.guid, target=at(charter, "art_1__para_1").clause.guid, where="before", button="Put it there")
    assert shape(charter) == ["Article 2", "-1.", "Article 1", "-2.", "-1.", "-2.", "-3."]
    brunos.follow("Back to the draft")
    brunos.follow("Edit: Article 1 Right to a home · 3.")
    brunos.follow("Split")
    brunos.submit(words="nowhere", button="Split the clause", status=422)
    brunos.submit(words="how many homes", button="Split the clause")
    brunos.follow("Edit: Article 1 Right to a home · 3.")
    brunos.follow("Join with the next")
    brunos.submit(button="Join the clauses")
    assert text(charter)[-1][3] == "The city publishes every year\n\nhow many homes stand empty."
    brunos.follow("Count the clauses anew")
    brunos.submit(kind="paragraph", scheme="hangul", pattern="#.", button="Count them")
    assert shape(charter) == ["Article 2", "-가.", "Article 1", "-가.", "-나.", "-다.", "-라."]
    brunos.submit(button="Take back: other numbers")
    brunos.follow("Back to the draft")
    brunos.submit(button="Do again what was taken back")
    assert "a step taken back" in brunos.page.text and shape(charter)[1] == "-가."
    sign_in(dov).open(f"/charters/{charter.slug}/draft/en/arrangement", status=403)
