"""Places: two spellings of one name meet, two names of one country do not; every member has an address in plain letters."""

import pytest
from flask import Flask
from flask_babel import force_locale

from charterhub.members.places import country_choices, country_name, place_key, slug_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("Saint-Denis", "SAINT  DENIS"), ("Bogotá", "Bogota\u0301"), ("Città", "citta"), ("광주", "광주 "), ("Straße", "STRASSE")],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(("one", "other"), [("광주", "광저우"), ("किला", "कला"), ("San José", "San Juan")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


def test_signs_alone_name_no_place() -> None:
    assert place_key(" – . ") == ""


@pytest.mark.parametrize(
    ("name", "taken", "slug"),
    [
        ("Saint-Denis", (), "saint-denis"),
        ("Saint-Denis", ("saint-denis",), "saint-denis-fr"),
        ("Saint-Denis", ("saint-denis", "saint-denis-fr"), "saint-denis-fr-7"),
        ("Bogotá D.C.", (), "bogota-d-c"),
        ("광주", (), "fr-7"),
        ("تطوان", ("fr-7",), "fr-7-1"),
    ],
)
def test_an_address_ends_in_plain_letters_and_is_free(name: str, taken: tuple[str, ...], slug: str) -> None:
    assert slug_of(name, "FR", 7, frozenset(taken)) == slug


def test_countries_are_named_in_the_readers_language(app: Flask) -> None:
    with force_locale("es"):
        assert country_name("KR") == "Corea del Sur"
        assert dict(country_choices())["MA"] == "Marruecos"
        assert len(country_choices()) > 240
    assert country_name("XX") == "XX"
