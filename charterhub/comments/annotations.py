"""Comments as W3C Web Annotations (Web Annotation Data Model, Recommendation of 23 February 2017), in JSON-LD.

The target's source is the clause's plain text at its own permanent address, in whose code points the TextPositionSelector
counts; its scope is the page people read. A reply has the annotation it replies to as its target.
"""

from typing import Any

from flask import current_app, url_for

from charterhub.charters.models import Version
from charterhub.comments.models import Comment

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
ANNOTATIONS_ON_A_PAGE = 100
Json = dict[str, Any]


def iri(endpoint: str, **values: object) -> str:
    """The permanent address, under the name this installation has in public."""
    return str(current_app.config["PUBLIC_ADDRESS"]).rstrip("/") + url_for(endpoint, **values, _external=False)


def comment_iri(comment_id: int) -> str:
    return iri("comments.show", comment_id=comment_id)


def as_annotation(comment: Comment) -> Json:
    """One annotation, without the context, which the whole document has once."""
    annotation = {
        "id": comment_iri(comment.id),
        "type": "Annotation",
        "motivation": motivation(comment),
        "created": stamp(comment.posted_at),
        "creator": creator(comment),
        "body": bodies(comment),
        "target": target(comment),
    }
    if comment.edited_at:
        annotation["modified"] = stamp(comment.edited_at)
    if comment.origin:
        annotation["via"] = comment.origin
    return annotation


def stamp(moment: Any) -> str:
    """xsd:dateTime in UTC, as section 3.3.1 asks."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def motivation(comment: Comment) -> str:
    if comment.is_reply:
        return "replying"
    return "questioning" if comment.stance == "question" else "commenting"


def creator(comment: Comment) -> Json:
    if comment.organisation_id:
        return {"id": iri("organisations.show", organisation_id=comment.organisation_id), "type": "Organization", "name": comment.shown_as}
    return {"type": "Person", "name": comment.shown_as}


def bodies(comment: Comment) -> list[Json]:
    said = {"type": "TextualBody", "value": comment.body, "format": "text/plain", "language": comment.language, "purpose": "commenting"}
    stance = {"type": "TextualBody", "value": comment.stance, "format": "text/plain", "language": "en", "purpose": "tagging"}
    return [said, stance] if comment.stance else [said]


def target(comment: Comment) -> Json | str:
    if comment.in_reply_to_id:
        return comment_iri(comment.in_reply_to_id)
    place = comment.place
    where = {"slug": comment.charter.slug, "number": comment.version.number, "language": place.language, "eid": place.eid}
    text = {"id": iri("comments.clause_text", **where), "type": "Text", "format": "text/plain", "language": place.language}
    aimed: Json = {"type": "SpecificResource", "source": text, "scope": iri("reading.clause", **where)}
    if comment.exact is not None:
        quote = {"type": "TextQuoteSelector", "exact": comment.exact, "prefix": comment.prefix, "suffix": comment.suffix}
        aimed["selector"] = [quote, {"type": "TextPositionSelector", "start": comment.selected_from, "end": comment.selected_to}]
    return aimed


def as_document(thing: Json) -> Json:
    return {"@context": CONTEXT, **thing}


def collection_iri(version: Version) -> str:
    return iri("comments.collection", slug=version.charter.slug, number=version.number)


def page_iri(version: Version, page: int) -> str:
    return f"{collection_iri(version)}?page={page}"


def as_collection(version: Version, total: int) -> Json:
    """The collection without its annotations: they are on its pages, the first of which is number 0."""
    last = max(total - 1, 0) // ANNOTATIONS_ON_A_PAGE
    head = {"id": collection_iri(version), "type": "AnnotationCollection", "label": version.charter.title, "total": total}
    return {**head, "first": page_iri(version, 0), "last": page_iri(version, last)} if total else head


def as_page(version: Version, page: int, total: int, comments: list[Comment]) -> Json:
    described: Json = {
        "id": page_iri(version, page),
        "type": "AnnotationPage",
        "partOf": {"id": collection_iri(version), "type": "AnnotationCollection", "label": version.charter.title, "total": total},
        "startIndex": page * ANNOTATIONS_ON_A_PAGE,
        "items": [as_annotation(comment) for comment in comments],
    }
    if page:
        described["prev"] = page_iri(version, page - 1)
    if (page + 1) * ANNOTATIONS_ON_A_PAGE < total:
        described["next"] = page_iri(version, page + 1)
    return described
