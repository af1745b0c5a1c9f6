"""A person without script: opens pages, follows links, fills in the forms that are really there.

Every page that is opened is linted (`tests.page_lint`) and may take only so many SQL queries; a form is sent with its
hidden fields, its defaults and its CSRF token, to the address and by the method it names.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from werkzeug.test import TestResponse

from tests.filling import Typed, buttons, filled_in, plainly
from tests.page import Page, shown, text_of
from tests.page_forms import controls_of
from tests.page_lint import faults

QUERY_CEILING = 12
CEILING_WHERE_ROOMS_MEET = 16
CEILING_OF_PUBLICATION = 40  # all that may hold it, among them five for each language in which amendments wait
ROOMS_MEET = re.compile(r"/clauses/[^/]+(/history)?$|/draft$")  # eight rooms on a clause's page; on a draft's all that may hold it
TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
UNCOUNTED = ("SAVEPOINT", "RELEASE", "PRAGMA", "BEGIN")


class Pages:
    """`page` is the one on the screen. `queries` is a ceiling for opened pages: the app's `QUERY_CEILING`, else 12."""

    def __init__(self, app: Flask, client: FlaskClient | None = None) -> None:
        self.app = app
        self.client = client or app.test_client()
        self.page = Page(url="/", status=0, html="")

    def open(self, url: str, *, status: int = 200, queries: int | None = None, language: str = "") -> Page:
        """Go to an address and through its redirects; the page must come with `status` and without fault."""
        headers = {"Accept-Language": language} if language else {}
        return self._go(url, {"method": "GET", "headers": headers}, status, queries)

    def follow(self, words: str, *, status: int = 200, queries: int | None = None) -> Page:
        """Follow the link that reads exactly so, else the only one that contains the words."""
        links = [link for link in self.page.all("a") if link.get("href")]
        exact = [link for link in links if words in (text_of(link), link.get("aria-label"))]
        addresses = {link.get("href", "") for link in exact or links if exact or words in text_of(link)}
        assert len(addresses) == 1, f"{self.page.url}: “{words}” leads to {sorted(addresses)}; links: {[text_of(link) for link in links]}"
        return self.open(urljoin(self.page.url, addresses.pop()), status=status, queries=queries)

    def submit(
        self, fields: Mapping[str, Typed] | None = None, *, to: str = "", button: str = "", status: int = 200, **more: Typed
    ) -> Page:
        """Fill in a form of this page and send it. `to` is how its action ends, `button` what its button reads; with
        neither it is the only form that has all the fields."""
        typed = {**(fields or {}), **more}
        form = self.form(typed, to=to, button=button)
        data = filled_in(self.page, form, typed, button)
        action = urljoin(self.page.url, form.get("action", ""))
        if form.get("method", "get").lower() == "get":
            return self._go(urlsplit(action).path, {"method": "GET", "query_string": data}, status, None)
        return self._go(action, {"method": "POST", "data": data, "headers": self._referrer()}, status, None)

    def forge(self, url: str, fields: Mapping[str, Typed] | None = None, *, status: int = 200, **more: Typed) -> Page:
        """Post what no form of this page offers, with a good CSRF token: what a meddler with a console can do."""
        typed = {"csrf_token": self._token(), **(fields or {}), **more}
        data = {name: plainly(value) for name, value in typed.items()}
        return self._go(url, {"method": "POST", "data": data, "headers": self._referrer()}, status, None)

    def _token(self) -> str:
        """From this page, else from one that everybody has."""
        tokens = [control.get("value", "") for control in self.page.all("input") if control.get("name") == "csrf_token"]
        for address in ("/account", "/sign-in"):
            tokens += TOKEN.findall(self.client.get(address).text) if not tokens else []
        return tokens[0]

    def form(self, typed: Mapping[str, Typed] | None = None, *, to: str = "", button: str = "") -> Element:
        """The one form of this page that goes there, has that button and all those fields."""
        forms = self.page.all("form")
        suited = [form for form in forms if self._suits(form, set(typed or {}), to, button)]
        wanted = " ".join(filter(None, [to and f"to {to}", button and f"with the button “{button}”", typed and f"with {sorted(typed)}"]))
        there = [f"{shown(form)} {sorted(self._fields(form))} {buttons(self.page, form)}" for form in forms]
        assert len(suited) == 1, f"{self.page.url} has {len(suited)} forms {wanted}; its forms:\n" + "\n".join(there)
        return suited[0]

    def _suits(self, form: Element, typed: set[str], to: str, button: str) -> bool:
        goes_there = urlsplit(urljoin(self.page.url, form.get("action", ""))).path.endswith(to)
        return goes_there and (not button or button in buttons(self.page, form)) and typed <= self._fields(form)

    def _fields(self, form: Element) -> set[str]:
        return {control.get("name", "") for control in controls_of(self.page, form)}

    def _referrer(self) -> dict[str, str]:
        return {"Referer": urljoin("http://localhost", self.page.url)}

    def _go(self, url: str, request: dict[str, Any], status: int, queries: int | None) -> Page:
        """Send a request and follow its redirects as a browser does: the next ones are plain GETs."""
        for _redirect in range(MOST_REDIRECTS):
            with statements_of() as statements:
                answer = self.client.open(url, buffered=True, **request)
            if answer.status_code not in REDIRECTS:
                return self._arrive(answer, statements, status, queries)
            url = urljoin(url, answer.location)
            assert urlsplit(url).netloc in ("", "localhost"), f"{answer.request.path} redirects to another host: {url}"
            request = {"method": "GET", "headers": {"Accept-Language": request.get("headers", {}).get("Accept-Language", "")}}
        raise AssertionError(f"{url} redirects in a circle")

    def _arrive(self, answer: TestResponse, statements: list[str], status: int, queries: int | None) -> Page:
        is_page = answer.mimetype == "text/html"
        address = answer.request.full_path.rstrip("?")
        self.page = Page(address, answer.status_code, answer.text if is_page else "", dict(answer.headers), statements)
        said = self.page.text if is_page else answer.get_data()[:600]
        assert answer.status_code == status, f"{address} answered {answer.status_code}, not {status}: {said[:600]!r}"
        if is_page:
            usual = CEILING_WHERE_ROOMS_MEET if ROOMS_MEET.search(answer.request.path) else QUERY_CEILING
            usual = CEILING_OF_PUBLICATION if answer.request.path.endswith("/publication") else usual
            ceiling = queries or self.app.config.get("QUERY_CEILING", usual)
            check(self.page, ceiling if answer.request.method == "GET" else None)
        return self.page


def check(page: Page, ceiling: int | None = None) -> None:
    """Fail with every fault of the page as a sentence; `ceiling` is how many SQL queries it may take."""
    found = faults(page)
    if ceiling is not None and len(page.statements) > ceiling:
        found.append(f"takes {len(page.statements)} queries, more than {ceiling}:\n    " + "\n    ".join(page.statements))
    assert not found, f"The page {page.url}\n- " + "\n- ".join(found)


@contextmanager
def statements_of() -> Iterator[list[str]]:
    """The SQL statements sent while it lasts, transaction control left out."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(UNCOUNTED):
            statements.append(" ".join(statement.split())[:300])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)
