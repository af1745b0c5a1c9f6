"""Reporting, deciding with reasons, appealing, writing the rules, first looks, and pauses that are announced."""

from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from charterhub import clock
from charterhub.accounts.models import Person, Visitor
from charterhub.amendments.models import Amendment, HiddenRationale, Remark
from charterhub.charters.models import LONGEST_FIRST_LOOK_HOURS, Charter, VersionClause
from charterhub.charters.queries import clause_label
from charterhub.charters.wording import clean
from charterhub.comments.models import LONGEST_PAUSE_HOURS, Comment, Pause
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.moderation.models import (
    APPEAL_OUTCOMES,
    FIRST_OUTCOMES,
    GROUNDS,
    LONGEST_FACTS,
    Appeal,
    Case,
    Report,
    RulesText,
    Ruling,
    Waiting,
)
from charterhub.moderation.queries import Said, case_on
from charterhub.permissions import require

LONGEST_WORDS = 1000
LONGEST_RULES = 10_000
CHOOSE = _l("Please choose one of these.")
GONE = _l("This is not shown any more, so there is nothing to report.")


def report(reporter: Person | Visitor, said: Said, ground: str, words: str = "") -> Report:
    """Ask the moderators to look. Reports on the same thing are one case until it is decided; one person reports it once."""
    require("contribution.report", said, reporter)
    if ground not in GROUNDS:
        raise BadInput(CHOOSE)
    words = clean(words, LONGEST_WORDS)
    if not shown(said):
        raise AlreadyDone(GONE)
    case = undecided_case(said)
    if reporter.id is not None and (before := next((each for each in case.reports if each.reporter_id == reporter.id), None)):
        return before
    made = Report(case=case, ground=ground, words=words, reporter_id=reporter.id, reported_at=clock.now())
    db.session.add(made)
    record("contribution.reported", None, case)
    return made


def undecided_case(said: Said) -> Case:
    case = case_on(said)
    if case is None or case.ruled_at is not None:
        subject = {Comment: "comment", Remark: "remark", Amendment: "amendment"}[type(said)]
        case = Case(charter=said.charter, opened_at=clock.now(), **{subject: said})
        db.session.add(case)
    return case


def shown(said: Said) -> bool:
    return not (said.absent if isinstance(said, Comment) else said.hidden or (isinstance(said, Remark) and said.withdrawn))


def rule(actor: Person, case: Case, outcome: str, facts: str, ground: str = "") -> Ruling:
    """Decide a case for the first time: it stays, or is hidden on a ground, with a statement of reasons for its author."""
    require("case.decide", case, actor)
    if outcome not in FIRST_OUTCOMES or ground not in ("", *GROUNDS):
        raise BadInput(CHOOSE)
    if outcome == "hidden" and not ground:
        raise BadInput(_l("Please say which rule it breaks."))
    ruling = decided(actor, case, 1, outcome, facts, ground if outcome == "hidden" else "")
    case.ruled_at = ruling.decided_at
    if outcome == "hidden":
        hide(case.said)
    return announced(ruling)


def decide_appeal(actor: Person, case: Case, outcome: str, facts: str) -> Ruling:
    """By another person than the one who hid it; whether it stays hidden or is shown again is then final."""
    require("case.decide_appeal", case, actor)
    if outcome not in APPEAL_OUTCOMES:
        raise BadInput(CHOOSE)
    first = case.rulings[0]
    ruling = decided(actor, case, 2, outcome, facts, first.ground, other_than_id=first.decided_by_id)
    if outcome == "restored":
        show(case.said)
    return announced(ruling)


def decided(actor: Person, case: Case, number: int, outcome: str, facts: str, ground: str, **more: Any) -> Ruling:
    ruling = Ruling(number=number, outcome=outcome, ground=ground, facts=written(facts, LONGEST_FACTS), decided_by_id=actor.id, decided_at=clock.now(), **more)
    case.rulings.append(ruling)
    return ruling


def announced(ruling: Ruling) -> Ruling:
    """In public only that something was decided, and how: not by whom, on whose words, or which."""
    charter = ruling.case.charter
    record("contribution.ruled", None, ruling.case, charter=charter, member=charter.member, outcome=ruling.outcome)
    return ruling


def hide(said: Said) -> None:
    if isinstance(said, Comment):
        said.withheld = "hidden"
        db.session.execute(delete(Waiting).where(Waiting.comment_id == said.id))
    elif isinstance(said, Remark):
        said.hidden = True
    else:
        said.hiding = HiddenRationale(hidden_at=clock.now())


def show(said: Said) -> None:
    if isinstance(said, Comment):
        said.withheld = None
    elif isinstance(said, Remark):
        said.hidden = False
    elif said.hiding is not None:
        db.session.delete(said.hiding)


def appeal(author: Person, case: Case, words: str) -> Appeal:
    """Once, within the time the statement names."""
    require("case.appeal", case, author)
    made = Appeal(case=case, words=written(words, LONGEST_FACTS), appealed_at=clock.now())
    db.session.add(made)
    record("contribution.appealed", None, case)
    return made


def write_rules(actor: Person, charter: Charter, language: str, body: str) -> RulesText:
    """The rules in one language from now on; what held before stays readable. The same again changes nothing."""
    require("rules.write", charter, actor)
    language, body = known_language(language), written(body, LONGEST_RULES)
    query = select(RulesText).where(RulesText.charter_id == charter.id, RulesText.language == language).order_by(RulesText.number.desc())
    before = db.session.scalars(query.limit(1)).first()
    if before is not None and before.body == body:
        return before
    number = before.number + 1 if before else 1
    rules = RulesText(charter_id=charter.id, language=language, number=number, body=body, written_by_id=actor.id, written_at=clock.now())
    db.session.add(rules)
    record("rules.written", actor, charter, charter=charter, member=charter.member, number=number)
    return rules


def set_first_look(actor: Person, charter: Charter, hours: int) -> None:
    """`hours` 0: first contributions appear at once, those that wait too."""
    require("moderation.work", charter, actor)
    if not 0 <= hours <= LONGEST_FIRST_LOOK_HOURS:
        raise BadInput(_l("Between 0 and %(most)s hours.", most=LONGEST_FIRST_LOOK_HOURS))
    if charter.first_look_hours == hours:
        return
    charter.first_look_hours = hours
    if hours == 0:
        for waiting in db.session.scalars(select(Waiting).where(Waiting.charter_id == charter.id)):
            appear(waiting)
    record("first_look.set", actor, charter, charter=charter, member=charter.member, hours=hours)


def let_appear(actor: Person, waiting: Waiting) -> None:
    """Somebody has looked at it."""
    require("moderation.work", waiting.charter, actor)
    appear(waiting)


def appear(waiting: Waiting) -> None:
    comment = waiting.comment
    comment.withheld = None
    db.session.delete(waiting)
    record("comment.appeared", None, comment, charter=comment.charter, member=comment.charter.member, clause=clause_label(comment.place))


def let_due_appear() -> int:
    """The comments whose time of waiting is over; how many there were."""
    due = select(Waiting).where(Waiting.until <= clock.now()).options(joinedload(Waiting.comment)).with_for_update(of=Waiting, skip_locked=True)
    found = list(db.session.scalars(due))
    for waiting in found:
        appear(waiting)
    return len(found)


def pause_commenting(actor: Person, clause: VersionClause, hours: int, reason: str) -> Pause:
    """Nobody comments on the clause for so long; the reason is public."""
    require("moderation.work", clause.charter, actor)
    if not 1 <= hours <= LONGEST_PAUSE_HOURS:
        raise BadInput(_l("Between 1 and %(most)s hours.", most=LONGEST_PAUSE_HOURS))
    now, charter = clock.now(), clause.charter
    pause = Pause(
        charter=charter, clause_id=clause.clause_id, reason=written(reason, LONGEST_WORDS), announced_by_id=actor.id, announced_at=now,
        until=now + timedelta(hours=hours),
    )  # fmt: skip
    db.session.add(pause)
    record("commenting.paused", actor, pause, charter=charter, member=charter.member, clause=clause_label(clause), hours=hours, reason=pause.reason)
    return pause


def lift_pause(actor: Person, pause: Pause) -> None:
    require("moderation.work", pause, actor)
    if pause.lifted_at is not None or pause.until <= clock.now():
        raise AlreadyDone(_l("This pause is over already."))
    pause.lifted_at = clock.now()
    record("commenting.resumed", actor, pause, charter=pause.charter, member=pause.charter.member)
