"""Every kind of page that the demo's people can reach, by following links from the first page, is without fault."""

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from charterhub.demo.people import PASSWORD
from tests.page import Page
from tests.pages import Pages

MOST_OF_A_KIND, MOST_BESIDE_A_VISITOR = 3, 1
PUBLIC = {
    "pages.home", "pages.how_it_works", "pages.privacy", "accounts.register", "accounts.sign_in", "members.index", "records.show",
    "charters.index", "reading.charter", "reading.version", "reading.clause", "reading.comparison", "reading.journal",
    "moderation.public", "amendments.index", "amendments.show", "voting.index", "voting.show", "notifications.outbox",
}  # fmt: skip
OF_SOMEONE = {
    "aminata.konate@example.org": {"accounts.show", "members.enrol", "comments.new"},
    "mathilde.girard@example.org": {"moderation.work", "moderation.decide", "charters.draft", "dispositions.inbox", "voting.show"},
    "ingrid.solberg@example.org": {"members.queue", "members.enrolment", "charters.draft", "amendments.new", "dispositions.inbox"},
}


def kind_of(app: Flask, url: str) -> tuple[str, str]:
    """Its endpoint, and the charter or member it is about; a link to nowhere is a kind too, and found out when it is opened."""
    try:
        endpoint, parts = app.url_map.bind("localhost").match(urlsplit(url).path, method="GET")
    except HTTPException:
        return "nowhere", ""
    return endpoint, parts.get("slug", "")


def links_of(page: Page) -> Iterator[str]:
    for link in page.all("a"):
        address = urljoin(page.url, link.get("href", "")).partition("#")[0]
        if not urlsplit(address).netloc:
            yield address


def walk(app: Flask, pages: Pages, most: int = MOST_OF_A_KIND) -> set[str]:
    """Open pages breadth first, a few of every kind, at most so many about one charter or member; the endpoints opened."""
    waiting, seen, opened = deque(["/"]), {"/"}, Counter[tuple[str, str]]()
    while waiting:
        url = waiting.popleft()
        kind = kind_of(app, url)
        if kind[0] == "static" or opened[kind] == (most if kind[1] else MOST_OF_A_KIND):
            continue
        opened[kind] += 1
        for address in links_of(pages.open(url)):
            if address not in seen:
                seen.add(address)
                waiting.append(address)
    return {endpoint for endpoint, _about in opened}


def test_a_visitor_finds_no_fault(demo: Flask) -> None:
    assert PUBLIC - walk(demo, Pages(demo)) == set()


@pytest.mark.parametrize("email", OF_SOMEONE)
def test_somebody_signed_in_finds_no_fault(demo: Flask, email: str) -> None:
    pages = Pages(demo)
    pages.open("/sign-in")
    pages.submit(email=email, password=PASSWORD)
    assert OF_SOMEONE[email] - walk(demo, pages, MOST_BESIDE_A_VISITOR) == set()
