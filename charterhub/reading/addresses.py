"""Where the thing a journal entry speaks of can be seen. One table: the first word of the action names it."""

from collections.abc import Callable

from flask import url_for

from charterhub.charters.models import Charter
from charterhub.journal.models import Entry

ADDRESSES: dict[str, Callable[[Charter, Entry], str]] = {
    "version": lambda charter, entry: url_for(
        "reading.version", slug=charter.slug, number=entry.facts["number"], language=charter.language
    ),
    "comment": lambda _charter, entry: url_for("comments.show", comment_id=entry.subject_id),
    "amendment": lambda _charter, entry: url_for("amendments.show", amendment_id=entry.subject_id),
    "round": lambda _charter, entry: url_for("voting.show", round_id=entry.subject_id),
}


def address_of(charter: Charter, entry: Entry) -> str | None:
    """The page of what the entry is about, or None where the sentence says it all."""
    address = ADDRESSES.get(entry.action.partition(".")[0])
    return address(charter, entry) if address else None
