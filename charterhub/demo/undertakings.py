"""What the demo's members undertook, and what they, others and those who live there said of it since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from charterhub.commitments.operations import (
    add_indicator,
    add_milestone,
    add_reading,
    assess_commitment,
    give_view,
    make_commitment,
    report_progress,
)
from charterhub.commitments.promise import Promise, Source
from charterhub.demo.content import Place, read
from charterhub.demo.stage import Act, Stage


@dataclass(frozen=True, kw_only=True)
class Undertaking(Place):
    """One commitment with a milestone, an indicator with a reading, a report, an assessment and a resident's view."""

    key: str
    member: str
    by: str
    days_ago: int
    starts_days_ago: int
    due_in_days: int
    title: str
    summary: str
    problem: str
    result: str
    kind: str
    lead_unit: str
    counterpart: str
    groups: str
    budget: str
    horizon: str
    areas: list[str]
    targets: list[str]
    milestone: str
    milestone_in_days: int
    indicator: str
    unit: str
    baseline: str
    target: str
    value: str
    source: str
    read_days_ago: int
    report: str
    report_days_ago: int
    status: str
    assessor: str
    assessment: str
    completion: str
    practice: str
    confidence: str
    assessed_days_ago: int
    resident: str
    rating: int
    view: str
    view_days_ago: int


def undertakings() -> list[Undertaking]:
    return [Undertaking(**row) for row in read("undertakings.yaml")]


def undertaken(stage: Stage) -> Iterator[Act]:
    for each in undertakings():
        yield Act(each.days_ago, each.key, partial(make, stage, each))
        yield Act(each.read_days_ago, f"read {each.key}", partial(measure, stage, each))
        yield Act(each.report_days_ago, f"report {each.key}", partial(report, stage, each))
        yield Act(each.assessed_days_ago, f"assess {each.key}", partial(assess, stage, each))
        yield Act(each.view_days_ago, f"view {each.key}", partial(view, stage, each))


def ago(stage: Stage, days: int) -> date:
    return stage.today.date() - timedelta(days=days)


def make(stage: Stage, each: Undertaking) -> None:
    clause, official = stage.clause(each), stage.people[each.by]
    promise = Promise(
        title=each.title, summary=each.summary, problem=each.problem, result=each.result, kind=each.kind, lead_unit=each.lead_unit,
        counterpart=each.counterpart, groups=each.groups, budget=each.budget, horizon=each.horizon, language=clause.language,
        areas=tuple(each.areas), targets=tuple(each.targets), sources=(Source(clause.version_id, clause.language, clause.clause_id),),
        starts_on=ago(stage, each.starts_days_ago), due_on=ago(stage, -each.due_in_days),
    )  # fmt: skip
    commitment = stage.commitments[each.key] = make_commitment(official, stage.members[each.member], promise)
    add_milestone(official, commitment, each.milestone, ago(stage, -each.milestone_in_days))


def measure(stage: Stage, each: Undertaking) -> None:
    official, commitment = stage.people[each.by], stage.commitments[each.key]
    indicator = add_indicator(official, commitment, "outcome", each.indicator, each.unit, baseline=each.baseline, target=each.target)
    add_reading(official, indicator, ago(stage, each.read_days_ago), each.value, each.source)


def report(stage: Stage, each: Undertaking) -> None:
    period = (ago(stage, each.starts_days_ago), ago(stage, each.report_days_ago + 1))
    report_progress(stage.people[each.by], stage.commitments[each.key], *period, each.status, each.report)


def assess(stage: Stage, each: Undertaking) -> None:
    found = (each.completion, each.practice, each.confidence, each.assessment)
    assess_commitment(stage.people[each.assessor], stage.commitments[each.key], ago(stage, each.assessed_days_ago), *found)


def view(stage: Stage, each: Undertaking) -> None:
    give_view(stage.people[each.resident], stage.commitments[each.key], each.rating, each.view)
