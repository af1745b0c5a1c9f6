"""The two-person rule of publishing: the first official asks for the draft as it stands, a second one publishes it."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter, PublicationRequest, PublishingRule, Version
from charterhub.charters.operations.publishing import frozen_rows, publish_version, refuse_held
from charterhub.charters.queries import draft_of
from charterhub.charters.revisions import digest_of
from charterhub.charters.wording import LONGEST_CHANGELOG, LONGEST_NOTE, clean, needed
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Member
from charterhub.permissions import require

OFFICE = "official"
NO_NOTE = _l("Please say in a sentence what this version is or what has changed.")


def needs_two_to_publish(member_id: int | None) -> bool:
    return member_id is not None and db.session.get(PublishingRule, member_id) is not None


def set_publishing_rule(actor: Person, member: Member, wanted: bool) -> None:
    require("two_person_rule.set", member, actor)
    rule = db.session.get(PublishingRule, member.id)
    if wanted == (rule is not None):
        raise AlreadyDone(_l("This is how it is already."))
    officials = select(func.count(Role.person_id.distinct())).where(Role.name == OFFICE, Role.member_id == member.id)
    if wanted and (db.session.scalar(officials) or 0) < 2:
        raise NotOpen(_l("Your government has only one official here. Please have a second one appointed first, or nothing could be published."))
    if rule is None:
        db.session.add(PublishingRule(member_id=member.id))
    else:
        db.session.delete(rule)
    record("publishing_rule.set" if wanted else "publishing_rule.lifted", actor, member, member=member)


def publish_or_ask(actor: Person, charter: Charter, note: str, changelog: str | None = None) -> Version | None:
    """The new version, or None where the rule holds and a second official has now been asked for."""
    require("charter.publish", charter, actor)
    if not needs_two_to_publish(charter.member_id):
        return publish_version(actor, charter, note, changelog)
    refuse_held(charter)
    request = db.session.get(PublicationRequest, charter.id) or PublicationRequest(charter_id=charter.id)
    request.asked_by_id, request.asked_at = actor.id, clock.now()
    request.note = needed(clean(note, LONGEST_NOTE), NO_NOTE)
    request.changelog = clean(changelog, LONGEST_CHANGELOG)
    request.draft_digest = draft_digest(charter)
    db.session.add(request)
    record("version.publishing_asked", actor, charter, charter=charter, member=charter.member)
    return None


def second_publication(actor: Person, charter: Charter) -> Version:
    """Somebody else than the one who asked publishes what was asked for; refused when the draft has changed since."""
    require("charter.publish", charter, actor)
    request = waiting_publication(charter)
    if request is None:
        raise AlreadyDone(_l("Nobody has asked for this to be published, or it has been published."))
    if request.asked_by_id == actor.id:
        raise NotOpen(_l("You have asked for this yourself. Now a second official has to confirm it."))
    if request.draft_digest != draft_digest(charter):
        raise NotOpen(_l("The draft has changed since the publication was asked for. Please ask for it again."))
    version = publish_version(actor, charter, request.note, request.changelog)
    db.session.delete(request)
    db.session.flush()
    return version


def waiting_publication(charter: Charter) -> PublicationRequest | None:
    return db.session.get(PublicationRequest, charter.id)


def draft_digest(charter: Charter) -> str:
    return digest_of([frozen_rows(draft_of(charter, edition.language)) for edition in charter.editions])
