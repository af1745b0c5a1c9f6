"""Merging: any number of amendments to one clause, all written on one base text, into one wording or an honest question.

Every amendment is reduced to its word changes on the base (`edits`). Changes that meet are put into groups (`groups`); a group
in which all say the same applies, any other is a conflict with all its alternatives. Changes that meet nobody
apply. Then what was applied is read once more for places a person should look at (`review`). Nothing depends on the order
of the amendments, and no conflict marker is ever put into a text: with an open conflict there is no text.

A person then settles the conflicts (`settling`): an alternative, the base, or words of their own.

`accepted` names, for some amendments, the numbers of the operations taken (see `operations`); those not named are taken whole.
`python -m charterhub.text.merge CASES.yaml` runs cases and prints one JSON line for each.
"""

from charterhub.text.merge.edits import Edit, Operation, operations, tied
from charterhub.text.merge.review import Mark
from charterhub.text.merge.settling import Decision, rivals_in_full, settle, take
from charterhub.text.merge.threeway import Conflict, Merged, merge

__all__ = [
    "Conflict",
    "Decision",
    "Edit",
    "Mark",
    "Merged",
    "Operation",
    "merge",
    "operations",
    "rivals_in_full",
    "settle",
    "take",
    "tied",
]
