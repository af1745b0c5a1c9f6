"""When a progress report is due: a year after the commitment or the last report; every second one is a full report."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Due:
    on: date
    full: bool
    overdue: bool


def next_report(made_at: datetime, reported_at: datetime | None, reports: int, now: datetime) -> Due:
    on = ((reported_at or made_at) + YEAR).date()
    return Due(on, reports % 2 == 1, on < now.date())
