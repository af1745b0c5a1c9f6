"""A round on a charter of two languages: each reads the question in theirs, and the binding text is one link away."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Revision, Version, VersionClause, VersionEdition
from charterhub.extensions import db
from charterhub.voting.models import VotingRound
from tests.pages import Pages
from tests.voting.conftest import SignIn, address, checked

CLAUSES = "/charters/gwangju-charter/versions/1"


@pytest.fixture
def in_french_too(version: Version, prepare: Callable[[str], VotingRound]) -> VotingRound:
    """A prepared round whose version has a French edition of every clause, with identifiers of its own."""
    db.session.add(VersionEdition(version_id=version.id, language="fr", title="Charte de Gwangju", position=1))
    db.session.flush()
    for clause in db.session.scalars(select(VersionClause).filter_by(version_id=version.id, language="en")).all():
        db.session.add(french(clause))
    db.session.commit()
    return prepare("Homes, first reading")


def french(clause: VersionClause) -> VersionClause:
    revision = Revision(
        clause_id=clause.clause_id, language="fr", number=1, heading="", wording=f"Texte {clause.ordinal}", html=f"<p>Texte {clause.ordinal}</p>",
        source="translation", written_at=clock.now(), digest="fr",
    )  # fmt: skip
    db.session.add(revision)
    db.session.flush()
    return VersionClause(
        version_id=clause.version_id, language="fr", clause_id=clause.clause_id, ordinal=clause.ordinal, depth=clause.depth,
        kind=clause.kind, eid=f"{clause.eid}_fr", name=f"Clause {clause.ordinal}", revision_id=revision.id,
    )  # fmt: skip


def links(pages: Pages) -> set[str | None]:
    return {link.get("href") for link in pages.page.all("a")}


def test_the_question_reads_in_the_interfaces_language(pages: Pages, in_french_too: VotingRound) -> None:
    page = pages.open(address(in_french_too), language="fr")
    assert "Texte 1" in page.text
    assert "Everyone who lives" not in page.text
    assert f"{CLAUSES}/fr/clauses/art_1__para_1_fr" in links(pages)


def test_a_translation_links_the_binding_text(pages: Pages, in_french_too: VotingRound) -> None:
    pages.open(address(in_french_too), language="fr")
    assert f"{CLAUSES}/en/clauses/art_1__para_1" in links(pages)


def test_without_an_edition_in_the_interfaces_language_the_binding_text_shows(pages: Pages, in_french_too: VotingRound) -> None:
    assert "Everyone who lives" in pages.open(address(in_french_too), language="ar").text


def test_another_edition_can_be_chosen(pages: Pages, in_french_too: VotingRound) -> None:
    pages.open(address(in_french_too), language="en")
    pages.follow("Français")
    assert "Texte 1" in pages.page.text


def test_a_ballot_sent_from_one_edition_comes_back_in_it(
    sign_in: SignIn, bruno: Person, amina: Person, in_french_too: VotingRound
) -> None:
    official = sign_in(bruno)
    official.open(address(in_french_too))
    official.submit(button="Open the voting round")
    pages = sign_in(amina)
    pages.open(f"{address(in_french_too)}?language=fr")
    pages.submit({f"question_{in_french_too.questions[0].id}": "for"}, button="Put my ballot in the box")
    assert pages.page.url == f"{address(in_french_too)}?language=fr&ballot=taken"
    assert checked(pages) == ["for"]
