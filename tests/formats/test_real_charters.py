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
}
NUMBERED = {11: 2, 13: 2, 14: 2, 15: 2, 16: 3, 17: 2, 20: 2, 21: 3, 23: 4, 25: 2, 26: 3, 27: 2, 29: 3}


def read_file(path: Path) -> Outline:
    return read(path.read_bytes(), path.name, path.name.split(".")[-2])[0]


def shape(outline: Outline) -> list[tuple[str, int, str]]:
    return [(item.kind, item.depth, item.horizon) for item in outline.items]


@pytest.mark.skipif(not UDHR.exists(), reason="needs the shared data beside the project")
@pytest.mark.parametrize("language", TITLES)
def test_the_universal_declaration_has_its_title_preamble_thirty_articles_and_numbered_paragraphs(language: str) -> None:
    outline = read_file(UDHR / f"udhr.{language}.md")
    found = eids(Numbered(item.kind, item.number, item.depth) for item in outline.items)
    assert (outline.title, outline.report) == (TITLES[language], [])
    assert outline.items[0].kind == "preamble" and outline.items[1].kind == "recital"
    assert [eid for eid in found if eid.startswith("art") and "__" not in eid] == [f"art_{number}" for number in range(1, 31)]
    for article, paragraphs in NUMBERED.items():
        assert [eid for eid in found if eid.startswith(f"art_{article}__para_")] == [f"art_{article}__para_{number}" for number in range(1, paragraphs + 1)]
    assert "art_1__para_nn_1" in found and len(set(found)) == len(found)


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
