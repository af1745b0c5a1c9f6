"""Whatever people write comes out as the words they wrote: a page's elements and attributes never depend on them."""

from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.models import Brief, BriefPassage, Comment
from charterhub.comments.operations import answer_comment, bring_brief, post_comment, publish_brief, reply_to_comment
from charterhub.extensions import db
from charterhub.organisations.models import Organisation
from charterhub.organisations.operations import present_organisation, verify_organisation
from charterhub.transaction import transaction
from tests.comments.conftest import on
from tests.comments.vectors import VECTORS
from tests.pages import Pages

CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"


class Skeleton(HTMLParser):
    """The elements of a page with their attributes; of attributes that hold what people wrote only the name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _value in attributes)))
        self.addresses += [value or "" for name, value in attributes if name in ("href", "src", "action", "formaction")]


def skeleton(client: FlaskClient, address: str) -> list[tuple[str, tuple[str, ...]]]:
    page = Skeleton(client.get(address).get_data(as_text=True))
    assert [address for address in page.addresses if not address.startswith(("/", "#", "http://localhost/", "https://tenants.example"))] == []
    return page.found


def test_the_corpus_is_large_enough() -> None:
    assert len(set(VECTORS)) >= 100


def test_no_field_of_a_comment_carries_an_element_or_attribute_of_its_own(
    app: Flask, pages: Pages, amina: Person, minjun: Person, bruno: Person, chiara: Person, home: VersionClause
) -> None:
    """One page is read with plain words in every field, and again with hostile ones in all of them at once, 15 at a time."""
    with transaction():
        tenants = present_organisation(minjun, "Tenants", "We help.", "Register", "https://tenants.example")
        verify_organisation(chiara, tenants)
        for number in range(15):
            comment = post_comment(amina, home, f"Plain {number}.", "en", on(home, "home"), stance="concern")
            answer_comment(bruno, comment, "noted", "Plain.")
        reply_to_comment(minjun, comment, "Plain.", "en", organisation=tenants)
        brief = bring_brief(minjun, tenants, home.version, "en", "Plain", "en", ["Plain."])
        publish_brief(minjun, brief)
    first = db.session.scalars(select(Comment.id).order_by(Comment.id)).first()
    addresses = [CLAUSE, CLAUSE.partition("/clauses")[0], f"/comments/{comment.id}", "/charters/gwangju-charter/discussion", f"/briefs/{brief.id}",
                 f"/organisations/{tenants.id}", f"/organisations/{tenants.id}/contributions", "/organisations"]  # fmt: skip
    plain = {address: skeleton(pages.client, address) for address in addresses}
    for at in range(0, len(VECTORS), 15):
        vectors = VECTORS[at : at + 15]
        for number in range(15):
            vector = vectors[number % len(vectors)]
            words = {"body": vector, "shown_as": vector[:200], "exact": vector, "prefix": vector[:64], "suffix": vector[:64]}
            db.session.execute(update(Comment).where(Comment.id == first + number).values(**words))
        db.session.execute(update(Comment).where(Comment.in_reply_to_id.is_not(None)).values(body=vector, shown_as=vector[:200]))
        db.session.execute(update(Organisation).values(name=vector[:95], about=vector))
        db.session.execute(update(Brief).values(title=vector[:200]))
        db.session.execute(update(BriefPassage).values(body=vector))
        db.session.commit()
        for address in addresses:
            assert skeleton(pages.client, address) == plain[address], (address, vectors)
        annotated = pages.client.get(f"/comments/{first}.jsonld")
        assert annotated.mimetype == "application/ld+json" and annotated.headers["X-Content-Type-Options"] == "nosniff"
        assert annotated.json["body"][0]["value"] == vectors[0]


@pytest.mark.parametrize("body", ["x" * 1_000_000, "\U0001f600" * 250_000, "كلمة " * 200_000])
def test_a_comment_of_a_megabyte_is_refused_in_a_sentence_and_comes_back(amina: Person, home: VersionClause, sign_in, body: str) -> None:
    pages = sign_in(amina)
    pages.open(f"{CLAUSE}/comments/new")
    page = pages.submit(body=body, button="See how it will appear", status=422)
    assert "at most 5000 can be kept" in page.text and db.session.scalars(select(Comment.id)).all() == []
