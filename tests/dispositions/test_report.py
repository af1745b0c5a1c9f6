"""The columns of the report that come from elsewhere: what the submitter proposes, who decided, and the change that was made."""

from collections.abc import Callable
from hashlib import sha256

from flask import Flask
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.operations import table_amendment
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.comments.models import Comment
from charterhub.comments.operations import answer_comment
from charterhub.dispositions.report import lines_of, page_of
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.world import in_phase


def line(charter: Charter) -> dict[str, str]:
    return lines_of(charter, list(db.session.scalars(select(Comment))))[0]


def test_an_amendment_under_the_same_name_is_the_proposed_change_and_under_another_is_not(
    charter: Charter, comment: Comment, amina: Person, minjun: Person, home: VersionClause
) -> None:
    in_phase(charter, "amending")
    with transaction():
        table_amendment(amina, home, "Everyone has a right to a warm home.", "Warmth.", under_own_name=True)
        table_amendment(minjun, home, "Everyone has a right to a dry home.", "Damp.")
    assert line(charter)["proposed_change"] == ""
    with transaction():
        table_amendment(amina, home, "Everyone has a right to a light home.", "Light.")
    assert line(charter)["proposed_change"] == "Amendment 3"


def test_who_decided_is_the_government_and_the_change_names_its_version(
    charter: Charter, comment: Comment, bruno: Person, home: VersionClause, publish: Callable[[dict[str, str]], Version]
) -> None:
    assert (line(charter)["decided_by"], line(charter)["change_made"]) == ("", "")
    with transaction():
        answer_comment(bruno, comment, "accepted", "We say what affordable means.", changed_clause=home.clause)
    assert (line(charter)["decided_by"], line(charter)["change_made"]) == ("Gwangju", "in the draft")
    publish({})
    assert line(charter)["change_made"] == "Version 2"


def test_the_checksum_is_of_the_table_as_it_is_sent_whatever_language_the_reader_has(charter: Charter, comment: Comment, app: Flask) -> None:
    client, french = app.test_client(), {"Accept-Language": "fr"}
    sent = client.get("/charters/gwangju-charter/dispositions.csv", headers=french).data
    lines, checksum = client.get("/charters/gwangju-charter/dispositions.sha256", headers=french).text.splitlines()
    assert (lines, checksum.split()[0]) == ("# 1 lines below the heading", sha256(sent).hexdigest())
    assert b"none yet" in sent


def test_a_page_has_so_many_lines_and_says_whether_there_are_more(charter: Charter, comment: Comment) -> None:
    assert [len(page_of(charter, 1)[0]), page_of(charter, 1)[1], page_of(charter, 2)] == [1, False, ([], False)]
