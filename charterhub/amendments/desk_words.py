"""What the merge desk says of a collision, of a mark, and of an operation on the tree."""

from flask_babel import lazy_gettext as _l

COLLISIONS = {
    "edit_vs_edit": _l("They change the same words differently."),
    "insert_order": _l("They add words at the same place."),
    "delete_vs_edit": _l("One deletes words that another changes."),
    "delete_overlap": _l("They delete words here, but not the same ones."),
    "insert_at_deleted": _l("One adds words where another deletes some."),
    "move_vs_edit": _l("One moves words that another changes."),
}
MARKS = {
    "adjacent": _l("Words of different hands stand side by side, written without seeing each other."),
    "critical_word_same_sentence": _l("In one sentence, one hand changed a word such as “not”, “must”, “all”, an exception or a number, and another changed something else."),
    "insert_order": _l("Several hands added here, in an order nobody chose."),
    "dangling_reference": _l("This speaks of a clause that is no longer there."),
}
OPERATIONS = {
    "replace": _l("changes words"),
    "insert_clause": _l("adds a clause"),
    "delete_clause": _l("deletes this clause"),
    "move_clause": _l("moves this clause"),
    "split_clause": _l("splits this clause"),
    "join_clauses": _l("joins another clause to this one"),
}
STATES = {
    "done": _l("decided"),
    "clean": _l("uncontested"),
    "review": _l("to be read"),
    "conflict": _l("collision"),
}
