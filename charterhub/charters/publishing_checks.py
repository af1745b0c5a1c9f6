"""What stands in the way of publishing a draft, as one list: what holds the publication, and what is only worth knowing.

The rooms above know things that a charter does not (comments without an answer, amendments in conflict, stale passages).
Each has a check of its own, and `charterhub/listeners.py` names them all; `publish_version` refuses while one holds.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from charterhub.charters.models import Charter


@dataclass(frozen=True)
class Finding:
    """One thing for the official to look at. `endpoint` and `values` are the page where it can be settled. What is `binding`
    holds the publication until it is settled; the rest is said and may be published with."""

    sentence: object
    endpoint: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    binding: bool = True


Check = Callable[[Charter], Iterable[Finding]]
_checks: tuple[Check, ...] = ()


def use_checks(*checks: Check) -> None:
    """Called once when the app starts, with every check there is."""
    global _checks
    _checks = checks


def publishing_findings(charter: Charter) -> list[Finding]:
    """Everything the checks found, what holds the publication first."""
    found = [finding for check in _checks for finding in check(charter)]
    return sorted(found, key=lambda finding: not finding.binding)
