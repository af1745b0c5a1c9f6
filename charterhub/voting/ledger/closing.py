"""The ledger at opening and at closing: the definition first, at the end every ballot in the open and what they add up to."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from charterhub import clock
from charterhub.counting.results import result_of, rule_from_data
from charterhub.voting.ballot_box import open_seals
from charterhub.voting.ledger.chain import append, begin, definition_of
from charterhub.voting.ledger.definition import definition_as_data
from charterhub.voting.members_roll import answers_of
from charterhub.voting.models import VotingRound
from charterhub.voting.roll import participation_apart, participation_in


def open_ledger(voting_round: VotingRound, roll: int) -> None:
    begin(voting_round.id, definition_as_data(voting_round, roll), {"at": _now(), "roll": roll})


def close_ledger(voting_round: VotingRound) -> None:
    """Publish every secret ballot in the order of the ballot codes, and then the results, counted from what is published."""
    definition = definition_of(voting_round.id)
    revealed = [] if voting_round.is_roll_call else list(open_seals(voting_round))
    ballots = answers_of(voting_round.id) if voting_round.is_roll_call else [ballot["choices"] for ballot in revealed]
    closing = ("close", {"at": _now(), "participation": participation_in(voting_round).voted, **_by_paper(voting_round)})
    reveals: Iterator[tuple[str, dict[str, Any]]] = (("reveal", ballot) for ballot in revealed)
    tally = ("tally", {"results": results(definition, ballots)})
    append(voting_round.id, chain([closing], reveals, [tally]))


def extend_ledger(voting_round: VotingRound, reason: str) -> None:
    append(voting_round.id, [("extend", {"at": _now(), "closes_at": voting_round.closes_at.isoformat(timespec="seconds"), "reason": reason})])


def certify_ledger(voting_round: VotingRound, objections: int) -> None:
    append(voting_round.id, [("certify", {"at": _now(), "objections": objections, "link": "destroyed"})])


def void_ledger(voting_round: VotingRound, reason: str) -> None:
    append(voting_round.id, [("annul", {"at": _now(), "reason": reason})])


def results(definition: dict[str, Any], ballots: list[dict[str, str]]) -> dict[str, Any]:
    """The result of each question by its number."""
    rule = rule_from_data(definition["rule"])
    return {
        question["id"]: result_of(
            question, [ballot[question["id"]] for ballot in ballots if question["id"] in ballot], definition["roll"], rule
        )
        for question in definition["questions"]
    }


def _by_paper(voting_round: VotingRound) -> dict[str, int]:
    paper = 0 if voting_round.is_roll_call else participation_apart(voting_round).paper
    return {"paper": paper} if paper else {}


def _now() -> str:
    return clock.now().isoformat(timespec="seconds")
