"""The address a charter gets from its title."""

import pytest
from flask import Flask

from charterhub.charters.operations.creating import LONGEST_SLUG, free_slug
from charterhub.members.models import Member


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Charte des droits humains (texte de démonstration)", "charte-des-droits-humains"),
        ("Carta de derechos humanos de la provincia, de sus cantones y parroquias rurales", "carta-de-derechos-humanos-de-la-provincia-de-sus-cantones-y"),
        ("광주 인권헌장", "gwangju-charter"),
        ("x" * 90, "x" * LONGEST_SLUG),
    ],
)
def test_an_address_is_whole_words_of_the_title(app: Flask, gwangju: Member, title: str, slug: str) -> None:
    assert free_slug(title, gwangju) == slug
