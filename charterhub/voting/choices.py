"""Which choices a question takes, each written in one way only, so that equal ballots read alike in box and ledger."""

from collections.abc import Sequence

from charterhub.counting.approval import NO_OPINION, NOTHING, read_approvals, write_approvals
from charterhub.counting.keeping import FATES
from charterhub.counting.schulze import read_ranking, write_ranking
from charterhub.counting.tally import CHOICES
from charterhub.voting.models import AMONG_WORDINGS, Question

LETTERS = "abcdefghij"
FIXED = {"for_against": CHOICES, "keep_change_drop": FATES}


def offered(question: Question) -> Sequence[str]:
    """The choices by themselves, or the letters of the wordings to choose among."""
    if question.kind in AMONG_WORDINGS:
        return [option.key for option in question.options]
    return FIXED[question.kind]


def paper_choices(question: Question) -> list[str]:
    """The boxes of a paper ballot."""
    alone = {"approval": [NOTHING, NO_OPINION], "ranked": [NO_OPINION]}
    return [*offered(question), *alone.get(question.kind, [])]


def is_choice(question: Question, choice: str) -> bool:
    if question.kind not in AMONG_WORDINGS:
        return choice in FIXED[question.kind]
    if choice == NO_OPINION:
        return True
    try:
        return choice == rewritten(question.kind, choice, offered(question))
    except ValueError:
        return False


def rewritten(kind: str, choice: str, letters: Sequence[str]) -> str:
    """The same choice in its one way; `ValueError` for what is none."""
    if kind == "approval":
        return write_approvals(read_approvals(choice, letters))
    return write_ranking(read_ranking(choice, letters))
