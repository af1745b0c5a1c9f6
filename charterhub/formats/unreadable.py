"""Why a file cannot be read. Only a reason and its facts: the sentence for the person is written where languages are known."""

REASONS = (
    "not_text", "wrong_encoding", "empty", "too_large", "too_long", "too_hard", "no_headings", "no_clauses", "too_deep", "too_many",
    "refused_character", "unknown_format", "wrong_ending", "old_office", "portable_document", "locked", "broken_package", "unpacks_too_large", "entities", "no_xliff", "no_units", "other_language",
)  # fmt: skip


class Unreadable(ValueError):
    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
