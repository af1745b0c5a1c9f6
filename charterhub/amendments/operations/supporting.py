"""Co-signing an amendment, taking the signature back, and discussing the amendment."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Cosignature, Remark
from charterhub.amendments.models.support import LONGEST_REMARK
from charterhub.amendments.voices import voice_of
from charterhub.charters.models import Charter
from charterhub.charters.process import amendments_a_person
from charterhub.charters.queries import latest_version
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

COUNTED = "counted"


def cosign_amendment(person: Person, amendment: Amendment, voice: str = COUNTED) -> Cosignature:
    """Stand behind the words as they are now. Nothing is said of who it was unless the person chose a name for it."""
    require("amendment.support", amendment, person)
    version = latest_version(amendment.charter)
    if version is None:
        raise NotOpen(_l("This text is not public yet."))
    signature = db.session.get(Cosignature, (amendment.id, person.id)) or Cosignature(amendment_id=amendment.id, person_id=person.id)
    signature.shown_as = "" if voice == COUNTED else voice_of(person, voice).shown_as
    signature.version_id, signature.signed_at = version.id, clock.now()
    db.session.add(signature)
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.cosigned", None, amendment, shown_as=signature.shown_as, **about, number=amendment.number)
    return signature


def take_signature_back(person: Person, amendment: Amendment) -> None:
    require("amendment.take_back", amendment, person)
    signature = db.session.get(Cosignature, (amendment.id, person.id))
    if signature is None:
        raise AlreadyDone(_l("You have not supported this amendment, or have taken your support back already."))
    db.session.delete(signature)
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.signature_taken_back", None, amendment, **about, number=amendment.number)


def refuse_too_many(author: Person, charter: Charter) -> None:
    """Where the process limits how many open amendments one person may have."""
    most = amendments_a_person(charter)
    if not most:
        return
    mine = db.session.scalars(select(Amendment).where(Amendment.charter_id == charter.id, Amendment.author_id == author.id)).unique().all()
    if sum(each.state == "open" for each in mine) >= most:
        raise BadInput(_l("You have %(most)s open amendments, which is as many as one person may have here. You can withdraw one of them.", most=most))


def remark_on(person: Person, amendment: Amendment, body: str, voice: str = "pseudonym") -> Remark:
    """Add to the discussion of an amendment."""
    require("amendment.discuss", amendment, person)
    spoken = voice_of(person, voice)
    remark = Remark(amendment_id=amendment.id, author_id=person.id, shown_as=spoken.shown_as, body=written(body, LONGEST_REMARK), posted_at=clock.now())
    db.session.add(remark)
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.discussed", person, amendment, shown_as=spoken.shown_as, **about, number=amendment.number)
    return remark


def withdraw_remark(person: Person, remark: Remark) -> None:
    require("remark.withdraw", remark, person)
    remark.withdrawn_at = clock.now()
    charter = remark.amendment.charter
    record("remark.withdrawn", person, remark, shown_as=remark.shown_as, charter=charter, member=charter.member, number=remark.amendment.number)
