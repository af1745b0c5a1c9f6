"""Why a paper cannot be printed: only a reason and its facts, as `charterhub.formats.unreadable` does."""

REASONS = ("too_long", "too_hard", "no_font")


class Unprintable(ValueError):
    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
