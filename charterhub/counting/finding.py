"""What a published result means, with each step of the arithmetic that leads there, for every kind of question.

The decision is one word: "carried" or "not_carried"; "keep", "change" or "drop"; the letter of the chosen wording; or
"undecided", after which the text stays as it is: the quorum was missed, or no wording came first alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from charterhub.counting.steps import N_, Step
from charterhub.counting.tally import Rule, Tally

Result = Mapping[str, Any]

TOOK_PART = N_("%(participants)s took part; %(abstain)s of them abstained.")
ASKED_TO_KEEP = N_("For keeping it: %(wanting)s. For changing or dropping it: %(others)s.")
ASKED_TO_DROP = N_("For dropping it: %(wanting)s. For keeping or changing it: %(others)s.")
NOBODY_ASKED = N_("Nobody asked for anything, so the clause is kept.")
KEPT = N_("So the clause is kept.")
DROPPED = N_("So the clause is dropped.")
TO_BE_CHANGED = N_("Neither kept nor dropped, so the clause goes back to be changed.")
MOST_APPROVED = N_("%(most)s approve wording %(winner)s, and no other wording is approved by more than %(next)s: it is chosen.")
TIED = N_("%(most)s approve each of the wordings approved most, so none is chosen and the text stays as it is.")
NOBODY_APPROVED = N_("Nobody approves any wording, so the text stays as it is.")
BEATS = N_("Wording %(winner)s against wording %(other)s: %(higher)s rank it higher, %(lower)s lower.")
RANKED_FIRST = N_("By the Schulze method no other wording beats wording %(winner)s, so it is chosen.")
NONE_FIRST = N_("By the Schulze method no wording stands alone at the top, so none is chosen and the text stays as it is.")
WITHOUT_QUORUM = N_("The quorum is missed, so nothing is decided and the text stays as it is.")


@dataclass(frozen=True)
class Finding:
    """`rows` are (choice, people) in the order in which the question offers its choices; of a ranking there are `duels`
    instead: how many rank "a" higher than "b", under "a>b"."""

    decision: str
    rows: tuple[tuple[str, int], ...]
    participants: int
    roll: int
    steps: tuple[Step, ...]
    duels: Mapping[str, int]

    @property
    def carried(self) -> bool:
        return self.decision == "carried"

    @property
    def absent(self) -> int:
        return self.roll - self.participants


def find(kind: str, result: Result, rule: Rule) -> Finding:
    decision, steps = (_for_against if kind == "for_against" else partial(_with_quorum, DECIDED[kind]))(result, rule)
    rows = result.get("approvals") or {choice: result[choice] for choice in CHOICES_OF.get(kind, ())}
    counted = (*rows.items(), ("abstain", result["abstain"]))
    return Finding(decision, counted, result["participants"], result["roll"], steps, result.get("preferred", {}))


CHOICES_OF = {"for_against": ("for", "against"), "keep_change_drop": ("keep", "change", "drop")}
Decided = tuple[str, tuple[Step, ...]]


def _for_against(result: Result, rule: Rule) -> Decided:
    tally = Tally(result["for"], result["against"], result["abstain"], result["roll"], rule)
    return "carried" if tally.carried else "not_carried", tally.steps


def _with_quorum(decided: Callable[[Result, Rule], Decided], result: Result, rule: Rule) -> Decided:
    quorum = rule.quorum.step(result["participants"], result["roll"])
    decision, steps = decided(result, rule)
    before = (Step(TOOK_PART, {"participants": result["participants"], "abstain": result["abstain"]}, True), quorum)
    if quorum.holds:
        return decision, (*before, *steps)
    return "undecided", (*before, *steps[:-1], Step(WITHOUT_QUORUM, {}, False))


def _fate(result: Result, rule: Rule) -> Decided:
    keep, change, drop, outcome = result["keep"], result["change"], result["drop"], result["outcome"]
    if not keep + change + drop:
        return outcome, (Step(NOBODY_ASKED, {}, True),)
    kept = _asked_for(ASKED_TO_KEEP, keep, change + drop, result, rule)
    if outcome == "keep":
        return outcome, (*kept, Step(KEPT, {}, True))
    dropped = _asked_for(ASKED_TO_DROP, drop, keep + change, result, rule)
    return outcome, (*kept, *dropped, Step(DROPPED if outcome == "drop" else TO_BE_CHANGED, {}, True))


def _asked_for(sentence: str, wanting: int, others: int, result: Result, rule: Rule) -> tuple[Step, Step]:
    """The majority's own sum reads "for" as wanting this and "against" as wanting something else."""
    return Step(sentence, {"wanting": wanting, "others": others}, True), rule.majority.step(wanting, others, result["roll"], result["abstain"])


def _approved(result: Result, _rule: Rule) -> Decided:
    winner, votes = result["winner"], sorted(result["approvals"].values(), reverse=True)
    if winner:
        return winner, (Step(MOST_APPROVED, {"most": votes[0], "next": votes[1], "winner": winner.upper()}, True),)
    return "undecided", (Step(TIED if votes[0] else NOBODY_APPROVED, {"most": votes[0]}, False),)


def _ranked(result: Result, _rule: Rule) -> Decided:
    winner, preferred = result["winner"], result["preferred"]
    if not winner:
        return "undecided", (Step(NONE_FIRST, {}, False),)
    steps = (
        Step(BEATS, {"winner": winner.upper(), "other": pair[2].upper(), "higher": votes, "lower": preferred[pair[::-1]]}, votes > preferred[pair[::-1]])
        for pair, votes in preferred.items()
        if pair[0] == winner
    )
    return winner, (*steps, Step(RANKED_FIRST, {"winner": winner.upper()}, True))


DECIDED = {"keep_change_drop": _fate, "approval": _approved, "ranked": _ranked}
