"""What a fact is, and the fact that half the table needs: the phase of the charter."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class Fact:
    """`refusal(person, subject)` is None when the fact holds, else the sentence that says what is missing."""

    name: str
    refusal: Callable[[Any, Any], object | None]

    def __and__(self, other: "Fact") -> "Fact":
        def both(person: Any, subject: Any) -> object | None:
            mine = self.refusal(person, subject)
            return other.refusal(person, subject) if mine is None else mine

        return Fact(f"{self.name} & {other.name}", both)

    def __or__(self, other: "Fact") -> "Fact":
        def either(person: Any, subject: Any) -> object | None:
            mine = self.refusal(person, subject)
            return None if mine is None or other.refusal(person, subject) is None else mine

        return Fact(f"({self.name} | {other.name})", either)


def fact(sentence: object) -> Callable[[Callable[[Any, Any], bool]], Fact]:
    """Make a `Fact` of a test and the sentence shown when the test fails."""

    def make(test: Callable[[Any, Any], bool]) -> Fact:
        return Fact(test.__name__, lambda person, subject: None if test(person, subject) else sentence)

    return make


def charter_of(subject: Any) -> Any:
    """The charter a subject belongs to; a charter belongs to itself."""
    return getattr(subject, "charter", subject)


PHASE_SENTENCES = {
    "drafting": _l("This charter is being drafted; what you want to do opens in a later phase."),
    "consultation": _l("This charter is in consultation: comments are open, and nothing else."),
    "amending": _l("This charter is in its amending phase."),
    "voting": _l("This charter is being voted on: its text, comments and amendments are closed for that time."),
    "adopted": _l("This charter has been adopted; its text is closed."),
}


def phase(*names: str) -> Fact:
    """The charter is in one of the named phases."""

    def refusal(_person: Any, subject: Any) -> object | None:
        now = charter_of(subject).phase
        return None if now in names else PHASE_SENTENCES[now]

    return Fact(f"phase({', '.join(names)})", refusal)
