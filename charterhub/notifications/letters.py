"""One function per letter, each in the receiver's language, and the table that says which act causes which.

Letters are written inside the transaction of the act they tell of, and sent later: nothing is announced that was undone.
"""

from collections.abc import Callable
from typing import Any

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from charterhub.accounts.models import Person
from charterhub.accounts.tokens import confirmation_token, password_token
from charterhub.charters.models import Version
from charterhub.comments.models import Answer, AnswerBatch, Comment
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.sentences import WORDS
from charterhub.notifications.addresses import address_of
from charterhub.notifications.amendment_letters import AMENDMENT_LETTERS
from charterhub.notifications.membership_letters import MEMBERSHIP_LETTERS
from charterhub.notifications.models import Letter
from charterhub.notifications.moderation_letters import MODERATION_LETTERS
from charterhub.notifications.queries import unsettled_comments
from charterhub.notifications.source_letters import your_source_has_changed
from charterhub.notifications.voting_letters import VOTING_LETTERS
from charterhub.notifications.writing import written


def write_letters(entry: Entry, subject: Any, **_news: Any) -> None:
    """Listener: the letters an act causes go into the outbox."""
    if write := LETTERS.get(entry.action):
        db.session.add_all(write(subject))
        db.session.flush()


def confirm_your_address(person: Person) -> list[Letter]:
    with force_locale(person.locale):
        return [
            written(
                person.email,
                person.locale,
                _("Please confirm your address"),
                _("Somebody, we hope you, opened an account with this address. Open this page and press the button there:"),
                address_of("accounts.confirm", token=confirmation_token(person)),
                _("The link works for three days. If it was not you, do nothing: without the button the account stays closed."),
            )
        ]


def you_have_an_account(person: Person) -> list[Letter]:
    with force_locale(person.locale):
        return [
            written(
                person.email,
                person.locale,
                _("You have an account already"),
                _("Somebody, perhaps you, tried to open an account with this address. You have one already, so nothing was changed."),
                _("You can sign in here:"),
                address_of("accounts.sign_in"),
                _("If you have forgotten your password, choose a new one here:"),
                address_of("accounts.ask_for_password_link"),
            )
        ]


def choose_a_new_password(person: Person) -> list[Letter]:
    with force_locale(person.locale):
        return [
            written(
                person.email,
                person.locale,
                _("Choose a new password"),
                _("On this page you can choose a new password. The link works once, for two hours:"),
                address_of("accounts.choose_password", token=password_token(person)),
                _("If you did not ask for this, do nothing. Your password stays as it is."),
            )
        ]


def your_comment_was_answered(comment: Comment) -> list[Letter]:
    answer, author = comment.disposition, comment.author
    if answer is None or author is None or author.id == answer.answered_by_id:
        return []
    with force_locale(author.locale):
        return [
            written(
                author.email,
                author.locale,
                _("Your comment on “%(charter)s” was answered", charter=comment.charter.title),
                _("What became of it: %(disposition)s. The reason given:", disposition=str(WORDS[answer.disposition])),
                answer.reason,
                _("You can read your comment and the answer here:"),
                address_of("comments.show", comment_id=comment.id),
            )
        ]


def your_comments_were_answered(batch: AnswerBatch) -> list[Letter]:
    """One letter to each author, however often they sent the same."""
    of_author: dict[Person, list[Answer]] = {}
    for answer in batch.answers:
        if answer.comment.author is not None and answer.comment.author_id != answer.answered_by_id:
            of_author.setdefault(answer.comment.author, []).append(answer)
    return [answered_together(author, answers) for author, answers in of_author.items()]


def answered_together(author: Person, answers: list[Answer]) -> Letter:
    first = answers[0]
    with force_locale(author.locale):
        return written(
            author.email,
            author.locale,
            _("Your comment on “%(charter)s” was answered", charter=first.comment.charter.title),
            _("It says what others say too, and all of them have this answer."),
            _("What became of it: %(disposition)s. The reason given:", disposition=str(WORDS[first.disposition])),
            first.reason,
            _("You can read your comment and the answer here:"),
            "\n".join(address_of("comments.show", comment_id=answer.comment_id) for answer in answers),
        )


def look_at_your_comments(version: Version) -> list[Letter]:
    """One letter to each author whose comments could not be placed in the new text with certainty."""
    return [about_unsettled(version, author, comments) for author, comments in unsettled_comments(version)]


def what_a_version_brings(version: Version) -> list[Letter]:
    return [*look_at_your_comments(version), *your_source_has_changed(version)]


def about_unsettled(version: Version, author: Person, comments: list[Comment]) -> Letter:
    with force_locale(author.locale):
        return written(
            author.email,
            author.locale,
            _("“%(charter)s” has a new version: please look at your comments", charter=version.charter.title),
            ngettext(
                "The words that %(num)s comment of yours speaks of have changed in version %(number)s. It stays beside the text it was written on:",
                "The words that %(num)s comments of yours speak of have changed in version %(number)s. They stay beside the text they were written on:",
                len(comments),
                number=version.number,
            ),
            "\n".join(address_of("comments.show", comment_id=comment.id) for comment in comments),
            _("You can leave them so, withdraw them, or comment on the new words."),
        )


LETTERS: dict[str, Callable[[Any], list[Letter]]] = {
    "person.registered": confirm_your_address,
    "person.confirmation_asked": confirm_your_address,
    "person.knocked": you_have_an_account,
    "person.password_link_asked": choose_a_new_password,
    **MEMBERSHIP_LETTERS,
    "comment.answered": your_comment_was_answered,
    "comments.answered": your_comments_were_answered,
    **MODERATION_LETTERS,
    **AMENDMENT_LETTERS,
    **VOTING_LETTERS,
    "version.published": what_a_version_brings,
}
