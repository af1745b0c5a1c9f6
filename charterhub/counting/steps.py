"""A step of the arithmetic that decides a result: a sentence, its numbers, and whether it holds.

The sentence is the message that `translations/` knows it by: counting itself speaks English and imports no translator.
"""

from collections.abc import Mapping
from dataclasses import dataclass


def N_(sentence: str) -> str:
    """Marks a sentence for the translators; whoever shows it translates it."""
    return sentence


@dataclass(frozen=True)
class Step:
    sentence: str
    facts: Mapping[str, int | str]
    holds: bool

    def __str__(self) -> str:
        return self.sentence % self.facts
