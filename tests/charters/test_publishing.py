"""A version freezes the draft, and the charter goes its way; each act with its entry, each refusal with its reason."""


import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DatabaseError

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Revision, Version, VersionClause
from charterhub.charters.operations import (
    create_charter,
    enter_phase,
    publish_version,
    remove_clause,
    renumber_clause,
    revise_clause,
)
from charterhub.charters.queries import clauses_of, draft_of, latest_version, unpublished
from charterhub.errors import AlreadyDone, BadInput, CharterError, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.members.models import Member
from tests.charters.conftest import ITEMS, actions, current, place


def test_publishing_freezes_the_draft_and_later_changes_leave_it_alone(draft: Charter, bruno: Person) -> None:
    version = publish_version(bruno, draft, "First text")
    base = current(draft, "art_1__para_1")
    revise_clause(bruno, base.clause, "en", "", "Everyone has a warm home.", base)
    assert clauses_of(version, "en")[3].revision.wording == "Everyone has a *home*."
    assert (version.number, draft.latest_version_number, actions()[1]) == (1, 1, "version.published")
    second = publish_version(bruno, draft, "Warmth")
    assert (second.number, second.previous_digest, clauses_of(second, "en")[3].revision.wording) == (2, version.digest, "Everyone has a warm home.")
    assert latest_version(draft) is second


def test_what_is_not_published_yet_is_counted(draft: Charter, bruno: Person) -> None:
    assert len(unpublished(draft, draft_of(draft, "en"), "en")) == 6
    publish_version(bruno, draft, "First text")
    assert len(unpublished(draft, draft_of(draft, "en"), "en")) == 0
    remove_clause(bruno, place(draft, "art_1__para_2"))
    renumber_clause(bruno, place(draft, "art_1__para_1"), "en", "(1)")
    news = unpublished(draft, draft_of(draft, "en"), "en")
    assert (len(news.changed), news.removed) == (1, ["Article 1 · 2."])


def test_publishing_nothing_new_nothing_at_all_or_without_a_note_is_refused(draft: Charter, bruno: Person) -> None:
    with pytest.raises(BadInput, match="Please say in a sentence"):
        publish_version(bruno, draft, " ")
    publish_version(bruno, draft, "First text")
    with pytest.raises(AlreadyDone, match="Nothing has changed since version 1"):
        publish_version(bruno, draft, "Again")
    for eid in ("preamble", "art_1"):
        remove_clause(bruno, place(draft, eid))
    with pytest.raises(BadInput, match="no clause yet"):
        publish_version(bruno, draft, "Nothing")
    assert db.session.scalar(select(func.count(Version.id))) == 1


def test_the_digest_of_a_version_covers_every_word_number_and_title(gwangju: Member, bruno: Person) -> None:
    changed = [[*ITEMS[:5], Item("paragraph", 1, "2.", wording="Nobody is put out!")], [*ITEMS[:5], Item("paragraph", 1, "3.", wording="Nobody is put out.")]]
    digests = {
        publish_version(bruno, create_charter(bruno, gwangju, "en", title, Outline("", "en", items)), "First").digest
        for title, items in (("A charter", ITEMS), ("B charter", ITEMS), ("A charter", changed[0]), ("A charter", changed[1]))
    }
    assert len(digests) == 4


@pytest.mark.parametrize("table", [Revision, Version, VersionClause])
def test_the_database_itself_refuses_to_change_or_delete_what_is_frozen(draft: Charter, bruno: Person, table: type) -> None:
    publish_version(bruno, draft, "First text")
    db.session.commit()
    column = {Revision: "wording", Version: "note", VersionClause: "number"}[table]
    for statement in (update(table).values({column: "forged"}), delete(table)):
        with pytest.raises(DatabaseError):
            db.session.execute(statement)
        db.session.rollback()


WAY = ("consultation", "amending", "voting", "adopted")


def test_a_charter_goes_its_way_step_by_step(draft: Charter, bruno: Person) -> None:
    publish_version(bruno, draft, "First text")
    for phase in WAY:
        enter_phase(bruno, draft, phase)
    assert (draft.phase, actions()[2:]) == ("adopted", ["phase.entered"] * 4)


@pytest.mark.parametrize(
    ("present", "phase", "error"),
    [
        ("drafting", "amending", NotOpen),
        ("consultation", "adopted", NotOpen),
        ("consultation", "consultation", AlreadyDone),
        ("consultation", "nonsense", BadInput),
        ("amending", "consultation", BadInput),  # back, without a reason
        ("voting", "drafting", NotOpen),
    ],
)
def test_a_charter_refuses_other_steps(draft: Charter, bruno: Person, present: str, phase: str, error: type[CharterError]) -> None:
    publish_version(bruno, draft, "First text")
    draft.phase = present
    with pytest.raises(error):
        enter_phase(bruno, draft, phase)
    assert (draft.phase, actions()[2:]) == (present, [])


def test_a_charter_without_a_published_text_stays_in_drafting(draft: Charter, bruno: Person, dov: Person) -> None:
    with pytest.raises(NotOpen, match="Please publish a version first"):
        enter_phase(bruno, draft, "consultation")
    with pytest.raises(NotAllowed):
        enter_phase(dov, draft, "consultation")
