"""Offline voices: from the printed sheet to the receipt."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.codes import sheet_code
from charterhub.comments.models import Comment, Intake
from charterhub.comments.operations import Contribution, answer_comment, take_in
from charterhub.errors import BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.comments.conftest import Clauses, Publish
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = "/charters/gwangju-charter/intakes/new"


def test_from_a_sheet_of_paper_to_the_answer(pages: Pages, bruno: Person, home: VersionClause, clause: Clauses, publish: Publish, sign_in: SignIn) -> None:
    code = sheet_code(home.version_id, home.clause_id)
    assert code in pages.open("/charters/gwangju-charter/versions/1/sheets").text
    assert pages.open(f"/c/{code.lower()}").url == CLAUSE
    official = sign_in(bruno)
    official.open(NEW)
    row = {"rows-0-code": code.replace("-", " "), "rows-0-body": "The rent\nis too high.", "rows-1-body": "And who decides?"}
    wrong = official.submit(row, title="Meeting at the school", source="meeting", received_on="2026-03-01", button="See how they will appear", status=422)
    assert "not the code of a clause" in wrong.text and "The rent" in wrong.html
    official.submit({"rows-1-clause": "art_2__para_2", "rows-1-shown_as": "Mrs Han"}, button="See how they will appear")
    assert db.session.scalars(select(Comment)).all() == []
    batch = official.submit(button="Publish")
    first, second = db.session.scalars(select(Comment).order_by(Comment.id))
    assert (first.body, first.shown_as, first.source, first.author_id) == ("The rent\nis too high.", "Somebody who gave no name", "meeting", None)
    assert second.shown_as == "Mrs Han" and first.receipt in batch.text
    assert first.receipt not in pages.open(f"/intakes/{first.intake_id}").text
    assert "at a meeting" in pages.open(CLAUSE).text
    publish({"art_1__para_1": "Everyone has the right to a warm, safe and affordable home."})
    with transaction():
        answer_comment(bruno, first, "accepted", "We cap it.")
    traced = pages.open(f"/receipts?code={first.receipt.lower()}")
    assert "We cap it." in traced.text and "Version 2" in traced.text
    assert "no contribution with this code" in pages.open("/receipts?code=0000-0000", status=404).text
    assert "8 rows" not in traced.text


def test_more_rows_keep_what_was_typed(bruno: Person, home: VersionClause, sign_in: SignIn) -> None:
    official = sign_in(bruno)
    official.open(NEW)
    page = official.submit({"rows-0-body": "Kept."}, title="A call", source="phone", received_on="2026-03-01", button="More rows")
    assert page.html.count("<fieldset") == 10 and "Kept." in page.html


def test_a_batch_is_whole_or_refused(bruno: Person, minjun: Person, home: VersionClause, chiara: Person) -> None:
    said = Contribution(home, "By phone.", "en")
    for who, source, when, contributions, sentence in (
        (bruno, "online", date(2026, 3, 1), [said], "how these contributions"),
        (bruno, "phone", date(2999, 1, 1), [said], "not come yet"),
        (bruno, "phone", date(2026, 3, 1), [], "at least one"),
        (bruno, "phone", date(2026, 3, 1), [said, Contribution(home, " ", "en")], "write something"),
        (bruno, "phone", date(2026, 3, 1), [Contribution(home, "Hm.", "xx-nowhere")], "not a language"),
    ):
        with pytest.raises(BadInput, match=sentence):
            take_in(who, home.charter, "Calls", source, when, contributions)
        db.session.rollback()
    for person in (minjun, chiara):
        with pytest.raises(NotAllowed):
            take_in(person, home.charter, "Calls", "phone", date(2026, 3, 1), [said])
    assert db.session.scalars(select(Intake)).all() == []
