"""Several wordings side by side: everybody approves as many as they can live with, and the one approved most is chosen.

Definition: S. J. Brams and P. C. Fishburn, "Approval Voting", American Political Science Review 72 (1978), 831-847. A
ballot such as "a,c" approves a and c. A ballot that approves nothing is "none"; unlike an abstention it stands against
all. A tie for the most approvals has no winner, and the text stays as it is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NOTHING, NO_OPINION = "none", "abstain"


@dataclass(frozen=True)
class Approved:
    """`approvals` in the order of the options; `approving` people took a stand, whether for one option, all or none."""

    options: tuple[str, ...]
    approvals: tuple[int, ...]
    approving: int
    abstentions: int

    @property
    def participants(self) -> int:
        return self.approving + self.abstentions

    @property
    def winners(self) -> tuple[str, ...]:
        most = max(self.approvals)
        return tuple(option for option, votes in zip(self.options, self.approvals) if votes == most and most)

    @property
    def winner(self) -> str | None:
        return self.winners[0] if len(self.winners) == 1 else None


def read_approvals(choice: str, options: Sequence[str]) -> list[str]:
    """The options a ballot approves; `ValueError` when it names one twice, or one that there is not."""
    named = [] if choice == NOTHING else choice.split(",")
    if len(named) != len(set(named)) or not set(named) <= set(options):
        raise ValueError(f"no such approvals: {choice}")
    return named


def write_approvals(approved: Iterable[str]) -> str:
    """The same approvals are always written alike."""
    return ",".join(sorted(approved)) or NOTHING


def count_approvals(choices: Iterable[str], options: Sequence[str]) -> Approved:
    counted = Counter(choices)
    abstentions = counted.pop(NO_OPINION, 0)
    approvals: Counter[str] = Counter()
    for choice, ballots in counted.items():
        approvals.update(dict.fromkeys(read_approvals(choice, options), ballots))
    return Approved(tuple(options), tuple(approvals[option] for option in options), counted.total(), abstentions)
