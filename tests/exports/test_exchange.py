"""A French edition goes to a translator's own tool and comes back: what still fits is taken, nothing is written over."""

import re

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.queries import draft_of
from charterhub.formats.xliff import read_xliff
from charterhub.language_versions.operations import Words
from charterhub.language_versions.passages import states_of
from tests.language_versions.test_views import revised, translated
from tests.pages import Pages

EXCHANGE = "/charters/gwangju-charter/editions/fr/exchange"


@pytest.fixture
def brunos(sign_in, charter: Charter, bruno: Person) -> Pages:
    translated(charter, bruno, {0: Words("Article premier", "Droit au logement", "")})
    return sign_in(bruno)


def filled(content: bytes, state: str = "translated") -> bytes:
    """The file as a tool writes it: every target that was empty says "Fr:" and its source."""
    units = re.compile(r'<source>([^<]*)</source><target state="[\w-]+" ?(?:/>|></target>)')
    return units.sub(lambda found: f'<source>{found[1]}</source><target state="{state}">Fr: {found[1]}</target>', content.decode()).encode()


def sent(pages: Pages, content: bytes, status: int = 200) -> str:
    pages.open(EXCHANGE)
    pages.submit(file=("back.xlf", content), button="Take the translations", status=status)
    return pages.page.text


def test_an_edition_goes_out_and_comes_back_translated(brunos: Pages, charter: Charter) -> None:
    brunos.open("/charters/gwangju-charter/editions/fr")
    brunos.follow("Work in a translation tool (XLIFF)")
    content = brunos.client.get(f"{EXCHANGE}.xlf").data
    translation = read_xliff(content)
    assert (translation.source_language, translation.target_language) == ("en", "fr")
    assert {unit.target for unit in translation.units if unit.state == "translated"} == {"Article premier", "Droit au logement"}
    text = sent(brunos, filled(content))
    assert "6 passages were taken from the file" in text and "1 passage reads so already." in text and "not taken" not in text
    assert states_of(charter)["fr"] == {"translated": 7}
    assert all(place.revision.wording.startswith("Fr: ") for place in draft_of(charter, "fr") if place.revision.wording)
    assert "7 passages read so already." in sent(brunos, filled(content))
    assert "7 passages were taken" in sent(brunos, brunos.client.get(f"{EXCHANGE}.xlf").data.replace(b'state="translated"', b'state="signed-off"'))
    assert states_of(charter)["fr"] == {"reviewed": 7}


def test_a_passage_whose_source_or_translation_moved_is_refused_with_its_words_and_the_others_are_taken(brunos: Pages, charter: Charter, bruno: Person) -> None:
    content = filled(brunos.client.get(f"{EXCHANGE}.xlf").data)
    revised(charter, bruno, "art_1__para_1", "Everyone has a right to a warm home.")
    assert "Fr: " not in "".join(place.revision.wording for place in draft_of(charter, "fr"))
    text = sent(brunos, content.replace(b">Droit au logement<", b">Droit au toit<"))
    assert "The authoritative text has changed since the file was made." in text and "Fr: Everyone who lives in Gwangju" in text
    assert [place.revision.heading for place in draft_of(charter, "fr")][0] == "Droit au toit"
    text = sent(brunos, content.replace(b">Droit au logement<", b">Droit au foyer<"))
    assert "Somebody translated this passage here after the file was made." in text and "Droit au foyer" in text
    assert [place.revision.heading for place in draft_of(charter, "fr")][0] == "Droit au toit"


def test_other_files_are_refused_and_strangers_have_no_page(brunos: Pages, sign_in, dov: Person) -> None:
    content = brunos.client.get(f"{EXCHANGE}.xlf").data
    assert "This is not a file of a translation tool" in sent(brunos, b"<html/>", 422)
    assert "This file is a translation into “de-DE”" in sent(brunos, content.replace(b'target-language="fr"', b'target-language="de-DE"'), 422)
    assert "There is no such passage in the draft any more" in sent(brunos, re.sub(rb'id="[0-9a-f]{8}', b'id="00000000', filled(content)))
    brunos.open(EXCHANGE.replace("/fr/", "/en/"), status=404)
    sign_in(dov).open(EXCHANGE, status=403)
