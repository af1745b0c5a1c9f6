"""Who asks and what is asked about in the grid of permissions (`tests/test_permissions.py`): plain values, no database.

V visitor · S stranger: inhabitant of Saint-Denis · I inhabitant of Gwangju · R representative of an organisation ·
O official of Gwangju · C committee · A administrator.
"""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from charterhub.accounts.models import Person, Role, Visitor

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
GWANGJU, SAINT_DENIS = 1, 2
PHASES = ("drafting", "consultation", "amending", "voting", "adopted")
EVERYONE, SIGNED_IN = "VSIROCA", "SIROCA"

PEOPLE: dict[str, Any] = {
    "V": Visitor(),
    "S": Person(id=11, email="s@people.example", roles=[Role(name="inhabitant", member_id=SAINT_DENIS)]),
    "I": Person(id=12, roles=[Role(name="inhabitant", member_id=GWANGJU)]),
    "R": Person(id=13, roles=[Role(name="representative", organisation="Tenants Together")]),
    "O": Person(id=14, roles=[Role(name="official", member_id=GWANGJU)]),
    "C": Person(id=15, roles=[Role(name="committee")]),
    "A": Person(id=16, roles=[Role(name="administrator")]),
}


def charter(phase: str, member_id: int | None = GWANGJU, versions: int = 1) -> Any:
    return SimpleNamespace(member_id=member_id, phase=phase, latest_version_number=versions)


def contribution(phase: str, *, withdrawn: bool = False, disposition: object = None, withheld: str | None = None) -> Any:
    """A comment or an amendment by the inhabitant."""
    thread = {"in_reply_to_id": None, "depth": 0, "settlement": None, "rejoinder": None, "posted_at": NOON, "withheld": withheld, "hidden": withheld == "hidden"}
    return SimpleNamespace(charter=charter(phase), author_id=12, withdrawn=withdrawn, disposition=disposition, **thread)


def voting_round(phase: str, opened: int | None, closed: int | None, voided: bool = False, certified: bool = False) -> Any:
    """Hours from now; it ends in an hour, or ended an hour after it opened. Objections last 72 hours from the close."""
    return SimpleNamespace(
        charter=charter(phase),
        opened_at=None if opened is None else NOON + timedelta(hours=opened),
        closed_at=None if closed is None else NOON + timedelta(hours=closed),
        closes_at=NOON + timedelta(hours=1 if opened != -5 else -1),
        voided_at=NOON if voided else None,
        certified_at=NOON if certified else None,
        objections_until=None if closed is None else NOON + timedelta(hours=closed + 72),
        has_on_roll=lambda person: person.id == 12,
        routes=("list", "codes"),
    )


def line(opened: int | None, closed: int | None) -> Any:
    """The line of Gwangju in a roll call on the global text."""
    return SimpleNamespace(**{**vars(voting_round("voting", opened, closed)), "charter": charter("voting", member_id=None)}, member_id=GWANGJU)


SUBJECTS: dict[str, dict[str, Any]] = {
    "line": {"before": line(None, None), "during": line(-2, None), "overdue": line(-5, None), "after": line(-5, -1)},
    "nothing": {"always": None},
    "member": {"always": SimpleNamespace(id=GWANGJU)},
    "sheet": {"always": SimpleNamespace(member_id=GWANGJU)},
    "charter": {"unpublished": charter("drafting", versions=0), **{phase: charter(phase) for phase in PHASES}},
    "contribution": {
        **{phase: contribution(phase) for phase in PHASES},
        "withdrawn": contribution("amending", withdrawn=True),
        "disposed": contribution("amending", disposition=object()),
        "hidden": contribution("amending", withheld="hidden"),
    },
    "brief": {
        when: SimpleNamespace(
            charter=charter("consultation"), public=when == "public",
            organisation=SimpleNamespace(verified=True, speaks=lambda person_id: person_id == 13),
        )
        for when in ("private", "public")
    },
    "organisation": {when: SimpleNamespace(verified=when == "verified", speaks=lambda person_id: person_id == 13) for when in ("presented", "verified")},
    "commitment": {when: SimpleNamespace(member_id=GWANGJU, withdrawn=when == "withdrawn") for when in ("standing", "withdrawn")},
    "case": {
        state: SimpleNamespace(
            charter=charter("amending"), author_id=12, state=state, appeal=None, appeal_until=NOON + timedelta(days=1), first=SimpleNamespace(decided_by_id=99),
        )
        for state in ("open", "kept", "hidden", "appealed", "upheld", "restored")
    },
    "enrolment": {state: SimpleNamespace(author_id=11, state=state) for state in ("received", "checked", "admitted", "refused")},
    "question": {moment: SimpleNamespace(author_id=11, answered_at=at) for moment, at in (("open", None), ("answered", NOON))},
    "draft": {moment: SimpleNamespace(sent=moment == "sent") for moment in ("unsent", "sent")},
    "invitation": {moment: SimpleNamespace(email="s@people.example", accepted_at=at) for moment, at in (("open", None), ("accepted", NOON))},
    "objection": {when: SimpleNamespace(charter=charter("voting"), answered_at=at) for when, at in (("raised", None), ("answered", NOON))},
    "round": {
        "before": voting_round("voting", None, None),
        "during": voting_round("voting", -2, None),
        "overdue": voting_round("voting", -5, None),
        "after": voting_round("voting", -5, -1),
        "cancelled": voting_round("voting", -2, None, voided=True),
        "annulled": voting_round("voting", -5, -1, voided=True),
        "uncertified": voting_round("voting", -5, -73),
        "certified": voting_round("voting", -5, -73, certified=True),
        "before, not in voting": voting_round("amending", None, None),
    },
}


def everywhere(family: str, who: str) -> dict[str, str]:
    return dict.fromkeys(SUBJECTS[family], who)


def only(family: str, **when: str) -> dict[str, str]:
    """Nobody but at the moments named; a moment of two words is written with an underscore."""
    return {**everywhere(family, ""), **{moment.replace("_", " "): who for moment, who in when.items()}}
