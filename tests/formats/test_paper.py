"""Papers as PDF: what a person typed comes out as typed, every script has its letters, and those who listen to the file find
its title, language, headings and tables."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from charterhub.formats.paper import Heading, Labels, NewPage, Paper, Run, Signatures, Table, Text, Unprintable, passage, passages_of, pdf_of, press
from charterhub.formats.paper.pdf import described_by

SIGNS = "#let x = $1$ *not bold* @ref <a> `raw` \\u{41} // no comment [b]"
ARABIC = "الماء حق لكل إنسان"
ARABIC_NOTE = "وفق القانون"
KOREAN_NOTE = "법에 따라"
KOREAN = "모든 사람은 물에 대한 권리를 가진다"
WIDE = Paper(
    "Charter of Lumenport",
    "en",
    [
        Heading("Part I", 2),
        Heading("Water", 5),
        Text(passages_of("Water is *a right* of [everyone](https://lumenport.example)."), "1."),
        Text([passage(SIGNS)], "a)", depth=1),
        Text(passages_of("Air^[As *measured* here.] and light^[ ]."), "2."),
        Text(passages_of(f"{ARABIC}^[{ARABIC_NOTE}]"), "٤.", language="ar"),
        Text(passages_of(f"{KOREAN}^[{KOREAN_NOTE}]"), "나.", language="ko"),
        Text([passage(ARABIC)], "٣.", language="ar"),
        Text([passage(KOREAN)], "가.", language="ko", quiet=True),
        Table(["Before", "After"], [[[(Run("two"), Run(" three", "deleted"))], [(Run("two"), Run(" four", "inserted"))]]]),
        Labels([("Member", "بلدية لومنبورت"), ("Population", "12")]),
        Signatures(["The mayor"]),
        NewPage(),
        Heading("Annex"),
    ],
    under=["Version 3"],
    foot="Lumenport",
    made_at=datetime(2027, 3, 1, tzinfo=UTC),
)


def opened(paper: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(paper)))


def kinds_in(node: object, found: list[str]) -> list[str]:
    """The names of all structure elements below one, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    for child in node if isinstance(node, list) else [node]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(child, dict):
            found += [child["/S"]] if "/S" in child else []
            kinds_in(child.get("/K", []), found)
    return found


@pytest.fixture(scope="module")
def wide() -> PdfReader:
    return opened(WIDE)


def test_a_program_that_reads_aloud_finds_title_language_headings_and_tables(wide: PdfReader) -> None:
    root = wide.trailer["/Root"]
    assert root["/Lang"] == "en" and root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert wide.metadata.title == "Charter of Lumenport" and b"pdfuaid" in root["/Metadata"].get_object().get_data()
    kinds = kinds_in(root["/StructTreeRoot"]["/K"], [])
    assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1", "/H2", "/H1"], "a skipped level is closed up"
    assert {"/Table", "/TH", "/TD", "/L", "/Link", "/P"} <= set(kinds)


def test_words_come_out_as_they_were_typed_whatever_signs_they_hold(wide: PdfReader) -> None:
    text = "\n".join(page.extract_text() for page in wide.pages)
    assert len(wide.pages) == 2 and SIGNS in text and "two three" in text and "Version 3" in text and "2 / 2" in text


def test_a_footnote_stands_at_the_foot_with_its_mark_in_the_text_and_a_link_there_and_back(wide: PdfReader) -> None:
    kinds = kinds_in(wide.trailer["/Root"]["/StructTreeRoot"]["/K"], [])
    assert kinds.count("/Note") == 4
    first = kinds.index("/Note")
    assert kinds[first - 3 : first + 3] == ["/Lbl", "/Link", "/Span", "/Note", "/Lbl", "/Link"]
    page = wide.pages[0].extract_text()
    assert page.index("As measured here.") > page.index("The mayor") and "(As" not in page
    assert KOREAN_NOTE in page and page.index(KOREAN_NOTE) > page.index("As measured here.")


def test_arabic_and_korean_are_set_in_fonts_that_come_with_the_file(wide: PdfReader) -> None:
    fonts = [font.get_object() for page in wide.pages for font in page["/Resources"]["/Font"].values()]
    names = {str(font["/BaseFont"]).partition("+")[2].split("-")[0] for font in fonts}
    assert {"LibertinusSerif", "Amiri", "NotoSansCJKkr"} <= {name.replace("CJKKR", "CJKkr") for name in names}
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts if "/DescendantFonts" in font]
    assert descriptors and all({"/FontFile2", "/FontFile3"} & set(each) for each in descriptors)


@pytest.mark.parametrize("language", ["ar", "ko", "el", "uk", "he", "hi", "th", "am", "ja", "zh-Hant", "vi", "yo", "ka", "bn", "ta"])
def test_every_language_of_charters_can_be_the_language_of_a_paper(language: str) -> None:
    assert opened(Paper("12", language, [Text([passage("a")], "1.")])).trailer["/Root"]["/Lang"] == language.split("-")[0]


def test_the_same_paper_is_the_same_file() -> None:
    assert pdf_of(WIDE) == pdf_of(WIDE)


def test_a_sign_that_no_font_has_is_printed_as_its_code() -> None:
    assert "stray [U+0F40] sign [U+0001]" in opened(Paper("t", "en", [Text([passage("stray \u0f40 sign \x01")])])).pages[0].extract_text()


def test_a_text_in_a_script_without_font_is_refused() -> None:
    with pytest.raises(Unprintable) as refused:
        pdf_of(Paper("t", "en", [Text([passage("".join(map(chr, range(0x12000, 0x12000 + press.MOST_CODES + 2))))])]))
    assert refused.value.reason == "no_font" and refused.value.facts["sign"]


def test_too_much_is_refused_before_the_press_runs() -> None:
    with pytest.raises(Unprintable) as refused:
        pdf_of(Paper("t", "en", [Text([passage("word " * 700_000)])]))
    assert refused.value.reason == "too_long"


def test_the_language_of_a_block_is_said_only_where_it_is_another() -> None:
    blocks = [Text([passage("a")], language="en"), Text([passage("b")], language="fr")]
    assert [block["language"] for block in described_by(Paper("t", "en", blocks))["blocks"]] == ["", "fr"]


def test_a_wording_becomes_runs() -> None:
    assert passages_of("Water *is* a  \nright.\n\nSee [here](https://a.example).") == [
        (Run("Water "), Run("is", "emphasis"), Run(" a\nright.")),
        (Run("See "), Run("here", address="https://a.example"), Run(".")),
    ]
    assert passages_of("Air^[As *seen*.] is") == [(Run("Air"), Run("", note=(Run("As "), Run("seen", "emphasis"), Run("."))), Run(" is"))]
    assert passages_of("") == [()]
