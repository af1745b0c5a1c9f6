"""Majority rules: how many votes for a clause carry it, and of what. A tie fails; nought to nought fails.

Where a rule does not say otherwise abstentions are not votes: "present and voting" means voting for or against (Rules of
Procedure of the United Nations General Assembly, rule 86). They count toward the quorum alone.
"""

from dataclasses import dataclass
from typing import Literal

from charterhub.counting.steps import N_, Step

Base = Literal["votes", "participants", "roll"]


@dataclass(frozen=True)
class Majority:
    """`numerator/denominator` of its base: the votes for and against, those and the abstentions, or the whole roll; `strict`
    means more than, else at least."""

    name: str
    numerator: int
    denominator: int
    base: Base
    strict: bool
    title: str
    definition: str
    source: str
    reached: str
    missed: str

    def step(self, votes_for: int, votes_against: int, roll: int, abstentions: int = 0) -> Step:
        """For two thirds of 12 to 7: is 3 × 12 at least 2 × 19? No division, so no rounding."""
        voting = votes_for + votes_against
        base = {"votes": voting, "participants": voting + abstentions, "roll": roll}[self.base]
        left, right = self.denominator * votes_for, self.numerator * base
        holds = votes_for > 0 and (left > right if self.strict else left >= right)
        facts = {"votes_for": votes_for, "votes_against": votes_against, "roll": roll, "base": base, "left": left, "right": right}
        return Step(self.reached if holds else self.missed, facts, holds)


SIMPLE = Majority(
    name="simple",
    numerator=1,
    denominator=2,
    base="votes",
    strict=True,
    title=N_("Simple majority"),
    definition=N_(
        "A clause is carried when more people vote for it than against it. "
        "Abstentions are not counted, and a tie fails."
    ),
    source=N_("Rules of Procedure of the United Nations General Assembly, rules 85 and 86"),
    reached=N_("%(votes_for)s for is more than %(votes_against)s against: the majority is reached."),
    missed=N_("%(votes_for)s for is not more than %(votes_against)s against: the majority is missed."),
)

ABSOLUTE = Majority(
    name="absolute",
    numerator=1,
    denominator=2,
    base="roll",
    strict=True,
    title=N_("Absolute majority"),
    definition=N_(
        "A clause is carried when more than half of everybody on the roll vote for it. "
        "Whoever abstains or does not vote makes that harder."
    ),
    source=N_("Basic Law for the Federal Republic of Germany, article 121: a majority of the members, not of those who vote"),
    reached=N_("2 × %(votes_for)s for = %(left)s, which is more than the %(roll)s on the roll: the majority is reached."),
    missed=N_("2 × %(votes_for)s for = %(left)s, which is not more than the %(roll)s on the roll: the majority is missed."),
)

TWO_THIRDS = Majority(
    name="two_thirds",
    numerator=2,
    denominator=3,
    base="votes",
    strict=False,
    title=N_("Two thirds"),
    definition=N_(
        "A clause is carried when at least two thirds of those who vote for or against vote for it. "
        "Abstentions are not counted."
    ),
    source=N_("Rules of Procedure of the United Nations General Assembly, rules 83 and 86"),
    reached=N_(
        "3 × %(votes_for)s for = %(left)s, which is at least 2 × %(base)s for and against = %(right)s: "
        "the majority is reached."
    ),
    missed=N_(
        "Two thirds asks that 3 × the votes for be at least 2 × the votes for and against, with at least one vote for; "
        "3 × %(votes_for)s = %(left)s and 2 × %(base)s = %(right)s: the majority is missed."
    ),
)

OF_PARTICIPANTS = Majority(
    name="of_participants",
    numerator=1,
    denominator=2,
    base="participants",
    strict=True,
    title=N_("Majority of those who take part"),
    definition=N_(
        "A clause is carried when more than half of those who take part vote for it. "
        "Abstaining counts like voting against, and a tie fails."
    ),
    source=N_("Robert’s Rules of Order, 12th edition, 44:9: a majority of the members present"),
    reached=N_("2 × %(votes_for)s for = %(left)s, which is more than the %(base)s who took part: the majority is reached."),
    missed=N_("2 × %(votes_for)s for = %(left)s, which is not more than the %(base)s who took part: the majority is missed."),
)

MAJORITIES = {rule.name: rule for rule in (SIMPLE, OF_PARTICIPANTS, ABSOLUTE, TWO_THIRDS)}
