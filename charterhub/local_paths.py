"""Addresses that a form hands back ("go there afterwards"): followed only when they stay on this site."""

from urllib.parse import urlsplit

from flask import url_for


def local_path(path: str) -> str:
    """The path if it is one of ours, else the home page: no form of ours sends people elsewhere."""
    return path if stays_here(path) else url_for("pages.home")


def stays_here(path: str) -> bool:
    """Browsers read a backslash as a slash and skip control characters, so a path with either is not trusted."""
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return False
    try:
        return not urlsplit(path).netloc
    except ValueError:
        return False
