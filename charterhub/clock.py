"""The server's clock: deadlines are decided by it alone, and tests turn it by replacing `now`."""

from datetime import UTC, datetime


def now() -> datetime:
    return datetime.now(UTC)
