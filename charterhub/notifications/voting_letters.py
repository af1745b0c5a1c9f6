"""Letters about votes: that a round was cancelled or annulled, to everybody on its roll whether they voted or not; and that
an objection was answered, to whoever raised it."""

from flask_babel import force_locale
from flask_babel import gettext as _

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.notifications.addresses import address_of
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written
from charterhub.voting.models import VotingRound
from charterhub.voting.oversight import Objection
from charterhub.voting.queries import people_on_roll


def the_round_was_voided(voting_round: VotingRound) -> list[Letter]:
    """The same letter to all, so that having it says nothing about having voted."""
    reason = voting_round.decisions[-1].reason
    return [voided(voting_round, person, reason) for person in people_on_roll(voting_round)]


def voided(voting_round: VotingRound, person: Person, reason: str) -> Letter:
    with force_locale(person.locale):
        subject = _("The result of the vote “%(title)s” was annulled", title=voting_round.title)
        if voting_round.closed_at is None:
            subject = _("The vote “%(title)s” was cancelled", title=voting_round.title)
        after = _("If the vote is repeated, you find it at the same charter. An earlier ballot does not count then.")
        return written(person.email, person.locale, subject, _("The reason given:"), reason, address_of("voting.show", round_id=voting_round.id), after)


def your_objection_was_answered(objection: Objection) -> list[Letter]:
    author = db.session.get_one(Person, objection.author_id)
    with force_locale(author.locale):
        return [
            written(
                author.email,
                author.locale,
                _("Your objection to the vote “%(title)s” was answered", title=objection.round.title),
                objection.answer,
                address_of("voting.show", round_id=objection.round_id),
            )
        ]


VOTING_LETTERS = {
    "round.cancelled": the_round_was_voided,
    "round.annulled": the_round_was_voided,
    "objection.answered": your_objection_was_answered,
}
