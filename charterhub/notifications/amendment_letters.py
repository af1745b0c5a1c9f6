"""Letters about amendments: one digest for each proposer, in their language, of what became of all their amendments."""

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Announcement, Cosignature, Disposition, Rebase
from charterhub.amendments.outcomes import state_of
from charterhub.amendments.queries.announced import carried_to, signers_asked_again, told_by
from charterhub.charters.models import Version
from charterhub.journal.sentences import WORDS
from charterhub.notifications.addresses import address_of
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written


def what_became_of_your_amendments(announcement: Announcement) -> list[Letter]:
    return [digest(announcement, author, told) for author, told in told_by(announcement).items()]


def digest(announcement: Announcement, author: Person, told: list[tuple[Amendment, list[Disposition]]]) -> Letter:
    with force_locale(author.locale):
        return written(
            author.email,
            author.locale,
            ngettext("Your amendment to “%(charter)s” was decided", "Your %(num)s amendments to “%(charter)s” were decided", len(told), charter=announcement.charter.title),
            *(paragraph for amendment, dispositions in told for paragraph in about(amendment, dispositions)),
        )


def about(amendment: Amendment, dispositions: list[Disposition]) -> list[str]:
    """What became of one amendment, each reason once, and where to read it."""
    outcome = WORDS[state_of(each.outcome for each in dispositions)]
    reasons = dict.fromkeys(each.reason for each in dispositions)
    heading = _("Amendment %(number)s: %(outcome)s. The reason given:", number=amendment.number, outcome=str(outcome))
    return [heading, *reasons, address_of("amendments.show", amendment_id=amendment.id)]


def your_amendments_moved_on(version: Version) -> list[Letter]:
    """To the proposers; and to those who support an amendment whose words changed: they are asked again."""
    proposers = [moved_on(version, author, rebases) for author, rebases in carried_to(version).items()]
    return [*proposers, *(asked_again(version, signature) for signature in signers_asked_again(version))]


def asked_again(version: Version, signature: Cosignature) -> Letter:
    person, amendment = signature.person, signature.amendment
    with force_locale(person.locale):
        return written(
            person.email,
            person.locale,
            _("The words you supported have changed: amendment %(number)s to “%(charter)s”", number=amendment.number, charter=version.charter.title),
            _("In version %(number)s the words around it changed, so your support does not count any more. If you still support it, say so again here:", number=version.number),
            address_of("amendments.show", amendment_id=amendment.id),
        )


def moved_on(version: Version, author: Person, rebases: list[Rebase]) -> Letter:
    with force_locale(author.locale):
        sentences = {
            "rebased": _("It stands unchanged on the new text; there is nothing for you to do."),
            "rebased_review": _("It stands on the new text, but words beside it have changed. Please look whether it still says what you mean."),
            "needs_author": _("It meets words that have changed. Please propose it again on the new text, or withdraw it."),
            "orphaned": _("The clause it speaks of is no longer in the text. Please propose it elsewhere, or withdraw it."),
        }
        paragraphs = [
            f"{_('Amendment %(number)s', number=rebase.amendment.number)}\n{sentences[rebase.state]}\n{address_of('amendments.show', amendment_id=rebase.amendment_id)}"
            for rebase in rebases
        ]
        title = _("“%(charter)s” has a new version: what it means for your amendments", charter=version.charter.title)
        return written(author.email, author.locale, title, *paragraphs)


AMENDMENT_LETTERS = {
    "dispositions.announced": what_became_of_your_amendments,
    "amendments.rebased": your_amendments_moved_on,
}
