"""The fixed lists of a commitment as people read them, and the targets of the Sustainable Development Goals.

Status, and completion in an assessment, follow the words of the Open Government Partnership; the three kinds of indicator are
those of the UN human-rights indicators guide (OHCHR, HR/PUB/12/5); the targets are those of UN resolution 70/1.
"""

import re

from flask_babel import lazy_gettext as _l

KIND_NAMES = {
    "text": _l("Adopt a text"),
    "body": _l("Create a body or an office"),
    "rule": _l("By-law or regulation"),
    "service": _l("Service"),
    "budget": _l("Budget"),
    "data": _l("Data"),
    "training": _l("Training"),
    "request": _l("Request to another level of government"),
}
STATUS_NAMES = {
    "proposed": _l("Proposed, open for comment"),
    "adopted": _l("Adopted"),
    "in_progress": _l("In progress"),
    "limited": _l("Limited progress"),
    "substantial": _l("Substantial progress"),
    "completed": _l("Completed"),
    "stalled": _l("Stalled"),
    "withdrawn": _l("Withdrawn"),
}
RANKS = {"stalled": 0, "proposed": 1, "adopted": 2, "in_progress": 3, "limited": 4, "substantial": 5, "completed": 6}
HORIZON_NAMES = {"": _l("Not said"), "short": _l("Short term"), "mid": _l("Mid term")}
MILESTONE_NAMES = {"planned": _l("Planned"), "reached": _l("Reached"), "missed": _l("Missed"), "dropped": _l("Dropped")}
INDICATOR_NAMES = {
    "structural": _l("Structural: laws and institutions in place"),
    "process": _l("Process: what is done and spent"),
    "outcome": _l("Outcome: how far people enjoy the right"),
}
COMPLETION_NAMES = {
    "not_started": _l("Not started"),
    "limited": _l("Limited"),
    "substantial": _l("Substantial"),
    "completed": _l("Completed"),
}
PRACTICE_NAMES = {"yes": _l("It changed practice"), "partly": _l("It changed practice in part"), "no": _l("It did not change practice"), "unclear": _l("Cannot be told yet")}
CONFIDENCE_NAMES = {"low": _l("Low"), "medium": _l("Medium"), "high": _l("High")}
RATING_NAMES = {
    1: _l("I notice nothing of it"),
    2: _l("I notice little of it"),
    3: _l("I notice something of it"),
    4: _l("I notice a good deal of it"),
    5: _l("It has changed things for me"),
}
FIELD_NAMES = {
    "title": _l("Title"),
    "summary": _l("In plain words"),
    "problem": _l("The problem, and how things stand now"),
    "result": _l("The result that is promised"),
    "kind": _l("Type"),
    "lead_unit": _l("Unit in charge"),
    "partners": _l("Partners"),
    "counterpart": _l("Civil-society counterpart"),
    "groups": _l("Groups of people it is for"),
    "treaty_items": _l("UN recommendations it answers"),
    "horizon": _l("Horizon"),
    "starts_on": _l("Start"),
    "due_on": _l("Due"),
    "budget": _l("Budget and where it comes from"),
    "areas": _l("Areas of focus"),
    "area_other": _l("If others, which?"),
    "targets": _l("SDG targets"),
    "sources": _l("Source clauses"),
    "reservation": _l("Reservation"),
    "reservation_ground": _l("Legal ground of the reservation"),
    "review_on": _l("Reservation reviewed by"),
    "status": _l("Status"),
    "milestone": _l("Milestone"),
    "indicator": _l("Indicator"),
}
TARGETS_OF_GOALS = {
    1: (5, "b"), 2: (5, "c"), 3: (9, "d"), 4: (7, "c"), 5: (6, "c"), 6: (6, "b"), 7: (3, "b"), 8: (10, "b"), 9: (5, "c"),
    10: (7, "c"), 11: (7, "c"), 12: (8, "c"), 13: (3, "b"), 14: (7, "c"), 15: (9, "c"), 16: (10, "b"), 17: (19, ""),
}  # fmt: skip
TARGET = re.compile(r"([1-9]\d?)\.([1-9]\d?|[a-d])")


def is_target(code: str) -> bool:
    """Whether the code, like 11.1 or 16.b, is one of the 169 targets."""
    parts = TARGET.fullmatch(code)
    if parts is None or int(parts[1]) not in TARGETS_OF_GOALS:
        return False
    numbered, last_letter = TARGETS_OF_GOALS[int(parts[1])]
    return int(parts[2]) <= numbered if parts[2].isdecimal() else parts[2] <= last_letter


def target_order(code: str) -> tuple[int, int, str]:
    goal, _dot, place = code.partition(".")
    return int(goal), int(place) if place.isdecimal() else 99, place
