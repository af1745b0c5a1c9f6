"""Finding members, and the forms of those who want to become one."""

from datetime import date

from flask import abort
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from charterhub.extensions import db
from charterhub.members.models import (
    Attachment,
    Description,
    Enrolment,
    EnrolmentDraft,
    EnrolmentQuestion,
    Invitation,
    MandateReminder,
    Member,
    StageChange,
)
from charterhub.members.places import place_key

MOST_LISTED = 500
FULL_MEMBER = joinedload(Member.enrolment)


def member_by_slug_or_none(slug: str) -> Member | None:
    return db.session.scalar(select(Member).where(Member.slug == slug).options(FULL_MEMBER))


def member_by_slug(slug: str) -> Member:
    return member_by_slug_or_none(slug) or abort(404)


def member_from_url(slug: str) -> Member:
    """Loader for `@permission`."""
    return member_by_slug(slug)


def member_with_people(slug: str) -> Member:
    """Loader for `@permission`: the member with the successors of its head and focal point."""
    people = (selectinload(Member.handovers), selectinload(Member.reaffirmations))
    return db.session.scalar(select(Member).where(Member.slug == slug).options(FULL_MEMBER, *people)) or abort(404)


def description_of(member_id: int) -> Description | None:
    """What the member says of itself now."""
    query = select(Description).where(Description.member_id == member_id).order_by(Description.edition.desc()).limit(1)
    return db.session.scalar(query)


def number_of_members() -> int:
    return db.session.scalar(select(func.count()).select_from(Member)) or 0


def slugs_taken() -> frozenset[str]:
    return frozenset(db.session.scalars(select(Member.slug)))


def enrolment_from_url(enrolment_id: int) -> Enrolment:
    """Loader for `@permission`."""
    enrolment = db.session.get(Enrolment, enrolment_id)
    return enrolment if enrolment is not None else abort(404)


def enrolments_where(state: str = "", country: str = "", channel: str = "", name: str = "", limit: int = MOST_LISTED) -> list[Enrolment]:
    """For the committee's queue: undecided forms first and the oldest of them first, each with its questions."""
    query: Select[tuple[Enrolment]] = select(Enrolment).options(joinedload(Enrolment.member), selectinload(Enrolment.questions))
    for column, value in ((Enrolment.state, state), (Enrolment.country, country), (Enrolment.channel, channel)):
        query = query.where(column == value) if value else query
    if name:
        query = query.where(Enrolment.place_key.contains(place_key(name), autoescape=True))
    return list(db.session.scalars(query.order_by(Enrolment.decided_at.is_not(None), Enrolment.id).limit(limit)))


def enrolments_sent_by(person_id: int) -> list[Enrolment]:
    return list(db.session.scalars(select(Enrolment).where(Enrolment.author_id == person_id).options(selectinload(Enrolment.questions)).order_by(Enrolment.id.desc())))


def places_taken() -> frozenset[tuple[str, str]]:
    """Country and key of every place that has joined or waits."""
    rows = db.session.execute(select(Enrolment.country, Enrolment.place_key).where(Enrolment.state != "refused"))
    return frozenset((country, key) for country, key in rows)


def live_enrolment_at(country: str, name: str) -> Enrolment | None:
    """The form of this place that waits or was admitted; a refused one may be sent again."""
    here = (Enrolment.country == country) & (Enrolment.place_key == place_key(name))
    return db.session.scalar(select(Enrolment).where(here, Enrolment.state != "refused"))


def draft_from_url(token: str, **_rest: object) -> EnrolmentDraft:
    """Loader for `@permission`: whoever has the link."""
    return db.session.scalar(select(EnrolmentDraft).where(EnrolmentDraft.token == token).options(joinedload(EnrolmentDraft.author))) or abort(404)


def draft_of(enrolment: Enrolment) -> EnrolmentDraft | None:
    """The draft it was sent from, with its documents; none for a member entered from a list."""
    return db.session.scalar(select(EnrolmentDraft).where(EnrolmentDraft.enrolment_id == enrolment.id))


def drafts_of(person_id: int) -> list[EnrolmentDraft]:
    """Forms this person began and has not sent, the newest first."""
    query = select(EnrolmentDraft).where(EnrolmentDraft.author_id == person_id, EnrolmentDraft.enrolment_id.is_(None))
    return list(db.session.scalars(query.order_by(EnrolmentDraft.id.desc())))


def lock_draft(draft: EnrolmentDraft) -> None:
    """Two people may press a button at once: the second waits here, and then sees what the first did."""
    db.session.refresh(draft, with_for_update={"of": EnrolmentDraft})


def attachment_of(draft: EnrolmentDraft, attachment_id: int) -> Attachment:
    return next((attachment for attachment in draft.attachments if attachment.id == attachment_id), None) or abort(404)


def question_from_url(question_id: int) -> EnrolmentQuestion:
    """Loader for `@permission`."""
    return db.session.get(EnrolmentQuestion, question_id) or abort(404)


def invitation_to(member_id: int, email: str) -> Invitation | None:
    return db.session.scalar(select(Invitation).where(Invitation.member_id == member_id, Invitation.email == email))


def invitations_of(member_id: int) -> list[Invitation]:
    return list(db.session.scalars(select(Invitation).where(Invitation.member_id == member_id).order_by(Invitation.id)))


def way_of(enrolment: Enrolment | None) -> list[StageChange]:
    """Every stage from the pledge to today, for the form and the member that came of it."""
    if enrolment is None:
        return []
    draft = select(EnrolmentDraft.id).where(EnrolmentDraft.enrolment_id == enrolment.id)
    concerned = or_(StageChange.draft_id.in_(draft), StageChange.enrolment_id == enrolment.id, StageChange.member_id == (enrolment.member_id or 0))
    return list(db.session.scalars(select(StageChange).where(concerned).options(joinedload(StageChange.by)).order_by(StageChange.id)))


def members_with_people() -> list[Member]:
    """Every member that has not withdrawn, with the successors of its head and focal point."""
    people = (selectinload(Member.handovers), selectinload(Member.reaffirmations))
    return list(db.session.scalars(select(Member).where(Member.stage != "withdrawn").options(FULL_MEMBER, *people).order_by(Member.id)))


def mandates_reminded_of() -> frozenset[tuple[int, date]]:
    rows = db.session.execute(select(MandateReminder.member_id, MandateReminder.mandate_until))
    return frozenset((member_id, until) for member_id, until in rows)
