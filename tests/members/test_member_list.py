"""Entering a list of members that joined before: every bad row is named, and nothing is entered while there is one."""

import csv
import io
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.member_list import COLUMNS, read_members
from charterhub.members.models import Member, StageChange
from charterhub.members.operations.importing import import_members
from charterhub.notifications.models import Letter
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
ROW = {
    "country": "BO", "name": "El Alto", "kind": "city", "inhabitants": "943000", "head_name": "Rosa Quispe", "head_title": "Alcaldesa",
    "mandate_from": "2021-05-03", "mandate_until": "2026-05-02", "focal_point_name": "Teo Mamani", "focal_point_email": "focal@elalto.example",
    "focus": "basic_services; other", "focus_other": "Altitude", "signer_name": "Rosa Quispe", "signer_position": "Alcaldesa",
    "signed_on": "2022-06-01", "language": "es", "kind_other": "",
}  # fmt: skip


def table(*rows: dict[str, str], delimiter: str = ",", bom: bool = True) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


def three_hundred(**changes: dict[str, str]) -> bytes:
    return table(*({"name": f"Place {number}", **changes.get(f"row_{number + 2}", {})} for number in range(300)))


def members() -> int:
    return db.session.scalar(select(func.count()).select_from(Member)) or 0


@pytest.mark.parametrize(("delimiter", "bom"), [(",", True), (";", False), ("\t", False)])
def test_a_table_is_read_as_spreadsheets_save_it(app: object, delimiter: str, bom: bool) -> None:
    report = read_members(table({}, delimiter=delimiter, bom=bom), frozenset(), clock.now())
    assert report.faults == []
    assert (report.good[0].name, report.good[0].focus, report.good[0].language) == ("El Alto", ("basic_services", "other"), "es")


@pytest.mark.parametrize(
    ("change", "column", "sentence"),
    [
        ({"country": "XX"}, "country", "choose a country"),
        ({"country": "Bolivia"}, "country", "at most 2"),
        ({"name": ""}, "name", "name of the local"),
        ({"name": "El \u202eotlA"}, "name", "invisible one"),
        ({"kind": "village"}, "kind", "choose the type"),
        ({"inhabitants": "many"}, "inhabitants", "not a number"),
        ({"mandate_until": "02/05/2026"}, "mandate_until", "not a date like"),
        ({"mandate_until": "2020-01-01"}, "mandate_until", "ends before it begins"),
        ({"focal_point_email": "focal"}, "focal_point_email", "whole e-mail address"),
        ({"focus": "money"}, "focus", "at least one area"),
        ({"focus_other": ""}, "focus_other", "which area you mean"),
        ({"signed_on": ""}, "signed_on", "give a date"),
        ({"signed_on": "2099-01-01"}, "signed_on", "in the future"),
        ({"language": "klingonish"}, "language", "not a language"),
    ],
)
def test_a_fault_is_named_with_its_row_and_column(app: object, change: dict[str, str], column: str, sentence: str) -> None:
    report = read_members(table({}, {"name": "Another", **change}), frozenset(), clock.now())
    (fault,) = report.faults
    assert (fault.row, fault.column, len(report.good)) == (3, column, 1)
    assert sentence in str(fault.sentence)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"\xff\xfe\x00", "CSV UTF-8"), (b"", "columns are missing"), (b"country,name\nBO,El Alto\n", "columns are missing"), (b"\x00\x01\x02", "CSV UTF-8|columns are missing")],
)
def test_what_is_no_such_table_is_refused(app: object, content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_members(content, frozenset(), clock.now())


def test_a_place_that_is_there_twice_or_has_joined_is_named(app: object, gwangju: Member) -> None:
    taken = frozenset({("KR", "gwangju")})
    report = read_members(table({}, {"name": "EL ALTO"}, {"country": "KR", "name": "Gwangju"}), taken, clock.now())
    assert [(fault.row, fault.name) for fault in report.faults] == [(3, "EL ALTO"), (4, "Gwangju")]


def test_three_hundred_members_are_tried_first_and_then_entered(sign_in: SignIn, chiara: Person) -> None:
    pages = sign_in(chiara)
    pages.open("/enrolments")
    pages.follow("Enter a list of existing members")
    bad = three_hundred(row_17={"inhabitants": "none"}, row_240={"country": "", "signed_on": ""})
    pages.submit(table=("members.csv", bad), only_try=False, status=422)
    assert "298 rows could be entered." in pages.page.text and "3 faults were found." in pages.page.text
    assert "17 Place 15 inhabitants" in pages.page.text and "240 Place 238 country" in pages.page.text
    assert members() == 0
    pages.submit(table=("members.csv", three_hundred()), only_try=True)
    assert "300 rows could be entered." in pages.page.text and members() == 0
    pages.submit(table=("members.csv", three_hundred()), only_try=False)
    assert pages.page.url == "/members" and members() == 300
    actions = dict(db.session.execute(select(Entry.action, func.count()).group_by(Entry.action)).all())
    assert actions == {"member.imported": 300}
    assert db.session.scalar(select(func.count()).select_from(StageChange).where(StageChange.stage == "listed")) == 300
    assert db.session.scalars(select(Letter)).all() == []


def test_a_file_has_to_be_chosen(sign_in: SignIn, chiara: Person) -> None:
    pages = sign_in(chiara)
    pages.open("/enrolments/list")
    pages.submit(button="Send the list", status=422)
    assert "choose a file" in pages.page.text_at("table-error")


def test_only_the_committee_enters_lists(sign_in: SignIn, dov: Person) -> None:
    sign_in(dov).open("/enrolments/list", status=403)
    with pytest.raises(NotAllowed, match="secretaries"):
        import_members(dov, [])
