"""The ballot: one field per question, of its kind. Every field gives its `answer` as one choice, or None when left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectMultipleField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import CheckboxInput

from charterhub.counting.approval import NO_OPINION, NOTHING, write_approvals
from charterhub.counting.schulze import read_ranking, write_ranking
from charterhub.page_form import PageForm
from charterhub.voting.choices import offered
from charterhub.voting.models import Question
from charterhub.voting.words import CHOICE_WORDS

YOUR_CHOICE = _l("Your choice")
ALONE = (NOTHING, NO_OPINION)
NO_RANK = _l("Please give each wording a rank from the list, or none.")
NOT_BOTH = _l("“None of these” and “I abstain” each stand alone. Please untick them, or everything else.")
ABSTAIN_OR_RANK = _l("Please either rank the wordings or abstain, not both.")


class OneChoice(RadioField):
    """For, against; keep, change, drop."""

    @property
    def answer(self) -> str | None:
        return self.data or None


class Approvals(SelectMultipleField):
    """Every wording one could live with."""

    option_widget = CheckboxInput()

    @property
    def answer(self) -> str | None:
        ticked = self.data or []
        return ticked[0] if len(ticked) == 1 and ticked[0] in ALONE else write_approvals(ticked) if ticked else None

    def process_data(self, value: str | None) -> None:
        self.data = value.split(",") if value else []

    def pre_validate(self, form: Form) -> None:
        super().pre_validate(form)
        if len(self.data or []) > 1 and set(self.data or []) & set(ALONE):
            raise ValidationError(NOT_BOTH)


class Ranking(Field):
    """A rank for every wording, 1 the best; several may share one, and those without a rank come last together."""

    def __init__(self, label: object, letters: Sequence[str], **given: Any) -> None:
        super().__init__(label, **given)
        self.letters, self.abstained = letters, False
        self.ranks: dict[str, str] = {}

    @property
    def places(self) -> list[str]:
        return [str(number) for number in range(1, len(self.letters) + 1)]

    @property
    def answer(self) -> str | None:
        if self.abstained:
            return NO_OPINION
        ranked = [[letter for letter in self.letters if self.ranks[letter] == place] for place in self.places]
        unranked = [letter for letter in self.letters if not self.ranks[letter]]
        return write_ranking(rank for rank in (*ranked, unranked) if rank) if any(ranked) else None

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        self.process_errors: list[str] = []
        self.ranks = dict.fromkeys(self.letters, "")
        if formdata:
            self.ranks = {letter: formdata.get(f"{self.name}-{letter}", "") for letter in self.letters}
            self.abstained = f"{self.name}-{NO_OPINION}" in formdata
        elif data == NO_OPINION:
            self.abstained = True
        elif isinstance(data, str):
            for place, rank in enumerate(read_ranking(data, self.letters), start=1):
                self.ranks |= dict.fromkeys(rank, str(place))

    def pre_validate(self, form: Form) -> None:
        if not set(self.ranks.values()) <= {"", *self.places}:
            raise ValidationError(NO_RANK)
        if self.abstained and any(self.ranks.values()):
            raise ValidationError(ABSTAIN_OR_RANK)


class BallotForm(PageForm):
    """One question after the other; each may be left out. The questions are added by `ballot_form`."""

    numbers: Mapping[str, str] = {}

    @property
    def answers(self) -> dict[str, str]:
        """By number of the question."""
        return {number: answer for number, name in self.numbers.items() if (answer := self[name].answer)}


def ballot_form(questions: Sequence[Question], own: Mapping[str, str]) -> BallotForm:
    """Nothing is chosen beforehand, except what was chosen before; `own` by number of the question."""
    fields = {f"question_{question.id}": _field(question) for question in questions}
    numbers = {str(question.position): f"question_{question.id}" for question in questions}
    of_this_round: type[Form] = type("BallotOfThisRound", (BallotForm,), {**fields, "numbers": numbers})
    return of_this_round(data={numbers[number]: choice for number, choice in own.items()})  # type: ignore[return-value]


def _field(question: Question) -> Any:
    letters = offered(question)
    if question.kind == "ranked":
        return Ranking(YOUR_CHOICE, letters=letters)
    if question.kind == "approval":
        return Approvals(YOUR_CHOICE, choices=[*((letter, letter.upper()) for letter in letters), *((alone, CHOICE_WORDS[alone]) for alone in ALONE)])
    return OneChoice(YOUR_CHOICE, choices=[(choice, CHOICE_WORDS[choice]) for choice in letters], validators=[Optional()])
