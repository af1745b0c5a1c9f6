"""Comments for programs: valid Web Annotations out, and in again with a look before."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments import annotations
from charterhub.comments.incoming import read_annotations
from charterhub.comments.models import Comment
from charterhub.comments.operations import post_comment, reply_to_comment, withdraw_comment
from charterhub.comments.views import annotations as views
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.comments.conftest import on
from tests.comments.web_annotation import faults_of
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
COLLECTION = "/charters/gwangju-charter/versions/1/annotations"
CLAUSE = "http://localhost/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"


def test_the_rules_find_what_is_broken() -> None:
    broken = {"type": "Annotation", "id": "no iri", "motivation": "liking", "body": [{"type": "TextualBody", "purpose": "x"}], "created": "today"}
    assert len(faults_of(broken)) == 7
    assert faults_of({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection", "id": "http://a/b", "total": 3}) == ["5.1 first", "5.1 last"]


def test_each_comment_is_a_valid_annotation_at_its_own_address(pages: Pages, minjun: Person, comment: Comment) -> None:
    with transaction():
        reply = reply_to_comment(minjun, comment, "For whom?", "en")
    for address, accept in ((f"/comments/{comment.id}.jsonld", "*/*"), (f"/comments/{comment.id}", "application/ld+json")):
        answer = pages.client.get(address, headers={"Accept": accept})
        document = answer.json
        assert faults_of(document) == []
        assert answer.mimetype == "application/ld+json" and "Accept" in answer.headers["Vary"]
    quote, position = document["target"]["selector"]
    text = pages.client.get(document["target"]["source"]["id"]).get_data(as_text=True)
    assert text[position["start"] : position["end"]] == quote["exact"] == "safe and affordable"
    assert pages.client.get(f"/comments/{comment.id}", headers={"Accept": "text/html,*/*;q=0.8"}).mimetype == "text/html"
    replied = pages.client.get(f"/comments/{reply.id}.jsonld").json
    assert faults_of(replied) == []
    assert (replied["motivation"], replied["target"]) == ("replying", f"http://localhost/comments/{comment.id}")


def test_a_withdrawn_comment_is_gone(pages: Pages, amina: Person, comment: Comment) -> None:
    with transaction():
        withdraw_comment(amina, comment)
    assert pages.client.get(f"/comments/{comment.id}.jsonld").status_code == 410
    assert pages.client.get(COLLECTION).json["total"] == 0


def test_the_collection_of_a_version_is_paged_and_whole(pages: Pages, amina: Person, home: VersionClause, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (annotations, views):
        monkeypatch.setattr(module, "ANNOTATIONS_ON_A_PAGE", 2)
    with transaction():
        for number in range(5):
            post_comment(amina, home, f"Comment {number}.", "en", stance="question" if number else "")
    collection = pages.client.get(COLLECTION).json
    assert faults_of(collection) == [] and collection["total"] == 5
    found, address = [], collection["first"]
    while address:
        page = pages.client.get(address).json
        assert faults_of(page) == [] and page["startIndex"] == len(found)
        found += [item["body"][0]["value"] for item in page["items"]]
        last, address = address, page.get("next")
    assert found == [f"Comment {number}." for number in range(5)] and last == collection["last"]
    for beyond in ("3", "minus", "99999999999"):
        assert pages.client.get(f"{COLLECTION}?page={beyond}").status_code == 404


def annotation(target: Any, text: Any = "A thought.", **more: Any) -> dict[str, Any]:
    return {"type": "Annotation", "bodyValue": text, "target": target, **more}


def quoting(exact: str, **more: Any) -> dict[str, Any]:
    return {"source": CLAUSE, "selector": {"type": "TextQuoteSelector", "exact": exact, **more}}


@pytest.mark.parametrize(
    ("item", "refusal"),
    [
        (annotation(quoting("no such words")), "not in this clause"),
        (annotation(quoting("a")), "more than once"),
        (annotation({"source": CLAUSE, "selector": {"type": "XPathSelector", "value": "/p"}}), "does not quote"),
        (annotation(CLAUSE.replace("gwangju-charter", "other-charter")), "into another charter: other-charter"),
        (annotation(CLAUSE.replace("versions/1", "versions/7")), "no such clause: version 7"),
        (annotation(CLAUSE.replace("localhost", "elsewhere.example")), "not a clause here"),
        (annotation([CLAUSE, CLAUSE]), "several things"),
        (annotation(None), "what it is about"),
        (annotation("http://[broken"), "not a clause here"),
        (annotation("http://localhost/comments/999"), "replies to something"),
        (annotation(CLAUSE, "  "), "write something"),
        (annotation(CLAUSE, "x" * 6000), "6000 characters long"),
        (annotation(CLAUSE, None), "no text of its own"),
        (annotation(CLAUSE, None, body={"type": "TextualBody", "value": "<p>Hm</p>", "format": "text/html"}), "not plain text"),
        (annotation(CLAUSE, id="http://localhost/comments/1"), "here already"),
        (annotation(CLAUSE, id="http://e.example/" + "x" * 600), "too long"),
        ({"type": "Note"}, "not an annotation"),
        ("a string", "not an annotation"),
    ],
)
def test_what_cannot_be_placed_for_certain_is_refused_with_a_reason(home: VersionClause, item: Any, refusal: str) -> None:
    [read] = read_annotations(home.charter, json.dumps([item]))
    assert read.contribution is None and refusal in str(read.refusal)


@pytest.mark.parametrize("text", ["", "no json", "[]", "7", "[" * 100_000, json.dumps({"items": "none"}), json.dumps([1] * 1001)])
def test_a_file_that_is_none_is_refused(home: VersionClause, text: str) -> None:
    with pytest.raises(BadInput):
        read_annotations(home.charter, text)


def test_an_official_looks_at_annotations_and_takes_them_in_once(bruno: Person, minjun: Person, comment: Comment, sign_in: SignIn) -> None:
    there = "https://other.example/annotations/"
    items = [
        annotation(quoting("safe and affordable"), None, id=f"{there}1", creator={"type": "Person", "name": "Nour"},
                   body=[{"type": "TextualBody", "value": "At what price?", "language": "fr"}, {"type": "TextualBody", "purpose": "tagging", "value": "concern"}]),
        annotation(f"{there}1", "I ask that too.", id=f"{there}2"),
        annotation(f"http://localhost/comments/{comment.id}", "A reply to one that is here.", id=f"{there}3"),
        annotation(quoting("no such words"), id=f"{there}4"),
        annotation(CLAUSE, id=f"{there}1"),
    ]  # fmt: skip
    file = json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items})
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/annotations/import")
    look = pages.submit(title="The forum of the neighbourhoods", file=("page.jsonld", file.encode()), button="Look what would come of it")
    assert "3 annotations can be taken in · 2 cannot" in look.text and "It is here already" in look.text
    assert len(db.session.scalars(select(Comment.id)).all()) == 1
    batch = pages.submit(button="Publish those that can be taken in")
    assert "The forum of the neighbourhoods" in batch.text
    first, second, third = db.session.scalars(select(Comment).where(Comment.source == "imported").order_by(Comment.id))
    assert (first.exact, first.stance, first.language, first.shown_as, first.author_id) == ("safe and affordable", "concern", "fr", "Nour", None)
    assert (second.in_reply_to_id, third.in_reply_to_id) == (first.id, comment.id)
    assert [read.contribution for read in read_annotations(comment.charter, file)] == [None] * 5
    assert faults_of(pages.client.get(f"/comments/{first.id}.jsonld").json) == []


def test_only_its_officials_take_annotations_in(minjun: Person, comment: Comment, sign_in: SignIn) -> None:
    sign_in(minjun).open("/charters/gwangju-charter/annotations/import", status=403)


def test_what_goes_out_comes_in_again(pages: Pages, amina: Person, home: VersionClause, comment: Comment) -> None:
    page = pages.client.get(f"{COLLECTION}?page=0").json
    for item in page["items"]:
        item["id"] = "https://copy.example/1"
    [read] = read_annotations(home.charter, json.dumps(page))
    assert read.contribution is not None
    assert (read.contribution.selector, read.contribution.body) == (on(home, "safe and affordable"), comment.body)
