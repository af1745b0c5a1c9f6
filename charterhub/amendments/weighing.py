"""What an amendment would make of the draft as it stands now: a three-way merge of the words it was written on, the
draft, and the words it proposes (see `charterhub.text.merge`)."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from charterhub.amendments.models import Amendment
from charterhub.text.merge import merge

REASONS = {
    "adjacent": _l("The amendment and the draft change words that stand side by side."),
    "critical_word_same_sentence": _l(
        "In one sentence, one side changes a word such as “not”, “must”, “all” or a number, and the other side changes something else."
    ),
    "insert_order": _l("The amendment and the draft add words at the same place. Which come first?"),
    "dangling_reference": _l("A reference in the text may no longer lead to where it did."),
    "edit_vs_edit": _l("The amendment and the draft change the same words differently."),
    "delete_vs_edit": _l("One side deletes words that the other side changes."),
    "delete_overlap": _l("Both sides delete words here, but not the same ones."),
    "insert_at_deleted": _l("One side adds words where the other side deletes some."),
    "move_vs_edit": _l("One side moves words that the other side changes."),
}
OTHERWISE = _l("The amendment meets a later change of the draft. Please read the sentence as a whole.")


@dataclass(frozen=True)
class Weighed:
    """`outcome` is that of the merge; `text` is None where only a person can write it; `reasons` say why."""

    outcome: str
    text: str | None
    reasons: list[object]

    @property
    def clean(self) -> bool:
        return self.outcome == "clean"


def weigh(amendment: Amendment, draft: str) -> Weighed:
    base = amendment.base_revision.wording
    if draft in (base, amendment.wording):
        return Weighed("clean", amendment.wording, [])
    merged = merge(base, {"draft": draft, "amendment": amendment.wording}, language=amendment.language)
    if merged.outcome == "no_change":
        return Weighed("clean", draft, [])
    named = [*merged.review, *(conflict.type for conflict in merged.conflicts)]
    return Weighed(merged.outcome, merged.text, [REASONS.get(name, OTHERWISE) for name in dict.fromkeys(named)])
