"""The campaign's three steps: ten, a hundred, a thousand human rights cities and territories by 2030."""

from dataclasses import dataclass

GOALS = (10, 100, 1000)


@dataclass(frozen=True)
class Goal:
    """One step and how much of it is done."""

    number: int
    done: int

    @property
    def reached(self) -> bool:
        return self.done == self.number


def goals(members: int) -> list[Goal]:
    """Every member counts toward each of the three."""
    return [Goal(number, min(members, number)) for number in GOALS]
