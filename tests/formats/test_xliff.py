"""Translations go to translators' own tools and come back, in the versions of XLIFF that tools write."""

from xml.etree import ElementTree

import pytest

from charterhub.formats.unreadable import Unreadable
from charterhub.formats.xliff import MOST_UNITS, ONE, TWO, Translation, Unit, read_xliff, xliff_of

UNITS = [
    Unit("a.wording", "Water is *free* & for <all>.\n\nAlways.", "الماء *مجاني*.", "reviewed", "Article 3"),
    Unit("b.heading", "Homes", "Logements", "translated"),
    Unit("c.wording", "New words", "", "missing"),
]


def test_what_goes_out_comes_back_with_source_target_and_state() -> None:
    translation = Translation("https://hub.example/x", "en", "ar", UNITS)
    content = xliff_of(translation)
    back = read_xliff(content)
    assert (back.original, back.source_language, back.target_language) == ("https://hub.example/x", "en", "ar")
    assert [(unit.id, unit.source, unit.target, unit.state) for unit in back.units] == [(unit.id, unit.source, unit.target, unit.state) for unit in UNITS]
    states = [target.get("state") for target in ElementTree.fromstring(content).iter(f"{{{ONE}}}target")]
    assert states == ["signed-off", "translated", "needs-translation"] and "Article 3" in content.decode()


def test_a_stale_translation_goes_out_as_one_to_look_at_and_is_not_taken_back_as_done() -> None:
    unit = Unit("a", "New source.", "Old target.", "stale")
    assert read_xliff(xliff_of(Translation("", "en", "fr", [unit]))).units[0].state == "missing"


TWO_ONE = f"""<xliff xmlns="{TWO}" version="2.1" srcLang="en" trgLang="fr"><file id="f" original="x"><group id="g">
<unit id="a.wording"><segment state="final"><source>One. </source><target>Un. </target></segment><ignorable><source>—</source></ignorable>
<segment state="reviewed"><source><pc id="1">Two</pc>.</source><target><pc id="1">Deux</pc>.</target></segment></unit>
<unit id="b.wording"><segment state="translated"><source>Air</source><target>Air</target></segment></unit>
<unit id="c.wording"><segment><source>Fire</source></segment></unit></group></file></xliff>"""


def test_version_two_comes_in_with_its_segments_put_together() -> None:
    back = read_xliff(TWO_ONE.encode())
    assert (back.source_language, back.target_language) == ("en", "fr")
    assert back.units == [
        Unit("a.wording", "One. —Two.", "Un. —Deux.", "reviewed"), Unit("b.wording", "Air", "Air", "translated"), Unit("c.wording", "Fire", "", "missing"),
    ]  # fmt: skip


REFUSED = {
    "nothing": (b" ", "empty"),
    "no XML": (b"PK\x03\x04", "broken_package"),
    "another XML": (b"<html/>", "no_xliff"),
    "no units": (f'<xliff xmlns="{ONE}" version="1.2"><file/></xliff>'.encode(), "no_units"),
    "entities": (b'<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "entities"),
    "an override": (xliff_of(Translation("", "en", "fr", [Unit("a", "x", "\u202ey", "translated")])), "refused_character"),
    "too many": (xliff_of(Translation("", "en", "fr", [Unit(str(n), "x", "y", "translated") for n in range(MOST_UNITS + 1)])), "too_many"),
    "too long": (xliff_of(Translation("", "en", "fr", [Unit("a", "x" * 2_000_001, "y", "translated")])), "too_long"),
    "too deep": (f'<xliff xmlns="{ONE}">'.encode() + b"<g>" * 300, "too_hard"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_translation_or_harms_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_xliff(content)
    assert refused.value.reason == reason
