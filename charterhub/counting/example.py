"""A rule worked through before anybody votes by it: with an invented roll of 100, just enough, and one vote too few.

The figures go through the very code that will count, so that an example can never say something else than the count.
"""

from collections.abc import Sequence

from charterhub.counting.finding import Finding, find
from charterhub.counting.results import result_of
from charterhub.counting.tally import Rule

INVENTED_ROLL = 100
USUAL_TURNOUT, ABSTENTIONS = 60, 6
BALLOTS: dict[str, Sequence[tuple[str, int]]] = {  # of every 18: a ballot, and how many cast it
    "keep_change_drop": (("keep", 10), ("change", 4), ("drop", 4)),
    "approval": (("a", 4), ("b", 5), ("a,b", 5), ("none", 4)),
    "ranked": (("a>b", 8), ("b>a", 10)),
}


def examples(kind: str, rule: Rule) -> list[Finding]:
    """For a question of yes or no the last vote that decides; for the others one count."""
    turnout = max(rule.quorum.needed(INVENTED_ROLL), USUAL_TURNOUT)
    if kind != "for_against":
        cast = [choice for choice, share in BALLOTS[kind] for _ballot in range(share * (turnout - ABSTENTIONS) // 18)]
        return [_counted(kind, cast, rule)]
    return _on_the_line(turnout, rule)


def _on_the_line(turnout: int, rule: Rule) -> list[Finding]:
    """The first number of votes for that carries the clause, and one fewer; nobody can carry it, then only all for it."""
    voting = turnout - ABSTENTIONS
    findings = [_counted("for_against", ["for"] * number + ["against"] * (voting - number), rule) for number in range(voting + 1)]
    enough = next((number for number, finding in enumerate(findings) if finding.carried), None)
    return findings[-1:] if enough is None else [findings[enough], findings[enough - 1]]


def _counted(kind: str, cast: list[str], rule: Rule) -> Finding:
    ballots = [*cast, *["abstain"] * ABSTENTIONS]
    return find(kind, result_of({"kind": kind, "options": ["a", "b"]}, ballots, INVENTED_ROLL, rule), rule)
