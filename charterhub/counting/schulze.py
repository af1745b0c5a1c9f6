"""Several wordings ranked against each other: Markus Schulze's method, by winning votes.

Definition and published examples: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011), 267-303. A ballot such as
"b>a=d" puts b first and a and d level; what it does not name stands level behind what it names. A tie at the top is
settled by no one: then there is no winner and the text stays as it is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ABSTAINED = "abstain"
Pairs = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Ranked:
    """`preferred[a, b]`: how many put a before b. `strength[a, b]`: of the strongest path from a to b."""

    options: tuple[str, ...]
    preferred: Pairs
    strength: Pairs
    ranking: int
    abstentions: int

    @property
    def participants(self) -> int:
        return self.ranking + self.abstentions

    @property
    def winners(self) -> tuple[str, ...]:
        """Everybody whom nobody beats; there is always one at least."""
        return tuple(one for one in self.options if not any(self.beats(other, one) for other in self.options))

    @property
    def winner(self) -> str | None:
        return self.winners[0] if len(self.winners) == 1 and self.ranking else None

    @property
    def order(self) -> list[tuple[str, ...]]:
        """The whole ranking, those level with each other together."""
        above = Counter({one: sum(self.beats(other, one) for other in self.options) for one in self.options})
        return [tuple(one for one in self.options if above[one] == beaten) for beaten in sorted(set(above.values()))]

    def beats(self, one: str, other: str) -> bool:
        return one != other and self.strength[one, other] > self.strength[other, one]


def read_ranking(choice: str, options: Sequence[str]) -> list[list[str]]:
    """The ranks of a ballot, best first; `ValueError` when it names an option twice, or one that there is not."""
    ranks = [rank.split("=") for rank in choice.split(">")]
    named = [option for rank in ranks for option in rank]
    if len(named) != len(set(named)) or not set(named) <= set(options):
        raise ValueError(f"no such ranking: {choice}")
    rest = [option for option in options if option not in named]
    return [*ranks, rest] if rest else ranks


def write_ranking(ranks: Iterable[Iterable[str]]) -> str:
    """The same ranking is always written alike."""
    return ">".join("=".join(sorted(rank)) for rank in ranks)


def rank_options(choices: Iterable[str], options: Sequence[str]) -> Ranked:
    counted = Counter(choices)
    abstentions = counted.pop(ABSTAINED, 0)
    preferred = pairwise(counted, options)
    return Ranked(tuple(options), preferred, strongest_paths(preferred, options), counted.total(), abstentions)


def pairwise(counted: Mapping[str, int], options: Sequence[str]) -> dict[tuple[str, str], int]:
    preferred = {(one, other): 0 for one in options for other in options if one != other}
    for choice, ballots in counted.items():
        ranks = read_ranking(choice, options)
        for place, rank in enumerate(ranks):
            for behind in (option for worse in ranks[place + 1 :] for option in worse):
                for option in rank:
                    preferred[option, behind] += ballots
    return preferred


def strongest_paths(preferred: Pairs, options: Sequence[str]) -> dict[tuple[str, str], int]:
    """A path is as strong as its weakest link, a link as strong as its winning votes (section 2.3.1 of the paper)."""
    strength = {pair: votes if votes > preferred[pair[::-1]] else 0 for pair, votes in preferred.items()}
    for through in options:
        for start in options:
            for end in options:
                if len({through, start, end}) == 3:
                    roundabout = min(strength[start, through], strength[through, end])
                    strength[start, end] = max(strength[start, end], roundabout)
    return strength
