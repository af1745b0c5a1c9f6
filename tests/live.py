"""The app on a port of this machine, with every page it serves linted like those of `tests.pages`."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from tests.page import Page
from tests.page_lint import faults

Environ = dict[str, Any]


class LintedServer:
    """The app as a WSGI application that keeps each page it served. Pages go uncompressed, so that they can be read."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.address = ""
        self.served: dict[tuple[str, str], Page] = {}

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        response = Response.from_app(self.app, environ)
        if response.mimetype == "text/html" and environ["REQUEST_METHOD"] != "HEAD" and response.status_code not in range(300, 400):
            html = response.get_data(as_text=True)
            url = environ["PATH_INFO"] + ("?" if environ["QUERY_STRING"] else "") + environ["QUERY_STRING"]
            self.served[url, html] = Page(url, response.status_code, html, dict(response.headers))
        return response(environ, start_response)

    def faults(self) -> list[str]:
        return [f"{page.url} {fault}" for page in self.served.values() for fault in faults(page)]


@contextmanager
def live(app: Flask) -> Iterator[LintedServer]:
    """The server in a thread of its own while it lasts."""
    linted = LintedServer(app)
    server = make_server("127.0.0.1", 0, linted, threaded=True)
    linted.address = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield linted
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
