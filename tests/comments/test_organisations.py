"""Organisations: verified, with several people, comments in their name, and long briefs whose passages stand beside clauses."""

import subprocess
from collections.abc import Callable

import pypandoc
import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.models import Brief, Comment
from charterhub.comments.operations import Mapped, bring_brief, endorse_brief, map_brief, post_comment, publish_brief
from charterhub.comments.passages import suggested
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.organisations.models import Organisation
from charterhub.organisations.operations import join_organisation, leave_organisation, present_organisation, verify_organisation
from charterhub.organisations.queries import organisations_spoken_for
from charterhub.transaction import transaction
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
VERSION = "/charters/gwangju-charter/versions/1"
NEW = f"{VERSION}/en/clauses/art_1__para_1/comments/new"


@pytest.fixture
def tenants(minjun: Person, chiara: Person) -> Organisation:
    with transaction():
        organisation = present_organisation(minjun, "Tenants of Gwangju", "We help people stay in their homes.", "Register 12", "https://tenants.example")
        verify_organisation(chiara, organisation)
    return organisation


def test_an_organisation_presents_itself_is_verified_and_comments_with_its_badge(minjun: Person, chiara: Person, home: VersionClause, sign_in: SignIn) -> None:
    pages = sign_in(minjun)
    pages.open("/organisations/new")
    pages.submit(name="Tenants of Gwangju", about="We help.", registration="Register 12", website="javascript:alert(1)", button="Present it", status=422)
    pages.submit(website="", appearance="name", button="Present it")
    assert "not verified yet" in pages.page.text and "Minjun Seo" in pages.page.text
    assert "as an organisation" not in pages.open(NEW).text
    committee = sign_in(chiara)
    committee.open(pages.page.url if "organisations" in pages.page.url else "/organisations/1")
    committee.open("/organisations/1")
    assert "verified this organisation on" in committee.submit(button="It is who it says it is: verify it").text
    pages.open(NEW)
    pages.submit(body="Rents rose by a third.", appearance="organisation-1", stance="concern", button="See how it will appear")
    assert "under the name “Tenants of Gwangju”" in pages.page.text
    clause = pages.submit(button="Publish")
    assert "organisation" in clause.text and "Tenants of Gwangju" in clause.text and "Minjun" not in clause.text
    comment = db.session.scalars(select(Comment)).one()
    assert pages.client.get(f"/comments/{comment.id}.jsonld").json["creator"]["type"] == "Organization"
    assert "Rents rose by a third." in pages.open("/organisations/1/contributions").text


def test_nobody_speaks_for_an_organisation_they_do_not_belong_to_or_that_is_not_verified(
    amina: Person, minjun: Person, bruno: Person, dov: Person, home: VersionClause, tenants: Organisation, sign_in: SignIn
) -> None:
    with pytest.raises(NotAllowed, match="speak for this organisation"):
        post_comment(amina, home, "As they.", "en", organisation=tenants)
    with pytest.raises(NotAllowed, match="committee's secretaries"):
        verify_organisation(bruno, present_organisation(amina, "Another", "We are.", "None"))
    db.session.rollback()
    with pytest.raises(AlreadyDone, match="organisation of this name"):
        present_organisation(amina, "tenants of gwangju", "We are.", "None")
    with transaction():
        other = present_organisation(amina, "Unverified", "We are.", "None")
    with pytest.raises(NotAllowed, match="not verified"):
        post_comment(amina, home, "As we.", "en", organisation=other)


def test_colleagues_join_by_link_and_somebody_always_remains(minjun: Person, dov: Person, tenants: Organisation, sign_in: SignIn) -> None:
    with pytest.raises(BadInput, match="Somebody has to remain"):
        leave_organisation(minjun, tenants.spokespeople[0])
    invitation = next(text for text in sign_in(minjun).open(f"/organisations/{tenants.id}").text.split() if "/organisations/invitations/" in text)
    colleague = sign_in(dov)
    colleague.open(invitation.replace("http://localhost", ""))
    assert "Gull 40" in colleague.submit(button="Join").text
    assert [each.name for each in organisations_spoken_for(dov)] == ["Tenants of Gwangju"] and dov.holds("representative")
    colleague.open("/organisations/invitations/forged", status=404)
    with pytest.raises(AlreadyDone):
        join_organisation(dov, tenants)
    with transaction():
        leave_organisation(minjun, next(each for each in tenants.spokespeople if each.person_id == dov.id))
    assert organisations_spoken_for(dov) == [] and not dov.holds("representative")


@pytest.mark.parametrize(
    ("passages", "found"),
    [
        (["Who we are.", "Article 1 · 2. is too weak.", "More on that."], [None, 12, 12]),
        (["on ARTICLE 1, 2", "Article 12 is not here", "Article 1."], [12, 12, 1]),
        (["Article 1 · 2. and Article 2 · 2. clash."], [None]),
        (["article 1.2 says"], [12]),
    ],
)
def test_a_passage_is_suggested_beside_the_clause_it_names(passages: list[str], found: list[int | None]) -> None:
    assert suggested(passages, [(1, "Article 1"), (12, "Article 1 · 2."), (22, "Article 2 · 2."), (9, "1.")]) == found


def test_a_brief_from_a_word_file_becomes_comments_beside_clauses(minjun: Person, home: VersionClause, tenants: Organisation, sign_in: SignIn) -> None:
    text = "# Our brief\n\nThe first clause says nothing of rents.\n\nWe thank the city.\n\nAn aside."
    file = subprocess.run([pypandoc.get_pandoc_path(), "--to", "docx", "--output", "-"], input=text.encode(), capture_output=True, check=True).stdout
    pages = sign_in(minjun)
    pages.open(f"{VERSION}/briefs/new")
    fields = {"organisation": str(tenants.id), "title": "On rents", "language": "en"}
    pages.submit(fields, file=("brief.pdf", b"%PDF-1.7 ..."), button="Read the brief", status=422)
    pages.submit(fields, file=("brief.docx", file), button="Read the brief")
    assert pages.page.url.endswith("/passages")
    pages.submit({"rows-1-clause": str(home.clause_id), "rows-1-stance": "concern", "rows-2-clause": "", "rows-3-left_out": True}, button="See how it will appear")
    assert "Not public yet" in pages.page.text and db.session.scalars(select(Comment.id)).all() == []
    brief = db.session.scalars(select(Brief)).one()
    assert Pages(pages.app).open(f"/briefs/{brief.id}").url.startswith("/sign-in")
    pages.submit(button="Publish")
    [comment] = db.session.scalars(select(Comment))
    assert (comment.body, comment.stance, comment.clause_id, comment.organisation_id) == ("The first clause says nothing of rents.", "concern", home.clause_id, tenants.id)
    public = Pages(pages.app).open(f"/briefs/{brief.id}")
    assert "We thank the city." in public.text and "An aside." not in public.text
    pages.open(f"/briefs/{brief.id}/passages", status=403)
    assert "On rents" in pages.open("/charters/gwangju-charter/briefs").text


def test_other_organisations_join_in_a_brief_once(minjun: Person, amina: Person, chiara: Person, home: VersionClause, tenants: Organisation) -> None:
    with transaction():
        other = present_organisation(amina, "Students of Gwangju", "We study.", "Register 13")
        verify_organisation(chiara, other)
        brief = bring_brief(minjun, tenants, home.version, "en", "On rents", "en", ["One.", "Two."])
    with pytest.raises(NotAllowed, match="not public yet"):
        endorse_brief(amina, brief, other)
    with pytest.raises(BadInput, match="this very text"):
        map_brief(minjun, brief, {1: Mapped(999_999)})
    db.session.rollback()
    with pytest.raises(BadInput, match="at least one passage"):
        bring_brief(minjun, tenants, home.version, "en", "Too long", "en", ["x"] * 101)
    with transaction():
        map_brief(minjun, brief, {1: Mapped(home.clause_id), 2: Mapped(None)})
        publish_brief(minjun, brief)
        endorse_brief(amina, brief, other)
    for organisation, person in ((other, amina), (tenants, minjun)):
        with pytest.raises(AlreadyDone):
            endorse_brief(person, brief, organisation)
    with pytest.raises(NotAllowed, match="public"):
        map_brief(minjun, brief, {})
