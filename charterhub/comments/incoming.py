"""Web Annotations that come from elsewhere, read one by one: each becomes a contribution, or a sentence that says why not.

The quote decides where a comment stands; what is not found, or stands in several places, is reported and never guessed.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import current_app
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.queries import clauses_of, versions_of
from charterhub.comments.models import LONGEST_BODY, STANCES, Comment
from charterhub.comments.operations import Contribution, aimed
from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.languages import TEXT_LANGUAGES
from charterhub.text.anchors import Selector

MOST_AT_ONCE, LONGEST_ORIGIN, EXCERPT = 1000, 500, 160
CLAUSE = re.compile(r"/charters/([^/]+)/versions/(\d{1,6})/([^/]+)/clauses/([^/]+?)(?:\.txt)?/?")
COMMENT = re.compile(r"/comments/(\d{1,9})(?:\.jsonld)?")
Json = dict[str, Any]


@dataclass(frozen=True)
class Incoming:
    """One annotation of the file: what it becomes, or why it cannot be taken in."""

    number: int
    excerpt: str
    contribution: Contribution | None
    refusal: object | None


class Arrivals:
    """The annotations of one file, on their way into one charter."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.versions = {version.number: version for version in versions_of(charter)}
        self.known = set(db.session.scalars(select(Comment.origin).where(Comment.charter_id == charter.id, Comment.origin.is_not(None))))
        self.clauses = cache(self.clauses_in)
        self.read: dict[str, Contribution] = {}

    def clauses_in(self, number: int, language: str) -> dict[str, VersionClause]:
        version = self.versions.get(number)
        return {clause.eid: clause for clause in clauses_of(version, language)} if version else {}

    def incoming(self, number: int, item: Any) -> Incoming:
        excerpt = ""
        try:
            annotation = an_object(item)
            excerpt = said_in(annotation)[0][:EXCERPT]
            contribution = self.contribution(annotation)
        except BadInput as refused:
            return Incoming(number, excerpt, None, refused.sentence)
        if contribution.origin:
            self.read[contribution.origin] = contribution
        return Incoming(number, excerpt, contribution, None)

    def contribution(self, annotation: Json) -> Contribution:
        origin = self.new_origin(annotation)
        body, language, stance = said_in(annotation)
        target = only_one(annotation.get("target"), _l("It is about several things at once."))
        said = {"body": written(body, LONGEST_BODY), "stance": stance, "shown_as": creator_of(annotation), "origin": origin}
        address = address_of(target)
        if address in self.read or COMMENT.fullmatch(path_here(address) or ""):
            return self.reply(address, said, language)
        clause = self.clause_at(address)
        selector = selector_of(target)
        found = aimed(clause, selector) if selector else None
        return Contribution(clause, selector=found, language=language or clause.language, **said)

    def new_origin(self, annotation: Json) -> str | None:
        """Its address where it comes from; refuses what is here already."""
        origin = annotation.get("via") or annotation.get("id")
        if not isinstance(origin, str):
            return None
        if origin in self.known or origin in self.read or COMMENT.fullmatch(path_here(origin) or ""):
            raise BadInput(_l("It is here already."))
        if len(origin) > LONGEST_ORIGIN:
            raise BadInput(_l("Its address is too long."))
        return origin

    def reply(self, address: str, said: Json, language: str) -> Contribution:
        """To an annotation that comes with it, or to a comment that is here."""
        if address in self.read:
            parent = self.read[address]
            return Contribution(parent.clause, language=language or parent.language, in_reply_to=address, **{**said, "stance": ""})
        number = COMMENT.fullmatch(path_here(address) or "")
        comment = db.session.get(Comment, int(number[1])) if number else None
        if comment is None or comment.charter_id != self.charter.id or comment.absent:
            raise BadInput(_l("It replies to something that is not in this charter."))
        return Contribution(comment.place, language=language or comment.language, in_reply_to=comment, **{**said, "stance": ""})

    def clause_at(self, address: str) -> VersionClause:
        found = CLAUSE.fullmatch(path_here(address) or "")
        if found is None:
            raise BadInput(_l("It points to something that is not a clause here: %(address)s", address=address[:EXCERPT]))
        slug, number, language, eid = (unquote(part) for part in found.groups())
        if slug != self.charter.slug:
            raise BadInput(_l("It points into another charter: %(slug)s. Take it in there.", slug=slug))
        if (clause := self.clauses(int(number), language).get(eid)) is None:
            raise BadInput(_l("There is no such clause: version %(number)s, %(eid)s.", number=number, eid=eid))
        return clause


def annotations_in(text: str) -> list[Any]:
    """The items of an AnnotationPage, of a collection that has its first page with it, a list, or a single annotation."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(_l("This is not a file in JSON.")) from error
    if isinstance(found, dict):
        holder = found.get("first") if isinstance(found.get("first"), dict) else found
        found = holder.get("items") if isinstance(holder, dict) and "items" in holder else [found]
    if not isinstance(found, list) or not 0 < len(found) <= MOST_AT_ONCE:
        raise BadInput(_l("A file has at least one annotation and at most %(most)s.", most=MOST_AT_ONCE))
    return found


def read_annotations(charter: Charter, text: str) -> list[Incoming]:
    """Every annotation of the file in its order. Raises `BadInput` where the file is none; writes nothing."""
    arrivals = Arrivals(charter)
    return [arrivals.incoming(number, item) for number, item in enumerate(annotations_in(text), 1)]


def an_object(item: Any) -> Json:
    kinds = item.get("type") if isinstance(item, dict) else None
    if "Annotation" not in (kinds if isinstance(kinds, list) else [kinds]):
        raise BadInput(_l("This is not an annotation."))
    return item


def only_one(found: Any, sentence: object) -> Any:
    if isinstance(found, list):
        if len(found) != 1:
            raise BadInput(sentence)
        return found[0]
    return found


def said_in(annotation: Json) -> tuple[str, str, str]:
    """Its text, the language where it names one we know, and the stance where a tag says it."""
    if isinstance(annotation.get("bodyValue"), str):
        return annotation["bodyValue"], "", ""
    bodies = annotation.get("body")
    textual = [body for body in (bodies if isinstance(bodies, list) else [bodies]) if isinstance(body, dict) and isinstance(body.get("value"), str)]
    tags = [body["value"] for body in textual if body.get("purpose") == "tagging" and body["value"] in STANCES]
    texts = [body for body in textual if body.get("purpose") != "tagging"]
    if len(texts) != 1:
        raise BadInput(_l("It has no text of its own, or several."))
    if texts[0].get("format", "text/plain") not in ("text/plain", "text/markdown"):
        raise BadInput(_l("Its text is not plain text."))
    language = texts[0].get("language")
    return texts[0]["value"], language if language in TEXT_LANGUAGES else "", tags[0] if tags else ""


def creator_of(annotation: Json) -> str:
    creator = annotation.get("creator")
    name = (creator.get("name") or creator.get("nickname")) if isinstance(creator, dict) else None
    return name if isinstance(name, str) else ""


def address_of(target: Any) -> str:
    source = target.get("source", target) if isinstance(target, dict) else target
    address = source.get("id") if isinstance(source, dict) else source
    if not isinstance(address, str):
        raise BadInput(_l("It does not say what it is about."))
    return address


def path_here(address: str) -> str | None:
    """The path of an address of this installation, else None."""
    try:
        parts, home = urlsplit(address), urlsplit(str(current_app.config["PUBLIC_ADDRESS"]))
    except ValueError:
        return None
    return parts.path if parts.netloc == home.netloc else None


def selector_of(target: Any) -> Selector | None:
    """None for the whole clause. The quote is needed; the position is a hint."""
    given = target.get("selector") if isinstance(target, dict) else None
    if given is None:
        return None
    by_type = {each.get("type"): each for each in (given if isinstance(given, list) else [given]) if isinstance(each, dict)}
    quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector", {})
    if quote is None or not isinstance(quote.get("exact"), str) or not quote["exact"]:
        raise BadInput(_l("It does not quote the words it is about."))
    start = position.get("start")
    start = start if isinstance(start, int) and start >= 0 else 0
    around = [quote[name] if isinstance(quote.get(name), str) else "" for name in ("prefix", "suffix")]
    return Selector(start, start + len(quote["exact"]), quote["exact"], *around)
