"""Signing: typed, drawn on the screen, or by hand on paper; what was signed can be checked by anybody."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.members.models import Attachment, Enrolment
from charterhub.members.statement import is_drawing
from tests.members.form import STATEMENT, fill_in, only_form, sign_and_send
from tests.members.test_documents import PDF
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
DRAWN = "M10 20L30 40L600 200M5 5"


def test_a_form_signed_by_hand_is_as_good_as_one_signed_on_screen(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = fill_in(pages)
    pages.open(f"{address}/statement")
    pages.submit({**STATEMENT, "signature": ""}, copy=("signed.pdf", PDF), button="Sign and send")
    form, paper = only_form(), db.session.scalars(select(Attachment)).one()
    assert (form.signature, form.signed_copy, paper.place) == ("", paper.digest, 0)
    assert "Signed by hand" in pages.page.text and paper.digest in pages.page.text
    signed = f"{form.statement}\nRosa Quispe\nAlcaldesa\n2026-06-01\n{paper.digest}"
    assert form.digest == sha256(signed.encode()).hexdigest()


def test_a_form_signed_by_drawing_shows_the_drawing(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    sign_and_send(pages, fill_in(pages), signature="", drawing=DRAWN)
    form = only_form()
    assert (form.signature, form.drawing) == ("", DRAWN)
    assert f'<path d="{DRAWN}"/>' in pages.page.html
    assert form.digest == sha256(f"{form.statement}\nRosa Quispe\nAlcaldesa\n2026-06-01\n{DRAWN}".encode()).hexdigest()


@pytest.mark.parametrize("path", ["", "M1 2", DRAWN])
def test_a_drawing_is_lines_and_nothing_else(path: str) -> None:
    assert is_drawing(path)


@pytest.mark.parametrize("path", ["L1 2", "M1", "M1 2Z", "M1 2\"/><script>", "M1000 2", "M1 2L" * 10_000, "M١ ٢", "M1 2\n"])
def test_what_is_no_drawing_is_refused(path: str) -> None:
    assert not is_drawing(path)


def test_a_meddled_drawing_is_not_sent(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    sign_and_send(pages, fill_in(pages), signature="", drawing="<svg>")
    assert "did not arrive whole" in pages.page.text
    assert db.session.scalars(select(Enrolment).where(Enrolment.name == "El Alto")).all() == []
