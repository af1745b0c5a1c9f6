"""Word and OpenDocument files: what of them is told, and every way in which one is refused in little time and memory."""

import io
import os
import resource
import time
import zipfile

import pytest

from charterhub.formats.outline import Item, Unkept
from charterhub.formats.packages import LARGEST_UNPACKED, MOST_PARTS
from charterhub.formats.reading import read
from charterhub.formats.unreadable import Unreadable
from tests.formats.packages import RELATED, STYLES, TYPES, WORD, heading, open_document, package, paragraph, word

CHANGED_BY = 'w:id="1" w:author="B" w:date="2026-01-01T00:00:00Z"'
INSERTED = f"<w:ins {CHANGED_BY}><w:r><w:t>warm </w:t></w:r></w:ins>"
DELETED = f"<w:del {CHANGED_BY}><w:r><w:delText>cold </w:delText></w:r></w:del>"
REMARK = '<w:commentRangeStart w:id="0"/><w:r><w:t>home</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
COMMENTS = f'<w:comments xmlns:w="{WORD}"><w:comment {CHANGED_BY.replace("1", "0", 1)}><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>'
BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
STRUCK = "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"
PICTURE = '<w:r><w:drawing><docPr name="Picture 1" descr="The seal"/><blip embed="r9"/></w:drawing></w:r>'
TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
HEADER = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:hdr>'
CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>B</dc:creator></office:change-info>'
    '<text:p>cold</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
)


def test_a_word_file_written_in_french_word_keeps_its_text_and_tells_the_rest_with_its_place() -> None:
    body = heading("Charte") + heading("Article 1", 2) + paragraph("A ", INSERTED, DELETED, REMARK, " for all") + heading("Article 2", 2) + TABLE
    outline, source = read(word(body + paragraph("Water.", STRUCK, BOX, PICTURE), comments=COMMENTS, header1=HEADER, header2=HEADER), "charte.docx", "fr")
    assert outline.title == "Charte"
    assert [item.number or item.wording for item in outline.items] == ["Article 1", "A warm home for all", "Article 2", "Cell", "Water.struck"]
    told = {(each.what, each.place, each.excerpt) for each in outline.report}
    assert {
        ("inserted", "Article 1", "warm"), ("deleted", "Article 1", "cold"), ("comment", "Article 1", "Really?"), ("table_in_lines", "Article 2", "Cell"),
        ("struck", "Article 2", "struck"), ("page_header", "", "Confidential"), ("text_box", "Article 2", "In a box"),
        ("image", "Article 2", "The seal"),
    } == told  # fmt: skip
    assert len(outline.report) == len(told) and "A warm" in source


def numbering(*levels: tuple[str, str]) -> str:
    """A numbering part with list 1: each level's format and text. List 2 is the same, begun anew."""
    written = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>' for place, (kind, text) in enumerate(levels)
    )
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    lists = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{again}'
    return f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{written}</w:abstractNum>{lists}</w:numbering>'


def counted(body: str, level: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return body.replace("</w:pPr>", f"{properties}</w:pPr>") if "</w:pPr>" in body else body.replace("<w:p>", f"<w:p><w:pPr>{properties}</w:pPr>")


def test_numbers_that_word_counts_by_itself_come_along_as_numbers() -> None:
    levels = numbering(("decimal", "Article %1"), ("decimal", "%1.%2"), ("ganada", "%3."))
    body = (
        heading("Charter") + counted(heading("Water &amp; air", 2)) + counted(paragraph("물."), 2) + counted(paragraph("불."), 2)
        + counted(heading("Homes", 2)) + counted(paragraph("A home."), 1) + heading("Free", 2) + counted(heading("Again", 2), 0, 2) + paragraph("x")
    )  # fmt: skip
    outline, source = read(word(body, numbering=levels), "a.docx", "en")
    assert outline.items == [
        Item("article", 0, "Article 1", "Water & air"), Item("point", 1, "가.", "", "물."), Item("point", 1, "나.", "", "불."), Item("article", 0, "Article 2", "Homes"),
        Item("paragraph", 1, "1.", "", "A home."), Item("article", 0, "", "Free"), Item("article", 0, "Article 1", "Again"), Item("paragraph", 1, "", "", "x"),
    ]  # fmt: skip
    assert outline.report == [] and "Article 1 Water & air" in source


def test_a_number_that_a_style_counts_comes_along_and_one_in_a_list_that_is_missing_is_told() -> None:
    counting = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="heading 3"/><w:basedOn w:val="Titre2"/>'
    styles = STYLES.replace('<w:name w:val="heading 2"/>', f'<w:name w:val="heading 2"/>{counting}')
    body = heading("Charter") + heading("Water", 2) + paragraph("x") + heading("Air", 2).replace("Titre2", "Sub") + counted(heading("Lost", 2), 0, 7) + paragraph("y")
    outline = read(word(body, numbering=numbering(("upperRoman", "%1.")), styles=styles), "a.docx", "en")[0]
    assert [(item.number, item.heading) for item in outline.items if item.heading] == [("I.", "Water"), ("II.", "Air"), ("", "Lost")]
    assert outline.report == [Unkept("numbering", "Lost")]


def test_a_title_with_the_style_of_a_title_is_the_charter_s_and_another_beside_it_is_told() -> None:
    titled = '<w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>Our city</w:t></w:r></w:p>'
    articles = heading("Article 1") + paragraph("One.") + heading("Article 2") + paragraph("Two.")
    assert read(word(titled + articles), "a.docx", "en")[0].title == "Our city"
    both = read(word(titled + heading("Charter") + articles.replace("Titre1", "Titre2")), "a.docx", "en")[0]
    assert (both.title, both.report) == ("Charter", [Unkept("front", "", "Our city")])


def test_an_open_document_keeps_its_text_and_tells_the_rest_with_its_place() -> None:
    remark = "<office:annotation><dc:creator>B</dc:creator><dc:date>2026-01-01</dc:date><text:p>Really?</text:p></office:annotation>"
    box = "<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>"
    words = f'A <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>warm<text:change-end text:change-id="c2"/> home{remark}{box}'
    body = f'{CHANGES}<text:p text:style-name="Title">Our city</text:p><text:h text:outline-level="1">Article 1</text:h><text:p>{words}</text:p>'
    more = '<text:h text:outline-level="1">Article 2</text:h><text:p>Water.</text:p>'
    outline, _source = read(open_document(body + more, "<style:header><text:p>Confidential</text:p></style:header>"), "a.odt", "en")
    assert outline.title == "Our city"
    assert outline.items[:2] == [Item("article", 0, "Article 1"), Item("paragraph", 1, wording="A warm home")]
    assert outline.report == [
        Unkept("page_header", "", "Confidential"), Unkept("deleted", "Article 1", "cold"), Unkept("inserted", "Article 1", "warm"),
        Unkept("comment", "Article 1", "Really?"), Unkept("text_box", "Article 1", "In a box"),
    ]  # fmt: skip


def locked() -> bytes:
    """A package whose entries say that they are encrypted."""
    marked = bytearray(word(paragraph("x")))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = marked.find(signature)
        while place >= 0:
            marked[place + offset] |= 1
            place = marked.find(signature, place + 4)
    return bytes(marked)


def bomb() -> bytes:
    """A few hundred kilobytes that unpack to many times what is allowed, in the part that is read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
        for _megabyte in range(LARGEST_UNPACKED // 1024 // 1024 * 8):
            part.write(b" " * 1024 * 1024)
    return out.getvalue()


def entities() -> bytes:
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<!DOCTYPE w [<!ENTITY e0 "ha">{declared}]><w:document xmlns:w="{WORD}"><w:body>{paragraph("&e9;")}</w:body></w:document>'
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": RELATED, "word/document.xml": document})


def one_paragraph() -> bytes:
    return word(heading("A") + paragraph(os.urandom(5 * 1024 * 1024 - 3000).hex()))


def test_numbers_that_libreoffice_counts_at_headings_come_along() -> None:
    levels = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Chapter "/>'
        '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1" text:start-value="3"/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}"{more}>{words}</text:h><text:p>x</text:p>'
        for level, words, more in ((1, "Rights", ""), (2, "Water &amp; air", ' text:style-name="a&gt;b"'), (2, "Homes", ""), (1, "Duties", ""), (1, "Free", ' text:is-list-header="true"'))
    )
    outline, source = read(open_document(body, levels), "a.odt", "en")
    assert [(item.kind, item.number, item.heading) for item in outline.items if item.heading] == [
        ("chapter", "Chapter I", "Rights"), ("article", "3.", "Water & air"), ("article", "4.", "Homes"), ("chapter", "Chapter II", "Duties"), ("article", "", "Free"),
    ]  # fmt: skip
    assert outline.report == [] and "Chapter I Rights" in source


def test_numbers_beyond_what_anybody_prints_are_digits() -> None:
    levels = numbering(("lowerRoman", "%1.")).replace('<w:start w:val="1"/>', '<w:start w:val="1000000000"/>')
    outline = read(word(heading("C") + heading("Water", 2) + counted(paragraph("x")), numbering=levels), "a.docx", "en")[0]
    assert outline.items[-1].number == "1000000000."
    counting = '<w:style w:type="paragraph" w:styleId="S{0}"><w:name w:val="s{0}"/><w:basedOn w:val="S{1}"/></w:style>'
    styles = STYLES.replace("</w:styles>", "".join(counting.format(count, count + 1) for count in range(20_000)) + "</w:styles>")
    assert read(word(heading("C") + heading("Water", 2) + paragraph("x"), numbering=levels, styles=styles), "a.docx", "en")[0].items


REFUSED = {
    "ten megabytes of one paragraph": (one_paragraph, "docx", "too_large too_long"),
    "a paragraph of 400,001 characters": (lambda: word(heading("A") + paragraph("x" * 400_001)), "docx", "too_long"),
    "a zip bomb": (bomb, "docx", "unpacks_too_large"),
    "a zip of very many parts": (lambda: package({f"{n}.xml": "<a/>" for n in range(MOST_PARTS + 1)}), "docx", "too_hard"),
    "entities": (entities, "docx", "entities"),
    "ten thousand headings": (lambda: word("".join(heading(f"Article {n}", 1 + n % 2) for n in range(10_000))), "docx", "too_many too_hard"),
    "very many empty paragraphs": (lambda: word("<w:p/>" * 500_000), "docx", "too_hard"),
    "depth of fifty lists": (lambda: b"<h1>A</h1><h2>B</h2>" + b"<ul><li>x" * 50 + b"</li></ul>" * 50, "html", "too_deep"),
    "lists that never end": (lambda: b"<h1>A</h1><h2>B</h2>" + b"<ul><li>x" * 50, "html", "too_hard"),
    "depth of five thousand quotations": (lambda: b"<h1>A</h1><h2>B</h2>" + b"<blockquote>" * 5000 + b"x", "html", "too_hard"),
    "xml without end": (lambda: word("<w:p>" * 5000), "docx", "too_hard"),
    "a web page with a Word file's name": (lambda: b"<h1>A</h1><h2>Article 1</h2><p>x</p>", "docx", "wrong_ending"),
    "a Word file with a web page's name": (lambda: word(heading("A")), "html", "wrong_ending"),
    "a Word file called OpenDocument": (lambda: word(heading("A")), "odt", "wrong_ending"),
    "a zip of something else": (lambda: package({"a.txt": "x"}), "docx", "wrong_ending"),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx", "old_office"),
    "a PDF": (lambda: b"%PDF-1.7 ...", "docx", "portable_document"),
    "a password": (locked, "docx", "locked"),
    "a torn package": (lambda: word(heading("A"))[:-200], "docx", "broken_package"),
    "broken xml": (lambda: word("<w:p>"), "docx", "broken_package"),
}


@pytest.mark.parametrize(("make", "ending", "reasons"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_harms_or_is_not_what_it_is_called_is_refused_soon_and_in_little_memory(make, ending: str, reasons: str) -> None:
    content = make()
    assert len(content) <= 11 * 1024 * 1024
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(Unreadable) as refused:
        read(content, f"charter.{ending}", "en")
    assert refused.value.reason in reasons.split()
    assert time.monotonic() - begun < 12
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024
