"""Carrying an open amendment to the next version of its clause."""

import pytest

from charterhub.text.diff import Change, apply
from charterhub.text.rebase import rebase

V1 = "Every resident has the right to adequate housing."


@pytest.mark.parametrize(
    ("v2", "amendment", "state", "text"),
    [
        ("Every inhabitant has the right to adequate housing.", "Every resident has the right to adequate and warm housing.", "rebased", "Every inhabitant has the right to adequate and warm housing."),
        (V1, "Every resident has the right to housing.", "rebased", "Every resident has the right to housing."),
        ("Every resident has the right to decent housing.", "Every resident has the right to adequate homes.", "rebased_review", "Every resident has the right to decent homes."),
        ("Every resident has the right to decent housing.", "Every resident has the right to decent housing.", "already_in_text", "Every resident has the right to decent housing."),
        ("No resident has the right to decent housing.", "Every resident has the right to decent housing.", "already_in_text", "No resident has the right to decent housing."),
        ("Every resident has the right to decent housing.", "Every resident has the right to warm housing.", "needs_author", None),
        ("Every resident has the right to decent housing.", V1, "already_in_text", "Every resident has the right to decent housing."),
        (None, "Every resident has the right to warm housing.", "orphaned", None),
    ],
)
def test_the_states(v2: str | None, amendment: str, state: str, text: str | None) -> None:
    rebased = rebase(V1, v2, amendment)
    assert (rebased.state, rebased.text) == (state, text)


def test_the_edits_are_told_on_the_new_version() -> None:
    v2 = "Each and every inhabitant has the right to adequate housing."
    rebased = rebase(V1, v2, "Every resident has the right to adequate housing and water.")
    assert rebased.edits == (Change(59, 59, "", " and water"),)
    assert apply(v2, rebased.edits) == rebased.text


def test_a_conflict_shows_both_wordings() -> None:
    (conflict,) = rebase(V1, V1.replace("adequate", "decent"), V1.replace("adequate", "warm")).conflicts
    assert conflict.alternatives == {"amendment": "warm", "version": "decent"}


def test_a_review_says_why() -> None:
    assert rebase(V1, V1.replace("Every", "No"), V1.replace("housing", "homes")).review == ["critical_word_same_sentence"]
