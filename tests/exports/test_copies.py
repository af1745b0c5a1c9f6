"""Copies of a version: each a file of the kind it says it is, and those that can be brought in again become the same clauses."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.operations import create_charter, publish_version
from charterhub.charters.queries import clauses_of, latest_version
from charterhub.exports.clean_text import horizons
from charterhub.exports.copies import KINDS
from charterhub.exports.queries import outline_of_edition
from charterhub.exports.views.copying import PAPERS
from charterhub.formats.heading_words import meaning_of
from charterhub.formats.outline import Item, Outline
from charterhub.formats.reading import read
from charterhub.formats.writing import file_of
from charterhub.members.models import Member
from charterhub.reading.editions import Edition
from charterhub.text.render import rendered
from charterhub.transaction import transaction
from tests.formats.packages import UDHR
from tests.pages import Pages

COPIES = "/charters/gwangju-charter/versions/1/en/copies"
DEMO = Path(__file__).resolve().parents[2] / "charterhub" / "demo" / "content"
TEXTS = [*sorted(UDHR.glob("udhr.*.html")), *sorted(path for path in DEMO.rglob("*.*.md"))]
TERMS = {"short": "Short term", "mid": "Mid term"}


def test_the_page_of_a_charter_leads_to_its_copies_and_each_to_a_file(pages: Pages, charter: Charter) -> None:
    pages.open("/charters/gwangju-charter")
    pages.follow("Copies")
    assert pages.page.h1 == "Copies to keep"
    addresses = [link.get("href") for link in pages.page.all("a") if link.get("download") is not None]
    pack = COPIES.replace("/copies", "/council-pack")
    assert addresses == [*(f"{COPIES}/{ending}" for ending in KINDS), *(f"{pack}.{ending}" for ending in PAPERS)]


STARTS = {"docx": b"PK", "odt": b"PK", "epub": b"PK", "html": b"<!DOCTYPE html>", "md": b"# Human Rights Charter of Gwangju", "json": b"{", "csv": b"\xef\xbb\xbfeid,", "pdf": b"%PDF", "xml": b"<?xml", "zip": b"PK"}


@pytest.mark.parametrize("ending", STARTS)
def test_a_copy_is_a_file_of_its_kind_with_a_name_that_says_what_it_is(pages: Pages, charter: Charter, ending: str) -> None:
    answer = pages.client.get(f"{COPIES}/{ending}")
    assert answer.status_code == 200 and answer.mimetype == KINDS[ending].mimetype
    assert answer.headers["Content-Disposition"] == f'attachment; filename="gwangju-charter-version-1.en.{ending}"'
    assert answer.data.startswith(STARTS[ending])


@pytest.mark.parametrize("ending", ["md", "docx", "odt", "html", "xml"])
def test_a_copy_brought_in_again_becomes_the_same_clauses(pages: Pages, charter: Charter, ending: str) -> None:
    again, _source = read(pages.client.get(f"{COPIES}/{ending}").data, f"a.{ending}", "en")
    published = outline_of_edition(Edition(latest_version(charter), "en"))
    assert (again.title, [replace(item, guid="") for item in again.items]) == (published.title, [replace(item, guid="") for item in published.items])


def test_json_and_csv_hold_every_clause_with_its_permanent_identity(pages: Pages, charter: Charter) -> None:
    version = latest_version(charter)
    whole = json.loads(pages.client.get(f"{COPIES}/json").data)
    lines = list(csv.DictReader(io.StringIO(pages.client.get(f"{COPIES}/csv").data.decode("utf-8-sig"))))
    expected = [(clause.eid, clause.clause.guid, clause.revision.plain) for clause in clauses_of(version, "en")]
    for records in (whole["clauses"], lines):
        assert [(record["eid"], record["guid"], record["text"]) for record in records] == expected
    assert (whole["version"], whole["digest"], whole["address"].rpartition("/charters/")[2]) == (1, version.digest, "gwangju-charter/versions/1/en")
    assert {record["parent"] for record in lines if record["kind"] == "paragraph"} == {"art_1", "art_2"}


def test_an_arabic_copy_says_that_it_runs_from_right_to_left(pages: Pages, gwangju: Member, bruno: Person) -> None:
    with transaction():
        charter = create_charter(bruno, gwangju, "ar", "ميثاق", Outline("", "ar", [Item("article", 0, "المادة ١"), Item("paragraph", 1, "", "", "نص.")]))
        publish_version(bruno, charter, "First")
    page = pages.client.get(f"/charters/{charter.slug}/versions/1/ar/copies/html").text
    assert 'lang="ar"' in page and 'dir="rtl"' in page


@pytest.mark.parametrize(("address", "status"), {f"{COPIES}/exe": 404, COPIES.replace("/en/", "/ko/"): 422, COPIES.replace("/1/", "/9/"): 404}.items())
def test_what_there_is_no_copy_of_is_refused(pages: Pages, charter: Charter, address: str, status: int) -> None:
    pages.open(address, status=status)


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar", "ko"])
def test_the_terms_of_an_action_plan_are_headings_that_are_recognised_again(app, language: str) -> None:
    with app.test_request_context():
        assert {term: meaning_of(words) for term, words in horizons(language).items()} == {"short": "short", "mid": "mid"}


@pytest.mark.parametrize("ending", ["md", "docx", "odt", "html"])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_real_charters_go_out_and_come_in_as_the_same_tree(path: Path, ending: str) -> None:
    language = path.name.split(".")[-2]
    outline = read(path.read_bytes(), path.name, language)[0]
    again = read(file_of(outline, ending, TERMS, {"lang": language}), f"a.{ending}", language)[0]
    assert (again.title, again.items, again.report) == (outline.title, outline.items, [])


WORDINGS = [
    "1 < 2 & `x` ~y~ ^z^ $a$ @b #c {d}", "# not a heading", "- not a list", "A \\*star\\* and a_b", "*Warm* **home** with [law](https://x.example/a_b)",
    "First line  \nsecond line", "One paragraph.\n\nAnother one.", "![no](image)", "> said", "| a | b |", "A\\. dot", "+ plus", "[^1]: note", "::: box",
]  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS)
def test_any_wording_goes_out_and_comes_in_again(wording: str) -> None:
    items = [Item("article", 0, "Article 1"), Item("paragraph", 1, "1.", "", wording), Item("point", 2, "a)", "", wording), Item("point", 3, "", "", "Deep.")]
    outline = Outline("Charter", "en", items)
    again = read(file_of(outline, "md", TERMS, {}), "a.md", "en")[0]
    assert [rendered(item.wording).plain for item in again.items] == [rendered(item.wording).plain for item in items]
    assert read(file_of(again, "md", TERMS, {}), "a.md", "en")[0].items == again.items and again.report == []
    assert [(item.kind, item.depth, item.number) for item in again.items] == [(item.kind, item.depth, item.number) for item in items]
