"""Documents of a form: what they are by their content, what they are called, how many and how large they may be."""

import sys
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.documents import file_name, kind_of
from charterhub.members.form_paper import direction_of
from charterhub.members.models import Attachment, EnrolmentDraft
from charterhub.members.operations import attach, begin_draft
from tests.members.form import begin
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
MEGABYTE = 1024 * 1024


def container(**files: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....", "jpeg"),
        (container(word__document_xml=b"<w/>"), "docx"),
        (container(mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        (container(word__document_xml=b"<w/>", word__vbaProject_bin=b"macro"), None),
        (container(mimetype=b"application/epub+zip"), None),
        (container(xl__workbook_xml=b"<x/>"), None),
        (b"PK\x03\x04 no archive at all", None),
        (SVG, None),
        (HTML, None),
        (b"MZ\x90", None),
        (b"\n" + PDF, None),
    ],
)
def test_a_document_is_what_its_content_says(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\mayor\\plan.pdf", "plan.pdf"),
        (".htaccess", "htaccess"),
        ("خطة.pdf", "خطة.pdf"),
        ("a<b>\"c|?*:.pdf", "abc.pdf"),
        ("", "document"),
        ("..", "document"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_name_leads_nowhere(sent: str, kept: str) -> None:
    assert file_name(sent) == kept


def test_a_name_that_turns_itself_around_is_refused() -> None:
    with pytest.raises(BadInput, match="invisible character"):
        file_name("plan\u202efdp.exe")


@pytest.fixture
def draft(dov: Person) -> EnrolmentDraft:
    draft = begin_draft(dov)
    db.session.commit()
    return draft


def test_a_document_is_kept_with_its_digest_and_comes_back_as_a_download(sign_in: SignIn, dov: Person, chiara: Person) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.open(f"{address}/practices")
    pages.submit(area_1="Water", words_1="Meters.", document_1=("..\\..\\plan.pdf", PDF))
    paper = db.session.scalars(select(Attachment)).one()
    assert (paper.name, paper.media_type, paper.size, paper.place) == ("plan.pdf", "application/pdf", len(PDF), 1)
    answer = pages.client.get(f"{address}/documents/{paper.id}")
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"] == "attachment; filename=plan.pdf"
    assert (answer.headers["X-Content-Type-Options"], answer.mimetype) == ("nosniff", "application/pdf")
    assert "attachment.received" in db.session.scalars(select(Entry.action)).all()
    other = sign_in(chiara)
    other.open(f"{begin(other)}/documents/{paper.id}", status=404)


def test_a_document_is_removed(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.open(f"{address}/practices")
    pages.submit(area_1="Water", words_1="Meters.", document_1=("plan.pdf", PDF))
    pages.open(f"{address}/practices")
    pages.submit(button="Remove plan.pdf")
    assert db.session.scalars(select(Attachment)).all() == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.pdf", SVG, "not a file we can keep"),
        ("plan.pdf", HTML, "not a file we can keep"),
        ("plan.pdf", b"", "is empty"),
        ("plan.pdf", PDF + b"x" * (30 * MEGABYTE), "at most 10 MB"),
    ],
    ids=["svg", "html", "empty", "30 MB"],
)
def test_what_cannot_be_kept_is_said_beside_its_field_and_the_text_stays(
    sign_in: SignIn, dov: Person, name: str, content: bytes, sentence: str
) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.open(f"{address}/practices")
    pages.submit(area_1="Water", words_1="Neighbours read the meters.", document_1=(name, content), status=422)
    assert sentence in pages.page.text_at("document_1-error")
    assert "Neighbours read the meters." in (pages.page.by_id("words_1").text or "")
    assert db.session.scalars(select(Attachment)).all() == []


def test_a_form_has_a_quota(dov: Person, draft: EnrolmentDraft) -> None:
    for number in range(3):
        attach(dov, draft, 1, f"{number}.pdf", PDF + b"x" * (9 * MEGABYTE))
    with pytest.raises(BadInput, match="30 MB together"):
        attach(dov, draft, 1, "4.pdf", PDF + b"x" * (9 * MEGABYTE))
    for number in range(7):
        attach(dov, draft, 2, f"small {number}.pdf", PDF)
    with pytest.raises(BadInput, match="ten documents"):
        attach(dov, draft, 2, "one more.pdf", PDF)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("import sys; sys.exit(b'virus' in sys.stdin.buffer.read())", "found something"),
        ("raise SystemExit(2)", "could not be checked"),
    ],
)
def test_the_virus_scanner_is_asked(app: Flask, dov: Person, draft: EnrolmentDraft, script: str, sentence: str) -> None:
    app.config["VIRUS_SCANNER"] = f'{sys.executable} -c "{script}"'
    with pytest.raises(BadInput, match=sentence):
        attach(dov, draft, 1, "plan.pdf", PDF + b"virus")


def test_a_clean_document_passes_the_scanner_and_a_missing_scanner_stops_all(app: Flask, dov: Person, draft: EnrolmentDraft) -> None:
    app.config["VIRUS_SCANNER"] = f'{sys.executable} -c "import sys; sys.stdin.read()"'
    assert attach(dov, draft, 1, "plan.pdf", PDF).size == len(PDF)
    app.config["VIRUS_SCANNER"] = "/nowhere/clamdscan -"
    with pytest.raises(BadInput, match="could not be checked"):
        attach(dov, draft, 1, "plan.pdf", PDF)


def test_the_form_comes_as_a_paper_to_sign_by_hand(sign_in: SignIn, amina: Person, pages: Pages) -> None:
    signed_in = sign_in(amina)
    address = begin(signed_in)
    signed_in.open(address)
    signed_in.follow("Download the form as PDF, to sign by hand")
    answer = signed_in.client.get(f"{address}/form.pdf")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert "enrolment-form.pdf" in answer.headers["Content-Disposition"]
    assert pages.client.get(f"{address}/form.pdf").status_code == 302


@pytest.mark.parametrize(("words", "direction"), [("Water", "ltr"), ("«الماء» water", "rtl"), ("1948 물", "ltr"), ("", "ltr")])
def test_what_was_written_runs_as_its_script_does(words: str, direction: str) -> None:
    assert direction_of(words) == direction
