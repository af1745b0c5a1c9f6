"""A text brought in through the pages: recognised, corrected, made a draft; or refused with the reason."""


import pytest
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, ImportSheet
from charterhub.charters.queries import draft_of
from charterhub.extensions import db
from charterhub.formats.outline import Item, outline_from_json
from charterhub.members.models import Member
from tests.charters.conftest import MARKDOWN, SHARED, SignIn, brought_in
from tests.formats.packages import heading, paragraph, word
from tests.pages import Pages


def test_a_file_becomes_an_outline_that_can_be_corrected_and_made_a_draft(brunos: Pages) -> None:
    brought_in(brunos)
    assert "9 clauses were recognised" in brunos.page.text
    brunos.submit({"items-0-heading": "Preamble of ours"}, button="Keep corrections, go on later")
    assert "Your corrections are kept." in brunos.page.text
    brunos.open("/members/gwangju/charters/new")
    brunos.follow("Charter of Gwangju")
    brunos.submit(button="Create the draft")
    assert "Preamble of ours" in brunos.page.text
    charter = db.session.scalars(select(Charter)).one()
    assert [place.eid for place in draft_of(charter, "en")][-2:] == ["art_2", "art_2__para_nn_1"]
    assert db.session.scalars(select(ImportSheet)).one().charter_id == charter.id


def test_a_clause_can_be_left_out_and_its_kind_and_level_changed(brunos: Pages) -> None:
    brought_in(brunos)
    brunos.submit({"items-1-remove": True, "items-7-kind": "provision", "items-6-depth": "1"}, button="Create the draft")
    draft = draft_of(db.session.scalars(select(Charter)).one(), "en")
    assert [(place.clause.kind, place.depth) for place in draft[3:]] == [("paragraph", 1), ("point", 2), ("point", 1), ("provision", 0), ("paragraph", 1)]
    assert draft[1].clause.kind == "article"


def test_pasted_text_is_as_good_as_a_file(brunos: Pages) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(pasted=MARKDOWN, language="en")
    assert "9 clauses were recognised" in brunos.page.text


def test_text_pasted_from_word_keeps_headings_lists_and_emphasis_and_tells_what_it_cannot_keep(brunos: Pages) -> None:
    html = (
        "<html><head><style>p.MsoNormal {margin:0}</style></head><body><!--StartFragment--><h1>Charter of Gwangju</h1><h2><a name=x></a>Article 1<o:p></o:p></h2>"
        "<p class=MsoListParagraph><![if !supportLists]><span>1.<span>&nbsp;&nbsp; </span></span><![endif]>Everyone has a <b>home</b>.</p>"
        "<p class=MsoNormal><img src='file:///c/seal.png' alt='The seal'></p><ul><li>warm</li></ul><script>alert(1)</script><!--EndFragment--></body></html>"
    )
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(pasted="Charter of Gwangju Article 1 ...", pasted_html=html, language="en")
    assert [(item.kind, item.number, item.wording) for item in sheet_items()] == [
        ("article", "Article 1", ""), ("paragraph", "1.", "Everyone has a **home**."), ("point", "", "warm"),
    ]  # fmt: skip
    assert "An image could not be kept, under “Article 1”: “The seal”" in brunos.page.text


REFUSED = {
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50, "This is not a text file."),
    "an empty file": (b"  \n ", "There is nothing in it."),
    "another encoding": ("# Charte\n\n## Préambule".encode("latin-1"), "Please save it as UTF-8"),
    "no headings": (b"Everyone has rights.", "There are no headings in this text"),
    "only headings": (b"# One", "There are headings in this text, but no clauses under them."),
    "an override": ("# Charter\n\n## Article 1\n\nA \u202e text".encode(), "invisible character (U+202E)"),
    "eleven megabytes": (b"# A\n\n" + b"word " * 2_200_000, "It may have at most 10 MB."),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason_and_nothing_is_kept(brunos: Pages, content: bytes, sentence: str) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(file=("charter.md", content), language="en", status=422)
    assert sentence in brunos.page.text
    assert db.session.scalar(select(func.count(ImportSheet.id))) == 0


def test_fifty_megabytes_are_refused(brunos: Pages) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(file=("charter.md", b"x" * 50 * 1024 * 1024), language="en", status=413)
    assert "A file may have at most 10 MB." in brunos.page.text


def test_text_that_was_pasted_in_vain_stays_in_the_form(brunos: Pages) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(pasted="No headings at all.", language="en", status=422)
    assert "No headings at all." in brunos.page.html


def test_neither_file_nor_text_is_a_fault_of_the_form(brunos: Pages) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(language="en", button="Read the text", status=422)
    assert "Please choose a file or paste the text." in brunos.page.text


def test_an_unknown_language_is_refused(brunos: Pages) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.forge("/members/gwangju/charters/new", pasted=MARKDOWN, language="tlh", status=422)
    assert db.session.scalar(select(func.count(ImportSheet.id))) == 0


def test_what_cannot_be_kept_is_named_with_its_place(brunos: Pages) -> None:
    brought_in(brunos, MARKDOWN + "\n![The seal](seal.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA note[^1].\n\n### Point[^2]\n\nText.\n\n[^1]: See there.\n\n[^2]: In a heading.\n")
    lines = ("An image could not be kept, under “Article 2. Water”", "A table was taken in as paragraphs, one for each row", "A footnote could not be kept, under “Article 2. Water”: “In a heading.”")
    for line in lines:
        assert line in brunos.page.text


def test_a_word_file_becomes_an_outline_beside_its_text_and_the_report_quotes_what_was_left_out(brunos: Pages) -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>at night</w:t></w:r>"
    file = word(heading("Charte") + heading("Article 1", 2) + paragraph("Everyone has a home ", struck))
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(file=("Charte.docx", file), language="fr", button="Read the text")
    assert "2 clauses were recognised" in brunos.page.text
    assert "Words struck through were kept, without the line, under “Article 1”: “at night”" in brunos.page.text
    brunos.submit(button="Create the draft")
    draft = draft_of(db.session.scalars(select(Charter)).one(), "fr")
    assert [(place.eid, place.revision.plain) for place in draft] == [("art_1", ""), ("art_1__para_nn_1", "Everyone has a home at night")]


def test_a_word_file_with_a_password_is_refused_with_what_to_do(brunos: Pages) -> None:
    brunos.open("/members/gwangju/charters/new")
    brunos.submit(file=("Charte.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), language="fr", status=422)
    assert "Please open it and save it as .docx without a password." in brunos.page.text


def test_an_outline_with_a_faulty_line_comes_back_with_everything_typed(brunos: Pages) -> None:
    brought_in(brunos)
    brunos.submit({"items-3-wording": "A \u202e text", "items-8-wording": "Water is mine."}, button="Create the draft", status=422)
    assert "invisible" in brunos.page.text and "Water is mine." in brunos.page.html
    assert db.session.scalar(select(func.count(Charter.id))) == 0


def test_a_charter_needs_a_title(brunos: Pages) -> None:
    brought_in(brunos)
    brunos.submit(title=" ", button="Create the draft", status=422)
    assert "Please give the charter a title." in brunos.page.text


def test_a_second_click_leads_to_the_draft_that_is_there(brunos: Pages) -> None:
    sheet = brought_in(brunos).page.url
    brunos.submit(button="Create the draft")
    brunos.open(sheet)
    assert brunos.page.url.endswith("/draft")
    assert db.session.scalar(select(func.count(Charter.id))) == 1


def test_officials_of_other_places_and_visitors_cannot_bring_in_a_text(pages: Pages, sign_in: SignIn, dov: Person, gwangju: Member) -> None:
    sign_in(dov).open("/members/gwangju/charters/new", status=403)
    pages.open("/members/gwangju/charters/new")
    assert pages.page.url.startswith("/sign-in") or "Sign in" in pages.page.text


def test_a_sheet_is_shown_to_officials_of_its_member_alone(brunos: Pages, sign_in: SignIn, dov: Person) -> None:
    url = brought_in(brunos).page.url
    sign_in(dov).open(url, status=403)


def test_the_committee_brings_in_a_global_text(sign_in: SignIn, chiara: Person, bruno: Person) -> None:
    pages = sign_in(chiara)
    pages.open("/charters/new")
    pages.submit(pasted=MARKDOWN, language="en")
    pages.submit(button="Create the draft")
    assert "The global text" in pages.page.text
    sign_in(bruno).open("/charters/new", status=403)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data beside the project")
def test_the_universal_declaration_takes_as_few_queries_as_a_short_text(brunos: Pages) -> None:
    lengths = []
    for text in ((SHARED / "udhr.en.md").read_text(), "# Short\n\n## Article 1\n\nText."):
        brought_in(brunos, text)
        preview = len(brunos.open(brunos.page.url, queries=5).statements)
        brunos.submit(button="Create the draft")
        lengths.append((preview, len(brunos.open(brunos.page.url).statements)))
    assert lengths[0] == lengths[1]


def test_clauses_are_joined_split_and_moved_before_anything_is_saved_and_what_was_typed_meanwhile_is_kept(brunos: Pages) -> None:
    brought_in(brunos)
    before = [place.wording for place in sheet_items()]
    brunos.submit({"items-0-heading": "Preamble of ours"}, button="Join to the clause above: Clause 5")
    assert brunos.page.status == 200 and len(sheet_items()) == len(before) - 1 and sheet_items()[0].heading == "Preamble of ours"
    brunos.submit({"items-1-wording": "One.\n\n2. Two."}, button="Split at the empty lines: Clause 2")
    assert [(item.number, item.wording) for item in sheet_items()[1:3]] == [("", "One."), ("2.", "Two.")]
    depths = [item.depth for item in sheet_items()]
    brunos.submit(button="One level down, with all below: Clause 3")
    assert [item.depth for item in sheet_items()] == [*depths[:2], depths[2] + 1, *depths[3:]]
    brunos.submit(button="Split at the empty lines: Clause 3", status=422)
    assert "Please put an empty line" in brunos.page.text


def sheet_items() -> list[Item]:
    db.session.expire_all()
    return outline_from_json(db.session.scalars(select(ImportSheet)).one().outline).items
