"""Whole addresses for letters. They are built from the setting, never from the request: its host can be forged, and on
the command line there is none."""

from flask import current_app


def address_of(endpoint: str, **parts: object) -> str:
    path = current_app.url_map.bind("").build(endpoint, parts)
    return str(current_app.config["PUBLIC_ADDRESS"]).rstrip("/") + path
