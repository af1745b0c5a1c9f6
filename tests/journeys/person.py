"""A person at a browser, who knows the names of fields and where forms lead, and so works in every language.

Every page they come to is looked at, once a kind: axe-core (WCAG 2.2 AA) at the person's own width, sideways scroll at 360
and at 1280 px; the lint of `tests.page_lint` runs on the server's side. The journeys between them have both widths.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from flask_sqlalchemy import SQLAlchemy
from playwright.sync_api import Locator, Page
from sqlalchemy import select

from charterhub.notifications.models import Letter
from tests.browser import DESK, PHONE, check_axe, check_no_sideways_scroll, screenshot

PASSWORD = "seven lanterns on the river"
HEIGHT = 800


@dataclass
class Person:
    """`looked_at` is shared by all people of a journey: a page's kind is looked at once."""

    page: Page
    db: SQLAlchemy
    email: str
    album: str
    looked_at: set[str]

    def go(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer is not None and answer.ok, f"{address} answered {answer and answer.status}"
        self.look()

    def follow(self, address: str) -> None:
        """Follow the first link whose address ends so or matches so."""
        self.page.locator(f'main a[href*="{address}"]').first.click()
        self.look()

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.fill(f'main [name="{name}"]', value)

    def choose(self, **fields: str) -> None:
        """In a select, among radio buttons or tick boxes."""
        for name, value in fields.items():
            select_field = self.page.locator(f'main select[name="{name}"]')
            if select_field.count():
                select_field.select_option(value)
            else:
                self.page.check(f'main [name="{name}"][value="{value}"]')

    def press(self, to: str, step: str = "") -> None:
        """Send the form whose action contains `to`, with the button of that step."""
        button = f'button[value="{step}"]' if step else "button:not([value])"
        self.page.locator(f'main form[action*="{to}"] {button}').first.click()
        self.look()

    def see(self, words: str) -> Locator:
        found = self.page.locator("main").get_by_text(words).locator("visible=true").first
        found.wait_for()
        return found

    def look(self) -> None:
        """Look at the page as it is, the first time one of its kind is seen."""
        self.page.wait_for_load_state("load")  # a click returns before the style sheets are there
        kind = re.sub(r"\d+|[0-9a-f-]{36}|[A-Za-z0-9_.-]{60,}", "n", self.page.url.split("?")[0].split("/", 3)[3]) + self.page.locator("h1").inner_text()[:12]
        if kind in self.looked_at:
            return
        self.looked_at.add(kind)
        before = self.page.viewport_size or {"width": DESK, "height": HEIGHT}
        check_axe(self.page)
        screenshot(self.page, f"{self.album}-{len(self.looked_at):02}-{before['width']}")
        for width in (PHONE, DESK):
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            check_no_sideways_scroll(self.page)
        self.page.set_viewport_size(before)

    def picture(self, name: str, of: str = "main h1") -> None:
        """For docs/a-global-update.md, where pictures were asked for: what this person sees from that element on."""
        if folder := os.environ.get("CHARTERHUB_PICTURES"):
            self.page.locator(of).first.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
            self.page.screenshot(path=Path(folder) / f"{name}.png")

    def register(self, name: str, pseudonym: str, place: str = "") -> None:
        """Open an account, read the letter, follow its link, confirm, sign in."""
        self.go("/register")
        self.fill(email=self.email, name=name, pseudonym=pseudonym, password=PASSWORD)
        if place:
            self.page.locator('main select[name="place"]').select_option(label=place)
        self.press("/register")
        self.go(self.link_in_letter("/confirmation/"))
        self.press("/confirmation/")
        self.sign_in(PASSWORD)

    def sign_in(self, password: str) -> None:
        self.go("/sign-in")
        self.fill(email=self.email, password=password)
        self.press("/sign-in")

    def link_in_letter(self, path: str) -> str:
        """The path of the newest link of that kind in the person's letters."""
        self.db.session.commit()
        letters = self.db.session.scalars(select(Letter.body).where(Letter.to == self.email).order_by(Letter.id.desc()))
        return next(found[0] for body in letters if (found := re.search(re.escape(path) + r"[^\s)]+", body)))
