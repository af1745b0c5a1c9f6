"""The pages of moderation: a visitor's report, the work of officials, the author's statement, and what the public can see."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Remark
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment
from charterhub.comments.operations import post_comment, reply_to_comment
from charterhub.moderation.models import Case, Report
from charterhub.moderation.operations import appeal, decide_appeal, report, rule
from charterhub.transaction import transaction
from tests.looking import count, texts
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
SECRET = "For whom is that affordable?"
WORK = "/charters/gwangju-charter/moderation/work"
PUBLIC = "/charters/gwangju-charter/moderation"


@pytest.fixture
def visitor(app: Flask) -> Pages:
    return Pages(app)


def test_a_visitor_reports_and_is_told_that_no_letter_can_come(visitor: Pages, comment: Comment) -> None:
    page = visitor.open(f"/comments/{comment.id}/report")
    assert SECRET in page.text
    page = visitor.submit(button="Report it", status=422)
    assert "Please choose one of these" in page.text
    page = visitor.submit(ground="threat", words="<script>alert(1)</script>", button="Report it")
    assert "cannot tell you what was decided" in page.text and count(Report) == 1


def test_an_official_decides_and_the_author_reads_the_reasons_and_appeals(case: Case, sign_in: SignIn, bruno: Person, hana: Person, amina: Person) -> None:
    official = sign_in(bruno)
    page = official.open(WORK)
    assert SECRET in page.text and "It insults or threatens somebody" in page.text
    official.follow("Case 1")
    page = official.submit(outcome="hidden", facts="A name.", button="Decide", status=422)
    assert "which rule" in page.text and "A name." in page.text
    official.submit(outcome="hidden", ground="threat", facts="The second sentence threatens a person.", button="Decide")

    author = sign_in(amina)
    assert "hidden by moderation" in author.open("/my/comments").text
    page = author.follow("The reasons, and how to appeal")
    assert "threatens a person" in page.text and SECRET in page.text and "Bruno" not in page.text and "City Hall" not in page.text
    author.submit(words="I named nobody.", button="Send the appeal")

    assert "You decided this case yourself" in official.open(f"/cases/{case.id}/decision").text
    assert official.forge(f"/cases/{case.id}/appeal/ruling", outcome="upheld", facts="As before.", status=403)
    other = sign_in(hana)
    other.open(WORK)
    other.follow("Case 1")
    other.submit(outcome="restored", facts="Nobody is named.", button="Decide")
    assert "shown again" in author.open(f"/cases/{case.id}").text
    assert SECRET in author.open(f"/comments/{case.comment_id}").text


def test_what_is_hidden_is_nowhere_in_public(hidden: Case, comment: Comment, visitor: Pages, sign_in: SignIn, sora: Person) -> None:
    base = "/charters/gwangju-charter"
    for reader in (visitor, sign_in(sora)):
        for address in (
            f"{base}/versions/1/en", f"{base}/versions/1/en/clauses/art_1__para_1", f"/comments/{comment.id}", f"{base}/discussion", f"{base}/dispositions",
            f"{base}/journal", PUBLIC, "/", "/members/gwangju",
        ):  # fmt: skip
            page = reader.open(address)
            assert SECRET not in page.text, address
            assert "Heron" not in page.text, address
    for address in (f"{base}/versions/1/annotations?page=0", f"{base}/dispositions.csv", f"{base}/moderation.csv"):
        assert SECRET not in visitor.client.get(address).text
    assert visitor.client.get(f"/comments/{comment.id}.jsonld").status_code == 403
    assert "moderation has hidden" in visitor.open(f"/comments/{comment.id}").text
    assert visitor.client.get(f"/cases/{hidden.id}").status_code in (302, 403)
    sign_in(sora).open(f"/cases/{hidden.id}", status=403)


def test_a_hidden_reply_leaves_the_thread_and_one_below_it_stays(comment: Comment, bruno: Person, minjun: Person, sora: Person, visitor: Pages) -> None:
    with transaction():
        reply = reply_to_comment(minjun, comment, "Buy my paint!", "en")
        reply_to_comment(sora, reply, "Please do not.", "en")
        rule(bruno, report(sora, reply, "advertising").case, "hidden", "It sells paint.", "advertising")
    page = visitor.open(f"/comments/{comment.id}")
    assert "Buy my paint" not in page.text and "Maple" not in page.text
    assert "Please do not." in page.text and "a comment that is not shown any more" in page.text


def test_remarks_and_rationales_that_are_hidden_are_not_shown(amendment: Amendment, remark: Remark, bruno: Person, minjun: Person, visitor: Pages) -> None:
    with transaction():
        for said in (amendment, remark):
            rule(bruno, report(minjun, said, "private").case, "hidden", "An address.", "private")
    for address in (f"/amendments/{amendment.id}", "/charters/gwangju-charter/amendments", "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"):
        page = visitor.open(address)
        assert "Warmth is what" not in page.text and "Sangmu" not in page.text
    assert visitor.open(f"/amendments/{amendment.id}").text.count("Hidden by moderation.") == 2
    for address in (f"/remarks/{remark.id}/report", f"/amendments/{amendment.id}/report"):
        visitor.open(address, status=409)


def test_rules_and_the_log_are_public_and_officials_write_them(case: Case, amina: Person, bruno: Person, sign_in: SignIn, visitor: Pages) -> None:
    assert "Nobody is hidden for an opinion" in visitor.open(PUBLIC).text
    official = sign_in(bruno)
    official.open("/charters/gwangju-charter/moderation/rules")
    official.submit(language="en", body="Be kind <b>always</b>.", button="These rules hold from now on")
    with transaction():
        rule(bruno, case, "hidden", "A name.", "threat")
        appeal(amina, case, "No.")
    page = visitor.open(PUBLIC)
    assert "Be kind <b>always</b>." in page.text
    assert [text for text in texts(page, "td")][:4] == ["It insults or threatens somebody", "0", "1", "1"]
    assert visitor.client.get(f"{PUBLIC}.csv").text.splitlines()[1].split(",")[1:6] == ["threat", "0", "1", "1", "0"]
    sign_in(amina).open("/charters/gwangju-charter/moderation/rules", status=403)
    sign_in(amina).open(WORK, status=403)


def test_first_looks_and_pauses_are_set_and_said_in_public(charter: Charter, home: VersionClause, bruno: Person, amina: Person, sign_in: SignIn, visitor: Pages, db: SQLAlchemy) -> None:
    official = sign_in(bruno)
    official.open(WORK)
    official.submit(hours="100", to="/first-look", status=422)
    official.submit(hours="6", to="/first-look")
    official.submit(clause=str(home.clause_id), duration="2", reason="We read first.", to="/pauses")
    assert "We read first." in official.page.text
    assert "We read first." in sign_in(amina).open("/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1").text
    official.submit(button="Lift this pause")
    with transaction():
        comment = post_comment(amina, home, "May I?", "en")
    assert "May I?" in official.open(WORK).text and "for 6 hours at the longest" in visitor.open(PUBLIC).text
    assert "May I?" not in visitor.open(f"/comments/{comment.id}").text
    official.open(WORK)
    official.submit(button="Let it appear")
    assert "May I?" in visitor.open(f"/comments/{comment.id}").text


def test_the_journal_names_nobody_for_a_comment_that_is_hidden(visitor: Pages, comment: Comment, case: Case, bruno: Person, hana: Person, amina: Person) -> None:
    journal = "/charters/gwangju-charter/journal"
    assert f"{comment.shown_as} commented on" in visitor.open(journal).text
    with transaction():
        rule(bruno, case, "hidden", "It threatens a person by name.", "threat")
    page = visitor.open(journal)
    assert comment.shown_as not in page.text and "Someone commented on" in page.text
    with transaction():
        appeal(amina, case, "It names nobody.")
        decide_appeal(hana, case, "restored", "It names nobody indeed.")
    assert f"{comment.shown_as} commented on" in visitor.open(journal).text
