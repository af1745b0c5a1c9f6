"""The adoption of a charter: the act of the council that made a version the charter, when it is in force, when reviewed.

A vote of inhabitants advises; the council adopts. The record names the act so that anybody can look it up, and the charter
enters its last phase with it. Recorded once for a version, and never changed.
"""

from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version
from charterhub.charters.operations import enter_phase
from charterhub.charters.queries import latest_version
from charterhub.charters.wording import clean_line, needed
from charterhub.database import Moment
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.journal.record import record
from charterhub.permissions import require

LONGEST_BODY, LONGEST_ACT, LONGEST_ADDRESS = 200, 200, 500
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)


class Adoption(db.Model):
    __tablename__ = "adoption"
    __table_args__ = (
        CheckConstraint("body <> '' AND act <> ''", name="body_and_act_named"),
        CheckConstraint("in_force_on >= adopted_on", name="in_force_after_adoption"),
        CheckConstraint("review_on > in_force_on", name="reviewed_after_that"),
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    body: Mapped[str] = mapped_column(String(LONGEST_BODY))
    act: Mapped[str] = mapped_column(String(LONGEST_ACT))
    address: Mapped[str] = mapped_column(String(LONGEST_ADDRESS), default="")
    adopted_on: Mapped[date]
    in_force_on: Mapped[date]
    review_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(Moment)

    version: Mapped[Version] = relationship(lazy="joined")


freeze(Adoption.__table__)  # type: ignore[arg-type]


@dataclass(frozen=True)
class CouncilAct:
    """What the official copies from the minutes. `address`: where the act can be read."""

    body: str
    act: str
    address: str
    adopted_on: date
    in_force_on: date
    review_on: date


def record_adoption(actor: Person, charter: Charter, council_act: CouncilAct) -> Adoption:
    """The latest version is the one adopted; the charter's phase follows."""
    require("charter.adopt", charter, actor)
    version = latest_version(charter)
    if version is None:
        raise NotOpen(_l("There is no published version to adopt yet."))
    if db.session.get(Adoption, version.id) is not None:
        raise AlreadyDone(_l("The adoption of this version has been recorded already."))
    _check_dates(council_act)
    adoption = Adoption(version=version, recorded_at=clock.now(), **vars(_checked(council_act)))
    db.session.add(adoption)
    enter_phase(actor, charter, "adopted")
    record(
        "charter.adopted", actor, charter, charter=charter, member=charter.member,
        number=version.number, body=adoption.body, act=adoption.act,
    )  # fmt: skip
    return adoption


def adoptions_of(charter: Charter) -> list[Adoption]:
    """Newest first."""
    of_charter = select(Adoption).join(Version).where(Version.charter_id == charter.id).order_by(Version.number.desc())
    return list(db.session.scalars(of_charter.options(joinedload(Adoption.version).lazyload(Version.editions))))


def _checked(given: CouncilAct) -> CouncilAct:
    address = clean_line(given.address, LONGEST_ADDRESS)
    if address and not address.startswith(("https://", "http://")):
        raise BadInput(_l("Please give the whole address of the act, beginning with https://, or leave it out."))
    body = needed(clean_line(given.body, LONGEST_BODY), _l("Please say who adopted the charter, for example the city council."))
    act = needed(clean_line(given.act, LONGEST_ACT), _l("Please give the number or name of the act, so that people can look it up."))
    return CouncilAct(body, act, address, given.adopted_on, given.in_force_on, given.review_on)


def _check_dates(given: CouncilAct) -> None:
    if not EARLIEST <= given.adopted_on <= clock.now().date():
        raise BadInput(_l("The day of adoption cannot lie in the future, nor before 1900."))
    if given.in_force_on < given.adopted_on:
        raise BadInput(_l("A charter cannot be in force before it is adopted."))
    if not given.in_force_on < given.review_on <= LATEST:
        raise BadInput(_l("The review must come after the charter is in force."))
