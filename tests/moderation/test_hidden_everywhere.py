"""What is hidden, or waits for a first look, is in nothing that a visitor can fetch: every address of the charter is asked."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from flask import Flask
from pypdf import PdfReader
from werkzeug.routing import Rule

from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment
from charterhub.comments.operations import post_comment, reply_to_comment
from charterhub.moderation.operations import report, rule, set_first_look
from charterhub.transaction import transaction
from tests.comments.conftest import on
from tests.world import person_named

HIDDEN, WAITING, SHOWN = "Quagmire lane twelve", "Nettle court forty", "Everybody can read this sentence."
PAPERS = ("docx", "pdf", "csv", "json")
SHOWING = {"dispositions", "dispositions.csv", "dispositions.docx", "dispositions.pdf", "gwangju-charter", "en", "art_1__para_1"}
"""How the addresses end that must show what is not withheld: otherwise nothing would be shown by finding nothing."""


@pytest.fixture
def kept(amina: Person, home: VersionClause) -> Comment:
    with transaction():
        return post_comment(amina, home, SHOWN, "en")


@pytest.fixture
def withheld(app: Flask, kept: Comment, minjun: Person, sora: Person, dov: Person, bruno: Person, home: VersionClause, charter: Charter) -> Comment:
    """A comment and a reply are hidden after they have been read; another comment waits from the start."""
    with transaction():
        written = post_comment(minjun, home, HIDDEN, "en", on(home, "safe and affordable")), reply_to_comment(sora, kept, HIDDEN, "en")
    assert HIDDEN in app.test_client().get("/charters/gwangju-charter/versions/1/en").text
    with transaction():
        for one in written:
            rule(bruno, report(dov, one, "private", "It says where somebody lives.").case, "hidden", "It does.", "private")
        set_first_look(bruno, charter, 24)
    with transaction():
        post_comment(person_named("Iris Nam", "Fern 2", Role(name="inhabitant", member_id=charter.member_id)), home, WAITING, "en")
    return written[0]


def addresses(app: Flask, comment: Comment) -> Iterator[str]:
    """Every address below the charter, its clause and this comment that is asked with GET."""
    parts = {
        "slug": "gwangju-charter", "number": 1, "older": 1, "language": "en", "eid": comment.place.eid, "comment_id": comment.id,
        "guid": comment.clause.guid, "organisation_id": 1,
    }  # fmt: skip
    for route in app.url_map.iter_rules():
        if "GET" in (route.methods or ()) and route.arguments and route.arguments <= {*parts, "ending"} and route.endpoint != "static":
            yield from built(app, route, parts)


def built(app: Flask, route: Rule, parts: dict[str, object]) -> Iterator[str]:
    given = {name: value for name, value in parts.items() if name in route.arguments}
    with app.test_request_context():
        for ending in PAPERS if "ending" in route.arguments else ("",):
            yield app.url_for(route.endpoint, **given, **({"ending": ending} if ending else {}))


def words_of(content: bytes) -> str:
    """What a reader of the file sees, whatever file it is."""
    if content.startswith(b"%PDF"):
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return " ".join(package.read(name).decode(errors="replace") for name in package.namelist())
    return content.decode(errors="replace")


def test_withheld_words_are_in_nothing_a_visitor_fetches(app: Flask, kept: Comment, withheld: Comment) -> None:
    shown, whole = set(), {*addresses(app, kept), *addresses(app, withheld)}
    for address in whole:
        answer = app.test_client().get(address)
        words = words_of(answer.data)
        assert answer.status_code < 500 and HIDDEN not in words and WAITING not in words, address
        shown |= {address.rpartition("/")[2]} if SHOWN in words else set()
    assert shown >= SHOWING
