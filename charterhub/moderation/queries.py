"""Reading cases, rules, the log in numbers, and what waits for a first look."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from flask import abort
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload, selectinload

from charterhub import clock
from charterhub.amendments.models import Amendment, Remark
from charterhub.charters.models import Charter
from charterhub.comments.models import Comment
from charterhub.extensions import db
from charterhub.moderation.models import Appeal, Case, Report, RulesText, Ruling, Waiting

MOST_SHOWN = 200
Said = Comment | Remark | Amendment


@dataclass(frozen=True)
class LogLine:
    """What was decided in one month on one ground; `hours` is the median from the report to the decision."""

    month: str
    ground: str
    kept: int
    hidden: int
    appeals: int
    restored: int
    hours: float


def case_from_url(case_id: int) -> Case:
    return db.session.get(Case, case_id, options=[*around(), joinedload(Case.charter).joinedload(Charter.member), selectinload(Case.reports).joinedload(Report.reporter)]) or abort(404)


def around() -> tuple:
    """A case with what it is about, and where that stands."""
    return joinedload(Case.comment).joinedload(Comment.place), joinedload(Case.remark).joinedload(Remark.amendment), joinedload(Case.amendment)


def about(said: Said) -> ColumnElement[bool]:
    column = {Comment: Case.comment_id, Remark: Case.remark_id, Amendment: Case.amendment_id}[type(said)]
    return column == said.id


def case_on(said: Said) -> Case | None:
    """The newest case about it."""
    return db.session.scalars(select(Case).where(about(said)).order_by(Case.id.desc()).limit(1)).first()


def latest_case(said: Said) -> Case:
    return case_on(said) or abort(404)


def open_cases(charter: Charter) -> list[Case]:
    """Those nobody has decided, and appeals nobody has decided; the oldest first, with their reports."""
    second = select(Ruling.case_id).where(Ruling.number == 2)
    appealed = Case.id.in_(select(Appeal.case_id).where(Appeal.case_id.not_in(second)))
    query = select(Case).where(Case.charter_id == charter.id, Case.ruled_at.is_(None) | appealed)
    return list(db.session.scalars(query.options(*around(), selectinload(Case.reports)).order_by(Case.id).limit(MOST_SHOWN)).unique())


def decided_cases(charter: Charter) -> list[Case]:
    """The newest decisions, for those who decide."""
    query = select(Case).where(Case.charter_id == charter.id, Case.ruled_at.is_not(None))
    return list(db.session.scalars(query.options(*around()).order_by(Case.ruled_at.desc()).limit(25)).unique())


def waiting_in(charter: Charter) -> list[Waiting]:
    """The comments that wait for a first look, the most pressing first."""
    query = select(Waiting).where(*still_waiting(charter)).options(joinedload(Waiting.comment).joinedload(Comment.place))
    return list(db.session.scalars(query.order_by(Waiting.until).limit(MOST_SHOWN)))


def number_waiting(charter: Charter) -> int:
    return db.session.scalar(select(func.count()).select_from(Waiting).where(*still_waiting(charter))) or 0


def still_waiting(charter: Charter) -> tuple[ColumnElement[bool], ...]:
    return Waiting.charter_id == charter.id, Waiting.until > clock.now()


def anything_due() -> bool:
    """Whether a time of waiting is over somewhere."""
    return db.session.scalar(select(Waiting.comment_id).where(Waiting.until <= clock.now()).limit(1)) is not None


def waiting_from_url(comment_id: int) -> Waiting:
    return db.session.get(Waiting, comment_id, options=[joinedload(Waiting.comment).joinedload(Comment.charter).joinedload(Charter.member)]) or abort(404)


def rules_of(charter: Charter) -> tuple[list[RulesText], list[RulesText]]:
    """The rules that hold, one for each language they were written in; and what held before, the newest first."""
    rows = list(db.session.scalars(select(RulesText).where(RulesText.charter_id == charter.id).order_by(RulesText.number)))
    holding = {row.language: row for row in rows}
    return list(holding.values()), sorted((row for row in rows if row is not holding[row.language]), key=lambda row: row.written_at, reverse=True)


def log_of(charter: Charter) -> list[LogLine]:
    """The decisions in numbers, the newest month first: nothing of who wrote, reported or decided, and no word of what was said."""
    query = select(Case).where(Case.charter_id == charter.id, Case.ruled_at.is_not(None)).options(selectinload(Case.reports))
    groups: dict[tuple[str, str], list[Case]] = {}
    for case in db.session.scalars(query).unique():
        groups.setdefault((f"{case.ruled_at:%Y-%m}", ground_of(case)), []).append(case)
    return [log_line(*key, groups[key]) for key in sorted(groups, key=lambda key: (key[0], key[1]), reverse=True)]


def ground_of(case: Case) -> str:
    """The ground of the decision; where it stays, the one most often reported."""
    decided = case.rulings[0].ground
    return decided or Counter(report.ground for report in case.reports).most_common(1)[0][0]


def log_line(month: str, ground: str, cases: Sequence[Case]) -> LogLine:
    outcomes = Counter(ruling.outcome for case in cases for ruling in case.rulings)
    hours = [(case.ruled_at - case.opened_at) / timedelta(hours=1) for case in cases if case.ruled_at]
    appeals = sum(case.appeal is not None for case in cases)
    return LogLine(month, ground, outcomes["kept"], outcomes["hidden"], appeals, outcomes["restored"], median(hours))
