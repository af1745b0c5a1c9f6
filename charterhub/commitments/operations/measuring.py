"""Milestones and indicators of a commitment, and what they show."""

from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import clean, clean_line, needed
from charterhub.commitments.kinds import INDICATOR_NAMES, MILESTONE_NAMES
from charterhub.commitments.models import Commitment, Indicator, IndicatorReading, Milestone
from charterhub.commitments.operations.changing import note_change
from charterhub.commitments.operations.evidencing import File, keep_evidence
from charterhub.commitments.rules import CHOOSE, FILL_IN, FIRST_DAY, LAST_DAY, LONGEST_WORDS, web_address
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

MOST_OF_A_KIND = 3
SETTLED = tuple(state for state in MILESTONE_NAMES if state != "planned")


def add_milestone(actor: Person, commitment: Commitment, title: str, due_on: date) -> Milestone:
    require("commitment.manage", commitment, actor)
    title = needed(clean_line(title, 200), FILL_IN)
    milestone = Milestone(commitment=commitment, title=title, due_on=sensible(due_on), state="planned")
    db.session.add(milestone)
    note_change(actor, commitment, [("milestone", "", f"{title} ({due_on})")])
    record("commitment.milestone_set", actor, commitment, member=commitment.member, **facts(commitment), milestone=title)
    return milestone


def facts(commitment: Commitment) -> dict[str, str]:
    return {"place": commitment.member.name, "title": commitment.title}


def sensible(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput(_l("Please check the year."))
    return day


def settle_milestone(actor: Person, milestone: Milestone, state: str, evidence: str, link: str = "", files: Sequence[File] = ()) -> None:
    """Reached with evidence; missed or dropped with the reason. Decided once."""
    commitment = milestone.commitment
    require("commitment.manage", commitment, actor)
    if state not in SETTLED:
        raise BadInput(CHOOSE)
    if milestone.state != "planned":
        raise AlreadyDone(_l("This milestone has been settled already."))
    evidence = needed(clean(evidence, LONGEST_WORDS), FILL_IN)
    keep_evidence(actor, commitment, files, milestone_id=milestone.id)
    note_change(actor, commitment, [("milestone", milestone.title, f"{milestone.title}: {state}")], state == "dropped", evidence)
    milestone.state, milestone.evidence, milestone.link, milestone.settled_at = state, evidence, web_address(link), clock.now()
    about = facts(commitment) | {"milestone": milestone.title, "state": state}
    record("commitment.milestone_settled", actor, commitment, member=commitment.member, **about)


def add_indicator(
    actor: Person, commitment: Commitment, kind: str, name: str, unit: str = "", disaggregation: str = "", baseline: str = "", target: str = ""
) -> Indicator:
    """A few of each kind: more are not read by anybody."""
    require("commitment.manage", commitment, actor)
    if kind not in INDICATOR_NAMES:
        raise BadInput(CHOOSE)
    of_kind = select(func.count()).select_from(Indicator).where(Indicator.commitment_id == commitment.id, Indicator.kind == kind)
    if (db.session.scalar(of_kind) or 0) >= MOST_OF_A_KIND:
        raise BadInput(_l("A commitment may have at most three indicators of each kind."))
    measured = {"unit": clean_line(unit, 60), "disaggregation": clean_line(disaggregation, 200), "baseline": clean_line(baseline, 60)}
    name = needed(clean_line(name, 200), FILL_IN)
    indicator = Indicator(commitment=commitment, kind=kind, name=name, target=clean_line(target, 60), **measured)
    db.session.add(indicator)
    note_change(actor, commitment, [("indicator", "", " · ".join(filter(None, [name, indicator.target, indicator.unit])))])
    record("commitment.indicator_chosen", actor, commitment, member=commitment.member, **facts(commitment), indicator=name)
    return indicator


def add_reading(actor: Person, indicator: Indicator, read_on: date, value: str, source: str, group: str = "") -> IndicatorReading:
    """What the indicator showed on a day, and where the figure comes from."""
    commitment = indicator.commitment
    require("commitment.manage", commitment, actor)
    if sensible(read_on) > clock.now().date():
        raise BadInput(_l("A reading cannot be of a day to come."))
    reading = IndicatorReading(
        indicator_id=indicator.id,
        read_on=read_on,
        value=needed(clean_line(value, 60), FILL_IN),
        group=clean_line(group, 100),
        source=needed(clean_line(source, 300), FILL_IN),
        at=clock.now(),
        by_id=actor.id,
    )
    db.session.add(reading)
    about = facts(commitment) | {"indicator": indicator.name, "value": f"{reading.value} {indicator.unit}".strip()}
    record("commitment.indicator_read", actor, commitment, member=commitment.member, **about)
    return reading
