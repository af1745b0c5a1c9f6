"""What others say of a commitment: an independent assessment, and the view of somebody who lives there."""

from datetime import date

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import clean, needed
from charterhub.commitments.kinds import COMPLETION_NAMES, CONFIDENCE_NAMES, PRACTICE_NAMES, RATING_NAMES
from charterhub.commitments.models import Assessment, Commitment, ResidentView
from charterhub.commitments.operations.measuring import facts, sensible
from charterhub.commitments.rules import CHOOSE, FILL_IN, LONGEST_VIEW, LONGEST_WORDS, web_address
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def assess_commitment(
    actor: Person, commitment: Commitment, assessed_on: date, completion: str, practice: str, confidence: str, words: str, link: str = ""
) -> Assessment:
    """By somebody who does not act for the government. Under their own name: who judges is known."""
    require("commitment.assess", commitment, actor)
    if completion not in COMPLETION_NAMES or practice not in PRACTICE_NAMES or confidence not in CONFIDENCE_NAMES:
        raise BadInput(CHOOSE)
    if sensible(assessed_on) > clock.now().date():
        raise BadInput(_l("An assessment cannot be of a day to come."))
    assessment = Assessment(
        commitment_id=commitment.id,
        author_id=actor.id,
        shown_as=actor.shown_as(under_own_name=True),
        assessed_on=assessed_on,
        completion=completion,
        practice=practice,
        confidence=confidence,
        words=needed(clean(words, LONGEST_WORDS), FILL_IN),
        link=web_address(link),
        at=clock.now(),
    )
    db.session.add(assessment)
    record("commitment.assessed", actor, commitment, shown_as=assessment.shown_as, member=commitment.member, **facts(commitment))
    return assessment


def give_view(person: Person, commitment: Commitment, rating: int, words: str = "", under_own_name: bool = False) -> ResidentView:
    """One from each inhabitant; a second one takes the place of the first."""
    require("commitment.give_view", commitment, person)
    if rating not in RATING_NAMES:
        raise BadInput(CHOOSE)
    view = db.session.get(ResidentView, (commitment.id, person.id)) or ResidentView(commitment_id=commitment.id, author_id=person.id)
    view.rating, view.words, view.at = rating, clean(words, LONGEST_VIEW), clock.now()
    view.shown_as = person.shown_as(under_own_name)
    db.session.add(view)
    record("commitment.viewed", person, commitment, shown_as=view.shown_as, member=commitment.member, **facts(commitment))
    return view


def withdraw_view(person: Person, commitment: Commitment) -> None:
    """The view is gone, not hidden: it was the person's own."""
    require("commitment.give_view", commitment, person)
    view = db.session.get(ResidentView, (commitment.id, person.id))
    if view is None:
        raise BadInput(_l("You have not said anything about this commitment."))
    db.session.delete(view)
    record("commitment.view_withdrawn", person, commitment, shown_as=view.shown_as, member=commitment.member, **facts(commitment))
