"""The six steps of the campaign's form as El Alto fills them in, and a person who goes through them."""

from charterhub.extensions import db
from charterhub.members.models import Enrolment
from tests.pages import Pages

Answers = dict[str, str | list[str]]
INFORMATION: Answers = {
    "country": "BO", "name": "El Alto", "kind": "city", "inhabitants": "943 000", "head_name": "Rosa Quispe", "head_title": "Alcaldesa",
    "mandate_from": "2026-05-03", "mandate_until": "2031-05-02", "focal_point_name": "Teo Mamani", "focal_point_email": "Focal@ElAlto.example",
}  # fmt: skip
STATEMENT: Answers = {"signer_name": "Rosa Quispe", "signer_position": "Alcaldesa", "signed_on": "2026-06-01", "signature": "Rosa Quispe"}
STEPS: dict[str, Answers] = {
    "information": INFORMATION,
    "vision": {"vision": "A city at four thousand metres where nobody is looked down upon."},
    "focus": {"focus": ["basic_services", "other"], "focus_other": "Altitude"},
    "motivation": {"motivation": "water " * 120},
    "practices": {"area_1": "Water", "words_1": "Neighbours read the meters.", "link_1": "www.elalto.example/agua"},
    "statement": STATEMENT,
}


def begin(pages: Pages) -> str:
    """Begin a form; the address of its whole."""
    pages.open("/enrolments/new")
    pages.submit(button="Begin the form")
    assert pages.page.h1 == "Step 1 of 6: Information"
    return pages.page.url.removesuffix("/information")


def fill_in(pages: Pages, *left_out: str) -> str:
    """Go through the steps but those left out, up to the last, which is not sent yet; the address of the whole form."""
    address = begin(pages)
    for name, answers in STEPS.items():
        if name not in (*left_out, "statement"):
            pages.open(f"{address}/{name}")
            pages.submit(answers, button="Keep and go on")
    return address


def sign_and_send(pages: Pages, address: str, **changed: str) -> None:
    pages.open(f"{address}/statement")
    pages.submit({**STATEMENT, **changed}, button="Sign and send")


def only_form() -> Enrolment:
    return db.session.query(Enrolment).filter_by(name="El Alto").one()
