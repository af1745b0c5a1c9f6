"""The rules of the W3C Web Annotation Data Model (Recommendation, 23 February 2017), as a list of what a document breaks.

Each rule names its section of https://www.w3.org/TR/annotation-model/; only what the model says with MUST is held, and
SHOULD where we promise it.
"""

import re
from typing import Any
from urllib.parse import urlsplit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking",
    "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
Json = dict[str, Any]


def faults_of(document: Json) -> list[str]:
    """3.1: a document has the context, once, and is an Annotation, an AnnotationCollection or an AnnotationPage."""
    kind = document.get("type")
    rules = {"Annotation": of_annotation, "AnnotationCollection": of_collection, "AnnotationPage": of_page}
    if kind not in rules:
        return [f"3.1 type: {kind}"]
    return ["3.1 @context"] * (document.get("@context") != CONTEXT) + rules[kind](document)


def of_annotation(annotation: Json) -> list[str]:
    """3.1 exactly one IRI as id, at least one type, one or more targets; 3.3.1 created in UTC; 3.3.5 motivation."""
    found = ["3.1 id"] * (not is_iri(annotation.get("id"))) + ["3.1 type"] * (annotation.get("type") != "Annotation")
    found += ["3.3.5 motivation"] * (annotation.get("motivation") not in MOTIVATIONS)
    for name in ("created", "modified"):
        if name in annotation and not MOMENT.fullmatch(str(annotation[name])):
            found.append(f"3.3.1 {name}")
    found += [fault for body in annotation.get("body", []) for fault in of_body(body)] + of_target(annotation.get("target"))
    return found + of_agent(annotation.get("creator", {"type": "Person", "name": "-"}))


def of_body(body: Json) -> list[str]:
    """3.2.4 TextualBody: exactly one value, a string; at most one format and language; 3.3.5 purpose."""
    wrong = {
        "3.2.4 type": body.get("type") != "TextualBody",
        "3.2.4 value": not isinstance(body.get("value"), str),
        "3.2.4 format": body.get("format", "text/plain") != "text/plain",
        "3.2.4 language": not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", body.get("language", "en")),
        "3.3.5 purpose": body.get("purpose", "commenting") not in MOTIVATIONS,
    }
    return [rule for rule, broken in wrong.items() if broken]


def of_target(target: Any) -> list[str]:
    """3.2 an external resource is its IRI; 4 a SpecificResource has exactly one source; 4.2 its selectors; 4.4 its scope."""
    if isinstance(target, str):
        return ["3.2.1 target"] * (not is_iri(target))
    if not isinstance(target, dict):
        return ["3.1 target"]
    source = target.get("source")
    found = ["4 type"] * (target.get("type") != "SpecificResource")
    found += ["4 source"] * (not is_iri(source["id"] if isinstance(source, dict) else source))
    found += ["4.4 scope"] * ("scope" in target and not is_iri(target["scope"]))
    return found + [fault for selector in target.get("selector", []) for fault in of_selector(selector)]


def of_selector(selector: Json) -> list[str]:
    """4.2.4 TextQuoteSelector: exactly one exact, prefix and suffix strings; 4.2.5 TextPositionSelector: start and end."""
    if selector.get("type") == "TextQuoteSelector":
        wrong = not selector.get("exact") or not all(isinstance(selector.get(name, ""), str) for name in ("exact", "prefix", "suffix"))
        return ["4.2.4 TextQuoteSelector"] * wrong
    if selector.get("type") == "TextPositionSelector":
        start, end = selector.get("start"), selector.get("end")
        return ["4.2.5 TextPositionSelector"] * (not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end))
    return [f"4.2 selector: {selector.get('type')}"]


def of_agent(agent: Json) -> list[str]:
    """3.3.2: an agent is a Person, an Organization or Software, with an IRI or a name."""
    known = agent.get("type") in ("Person", "Organization", "Software")
    return ["3.3.2 agent"] * (not known or not (agent.get("name") or is_iri(agent.get("id"))))


def of_collection(collection: Json) -> list[str]:
    """5.1: one IRI; total not negative; first an IRI or a page where there are any; last an IRI."""
    total = collection.get("total")
    found = ["5.1 id"] * (not is_iri(collection.get("id"))) + ["5.1 total"] * (not isinstance(total, int) or total < 0)
    return found + [f"5.1 {name}" for name in ("first", "last") if total and not is_iri(collection.get(name))]


def of_page(page: Json) -> list[str]:
    """5.2: one IRI; items a list; partOf the collection; startIndex not negative; next and prev IRIs; no context inside."""
    part_of = page.get("partOf")
    found = ["5.2 id"] * (not is_iri(page.get("id"))) + ["5.2 items"] * (not isinstance(page.get("items"), list))
    found += ["5.2 partOf"] * (not is_iri(part_of["id"] if isinstance(part_of, dict) else part_of))
    found += ["5.2 startIndex"] * (page.get("startIndex", 0) < 0)
    found += [f"5.2 {name}" for name in ("next", "prev") if name in page and not is_iri(page[name])]
    items = page.get("items", [])
    found += ["3.1 @context inside"] * any("@context" in item for item in items)
    return found + [fault for item in items for fault in of_annotation(item)]


def is_iri(value: Any) -> bool:
    return isinstance(value, str) and bool(urlsplit(value).scheme and urlsplit(value).netloc)
