"""What becomes of a charter's rows: created, revised, published, moved; each act with its entry, each refusal with its reason."""


import pytest
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.operations import (
    add_edition,
    create_charter,
    draft_new_clause,
    publish_version,
    remove_clause,
    renumber_clause,
    revise_clause,
)
from charterhub.charters.queries import clauses_of, draft_of
from charterhub.errors import AlreadyDone, BadInput, CharterError, NotAllowed, StaleRevision
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.journal.models import Entry
from charterhub.members.models import Member
from tests.charters.conftest import ITEMS, actions, current, place

FRENCH = [
    Item("preamble", 0, "", "Préambule"),
    Item("recital", 1, wording="Considérant que des gens vivent ici,"),
    Item("article", 0, "Article premier"),
    Item("paragraph", 1, "1.", wording="Toute personne a un toit."),
    Item("point", 2, "a)", wording="En hiver."),
    Item("paragraph", 1, "2.", wording="Nul n’est expulsé."),
]


def test_an_outline_becomes_a_draft_in_reading_order(draft: Charter) -> None:
    assert [(found.eid, found.name) for found in draft_of(draft, "en")] == [
        ("preamble", "Preamble"),
        ("preamble__rec_nn_1", "Preamble · ¶1"),
        ("art_1", "Article 1"),
        ("art_1__para_1", "Article 1 · 1."),
        ("art_1__para_1__point_a", "Article 1 · 1. · a)"),
        ("art_1__para_2", "Article 1 · 2."),
    ]
    assert (draft.slug, draft.phase, actions()) == ("charter-of-gwangju", "drafting", ["charter.imported"])
    revision = current(draft, "art_1__para_1")
    assert (revision.html, revision.plain) == ("<p>Everyone has a <em>home</em>.</p>", "Everyone has a home.")


def test_two_charters_of_one_title_have_two_addresses_and_a_korean_title_that_of_its_place(draft: Charter, gwangju: Member, bruno: Person) -> None:
    titles = ("Charter of Gwangju", "광주 인권 헌장", "인권")
    charters = [create_charter(bruno, gwangju, "en", title, Outline("", "en", ITEMS)) for title in titles]
    assert [charter.slug for charter in charters] == ["charter-of-gwangju-2", "gwangju-charter", "gwangju-charter-2"]


REFUSED_OUTLINES = {
    "nothing": ([], "There is no clause in this text."),
    "an empty line": ([Item("article", 0)], "Clause 1 of the list: It has neither number nor heading nor text."),
    "an override": ([Item("article", 0, heading="a\u202eb")], "Clause 1 of the list: Character 2 is an invisible one"),
    "a long number": ([Item("article", 0, "9" * 41, "x")], "at most 40 can be kept"),
    "eight levels": ([Item("point", depth, "1.") for depth in range(8)], "stands too deep"),
}


@pytest.mark.parametrize(("items", "sentence"), REFUSED_OUTLINES.values(), ids=REFUSED_OUTLINES)
def test_an_outline_that_cannot_be_kept_is_refused_and_changes_nothing(gwangju: Member, bruno: Person, items: list[Item], sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        create_charter(bruno, gwangju, "en", "A charter", Outline("", "en", items))
    assert sentence in str(refused.value)
    assert (db.session.scalar(select(func.count(Charter.id))), actions()) == (0, [])


def test_only_officials_of_the_place_create_its_charter_and_only_the_committee_the_global_one(
    gwangju: Member, bruno: Person, dov: Person, chiara: Person
) -> None:
    for person, member in ((dov, gwangju), (chiara, gwangju), (bruno, None)):
        with pytest.raises(NotAllowed):
            create_charter(person, member, "en", "A charter", Outline("", "en", ITEMS))
    assert create_charter(chiara, None, "en", "Charter-Agenda", Outline("", "en", ITEMS)).member_id is None


def test_a_new_wording_is_a_new_revision_that_knows_the_one_before(draft: Charter, bruno: Person) -> None:
    base = current(draft, "art_1__para_1")
    revision = revise_clause(bruno, base.clause, "en", "", " Everyone has a warm home. ", base, reason="Winters are cold.")
    assert (revision.number, revision.previous_id, revision.plain) == (2, base.id, "Everyone has a warm home.")
    assert current(draft, "art_1__para_1") is revision
    assert revision.digest != base.digest
    entry = db.session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None and (entry.action, entry.facts["clause"], entry.charter_id) == ("clause.revised", "Article 1 · 1.", draft.id)


def test_a_wording_on_a_stale_base_is_refused_with_the_three_texts(draft: Charter, bruno: Person) -> None:
    base = current(draft, "art_1__para_1")
    revise_clause(bruno, base.clause, "en", "", "Theirs.", base)
    with pytest.raises(StaleRevision) as refused:
        revise_clause(bruno, base.clause, "en", "", "Mine.", base)
    assert (refused.value.base, refused.value.current, refused.value.proposed) == ("Everyone has a *home*.", "Theirs.", "Mine.")
    assert actions() == ["charter.imported", "clause.revised"]


@pytest.mark.parametrize(("wording", "error"), [("", BadInput), ("x" * 20_001, BadInput), ("a\u202eb", BadInput), ("Everyone has a *home*.", AlreadyDone)])
def test_a_wording_that_says_nothing_new_or_cannot_be_kept_is_refused(draft: Charter, bruno: Person, wording: str, error: type[CharterError]) -> None:
    base = current(draft, "art_1__para_1")
    with pytest.raises(error):
        revise_clause(bruno, base.clause, "en", "", wording, base)
    assert actions() == ["charter.imported"]


def test_strangers_revise_nothing_and_nobody_does_while_a_vote_is_on(draft: Charter, bruno: Person, dov: Person, chiara: Person) -> None:
    base = current(draft, "art_1__para_1")
    for stranger in (dov, chiara):
        with pytest.raises(NotAllowed):
            revise_clause(stranger, base.clause, "en", "", "Mine.", base)
    draft.phase = "voting"
    with pytest.raises(NotAllowed, match="being voted on"):
        revise_clause(bruno, base.clause, "en", "", "Ours.", base)


def test_a_clause_is_added_renumbered_and_taken_out_and_its_siblings_make_room(draft: Charter, bruno: Person) -> None:
    added = draft_new_clause(bruno, draft, place(draft, "art_1__para_1"), "paragraph", "en", "1bis.", wording="And a key.")
    first = draft_new_clause(bruno, draft, None, "paragraph", "en", "0.", wording="Before all.", parent=place(draft, "art_1"))
    renumber_clause(bruno, added, "en", "2.")
    remove_clause(bruno, place(draft, "art_1__para_1"))
    assert [found.number for found in draft_of(draft, "en")] == ["", "", "Article 1", "0.", "2.", "2."]
    assert [found.eid for found in draft_of(draft, "en")][-2:] == ["art_1__para_2", "art_1__para_2_2"]
    assert first.in_draft
    with pytest.raises(CharterError):
        renumber_clause(bruno, place(draft, "art_1"), "en", "")
    assert actions() == ["charter.imported", "clause.drafted", "clause.drafted", "clause.renumbered", "clause.removed"]


def test_an_edition_of_the_same_shape_is_added_and_published_with_the_rest(draft: Charter, bruno: Person) -> None:
    add_edition(bruno, draft, "fr", "Charte de Gwangju", Outline("", "fr", FRENCH))
    version = publish_version(bruno, draft, "First")
    english, french = clauses_of(version, "en"), clauses_of(version, "fr")
    assert [clause.clause_id for clause in english] == [clause.clause_id for clause in french]
    assert [clause.eid for clause in english] == [clause.eid for clause in french]
    assert (version.languages, version.title_in("fr"), french[2].name) == (["en", "fr"], "Charte de Gwangju", "Article premier")
    assert french[3].revision.translates_id == english[3].revision_id


def test_an_edition_of_another_shape_is_refused_at_the_first_place_where_it_differs(draft: Charter, bruno: Person) -> None:
    with pytest.raises(BadInput, match="go apart at “Article 1 · 1. · a\\)”: the new one has “2. Nul n’est expulsé.” there"):
        add_edition(bruno, draft, "fr", "Charte", Outline("", "fr", FRENCH[:4] + FRENCH[5:]))
    with pytest.raises(BadInput, match="has 6 clauses, the new text 5"):
        add_edition(bruno, draft, "fr", "Charte", Outline("", "fr", FRENCH[:5]))
    with pytest.raises(AlreadyDone, match="has a text in English already"):
        add_edition(bruno, draft, "en", "Charter", Outline("", "en", ITEMS))
    with pytest.raises(BadInput, match="is not a language we know"):
        add_edition(bruno, draft, "klingon", "Charter", Outline("", "en", ITEMS))
