"""The result of one question as plain values: what the ledger publishes, and what whoever recounts must arrive at again.

`rule` and `question` are parts of the vote's definition, frozen and hashed at opening.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from charterhub.counting.approval import count_approvals
from charterhub.counting.keeping import count_fate
from charterhub.counting.majority import MAJORITIES
from charterhub.counting.quorum import Quorum
from charterhub.counting.schulze import rank_options
from charterhub.counting.tally import Rule, count

Result = dict[str, Any]


def rule_as_data(rule: Rule) -> dict[str, Any]:
    return {"majority": rule.majority.name, "quorum": [rule.quorum.numerator, rule.quorum.denominator]}


def rule_from_data(data: Mapping[str, Any]) -> Rule:
    return Rule(MAJORITIES[data["majority"]], Quorum(*data["quorum"]))


def result_of(question: Mapping[str, Any], choices: Iterable[str], roll: int, rule: Rule) -> Result:
    """Counted by the question's kind; `ValueError` for a ballot that could not be cast, or one too many."""
    result = COUNTS[question["kind"]](question, choices, roll, rule)
    if result["participants"] > roll:
        raise ValueError(f"{result['participants']} ballots from a roll of {roll}")
    return {**result, "roll": roll, "quorum_met": rule.quorum.step(result["participants"], roll).holds}


def _for_against(_question: Mapping[str, Any], choices: Iterable[str], roll: int, rule: Rule) -> Result:
    tally = count(choices, roll, rule)
    return {
        "for": tally.votes_for,
        "against": tally.votes_against,
        "abstain": tally.abstentions,
        "participants": tally.participants,
        "carried": tally.carried,
    }


def _keep_change_drop(_question: Mapping[str, Any], choices: Iterable[str], roll: int, rule: Rule) -> Result:
    fate = count_fate(choices, roll, rule.majority)
    counts = {"keep": fate.keep, "change": fate.change, "drop": fate.drop, "abstain": fate.abstentions}
    return {**counts, "participants": fate.participants, "outcome": fate.outcome}


def _approval(question: Mapping[str, Any], choices: Iterable[str], _roll: int, _rule: Rule) -> Result:
    approved = count_approvals(choices, question["options"])
    return {
        "approvals": dict(zip(approved.options, approved.approvals)),
        "abstain": approved.abstentions,
        "participants": approved.participants,
        "winner": approved.winner,
    }


def _ranked(question: Mapping[str, Any], choices: Iterable[str], _roll: int, _rule: Rule) -> Result:
    ranked = rank_options(choices, question["options"])
    return {
        "preferred": {f"{one}>{other}": votes for (one, other), votes in ranked.preferred.items()},
        "order": [list(level) for level in ranked.order],
        "abstain": ranked.abstentions,
        "participants": ranked.participants,
        "winner": ranked.winner,
    }


COUNTS = {"for_against": _for_against, "keep_change_drop": _keep_change_drop, "approval": _approval, "ranked": _ranked}
