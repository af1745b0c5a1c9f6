"""A clause as it stands in one version: its permanent id, place in the tree, printed number, heading and wording."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ClauseText:
    """`derived_from` is set on the second part of a split; `aliases` are the ids of clauses joined to this one."""

    clause: str
    parent: str | None
    number: str | None
    heading: str | None
    text: str
    derived_from: str | None = None
    aliases: tuple[str, ...] = ()
