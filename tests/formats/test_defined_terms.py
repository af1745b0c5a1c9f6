"""Defined terms and references to clauses in files: a style and a link there, and the terms are known again when the file comes back."""

import io
import zipfile

import pytest

from charterhub.formats.defined_terms import with_term_links
from charterhub.formats.outline import Item, Outline
from charterhub.formats.reading import read
from charterhub.formats.writing import file_of

WATER, GONE = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
PEOPLE = f"The [**peo**ple](term:) of [السكان](term:) and [주민](term:)^[All.] see [Article 1](clause:{WATER}), [fire](clause:{GONE}) and *[water](term:{WATER}).*"
READ = "The [**peo**ple](term:) of [السكان](term:) and [주민](term:)^[All.] see Article 1, fire and *water.*"
FACTS = {"lang": "en", "pagetitle": "Charter", "title": "Charter"}


@pytest.fixture
def outline() -> Outline:
    items = [Item("article", 0, "Article 1", "Water", "", "", WATER), Item("paragraph", 1, "1.", "", PEOPLE), Item("point", 2, "a)", "", "A [city](term:).")]
    return Outline("Charter", "en", items)


def part(file: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(file)).read(name).decode()


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md"])
def test_a_term_that_went_out_defined_comes_back_defined(outline: Outline, ending: str) -> None:
    again = read(file_of(outline, ending, {}, {**FACTS, "title": ""}), f"a.{ending}", "en")[0]
    assert [item.wording for item in again.items] == ["", READ, "A [city](term:)."] and again.report == []


def test_terms_have_a_style_and_references_a_bookmark_to_lead_to(outline: Outline) -> None:
    word = file_of(outline, "docx", {}, FACTS)
    assert part(word, "word/document.xml").count('w:rStyle w:val="DefinedTerm"') == 5
    assert 'w:name w:val="Defined Term"' in part(word, "word/styles.xml") and "<w:bCs/></w:rPr></w:style>" in part(word, "word/styles.xml")
    assert f'w:name="c-{WATER}"' in part(word, "word/document.xml") and f'w:anchor="c-{WATER}"' in part(word, "word/document.xml")
    assert GONE not in part(word, "word/document.xml"), "a reference out of the file is its words"
    open_document = file_of(outline, "odt", {}, FACTS)
    assert 'text:style-name="Defined_20_Term"' in part(open_document, "content.xml") and 'style:display-name="Defined Term"' in part(open_document, "styles.xml")
    assert f'xlink:href="#c-{WATER}"' in part(open_document, "content.xml")
    book = zipfile.ZipFile(io.BytesIO(file_of(outline, "epub", {}, FACTS)))
    chapters = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert chapters.count("<dfn>") == 4 and f"#c-{WATER}" in chapters and "custom-style" not in chapters


def test_a_style_that_an_office_program_made_of_ours_counts_and_spans_nest() -> None:
    made = '<style:style style:name="T1" style:family="text" style:parent-style-name="Defined_20_Term">'
    words = '<text:span text:style-name="T2"><text:span text:style-name="T1">city</text:span><text:span/> of</text:span>'
    linked = with_term_links({"content.xml": f"{made}{words}".encode()})["content.xml"].decode()
    assert linked.endswith('<text:span text:style-name="T2"><text:a xlink:type="simple" xlink:href="term:">city</text:a><text:span/> of</text:span>')
    untouched = {"word/document.xml": b"<w:r><w:t>DefinedTerm</w:t></w:r>"}
    assert with_term_links(untouched) == untouched


def test_words_that_cannot_be_a_term_stay_words() -> None:
    assert read(b"<h1>C</h1><h2>Article 1</h2><p><dfn>a [b]</dfn> and <dfn>city</dfn></p>", "a.html", "en")[0].items[1].wording == "a [b] and [city](term:)"
