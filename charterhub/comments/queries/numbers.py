"""What people say, in numbers: by clause, stance, source, language and day. All of it counts what everyone can read anyway."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select

from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.comments.models import Answer, Comment, in_public
from charterhub.extensions import db


@dataclass(frozen=True)
class Numbers:
    """Comments and replies together, but `by_clause` and `answered` of comments alone. `by_clause` is in the order of the text,
    with the clauses nobody commented on; each is (eId, name, comments, replies). `by_day` has every day from the first to the
    last."""

    total: int
    replies: int
    answered: int
    by_clause: list[tuple[str, str, int, int]]
    by_stance: list[tuple[str, int]]
    by_source: list[tuple[str, int]]
    by_language: list[tuple[str, int]]
    by_day: list[tuple[date, int]]


def numbers_of(charter: Charter, version: Version, all_versions: bool) -> Numbers:
    """Of what was written on `version`, or on all versions up to it: seven queries, however much was written."""
    within = (Comment.charter_id == charter.id) if all_versions else (Comment.version_id == version.id)
    counted = and_(within, in_public())
    by_stance, by_source, by_language = (grouped(column, counted) for column in (Comment.stance, source_shown(), Comment.language))
    return Numbers(
        total=sum(count for _name, count in by_source),
        replies=replies_among(counted),
        answered=answered_among(counted),
        by_clause=along_the_text(version, charter.language, counted),
        by_stance=[(name, count) for name, count in by_stance if name],
        by_source=by_source,
        by_language=by_language,
        by_day=day_by_day(counted),
    )


def source_shown() -> ColumnElement[str]:
    """How it came here; what an organisation said is told apart from what people said online."""
    return case((Comment.organisation_id.is_not(None), "organisation"), else_=Comment.source)


def grouped(column: ColumnElement[str], counted: ColumnElement[bool]) -> list[tuple[str, int]]:
    """The most frequent first."""
    number = func.count()
    query = select(column, number).where(counted).group_by(column).order_by(number.desc(), column)
    return [(name, count) for name, count in db.session.execute(query)]


def replies_among(counted: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.count()).select_from(Comment).where(counted, Comment.in_reply_to_id.is_not(None))) or 0


def answered_among(counted: ColumnElement[bool]) -> int:
    """Of the comments that ask for an answer (not the replies)."""
    query = select(func.count()).select_from(Comment).join(Answer, Answer.comment_id == Comment.id)
    return db.session.scalar(query.where(counted, Comment.in_reply_to_id.is_(None))) or 0


def along_the_text(version: Version, language: str, counted: ColumnElement[bool]) -> list[tuple[str, str, int, int]]:
    """Comments on clauses that the version does not have any more are left out here."""
    first = func.sum(case((Comment.in_reply_to_id.is_(None), 1), else_=0)).label("comments")
    numbers = select(Comment.clause_id, first, func.count().label("all")).where(counted).group_by(Comment.clause_id).subquery("numbers")
    clause = VersionClause
    query = select(clause.eid, clause.name, func.coalesce(numbers.c.comments, 0), func.coalesce(numbers.c["all"] - numbers.c.comments, 0))
    query = query.outerjoin(numbers, numbers.c.clause_id == clause.clause_id).where(clause.version_id == version.id, clause.language == language)
    return [tuple(row) for row in db.session.execute(query.order_by(clause.ordinal))]


def day_by_day(counted: ColumnElement[bool]) -> list[tuple[date, int]]:
    day = func.date(Comment.posted_at)
    found = {date.fromisoformat(str(when)): count for when, count in db.session.execute(select(day, func.count()).where(counted).group_by(day))}
    if not found:
        return []
    first, last = min(found), max(found)
    return [(each, found.get(each, 0)) for each in (first + timedelta(days=number) for number in range((last - first).days + 1))]
