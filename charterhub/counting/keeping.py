"""Keep, change or drop: what is to become of a clause that is in the text already.

The rule is ours and says in two sums what people expect: the clause is kept when the majority of the round is for
keeping it rather than changing or dropping it; it is dropped when that majority is for dropping it rather than keeping
or changing it; else it goes back to be changed. Abstentions count as that majority counts them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from charterhub.counting.majority import Majority

FATES = ("keep", "change", "drop", "abstain")


@dataclass(frozen=True)
class Fate:
    keep: int
    change: int
    drop: int
    abstentions: int
    roll: int
    majority: Majority

    @property
    def participants(self) -> int:
        return self.keep + self.change + self.drop + self.abstentions

    @property
    def outcome(self) -> str:
        """Nobody asked for anything: the clause is kept, because nothing was decided."""
        if self.participants == self.abstentions or self._carried(self.keep, self.change + self.drop):
            return "keep"
        return "drop" if self._carried(self.drop, self.keep + self.change) else "change"

    def _carried(self, wanting: int, others: int) -> bool:
        return self.majority.step(wanting, others, self.roll, self.abstentions).holds


def count_fate(choices: Iterable[str], roll: int, majority: Majority) -> Fate:
    """A choice nobody could make is a `ValueError`."""
    counted = Counter(choices)
    if unknown := set(counted) - set(FATES):
        raise ValueError(f"no such choice: {', '.join(sorted(unknown))}")
    return Fate(*(counted[fate] for fate in FATES), roll=roll, majority=majority)
