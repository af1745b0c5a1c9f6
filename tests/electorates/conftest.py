"""A census of Gwangju, and the list of an association."""

from collections.abc import Callable
from datetime import date

import pytest

from charterhub.accounts.models import Person
from charterhub.electorates.models import ElectoralList
from charterhub.electorates.operations import take_in_list
from charterhub.electorates.reading import read_list
from charterhub.members.models import Member
from charterhub.transaction import transaction

CENSUS = b"number,born_on,area\nKR 12-345,1980-05-01,North\nKR 12-346,1991-12-31,South\nKR 12-347,2009-01-15,South\nKR 12-348,1955-07-07,\n"
TODAY = date(2026, 11, 23)
TakeIn = Callable[..., ElectoralList]


@pytest.fixture
def take_in(bruno: Person, gwangju: Member) -> TakeIn:
    def taken(content: bytes = CENSUS, kind: str = "papers") -> ElectoralList:
        with transaction():
            return take_in_list(bruno, gwangju, "Residents", kind, read_list(content, kind, TODAY))

    return taken
