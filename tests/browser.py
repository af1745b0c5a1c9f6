"""A real Chromium beside a live server: with and without script, on a phone and at a desk, dark, in any language; axe-core.

The browser is the system's, because Playwright's own is a download; `make test` installs it where it may.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, sync_playwright

from tests.live import live

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-dev-shm-usage")
SCREENSHOTS = Path(__file__).resolve().parent.parent / "instance" / "screenshots"
PHONE, DESK = 360, 1280
WCAG_2_2_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": [*WCAG_2_2_AA, "best-practice"]}, "resultTypes": ["violations"]}
PATIENCE_MS = 15_000
FAULTY_STATUS = 500
WITHOUT_SCRIPT: WeakKeyDictionary[BrowserContext, Literal["dark", "light"]] = WeakKeyDictionary()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS), chromium_sandbox=os.geteuid() != 0)
        yield browser
        browser.close()


def chromium_path() -> str:
    named = os.environ.get("CHARTERHUB_CHROMIUM", "")
    found = named or next(filter(None, map(shutil.which, CHROMIUMS)), "")
    if not found:
        pytest.fail("No Chromium here: install it (Debian: apt-get install chromium) or name one in CHARTERHUB_CHROMIUM.")
    return found


@dataclass
class Visits:
    """Opens windows on the live server: each call is another person, without cookies."""

    app: Flask
    chromium: Browser
    address: str
    windows: list[BrowserContext] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __call__(self, *, script: bool = True, width: int = DESK, locale: str = "en-GB", dark: bool = False, **more: Any) -> Page:
        window = self.chromium.new_context(
            base_url=self.address,
            java_script_enabled=script,
            locale=locale,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 800},
            **more,
        )
        window.set_default_timeout(PATIENCE_MS)
        if not script:
            WITHOUT_SCRIPT[window] = "dark" if dark else "light"
        if "sqlalchemy" in self.app.extensions:
            session = self.app.extensions["sqlalchemy"].session()
            window.on("request", lambda _request: session.commit())  # so that the test's own reading never blocks the server
        window.on("response", self._note_response)
        window.on("console", self._note_message)
        window.on("weberror", lambda error: self.faults.append(f"{error.page and error.page.url}: {error.error}"))
        self.windows.append(window)
        return window.new_page()

    def _note_response(self, response: Response) -> None:
        """A refusal (4xx) is a page like any other; a missing script or style sheet, or a fault of ours, is not."""
        is_page = response.request.resource_type in ("document", "fetch", "xhr")
        if response.status >= FAULTY_STATUS or (response.status >= 400 and not is_page):
            self.faults.append(f"{response.url} answered {response.status}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"{message.page and message.page.url}: {message.text}")

    def close(self) -> None:
        for window in self.windows:
            window.close()


@contextmanager
def visiting(app: Flask, chromium: Browser) -> Iterator[Visits]:
    """Visits to a live server; at its end, pages served and scripts run must have been without fault."""
    with live(app) as server:
        visits = Visits(app, chromium, server.address)
        try:
            yield visits
        finally:
            visits.close()
    found = visits.faults + server.faults()
    assert not found, "In the browser\n- " + "\n- ".join(dict.fromkeys(found))


@pytest.fixture
def visit(app: Flask, chromium: Browser) -> Iterator[Visits]:
    """`visit(width=PHONE, script=False)` is the window of a new person, on a live server of the app."""
    with visiting(app, chromium) as visits:
        yield visits


def check_axe(page: Page) -> None:
    """Fail with every fault axe-core finds on the page (WCAG 2.2 AA and its best practices), in a readable list."""
    page.wait_for_load_state("load")  # a click returns before the style sheets are there
    with scripted(page) as readable:
        results = Axe().run(readable, options=AXE_OPTIONS)
    found = [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n    {node['html'][:160]}\n    {_reason(node)}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert not found, f"axe finds on {page.url} at {width} px\n- " + "\n- ".join(found)


def _reason(node: dict[str, Any]) -> str:
    return " ".join(str(node.get("failureSummary", "")).split())


@contextmanager
def scripted(page: Page) -> Iterator[Page]:
    """The page itself, or for a window without script the same page in one where axe can run and our scripts do not."""
    browser = page.context.browser
    if page.context not in WITHOUT_SCRIPT or browser is None:
        yield page
        return
    with browser.new_context(viewport=page.viewport_size, color_scheme=WITHOUT_SCRIPT[page.context]) as window:
        window.route("**/*.js*", lambda route: route.abort())
        window.route(page.url, lambda route: route.fulfill(body=page.content(), content_type="text/html; charset=utf-8"))
        copy = window.new_page()
        copy.goto(page.url)
        yield copy


def check_no_sideways_scroll(page: Page) -> None:
    """WCAG 2.2, 1.4.10 Reflow: a phone's reader scrolls in one direction."""
    page.wait_for_load_state("load")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than its window"


def screenshot(page: Page, name: str) -> Path:
    """A picture of the whole page in instance/screenshots, for a person to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}.png"
    page.screenshot(path=path, full_page=True)
    return path
