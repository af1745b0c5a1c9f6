"""Reading comments as their drafters do: the inbox, groups that look alike, and how much is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.comments.models import Answer, Comment, in_public
from charterhub.comments.queries.thread import narrowed, ordered, paged, total_of
from charterhub.dispositions.likeness import groups_of
from charterhub.dispositions.models import CommentTag, Handling, Waiver
from charterhub.dispositions.sifting import Sifting
from charterhub.extensions import db

MOST_COMPARED = 20_000


@dataclass(frozen=True)
class Handled:
    """A comment with what the drafters know of it."""

    comment: Comment
    handling: Handling | None
    tags: Sequence[str]

    @property
    def state(self) -> str:
        return self.handling.state if self.handling else "received"


@dataclass(frozen=True)
class Inbox:
    comments: Sequence[Handled]
    total: int


@dataclass(frozen=True)
class Alike:
    """Comments that say nearly the same; `sample` is the earliest. `people`, `organisations` and `offline` count who speaks."""

    comments: Sequence[Comment]

    @property
    def sample(self) -> Comment:
        return self.comments[0]

    @property
    def people(self) -> int:
        return sum(comment.author_id is not None and comment.organisation_id is None for comment in self.comments)

    @property
    def organisations(self) -> int:
        return sum(comment.organisation_id is not None for comment in self.comments)

    @property
    def offline(self) -> int:
        return sum(comment.author_id is None for comment in self.comments)

    @property
    def authors(self) -> int:
        """How many accounts they come from: one account can send the same many times."""
        return len({comment.author_id for comment in self.comments if comment.author_id})


def to_be_answered(charter_id: int) -> Select[tuple[Comment]]:
    """The comments that ask for a disposition: the first of each thread, not withdrawn."""
    return select(Comment).where(Comment.charter_id == charter_id, Comment.in_reply_to_id.is_(None), in_public())


def unanswered(query: Select) -> Select:
    return query.where(~select(Answer.comment_id).where(Answer.comment_id == Comment.id).exists())


def inbox_of(charter: Charter, sifting: Sifting) -> Inbox:
    """A page of it: three queries."""
    query = sifted(to_be_answered(charter.id), sifting)
    page = paged(ordered(query, sifting.narrowing), sifting.narrowing)
    comments = list(db.session.scalars(page.options(joinedload(Comment.version).lazyload(Version.editions), joinedload(Comment.place))))
    return Inbox(handled(comments), total_of(query, comments, sifting.narrowing))


def handled(comments: Sequence[Comment]) -> list[Handled]:
    """With handling and tags: one query."""
    ids = [comment.id for comment in comments]
    query = select(Comment.id, Handling, CommentTag.tag).outerjoin(Handling, Handling.comment_id == Comment.id)
    query = query.outerjoin(CommentTag, CommentTag.comment_id == Comment.id).options(joinedload(Handling.assigned_to).lazyload(Person.roles))
    known: dict[int, tuple[Handling | None, list[str]]] = {}
    for comment_id, handling, tag in db.session.execute(query.where(Comment.id.in_(ids)).order_by(CommentTag.tag)):
        known.setdefault(comment_id, (handling, []))[1].extend([tag] if tag else [])
    return [Handled(comment, *known.get(comment.id, (None, []))) for comment in comments]


def sifted(query: Select, sifting: Sifting) -> Select:
    query = narrowed(query, sifting.narrowing)
    if sifting.state == "received":
        query = query.where(~select(Handling.comment_id).where(Handling.comment_id == Comment.id, Handling.state != "received").exists())
    elif sifting.state:
        query = query.where(Comment.id.in_(select(Handling.comment_id).where(Handling.state == sifting.state)))
    if sifting.disposition:
        query = query.where(Comment.id.in_(select(Answer.comment_id).where(Answer.disposition == sifting.disposition)))
    if sifting.tag:
        query = query.where(Comment.id.in_(select(CommentTag.comment_id).where(CommentTag.tag == sifting.tag)))
    if sifting.assignee:
        query = query.where(Comment.id.in_(select(Handling.comment_id).where(Handling.assigned_to_id == sifting.assignee)))
    if sifting.clause:
        query = query.where(Comment.clause_id == sifting.clause)
    if sifting.version:
        query = query.where(Comment.version.has(Version.number == sifting.version))
    return query


def counts_of(charter: Charter) -> tuple[int, int]:
    """How many comments ask for a disposition, and how many of them still have none."""
    both = to_be_answered(charter.id).outerjoin(Answer, Answer.comment_id == Comment.id)
    row = db.session.execute(both.with_only_columns(func.count(Comment.id), func.count(Comment.id).filter(Answer.comment_id.is_(None)))).one()
    return row[0], row[1]


def waiting_for_answer(charter: Charter) -> int:
    query = unanswered(to_be_answered(charter.id)).with_only_columns(func.count(Comment.id))
    return db.session.scalar(query) or 0


def alike_in(charter: Charter) -> list[Alike]:
    """The groups among the comments without an answer, the largest first: one query."""
    query = unanswered(to_be_answered(charter.id)).order_by(Comment.id.desc()).limit(MOST_COMPARED)
    comments = {comment.id: comment for comment in db.session.scalars(query.options(joinedload(Comment.version).lazyload(Version.editions), joinedload(Comment.place)))}
    groups = groups_of({comment.id: comment.body for comment in sorted(comments.values(), key=lambda comment: comment.id)})
    return [Alike([comments[key] for key in group]) for group in groups]


def group_around(comment: Comment) -> Alike:
    """The group that a comment belongs to; 404 where it is alone or has an answer."""
    return next((alike for alike in alike_in(comment.charter) if comment.id in {one.id for one in alike.comments}), None) or abort(404)


def comments_named(charter: Charter, ids: Iterable[int]) -> list[Comment]:
    """Those of these ids that belong to the charter and ask for a disposition; with their place and charter, for permissions."""
    query = to_be_answered(charter.id).where(Comment.id.in_(list(ids))).order_by(Comment.id)
    return list(db.session.scalars(query.options(joinedload(Comment.place), joinedload(Comment.charter))))


def handling_of(comment: Comment) -> Handling | None:
    return db.session.get(Handling, comment.id)


def tags_used(charter: Charter) -> list[str]:
    query = select(CommentTag.tag).join(Comment, Comment.id == CommentTag.comment_id).where(Comment.charter_id == charter.id)
    return list(db.session.scalars(query.distinct().order_by(CommentTag.tag).limit(100)))


def colleagues_of(charter: Charter) -> list[tuple[int, str]]:
    """Who may answer on this charter, by id and name: officials of its member, or the committee for the global text."""
    mine = Role.member_id == charter.member_id if charter.member_id else Role.member_id.is_(None)
    query = select(Person.id, Person.name).join(Role).where(mine, Role.name.in_(DRAFTERS[charter.member_id is None])).distinct()
    return [(row.id, row.name) for row in db.session.execute(query.order_by(Person.name))]


DRAFTERS = {True: ("committee",), False: ("official",)}


def clauses_commented(charter: Charter) -> list[tuple[int, str]]:
    """Clauses with comments, by id and by the name they had when they were commented on last."""
    query = (
        select(Comment.clause_id, func.max(VersionClause.name))
        .join(VersionClause, (VersionClause.version_id == Comment.version_id) & (VersionClause.revision_id == Comment.revision_id))
        .where(Comment.charter_id == charter.id)
        .group_by(Comment.clause_id)
        .order_by(func.min(VersionClause.ordinal))
    )
    return [(row[0], row[1]) for row in db.session.execute(query)]


def waiver_of(charter: Charter) -> Waiver | None:
    """For the version that comes next."""
    return db.session.get(Waiver, (charter.id, charter.latest_version_number))


def version_carrying(answer: Answer, charter_id: int) -> Version | None:
    """The version that came out first after the answer was given."""
    query = select(Version).where(Version.charter_id == charter_id, Version.published_at > answer.answered_at)
    return db.session.scalars(query.order_by(Version.number).limit(1)).first()
