"""The pages on the campaign: what stands there at first, what the secretary writes in which language, and what is kept."""

from collections.abc import Callable

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.pages.models import PageText
from charterhub.pages.operations import write_page
from charterhub.pages.topics import TOPICS
from tests.looking import last_entry, texts
from tests.pages import Pages

SignIn = Callable[[Person], Pages]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_page_says_something_before_anybody_wrote_it(pages: Pages, topic: str) -> None:
    page = pages.open(f"/campaign/{topic}")
    assert str(TOPICS[topic].until_then[0]) in page.text and "Write this page" not in page.text


def test_the_secretary_writes_a_page_in_a_language_and_it_is_read_there(sign_in: SignIn, pages: Pages, chiara: Person) -> None:
    desk = sign_in(chiara)
    desk.open("/campaign/contact")
    desk.submit(language="ar", button="Write")
    desk.submit(wording="راسلونا: [البريد](mailto:office@campaign.example)\n\n<script>alert(1)</script>", button="Publish")
    page = pages.open("/campaign/contact", language="ar")
    assert page.elements[0].get("dir") == "rtl"
    assert [(link.get("href"), link.text) for link in page.all("a") if "mailto" in link.get("href", "")] == [("mailto:office@campaign.example", "البريد")] * 2
    assert not page.all("script")
    assert len([link for link in pages.open("/campaign/contact", language="fr").all("a") if "mailto" in link.get("href", "")]) == 1  # in its history
    assert (last_entry().action, last_entry().facts) == ("page.written", {"topic": "contact", "language": "ar"})


def test_english_stands_in_where_a_language_is_missing(pages: Pages, chiara: Person) -> None:
    write_page(chiara, "contact", "en", "Write to the office.", 0)
    db.session.commit()
    assert "Write to the office." in pages.open("/campaign/contact", language="fr").text


def test_what_it_said_before_stays_in_its_history(pages: Pages, chiara: Person) -> None:
    write_page(chiara, "objectives", "en", "First words.", 0)
    write_page(chiara, "objectives", "en", "Second words.", 1)
    db.session.commit()
    said = texts(pages.open("/campaign/objectives"), "p")
    assert said.index("Second words.") < said.index("First words.")
    with pytest.raises(IntegrityError):
        db.session.execute(update(PageText).values(wording="Other words."))


def test_two_secretaries_do_not_overwrite_each_other(sign_in: SignIn, chiara: Person) -> None:
    desk = sign_in(chiara)
    desk.open("/campaign/objectives/en/edit")
    write_page(chiara, "objectives", "en", "Theirs.", 0)
    db.session.commit()
    assert "Mine." in desk.submit(wording="Mine.", button="Publish", status=409).html


def test_nobody_else_writes_and_nothing_odd_is_written(sign_in: SignIn, bruno: Person, chiara: Person) -> None:
    with pytest.raises(NotAllowed):
        write_page(bruno, "contact", "en", "Mine", 0)
    for topic, language, wording in (("home", "en", "x"), ("contact", "xx-nowhere", "x"), ("contact", "en", "  "), ("contact", "en", "x" * 20_001)):
        with pytest.raises(BadInput):
            write_page(chiara, topic, language, wording, 0)
    with pytest.raises(AlreadyDone):
        write_page(chiara, "contact", "en", "x", 3)
    sign_in(bruno).open("/campaign/contact/en/edit", status=403)


@pytest.mark.parametrize(("address", "status"), [("/campaign/nowhere", 404), ("/campaign/nowhere/en/edit", 404), ("/campaign/contact/zz-zz/edit", 422)])
def test_an_odd_address_is_answered(sign_in: SignIn, chiara: Person, address: str, status: int) -> None:
    sign_in(chiara).open(address, status=status)


def test_an_empty_page_is_refused_on_the_form(sign_in: SignIn, chiara: Person) -> None:
    desk = sign_in(chiara)
    desk.open("/campaign/contact/en/edit")
    assert "Please write something here." in desk.submit(wording=" ", button="Publish", status=422).text
