"""A clause as it stands in one version: its permanent id, place in the tree, printed number, heading and wording."""

from dataclasses import dataclass

ClauseId = int | str


@dataclass(frozen=True)
class ClauseText:
    """`derived_from` is set on the second part of a split; `aliases` are the ids of clauses joined to this one."""

    clause: ClauseId
    parent: ClauseId | None
    number: str | None
    heading: str | None
    text: str
    derived_from: ClauseId | None = None
    aliases: tuple[ClauseId, ...] = ()
