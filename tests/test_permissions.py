"""The whole table of permissions as a grid: for each action, who may at which moment. Whoever is not named may not.

V visitor · S stranger: inhabitant of Saint-Denis · I inhabitant of Gwangju · R representative of an organisation ·
O official of Gwangju · C committee · A administrator. The inhabitant wrote the comment and the amendment, the stranger
sent the enrolment form, and the inhabitant alone is on the roll.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel

from charterhub import clock
from charterhub.errors import NotAllowed
from charterhub.permissions import PERMISSIONS, refusal, require
from tests.permission_subjects import (
    EVERYONE,
    NOON,
    PEOPLE,
    SIGNED_IN,
    SUBJECTS,
    charter,
    everywhere,
    only,
)

GRID: dict[str, tuple[str, dict[str, str]]] = {
    "page.read": ("nothing", everywhere("nothing", EVERYONE)),
    "page.write": ("nothing", everywhere("nothing", "C")),
    "language.choose": ("nothing", everywhere("nothing", EVERYONE)),
    "preferences.choose": ("nothing", everywhere("nothing", EVERYONE)),
    "outbox.read": ("nothing", everywhere("nothing", EVERYONE)),
    "account.register": ("nothing", everywhere("nothing", "V")),
    "account.confirm": ("nothing", everywhere("nothing", EVERYONE)),
    "account.sign_in": ("nothing", everywhere("nothing", "V")),
    "account.recover": ("nothing", everywhere("nothing", EVERYONE)),
    "account.sign_out": ("nothing", everywhere("nothing", SIGNED_IN)),
    "account.manage": ("nothing", everywhere("nothing", SIGNED_IN)),
    "role.grant": ("nothing", everywhere("nothing", "A")),
    "enrolment.submit": ("nothing", everywhere("nothing", SIGNED_IN)),
    "enrolment.list": ("nothing", everywhere("nothing", "C")),
    "enrolment.read": ("enrolment", everywhere("enrolment", "SC")),
    "enrolment.check": ("enrolment", only("enrolment", received="C")),
    "enrolment.decide": ("enrolment", only("enrolment", received="C", checked="C")),
    "enrolment.answer": ("question", only("question", open="SC")),
    "draft.begin": ("nothing", everywhere("nothing", SIGNED_IN)),
    "draft.enter": ("nothing", everywhere("nothing", "C")),
    "draft.read": ("draft", everywhere("draft", SIGNED_IN)),
    "draft.fill": ("draft", only("draft", unsent=SIGNED_IN)),
    "member.read": ("member", everywhere("member", EVERYONE)),
    "member.import": ("nothing", everywhere("nothing", "C")),
    "member.manage": ("member", everywhere("member", "OC")),
    "member.enter_stage": ("member", everywhere("member", "C")),
    "member.hand_over": ("member", everywhere("member", "OC")),
    "member.reaffirm": ("member", everywhere("member", "OC")),
    "member.invite": ("member", everywhere("member", "O")),
    "member.describe": ("member", everywhere("member", "O")),
    "invitation.accept": ("invitation", only("invitation", open="S")),
    "charter.import": ("member", everywhere("member", "O")),
    "agenda.import": ("nothing", everywhere("nothing", "C")),
    "sheet.edit": ("sheet", everywhere("sheet", "O")),
    "charter.read": ("charter", {**everywhere("charter", EVERYONE), "unpublished": "O"}),
    "charter.draft": ("charter", everywhere("charter", "O")),
    "charter.see_draft": ("charter", everywhere("charter", "O")),
    "charter.assign": ("charter", everywhere("charter", "O")),
    "charter.edit": ("charter", only("charter", unpublished="O", drafting="O", consultation="O", amending="O")),
    "charter.publish": ("charter", only("charter", unpublished="O", drafting="O", consultation="O", amending="O")),
    "charter.enter_phase": ("charter", everywhere("charter", "O")),
    "charter.adopt": ("charter", only("charter", voting="O")),
    "comment.read": ("charter", {**everywhere("charter", EVERYONE), "unpublished": ""}),
    "comment.post": ("charter", only("charter", consultation="IROC", amending="IROC")),
    "brief.bring": ("charter", only("charter", consultation="IROC", amending="IROC")),
    "brief.read": ("brief", {"private": "R", "public": EVERYONE}),
    "brief.edit": ("brief", only("brief", private="R")),
    "brief.endorse": ("brief", only("brief", public="IROC")),
    "organisation.read": ("organisation", everywhere("organisation", EVERYONE)),
    "organisation.present": ("nothing", everywhere("nothing", SIGNED_IN)),
    "organisation.manage": ("organisation", everywhere("organisation", "R")),
    "organisation.speak": ("organisation", only("organisation", verified="R")),
    "organisation.verify": ("organisation", only("organisation", presented="C")),
    "comment.reply": ("contribution", only("contribution", consultation="IROC", amending="IROC", disposed="IROC")),
    "comment.support": ("contribution", only("contribution", consultation="ROC", amending="ROC", disposed="ROC")),
    "comment.edit": ("contribution", {**everywhere("contribution", "I"), "withdrawn": "", "disposed": "", "hidden": ""}),
    "comment.settle": ("contribution", {**everywhere("contribution", "I"), "withdrawn": "", "hidden": ""}),
    "comment.correct_place": ("contribution", {**everywhere("contribution", "I"), "withdrawn": ""}),
    "comment.take_in": ("charter", only("charter", consultation="O", amending="O")),
    "comment.import": ("charter", {**everywhere("charter", "O"), "unpublished": ""}),
    "comment.withdraw": ("contribution", {**everywhere("contribution", "I"), "withdrawn": ""}),
    "comment.answer": ("contribution", {**everywhere("contribution", "O"), "withdrawn": "", "disposed": "", "hidden": ""}),
    "comment.handle": ("charter", everywhere("charter", "O")),
    "answers.waive": ("charter", {**everywhere("charter", "O"), "unpublished": ""}),
    "answer.rejoin": ("contribution", only("contribution", disposed="I")),
    "contribution.report": ("contribution", everywhere("contribution", EVERYONE)),
    "moderation.read": ("charter", {**everywhere("charter", EVERYONE), "unpublished": ""}),
    "moderation.work": ("charter", everywhere("charter", "O")),
    "rules.write": ("charter", everywhere("charter", "O")),
    "case.read": ("case", everywhere("case", "IO")),
    "case.decide": ("case", only("case", open="O")),
    "case.decide_appeal": ("case", only("case", appealed="O")),
    "case.appeal": ("case", only("case", hidden="I")),
    "commitment.read": ("commitment", everywhere("commitment", EVERYONE)),
    "commitment.make": ("member", everywhere("member", "O")),
    "commitment.manage": ("commitment", {"standing": "O", "withdrawn": ""}),
    "commitment.assess": ("commitment", {"standing": "RC", "withdrawn": ""}),
    "commitment.give_view": ("commitment", {"standing": "I", "withdrawn": ""}),
    "amendment.read": ("charter", {**everywhere("charter", EVERYONE), "unpublished": ""}),
    "amendment.table": ("charter", only("charter", amending="IROC")),
    "amendment.support": ("contribution", only("contribution", amending="ROC")),
    "amendment.take_back": ("contribution", only("contribution", amending="ROC", hidden="ROC")),
    "amendment.discuss": ("contribution", only("contribution", consultation="IROC", amending="IROC", disposed="IROC")),
    "amendment.lapse": ("contribution", only("contribution", amending="O", hidden="O")),
    "remark.withdraw": ("contribution", {**everywhere("contribution", "I"), "withdrawn": ""}),
    "process.read": ("charter", {**everywhere("charter", EVERYONE), "unpublished": "O"}),
    "process.set": ("charter", everywhere("charter", "O")),
    "amendment.speak_for": ("member", everywhere("member", "O")),
    "amendment.withdraw": ("contribution", {**everywhere("contribution", "I"), "withdrawn": "", "disposed": ""}),
    "amendment.dispose": ("contribution", only("contribution", amending="O", hidden="O")),
    "desk.read": ("charter", {**everywhere("charter", "O"), "unpublished": ""}),
    "desk.map": ("charter", only("charter", drafting="O", consultation="O", amending="O")),
    "triage.rate": ("charter", only("charter", drafting="ROC", consultation="ROC", amending="ROC")),
    "group.join": ("charter", {**everywhere("charter", "IROC"), "unpublished": ""}),
    "desk.merge": ("charter", only("charter", amending="O")),
    "two_person_rule.set": ("member", everywhere("member", "O")),
    "list.manage": ("member", everywhere("member", "O")),
    "identity.use": ("member", everywhere("member", EVERYONE)),
    "place.take": ("round", only("round", during=SIGNED_IN)),
    "code.redeem": ("round", only("round", during=EVERYONE)),
    "codes.print": ("round", only("round", before="O", **{"before, not in voting": "O"})),
    "booth.run": ("round", only("round", during="O")),
    "paper.enter": ("round", only("round", during="O", overdue="O")),
    "objection.raise": ("round", only("round", after=SIGNED_IN)),
    "objection.answer": ("objection", only("objection", raised="O")),
    "round.certify": ("round", only("round", after="O", uncertified="O")),
    "round.read": ("charter", {**everywhere("charter", EVERYONE), "unpublished": ""}),
    "round.prepare": ("charter", only("charter", voting="O")),
    "round.open": ("round", only("round", before="O")),
    "round.close": ("round", only("round", during="O", overdue="O")),
    "ballot.cast": ("round", only("round", during="I")),
    "round.extend": ("round", only("round", during="O")),
    "round.void": ("round", {**everywhere("round", "O"), "cancelled": "", "annulled": ""}),
    "round.repeat": ("round", only("round", cancelled="O", annulled="O")),
    "tally.read": ("round", only("round", after=EVERYONE, annulled=EVERYONE, uncertified=EVERYONE, certified=EVERYONE)),
    "ledger.read": ("round", {**everywhere("round", EVERYONE), "before": "", "before, not in voting": ""}),
    "receipt.read": ("round", only("round", during="I", overdue="I", after="I", uncertified="I")),
    "roll_call.answer": ("line", only("line", during="O")),
}
CELLS = [(action, moment, who) for action, (_family, moments) in GRID.items() for moment, who in moments.items()]


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """Noon, where letters are shown on screen."""
    monkeypatch.setattr(clock, "now", lambda: NOON)
    house = Flask("house")
    house.config |= {"SHOW_OUTBOX": True, "EDITING_MINUTES": 15}
    Babel(house)
    with house.test_request_context():
        yield house


def may(action: str, subject: Any) -> str:
    return "".join(letter for letter, person in PEOPLE.items() if refusal(action, subject, person) is None)


def test_the_grid_is_the_whole_table() -> None:
    assert set(GRID) == set(PERMISSIONS)


def test_every_moment_of_a_subject_is_decided() -> None:
    assert {action: set(moments) for action, (_family, moments) in GRID.items()} == {action: set(SUBJECTS[family]) for action, (family, _m) in GRID.items()}


@pytest.mark.parametrize(("action", "moment", "who"), CELLS, ids=[f"{action} {moment}" for action, moment, _who in CELLS])
def test_who_may_and_every_refusal_is_a_sentence(action: str, moment: str, who: str) -> None:
    subject = SUBJECTS[GRID[action][0]][moment]
    assert may(action, subject) == who
    for letter in set(PEOPLE) - set(who):
        with pytest.raises(NotAllowed, match=r"^[A-Z].{15,}[.]$"):
            require(action, subject, PEOPLE[letter])


AGENDA = {
    "charter.read": EVERYONE,
    "charter.draft": "C",
    "charter.edit": "C",
    "charter.publish": "C",
    "charter.enter_phase": "C",
    "comment.post": SIGNED_IN,
    "amendment.table": SIGNED_IN,
    "round.prepare": "",
}


@pytest.mark.parametrize(("action", "who"), AGENDA.items(), ids=AGENDA)
def test_the_global_text_is_the_committees_and_open_to_all(action: str, who: str) -> None:
    assert may(action, charter("amending", member_id=None)) == who


def test_letters_are_not_on_screen_where_this_is_no_demonstration(noon: Flask) -> None:
    noon.config["SHOW_OUTBOX"] = False
    assert may("outbox.read", None) == ""


def test_a_round_is_over_at_its_closing_time_and_not_a_second_later(monkeypatch: pytest.MonkeyPatch) -> None:
    running = SUBJECTS["round"]["during"]
    monkeypatch.setattr(clock, "now", lambda: running.closes_at - timedelta(microseconds=1))
    assert may("ballot.cast", running) == "I"
    monkeypatch.setattr(clock, "now", lambda: running.closes_at)
    assert may("ballot.cast", running) == ""
