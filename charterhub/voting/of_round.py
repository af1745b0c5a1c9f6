"""What belongs to one round, as the permissions look at it: the charter and the moments are the round's own."""

from datetime import datetime
from typing import Any


class OfRound:
    """For whatever has a `round`: a row of a table, so that it is not declared here."""

    @property
    def charter(self) -> Any:
        return self.round.charter  # type: ignore[attr-defined]

    @property
    def opened_at(self) -> datetime | None:
        return self.round.opened_at  # type: ignore[attr-defined]

    @property
    def closed_at(self) -> datetime | None:
        return self.round.closed_at  # type: ignore[attr-defined]

    @property
    def certified_at(self) -> datetime | None:
        return self.round.certified_at  # type: ignore[attr-defined]

    @property
    def voided_at(self) -> datetime | None:
        return self.round.voided_at  # type: ignore[attr-defined]

    @property
    def closes_at(self) -> datetime:
        return self.round.closes_at  # type: ignore[attr-defined]
