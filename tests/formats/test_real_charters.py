"""The texts this house was built to read: the Universal Declaration in five languages, and the demonstration charters."""

from pathlib import Path

import pytest

from charterhub.formats.outline import Outline
from charterhub.formats.reading import read
from charterhub.text.numbering import Numbered, eids

ROOT = Path(__file__).resolve().parents[2]
UDHR = ROOT.parent / "shared" / "data" / "udhr"
DEMO = ROOT / "charterhub" / "demo" / "content"
TITLES = {
    "en": "Universal Declaration of Human Rights",
    "es": "Declaración Universal de Derechos Humanos",
    "fr": "Déclaration universelle des droits de l’homme",
    "ar": "الإعلان العالمي لحقوق الإنسان",
    "ko": "세 계 인 권 선 언",
    "ca": "Declaració Universal de Drets Humans",
    "de": "Die Allgemeine Erklärung der Menschenrechte",
    "eu": "GIZA ESKUBIDEEN ALDARRIKAPEN UNIBERTSALA",
    "hi": "मानव अधिकारों की सार्वभौम घोषणा",
    "pt": "Declaração Universal dos Direitos Humanos",
    "sw": "UMOJA WA MATAIFA OFISI YA IDARA YA HABARI TAARIFA YA ULIMWENGU JUU YA HAKI ZA BINADAMU",
}
NUMBERED = {11: 2, 13: 2, 14: 2, 15: 2, 16: 3, 17: 2, 20: 2, 21: 3, 23: 4, 25: 2, 26: 3, 27: 2, 29: 3}


def read_file(path: Path) -> Outline:
    return read(path.read_bytes(), path.name, path.name.split(".")[-2])[0]


def shape(outline: Outline) -> list[tuple[str, int, str]]:
    return [(item.kind, item.depth, item.horizon) for item in outline.items]


needs_udhr = pytest.mark.skipif(not UDHR.exists(), reason="needs the shared data beside the project")
FILES = sorted(UDHR.glob("udhr.*"))


def by_name(path: Path) -> str:
    return path.name


@needs_udhr
@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_the_universal_declaration_has_its_title_preamble_thirty_articles_and_numbered_paragraphs(path: Path) -> None:
    outline = read_file(path)
    found = eids(Numbered(item.kind, item.number, item.depth) for item in outline.items)
    assert outline.title == TITLES[path.name.split(".")[1]]
    assert [item.kind for item in outline.items].count("preamble") == 1
    assert outline.items[0].kind == "preamble" and outline.items[1].kind == "recital"
    assert [eid for eid in found if eid.startswith("art") and "__" not in eid] == [f"art_{number}" for number in range(1, 31)]
    for article, paragraphs in NUMBERED.items():
        assert [eid for eid in found if eid.startswith(f"art_{article}__para_")] == [f"art_{article}__para_{number}" for number in range(1, paragraphs + 1)]
    assert "art_1__para_nn_1" in found and len(set(found)) == len(found)


@needs_udhr
@pytest.mark.parametrize("path", [path for path in FILES if path.suffix != ".html"], ids=by_name)
def test_a_language_s_declaration_becomes_the_same_tree_from_every_format(path: Path) -> None:
    outline, from_page = read_file(path), read_file(path.with_suffix(".html"))
    assert (outline.title, outline.items) == (from_page.title, from_page.items)
    assert [told.what for told in outline.report] == ([] if path.suffix == ".md" else ["front"])


@needs_udhr
def test_the_articles_of_the_declaration_have_the_same_paragraphs_in_all_eleven_languages() -> None:
    shapes = {path.name: [each for each in shape(read_file(path)) if each[0] != "recital"] for path in FILES if path.suffix == ".html"}
    assert len(shapes) == 11
    assert {name for name, found in shapes.items() if found != shapes["udhr.en.html"]} == set()


def test_the_charter_agenda_has_the_same_shape_in_its_three_languages_with_twelve_rights_and_their_plans() -> None:
    english, spanish, french = (read_file(DEMO / f"charter-agenda.{language}.md") for language in ("en", "es", "fr"))
    assert shape(english) == shape(spanish) == shape(french)
    rights = [item.number for item in english.items if item.kind == "article"]
    assert rights == ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X.", "XI.", "XII."]
    assert sum(item.kind == "action_plan" for item in english.items) == 12
    assert {item.horizon for item in english.items if item.kind == "action_item"} == {"short", "mid"}


@pytest.mark.parametrize("path", sorted(DEMO.glob("charters/*.md")), ids=lambda path: path.name)
def test_every_demonstration_charter_is_read_whole(path: Path) -> None:
    outline = read_file(path)
    assert outline.report == [] and outline.title
    assert outline.items[0].kind == "preamble" and "final_provisions" in {item.kind for item in outline.items}
