"""Letters about moderation: the statement of reasons to who wrote it, and word of the outcome to who reported it."""

from collections.abc import Callable
from typing import Any

from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from charterhub.accounts.models import Person
from charterhub.comments.models import Comment
from charterhub.journal.sentences import WORDS
from charterhub.moderation.grounds import GROUND_NAMES
from charterhub.moderation.models import Case, Ruling
from charterhub.notifications.addresses import address_of
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written


def it_was_decided(case: Case) -> list[Letter]:
    """To the author where it was hidden or an appeal decided; to everybody who reported it and has an account."""
    ruling, author = case.rulings[-1], case.said.author
    to_author = [] if author is None or ruling.outcome == "kept" else [statement_of_reasons(case, ruling, author)]
    return to_author + [to_reporter(case, ruling, each.reporter) for each in case.reports if each.reporter is not None and ruling.number == 1]


def statement_of_reasons(case: Case, ruling: Ruling, author: Person) -> Letter:
    with force_locale(author.locale):
        how_to_appeal = (
            _("If you think this is wrong, you can appeal until %(day)s. Somebody else will decide on it:", day=format_date(case.appeal_until, "long"))
            if ruling.number == 1
            else _("This decision is final. You can read it here:")
        )
        return written(
            author.email,
            author.locale,
            _("What you wrote on “%(charter)s”: a decision of moderation", charter=case.charter.title),
            _("The decision: %(outcome)s.", outcome=str(WORDS[ruling.outcome])),
            _("The rule it is about: %(ground)s.", ground=str(GROUND_NAMES[ruling.ground])),
            _("The reasons:"),
            ruling.facts,
            _("A person decided this, no program. Nothing was deleted."),
            how_to_appeal,
            address_of("moderation.statement", case_id=case.id),
        )


def to_reporter(case: Case, ruling: Ruling, reporter: Person) -> Letter:
    with force_locale(reporter.locale):
        return written(
            reporter.email,
            reporter.locale,
            _("What you reported on “%(charter)s” was looked at", charter=case.charter.title),
            _("The decision: %(outcome)s.", outcome=str(WORDS[ruling.outcome])),
            _("Who wrote it does not learn who reported it. These are the rules, and how often they were applied:"),
            address_of("moderation.public", slug=case.charter.slug),
        )


def it_can_be_read_now(comment: Comment) -> list[Letter]:
    author = comment.author
    if author is None:
        return []
    with force_locale(author.locale):
        return [
            written(
                author.email,
                author.locale,
                _("Your first comment on “%(charter)s” can be read now", charter=comment.charter.title),
                _("Its first look is over. What you write from now on appears at once."),
                address_of("comments.show", comment_id=comment.id),
            )
        ]


MODERATION_LETTERS: dict[str, Callable[[Any], list[Letter]]] = {
    "contribution.ruled": it_was_decided,
    "comment.appeared": it_can_be_read_now,
}
