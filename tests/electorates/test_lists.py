"""Electoral lists: read line by line, kept as keyed hashes, tried out, removed."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask_babel import Babel
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.electorates.models import ElectoralList, ListLine
from charterhub.electorates.operations import remove_list, take_in_list
from charterhub.electorates.queries import line_with
from charterhub.electorates.reading import ListReport, band_on, proof_by_address, proof_by_papers, read_list
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from tests.electorates.conftest import CENSUS, TODAY, TakeIn
from tests.voting.conftest import SignIn, actions

FAULTY = b"number;born_on;area\n;1980-05-01;North\nA1;31.12.1980;North\nA2;2030-01-01;South\nA3;1850-01-01;South\nA4;1990-01-01;\na-4;1990-01-01;\n"


@pytest.fixture
def sentences() -> Iterator[None]:
    house = Flask("house")
    Babel(house)
    with house.test_request_context():
        yield


@pytest.mark.parametrize(
    ("typed", "born_on"), [("kr12345", date(1980, 5, 1)), (" KR 12.345 ", date(1980, 5, 1)), ("ＫＲ１２３４５", date(1980, 5, 1)), ("KR١٢٣٤٥", date(1980, 5, 1))]
)
def test_people_find_themselves_however_they_write_their_number(typed: str, born_on: date) -> None:
    assert proof_by_papers(typed, born_on) == "KR12345|1980-05-01"


@pytest.mark.parametrize(
    ("born_on", "band"),
    [(date(2008, 11, 23), "adult"), (date(2008, 11, 24), "16_17"), (date(2010, 11, 24), "12_15"), (date(2014, 11, 24), "under_12"), (TODAY, "under_12")],
)
def test_age_bands_change_on_the_birthday(born_on: date, band: str) -> None:
    assert band_on(TODAY, born_on) == band


def test_every_line_is_taken_or_refused_with_a_reason(sentences: None) -> None:
    report = read_list(FAULTY, "papers", TODAY)
    assert [line.number for line in report.lines] == [6]
    assert [(fault.number, str(fault.sentence)[:20]) for fault in report.faults] == [
        (2, "There is no number o"), (3, "The date of birth is"), (4, "Nobody living was bo"), (5, "Nobody living was bo"), (7, "The same person stan"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"name,age\nx,3\n", b"number,born_on\n", b'number,born_on\n"a\n'])
def test_what_is_no_list_is_refused_with_a_sentence(content: bytes, sentences: None) -> None:
    try:
        assert not read_list(content, "papers", TODAY).lines
    except BadInput as refused:
        assert str(refused.sentence)[0].isupper()


def test_of_a_line_a_keyed_hash_is_kept_and_nothing_that_names_anybody(take_in: TakeIn) -> None:
    one, other = take_in(), take_in()
    rows = db.session.execute(select(ListLine).where(ListLine.list_id == one.id).order_by(ListLine.number)).scalars().all()
    assert [(row.number, row.area, row.band) for row in rows] == [(2, "North", "adult"), (3, "South", "adult"), (4, "South", "16_17"), (5, "", "adult")]
    assert {column.name for column in ListLine.__table__.columns} == {"list_id", "number", "mark", "area", "band"}
    marks = set(db.session.scalars(select(ListLine.mark).where(ListLine.list_id == other.id)))
    assert marks.isdisjoint(row.mark for row in rows)
    assert actions() == ["list.taken_in", "list.taken_in"]


def test_removing_a_list_destroys_lines_and_key(take_in: TakeIn, bruno: Person) -> None:
    taken = take_in()
    remove_list(bruno, taken)
    assert (taken.key, db.session.scalars(select(ListLine)).all()) == (None, [])
    assert line_with(taken, "KR12345|1980-05-01") is None
    with pytest.raises(AlreadyDone, match="removed already"):
        remove_list(bruno, taken)


def test_only_officials_take_in_a_list(amina: Person, gwangju: Member) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        take_in_list(amina, gwangju, "Mine", "papers", ListReport([], []))


def test_an_official_tries_a_list_takes_it_in_and_tries_a_person_out(sign_in: SignIn, bruno: Person) -> None:
    pages = sign_in(bruno)
    pages.open("/members/gwangju/electoral-lists")
    assert "the file is forgotten as soon as it is read" in pages.page.text
    button = "Read the list"
    pages.submit({"title": "Residents", "table": ("list.csv", FAULTY)}, button=button)
    assert "1 line can be taken in. 5 lines cannot." in pages.page.text
    assert "Nobody living was born on that day." in pages.page.text
    assert db.session.scalars(select(ElectoralList)).all() == []
    pages.submit({"title": "Residents", "table": ("list.csv", CENSUS), "only_try": False}, button=button)
    assert pages.page.h1 == "Residents"
    for number, born_on, says in (("kr 12345", "1980-05-01", "On the list, in line 2"), ("kr 12345", "1980-05-02", "Not on the list"), ("", "", "Please write both"), ("1", "x", "not a date")):
        pages.submit({"number": number, "born_on": born_on}, button="Look for this person")
        assert says in pages.page.text
    pages.submit(button="Remove the list")
    assert "its key destroyed" in pages.page.text


def test_an_association_goes_by_addresses(take_in: TakeIn, bruno: Person) -> None:
    with transaction():
        taken = take_in(b"email\nAmina@People.example\n", "addresses")
    assert line_with(taken, proof_by_address("amina@people.example")) is not None
