"""Pages made once and handed to every visitor until something is written: most readers read what another one has just read.

A view marked `@kept` says that its page is the same for every visitor with the same address, interface language and
reading preferences. Its answer is kept in the process, and handed out before Flask, the session or a template does any
work, as long as the database stands where it stood before the page was read: any commit, by any worker or by the command
line, ends every kept page (see `database.standing_of`). Browsers are told to ask each time and get a 304 where they have it.

Nothing of a person is ever kept: who sends a session cookie is served by the app, and an answer that sets a cookie (a form
with its CSRF token, a flashed message) is not kept, whatever its view says. What a page says of the clock ("open until
noon") may be a minute late; acts are judged by the clock itself.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from threading import Lock
from typing import Any

from flask import Flask, request
from werkzeug.http import parse_cookie, quote_etag

from charterhub.database import SAFE_METHODS, standing_of
from charterhub.extensions import db
from charterhub.languages import LANGUAGE_COOKIE, visitors_language
from charterhub.reading_preferences import READING_COOKIE, preferences_in

MARK = "charterhub.kept"
OLDEST_SECONDS = 60
VARY = "Cookie, Accept-Language, Accept-Encoding"

Environ = dict[str, Any]
Start = Callable[..., Any]


def kept(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view whose page is the same for every visitor. It stands below `@bp.get` and above `@permission`."""

    @wraps(view)
    def marked(**url: Any) -> Any:
        request.environ[MARK] = True
        return view(**url)

    return marked


@dataclass(frozen=True)
class Page:
    """`standing` is where the database stood before the page was read, `made` the second (monotonic) at which."""

    standing: object
    made: float
    etag: str
    headers: list[tuple[str, str]]
    body: bytes

    def answer(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if self.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            start("304 NOT MODIFIED", [header for header in self.headers if header[0] not in ("Content-Length", "Content-Type", "Content-Encoding")])
            return []
        start("200 OK", self.headers)
        return [self.body]


class KeptPages:
    """The app as a WSGI application, with at most `most_bytes` of pages before it; those asked for least recently go first."""

    def __init__(self, app: Flask, most_bytes: int) -> None:
        self.wsgi_app, self.most_bytes = app.wsgi_app, most_bytes
        self.session_cookie = f"{app.config['SESSION_COOKIE_NAME']}="
        with app.app_context():
            self.standing = standing_of(db.engine)
        self.pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()
        self.bytes = 0
        self.lock = Lock()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        key = self.key_of(environ)
        if key is None:
            return self.wsgi_app(environ, start)
        standing, now = self.standing(), time.monotonic()
        page = self.pages.get(key)
        if page is not None and page.standing == standing and now - page.made < OLDEST_SECONDS:
            return page.answer(environ, start)
        return self.make(environ, start, key, standing, now)

    def key_of(self, environ: Environ) -> tuple[str, ...] | None:
        """What the page depends on, or None for whoever is not just a visitor with a page to read."""
        cookies = environ.get("HTTP_COOKIE", "")
        if environ["REQUEST_METHOD"] not in SAFE_METHODS[:1] or self.session_cookie in cookies:
            return None
        known = parse_cookie(cookies) if cookies else {}
        language = visitors_language(known.get(LANGUAGE_COOKIE, ""), environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        place = (environ.get("HTTP_HOST", ""), environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", ""))
        return (*place, language, environ.get("HTTP_ACCEPT_ENCODING", ""), *preferences_in(known.get(READING_COOKIE, "")))

    def make(self, environ: Environ, start: Start, key: tuple[str, ...], standing: object, now: float) -> Iterable[bytes]:
        """Let the app answer, and keep the answer if its view said so and nobody's cookie is in it."""
        began: list[Any] = []
        chunks = self.wsgi_app(environ, lambda *answer: began.extend(answer))
        status, headers = began[:2]
        if MARK not in environ or not status.startswith("200 ") or any(name == "Set-Cookie" for name, _value in headers):
            start(*began)
            return chunks
        body = b"".join(chunks)
        if close := getattr(chunks, "close", None):
            close()
        etag = quote_etag(blake2b(body, digest_size=12).hexdigest())
        headers = [header for header in headers if header[0] not in ("Vary", "ETag")] + [("ETag", etag), ("Vary", VARY)]
        page = Page(standing, now, etag, headers, body)
        self.keep(key, page)
        return page.answer(environ, start)

    def keep(self, key: tuple[str, ...], page: Page) -> None:
        with self.lock:
            if replaced := self.pages.pop(key, None):
                self.bytes -= len(replaced.body)
            self.pages[key] = page
            self.bytes += len(page.body)
            while self.bytes > self.most_bytes:
                self.bytes -= len(self.pages.popitem(last=False)[1].body)


def init_app(app: Flask) -> None:
    if most_bytes := app.config["KEPT_PAGES_BYTES"]:
        app.wsgi_app = KeptPages(app, most_bytes)  # type: ignore[method-assign]
