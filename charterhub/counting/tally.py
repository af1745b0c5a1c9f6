"""The count of one question: for, against, abstaining, against the roll, and each step that makes it carried or not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from charterhub.counting.majority import Majority
from charterhub.counting.quorum import Quorum
from charterhub.counting.steps import N_, Step

CHOICES = ("for", "against", "abstain")

TOOK_PART = N_("%(votes_for)s for + %(votes_against)s against + %(abstentions)s abstaining = %(participants)s who took part.")
CARRIED = N_("Quorum and majority are both reached, so the clause is carried.")
NOT_CARRIED = N_("Quorum and majority are not both reached, so the clause is not carried.")


@dataclass(frozen=True)
class Rule:
    majority: Majority
    quorum: Quorum


@dataclass(frozen=True)
class Tally:
    votes_for: int
    votes_against: int
    abstentions: int
    roll: int
    rule: Rule

    @property
    def participants(self) -> int:
        return self.votes_for + self.votes_against + self.abstentions

    @cached_property
    def quorum(self) -> Step:
        return self.rule.quorum.step(self.participants, self.roll)

    @cached_property
    def majority(self) -> Step:
        return self.rule.majority.step(self.votes_for, self.votes_against, self.roll, self.abstentions)

    @property
    def carried(self) -> bool:
        return self.quorum.holds and self.majority.holds

    @property
    def steps(self) -> tuple[Step, Step, Step, Step]:
        """In the order in which a sceptical reader does the sum."""
        numbers = {
            "votes_for": self.votes_for,
            "votes_against": self.votes_against,
            "abstentions": self.abstentions,
            "participants": self.participants,
        }
        took_part = Step(TOOK_PART, numbers, True)
        return took_part, self.quorum, self.majority, Step(CARRIED if self.carried else NOT_CARRIED, {}, self.carried)


def count(choices: Iterable[str], roll: int, rule: Rule) -> Tally:
    """Count ballots in whatever order they come. A choice nobody could make, or more ballots than people, is a `ValueError`."""
    counted = Counter(choices)
    if unknown := set(counted) - set(CHOICES):
        raise ValueError(f"no such choice: {', '.join(sorted(unknown))}")
    if counted.total() > roll:
        raise ValueError(f"{counted.total()} ballots from a roll of {roll}")
    return Tally(counted["for"], counted["against"], counted["abstain"], roll, rule)
