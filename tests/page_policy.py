"""What is wrong with what a page lets the browser do: inline script and style, other hosts, Content-Security-Policy
(https://www.w3.org/TR/CSP3/)."""

from collections.abc import Iterator

from tests.page import Page, shown

DATA_BLOCKS = {"application/json", "application/ld+json"}
FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "audio": "src", "video": "src", "object": "data"}
UNSAFE_SOURCES = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "data:", "blob:"}
GUARDED = ("base-uri", "form-action", "frame-ancestors")


def no_inline_code(page: Page) -> Iterator[str]:
    for element in page.elements:
        if element.tag == "script" and not element.get("src") and element.get("type") not in DATA_BLOCKS:
            yield "has an inline script"
        if element.tag == "style" or "style" in element.attrib:
            yield f"{shown(element)} has inline style"
        for name in element.attrib:
            if name.startswith("on"):
                yield f"{shown(element)} has inline script in {name}"
        for name in ("href", "src", "action", "formaction"):
            if element.get(name, "").strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
                yield f"{shown(element)} has script in {name}"


def only_our_host(page: Page) -> Iterator[str]:
    for element in page.elements:
        address = element.get(FETCHED.get(str(element.tag), ""), "")
        if "//" in address.split("?")[0] and element.get("rel") not in ("canonical", "alternate", "license"):
            yield f"{shown(element)} is fetched from another host"


def directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {part[0].lower(): set(part[1:]) for part in parts}


def strict_policy(page: Page) -> Iterator[str]:
    policy = directives(page.headers.get("Content-Security-Policy", ""))
    if not policy:
        yield "has no Content-Security-Policy"
        return
    fallback = policy.get("default-src", {"*"})
    if not fallback <= {"'none'", "'self'"}:
        yield "has a Content-Security-Policy without a strict default-src"
    for kind in ("script-src", "style-src", "object-src"):
        if loose := policy.get(kind, fallback) & UNSAFE_SOURCES:
            yield f"has a Content-Security-Policy whose {kind} allows {' '.join(sorted(loose))}"
    for kind in GUARDED:
        if not policy.get(kind, {"*"}) <= {"'none'", "'self'"}:
            yield f"has a Content-Security-Policy that leaves {kind} open"


def no_sniffing(page: Page) -> Iterator[str]:
    if page.headers.get("X-Content-Type-Options") != "nosniff":
        yield "does not forbid guessing its type (X-Content-Type-Options)"
