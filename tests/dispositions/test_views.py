"""The drafters sort, draft and answer comments; a version waits for the answers; authors say what they think of them."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import publish_version, revise_clause
from charterhub.comments.models import Answer, Comment, Rejoinder
from charterhub.comments.operations import answer_comment, post_comment
from charterhub.dispositions.models import CommentTag, Handling, Waiver
from charterhub.dispositions.operations import sort_comments, waive_answers
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.looking import count, last_entry
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
INBOX = "/charters/gwangju-charter/comments"
LETTER = "We ask the city to keep every rent below a third of what a household earns, and to say each year how many homes are empty."


@pytest.fixture
def campaign(home: VersionClause, amina: Person, minjun: Person) -> list[Comment]:
    """The same letter four times from two people, and one voice of its own."""
    with transaction():
        sent = [post_comment(person, home, f"{LETTER} {word}", "en") for person, word in ((amina, "Now."), (minjun, "Today."), (amina, "Please."), (minjun, "Soon."))]
        post_comment(minjun, home, "Who counts the rooms?", "en")
    return sent


def test_comments_are_sorted_from_the_inbox_and_found_again(sign_in: SignIn, bruno: Person, campaign: list[Comment]) -> None:
    pages = sign_in(bruno)
    pages.open(INBOX, queries=10)
    ticked = {"comment": [str(campaign[0].id), str(campaign[1].id)]}
    page = pages.submit({**ticked, "state": "waiting", "assignee": str(bruno.id), "tags": "rent, Housing office"}, button="Sort")
    assert "waiting for somebody" in page.text and "housing office" in page.text
    assert {row.tag for row in db.session.query(CommentTag)} == {"rent", "housing office"}
    assert [row.assigned_to_id for row in db.session.query(Handling)] == [bruno.id] * 2
    assert last_entry().charter_id is None, "how comments are sorted is nobody else's business"
    for sifted, number in (("?tag=rent", 2), ("?state=received", 3), (f"?assignee={bruno.id}", 2), ("?state=waiting&stance=against", 0), ("?clause=x&state=y", 5)):
        assert len(pages.open(INBOX + sifted).all("article")) == number, sifted
    pages.open(INBOX)
    pages.submit({"state": "triaged"}, button="Sort", status=422)
    assert "Please tick at least one comment." in pages.page.text


def test_a_campaign_is_seen_as_one_group_and_answered_once_with_one_letter_to_each_author(
    sign_in: SignIn, pages: Pages, bruno: Person, campaign: list[Comment]
) -> None:
    official = sign_in(bruno)
    assert "4 comments 2 accounts" in official.open(f"{INBOX}/alike").text.replace(" ·", "")
    letters = count(Letter)
    official.follow("Read and answer them together")
    official.submit({"reason": "No choice."}, button="Publish the answer to 4 comments", status=422)
    official.submit({"disposition": "accepted", "reason": "We cap it."}, button="Publish the answer to 4 comments")
    assert (count(Answer), count(Letter) - letters, last_entry().action) == (4, 2, "comments.answered")
    assert db.session.query(Entry).filter_by(action="comments.answered").count() == 1
    assert "We cap it." in pages.open(f"/comments/{campaign[3].id}").text
    official.open(f"/comments/{campaign[0].id}/alike", status=403)
    official.open(f"{INBOX}/alike")
    official.forge(f"{INBOX}/answers", comments=" ".join(str(one.id) for one in campaign), disposition="noted", reason="Again.", status=422)
    assert "have been answered already" in official.page.text and count(Answer) == 4


def test_a_draft_of_an_answer_is_for_colleagues_and_the_second_of_two_sees_the_first(
    sign_in: SignIn, pages: Pages, bruno: Person, comment: Comment
) -> None:
    first, second = sign_in(bruno), sign_in(bruno)
    for one in (first, second):
        one.open(f"/comments/{comment.id}/answer")
    first.submit({"disposition": "noted", "reason": "Not sure yet.", "tags": "rent"}, button="Keep as a draft")
    assert "Not sure yet." not in pages.open(f"/comments/{comment.id}").text
    second.submit({"disposition": "declined", "reason": "Mine."}, button="Keep as a draft", status=409)
    assert "Not sure yet." in second.page.text and "Mine." in second.page.html
    assert "Not sure yet." in first.open(f"/comments/{comment.id}/answer").html
    first.submit({"disposition": "noted", "reason": "Now we are."}, button="Publish the answer")
    assert "Now we are." in pages.open(f"/comments/{comment.id}").text


def test_an_answer_leads_to_the_words_that_changed_and_to_the_comment_it_repeats(
    sign_in: SignIn, pages: Pages, bruno: Person, charter: Charter, campaign: list[Comment], home: VersionClause
) -> None:
    official = sign_in(bruno)
    official.open(f"/comments/{campaign[1].id}/answer")
    official.submit({"disposition": "duplicate", "duplicate_of": "99999", "reason": "As said."}, button="Publish the answer", status=422)
    official.submit({"disposition": "duplicate", "duplicate_of": str(campaign[0].id), "reason": "As said."}, button="Publish the answer")
    assert pages.open(f"/comments/{campaign[1].id}") and pages.follow(f"It repeats comment {campaign[0].id}")
    official.open(f"/comments/{campaign[0].id}/answer")
    official.submit({"disposition": "accepted", "changed_clause": str(home.clause_id), "reason": "We name a third."}, button="Publish the answer")
    pages.open(f"/comments/{campaign[0].id}")
    assert "when the next version is published" in pages.follow("The words that changed for it").text
    with transaction():
        waive_answers(bruno, charter, "The budget is voted on tomorrow.")
        revise_clause(bruno, home.clause, "en", "", "Rents stay below a third.", home.revision)
        publish_version(bruno, charter, "Rents")
    pages.open(f"/comments/{campaign[0].id}")
    assert "Rents stay below a third." in pages.follow("The words that changed for it").text and "/versions/2/" in pages.page.url


def test_a_version_waits_for_the_answers_unless_that_is_waived_in_public(sign_in: SignIn, pages: Pages, bruno: Person, charter: Charter, comment: Comment, home: VersionClause) -> None:
    with transaction():
        revise_clause(bruno, home.clause, "en", "", "Everyone has a home.", home.revision)
    with pytest.raises(NotOpen, match="1 comment has no answer"), transaction():
        publish_version(bruno, charter, "Too soon")
    official = sign_in(bruno)
    official.open("/charters/gwangju-charter/comments/waiver")
    official.submit({"reason": " "}, to="/waiver", status=422)
    official.submit({"reason": "The council sits on Monday."}, to="/waiver")
    assert "The council sits on Monday." in pages.open("/charters/gwangju-charter/journal").text
    with pytest.raises(AlreadyDone), transaction():
        waive_answers(bruno, charter, "Twice.")
    with transaction():
        publish_version(bruno, charter, "Without it")
        revise_clause(bruno, home.clause, "en", "", "Everyone has a good home.", home.clause.editions[0].revision)
    with pytest.raises(NotOpen), transaction():
        publish_version(bruno, charter, "The waiver was for one version alone")
    assert count(Waiver) == 1


def test_an_author_says_once_that_an_answer_does_not_satisfy(sign_in: SignIn, pages: Pages, bruno: Person, amina: Person, minjun: Person, comment: Comment) -> None:
    with transaction():
        answer_comment(bruno, comment, "declined", "No.")
    author = sign_in(amina)
    author.open(f"/comments/{comment.id}")
    author.follow("Not satisfied with the answer?")
    author.submit({"words": "You do not say why."}, to="/rejoinder")
    assert "You do not say why." in pages.open(f"/comments/{comment.id}").text
    author.open(f"/comments/{comment.id}/rejoinder", status=403)
    sign_in(minjun).open(f"/comments/{comment.id}/rejoinder", status=403)
    assert count(Rejoinder) == 1


def test_the_report_says_in_one_line_each_what_became_of_the_comments(pages: Pages, bruno: Person, comment: Comment, amina: Person, home: VersionClause) -> None:
    with transaction():
        answer_comment(bruno, comment, "accepted_in_part", "We say what affordable means.")
        post_comment(amina, home, "=HYPERLINK(\"https://evil.example\")", "en", stance="against")
    page = pages.open("/charters/gwangju-charter/dispositions", queries=8)
    for words in ("safe and affordable", "accepted in part", "We say what affordable means.", "none yet"):
        assert words in page.text
    lines = pages.client.get("/charters/gwangju-charter/dispositions.csv").text.splitlines()
    assert lines[0].startswith("number,submitter,kind,received_on,language,version,clause") and len(lines) == 3 and ",\"'=HYPERLINK" in lines[2]
    count_of, digest = pages.client.get("/charters/gwangju-charter/dispositions.sha256").text.splitlines()
    assert count_of == "# 2 lines below the heading"
    assert digest.split()[0] == sha256(pages.client.get("/charters/gwangju-charter/dispositions.csv").data).hexdigest()
    assert pages.client.get("/charters/gwangju-charter/dispositions.pdf").data.startswith(b"%PDF-")
    assert pages.client.get("/charters/gwangju-charter/dispositions.docx").data.startswith(b"PK")


def test_only_drafters_work_on_comments(sign_in: SignIn, amina: Person, chiara: Person, bruno: Person, charter: Charter, comment: Comment) -> None:
    for person in (amina, chiara):
        for address in (INBOX, f"{INBOX}/alike", f"{INBOX}/waiver"):
            sign_in(person).open(address, status=403)
        with pytest.raises(NotAllowed):
            sort_comments(person, charter, [comment], "triaged")
    with pytest.raises(BadInput):
        sort_comments(bruno, charter, [comment], assign_to=amina.id)
    with pytest.raises(BadInput):
        sort_comments(bruno, charter, [comment], tags=["x" * 41])
