"""Who hears the news that goes up from the journal, and who is asked before a version is published. Both lists whole.

Each listener runs inside the transaction of the act it hears, so its work stands or falls with it.
"""

from typing import Any

from charterhub.amendments.carrying import carry_amendments
from charterhub.amendments.publishing import nothing_in_conflict, nothing_unread
from charterhub.charters.publishing_checks import Check, use_checks
from charterhub.charters.references import dangling_references
from charterhub.comments.carrying import carry_comments
from charterhub.dispositions.publishing import every_comment_answered
from charterhub.journal.models import Entry
from charterhub.journal.record import recorded
from charterhub.language_versions.passages import unfinished_editions
from charterhub.moderation.listening import hold_first_contributions
from charterhub.notifications.letters import write_letters
from charterhub.search.indexing import index_published
from charterhub.voting.phase_guard import hold_phase_while_voting

LISTENERS = (
    hold_phase_while_voting,  # phase.entered: refused while a voting round runs
    carry_comments,  # version.published: where each comment stands in the new version
    carry_amendments,  # version.published: open amendments go to the new version, decided ones are announced
    index_published,  # version.published: the words it is found by
    hold_first_contributions,  # comment.posted, comment.replied: a first contribution may wait for a look
    write_letters,  # registration, admission, answers, dispositions: letters into the outbox
)
PUBLISHING_CHECKS: tuple[Check, ...] = (
    nothing_unread,  # places marked for review at the merge desk
    nothing_in_conflict,  # open amendments that collide
    dangling_references,  # cross-references to clauses that were taken out
    every_comment_answered,  # comments without a disposition
    unfinished_editions,  # passages of further languages that are missing or behind
)


def connect() -> None:
    recorded.connect(tell_all)
    use_checks(*PUBLISHING_CHECKS)


def tell_all(entry: Entry, **news: Any) -> None:
    """The only receiver of the signal, which would call several in no order: it keeps them in a set."""
    for listener in LISTENERS:
        listener(entry, **news)
