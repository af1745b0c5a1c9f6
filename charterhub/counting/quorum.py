"""Quorum: how many of the roll must take part for a result to stand. Abstaining is taking part.

"At least", never "more than": half of 42 is 21, and a third of 10 is 4, because 3 people are less than a third of 10.
The Venice Commission advises against a turn-out quorum (Code of Good Practice on Referendums, III.7), so none is ours.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from charterhub.counting.steps import N_, Step

FRACTION = re.compile(r"(\d{1,4})\s*[/⁄]\s*(\d{1,4})")
PERCENT = re.compile(r"(\d{1,3}(?:[.,٫]\d{1,2})?)\s*[%٪]?")

REACHED = N_(
    "%(participants)s took part and at least %(needed)s were needed "
    "(%(numerator)s/%(denominator)s of the %(roll)s on the roll): the quorum is reached."
)
MISSED = N_(
    "%(participants)s took part and at least %(needed)s were needed "
    "(%(numerator)s/%(denominator)s of the %(roll)s on the roll): the quorum is missed."
)
NOT_ASKED = N_("No quorum was asked for, so any number of participants is enough: %(participants)s took part.")


class Quorum(NamedTuple):
    """A fraction of the roll in whole numbers; 0/1 is no quorum."""

    numerator: int
    denominator: int

    def needed(self, roll: int) -> int:
        """The smallest whole number of people that is at least this fraction of the roll."""
        return -(-self.numerator * roll // self.denominator)

    def step(self, participants: int, roll: int) -> Step:
        needed = self.needed(roll)
        facts = {"participants": participants, "needed": needed, "roll": roll, "numerator": self.numerator, "denominator": self.denominator}
        if self.numerator == 0:
            return Step(NOT_ASKED, facts, True)
        return Step(REACHED if participants >= needed else MISSED, facts, participants >= needed)


NO_QUORUM = Quorum(0, 1)


def read_quorum(text: str) -> Quorum:
    """The quorum somebody typed: "25", "25 %", "12.5%" or "1/3", in any script's digits; `ValueError` for anything else."""
    fraction = _fraction(text.strip())
    if fraction is None or fraction > 1:
        raise ValueError(text)
    return Quorum(fraction.numerator, fraction.denominator)


def _fraction(text: str) -> Fraction | None:
    share, percent = FRACTION.fullmatch(text), PERCENT.fullmatch(text)
    if share and int(share[2]):
        return Fraction(int(share[1]), int(share[2]))
    if percent:
        whole, _point, part = re.sub("[,٫]", ".", percent[1]).partition(".")
        return Fraction(int(whole + part), 100 * 10 ** len(part))
    return None
