"""Who may vote in a round, as data: by which routes one comes onto its roll, of what age, and whether ballots can be changed.

Two routes that could put one person on the roll twice without anybody noticing cannot be chosen together: a bare code
belongs to nobody, so codes go with a list, where each belongs to a line, or stand alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub.electorates.models import BANDS, ElectoralList
from charterhub.errors import BadInput
from charterhub.voting.roll_entries import ROUTES

UNVERIFIED = ("email",)


@dataclass(frozen=True)
class Electorate:
    """`bands`: the age bands that may vote where the age is known. `detached`: no ballot can be changed, and nothing ever
    links one to the roll."""

    routes: Sequence[str] = ("email",)
    electoral_list: ElectoralList | None = None
    bands: Sequence[str] = ("adult",)
    detached: bool = False

    @property
    def as_columns(self) -> dict[str, Any]:
        return {
            "routes": [route for route in ROUTES if route in self.routes],
            "bands": [band for band in BANDS if band in self.bands],
            "electoral_list": self.electoral_list,
            "detached": self.detached,
        }


BY_EMAIL = Electorate()


def check_electorate(electorate: Electorate, member_id: int | None) -> None:
    routes, of_list = set(electorate.routes), electorate.electoral_list
    if member_id is None and electorate.as_columns != BY_EMAIL.as_columns:
        raise BadInput(_l("In a roll call every member government votes, in public. Nobody else can be put on its roll."))
    if not routes or not routes <= set(ROUTES):
        raise BadInput(_l("Please choose at least one way to come onto the roll."))
    if ("list" in routes) != (of_list is not None):
        raise BadInput(_l("Please choose the electoral list together with that way onto the roll, or neither."))
    if of_list is not None and (of_list.member_id != member_id or of_list.removed_at is not None):
        raise BadInput(_l("This electoral list cannot be used here. Please choose one from the form."))
    if "codes" in routes and routes & {"email", "identity"}:
        raise BadInput(_l("Codes belong to nobody by name, so with accounts beside them somebody could vote twice. Use codes alone, or with a list."))
    if not electorate.bands or not set(electorate.bands) <= set(BANDS):
        raise BadInput(_l("Please choose at least one age band that may vote."))


def electorate_of(voting_round: Any) -> Electorate:
    return Electorate(voting_round.routes, voting_round.electoral_list, voting_round.bands, voting_round.detached)
