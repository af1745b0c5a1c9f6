"""Twelve rights are rebuilt as six groups with thirty-three leaves: no comment, amendment or vote loses its place."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.agenda.mapping import Mapped, mapping_of, standing_on
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import table_amendment
from charterhub.amendments.operations.rebuilding import map_clause
from charterhub.charters.models import Charter, Clause, VersionClause
from charterhub.charters.operations import draft_new_clause, remove_clause
from charterhub.charters.queries import clauses_of, draft_of, latest_version
from charterhub.comments.operations import post_comment
from charterhub.counting.quorum import Quorum
from charterhub.errors import BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.operations import close_round, open_round, prepare_round
from tests.pages import Pages
from tests.publishing import publish_unanswered
from tests.world import Line, in_phase, published_charter

SignIn = Callable[[Person], Pages]
RIGHTS, GROUPS, LEAVES = 12, 6, 33


@pytest.fixture
def rights(gwangju: Member, bruno: Person, amina: Person, minjun: Person, later: Callable[[timedelta], object]) -> Charter:
    """Twelve rights of one paragraph each; three have been voted on, all are commented on and amended."""
    lines: list[Line] = []
    for number in range(1, RIGHTS + 1):
        lines += [Line(f"art_{number}", "article", f"Article {number}", heading=f"Right {number}"), Line(f"art_{number}__para_1", "paragraph", "1.", wording=f"Everyone has right {number} in this city.")]
    charter = in_phase(published_charter(gwangju, bruno, "rights", lines=tuple(lines)), "voting")
    version = latest_version(charter)
    words = [clause for clause in clauses_of(version, "en") if clause.revision.wording]
    with transaction():
        voted = open_round(bruno, prepare_round(bruno, version, "First reading", [clause.clause_id for clause in words[:3]], "simple", Quorum(1, 2), clock.now() + timedelta(days=1)))
    later(timedelta(days=1))
    with transaction():
        close_round(bruno, voted)
    in_phase(charter, "amending")
    with transaction():
        for clause in words:
            post_comment(minjun, clause, f"What does {clause.revision.wording} mean?", "en")
            table_amendment(amina, clause, clause.revision.wording.replace("city", "region"), "Wider.")
    return charter


def rebuilt(actor: Person, charter: Charter) -> list[Clause]:
    """The draft anew: groups, their leaves in order, and nothing of the old articles. Returns the leaves."""
    old = [place for place in draft_of(charter, "en") if place.depth == 0]
    leaves: list[Clause] = []
    for group in range(GROUPS):
        chapter = draft_new_clause(actor, charter, None, "chapter", "en", f"{group + 1}.", heading=f"Group {group + 1}")
        before = None
        for number in range(group * LEAVES // GROUPS, (group + 1) * LEAVES // GROUPS):
            before = draft_new_clause(actor, charter, before, "article", "en", f"{number + 1}", heading=f"Leaf {number + 1}", wording=f"Leaf {number + 1} says more.", parent=None if before else chapter)
            leaves.append(before)
    for place in old:
        remove_clause(actor, place.clause)
    return leaves


def with_something(rows: list[Mapped]) -> list[Mapped]:
    return [row for row in rows if row.standing.anything]


def test_twelve_rights_become_six_groups_and_thirty_three_leaves_and_nothing_loses_its_place(
    rights: Charter, bruno: Person, amina: Person, sign_in: SignIn, pages: Pages
) -> None:
    version = latest_version(rights)
    words: list[VersionClause] = [clause for clause in clauses_of(version, "en") if clause.revision.wording]
    with transaction():
        leaves = rebuilt(bruno, rights)
    assert sum(row.lost for row in mapping_of(rights)[0]) == RIGHTS
    official = sign_in(bruno)
    for place, clause in enumerate(words):
        wanted = [leaf for number, leaf in enumerate(leaves) if number * RIGHTS // LEAVES == place]
        official.open(f"/charters/rights/mapping?change={clause.clause_id}")
        assert "leads nowhere" in official.page.text
        official.submit(successor=[str(leaf.id) for leaf in wanted], button="Save")
    assert "leads nowhere" not in official.page.text
    with transaction():
        publish_unanswered(bruno, rights, "Rebuilt")
    rows = with_something(mapping_of(rights)[0])
    assert [row.clause.clause_id for row in rows] == [clause.clause_id for clause in words]
    assert [tuple(row.standing) for row in rows] == [(1, 1, int(place < 3)) for place in range(RIGHTS)]
    assert sorted(leaf for row in rows for leaf in row.successors) == sorted(leaf.id for leaf in leaves)
    assert not any(row.lost for row in rows)
    page = pages.open("/charters/rights/mapping")
    assert page.text.count("1 comment, 1 amendment, 1 vote") == 3 and "Leaf 33" in page.text
    new = {clause.clause_id: clause for clause in clauses_of(latest_version(rights), "en")}
    page = pages.open(f"/charters/rights/versions/2/en/clauses/{new[leaves[0].id].eid}")
    assert "takes the place of these" in page.text and "1 comment, 1 amendment, 1 vote" in page.text
    before = "/charters/rights/versions/1/en/clauses/art_1__para_1"
    assert f'href="{before}"' in page.html
    old = pages.open(before)
    assert "What does Everyone has right 1" in old.text and "Amendment 1" in old.text and "First reading" in old.text and "Leaf 3" in old.text
    amendment = db.session.scalars(select(Amendment).filter_by(clause_id=words[11].clause_id)).one()
    assert "Leaf 33" in sign_in(amina).open(f"/amendments/{amendment.id}").text, "an orphan's proposer is shown where to"


def test_what_is_mapped_wrongly_is_refused(rights: Charter, bruno: Person, amina: Person) -> None:
    one, other = [place.clause.id for place in draft_of(rights, "en")][:2]
    for wanted in ({999}, {other, 999}):
        with pytest.raises(BadInput):
            map_clause(bruno, rights, one, wanted)
    with pytest.raises(NotAllowed):
        map_clause(amina, rights, one, {other})
    assert standing_on([one])[one] == (0, 0, 0)
