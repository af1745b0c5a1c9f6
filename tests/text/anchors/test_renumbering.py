"""Items taken out of a list or put into it: everything after them is renumbered, and every comment keeps its item."""

import random

import pytest

from charterhub.text.anchors import carry_document

THINGS = (
    "water food housing health education work culture sport transport safety parks libraries energy climate privacy internet childcare "
    "pensions shelter clothing language religion assembly petition vote"
).split()
FORMS = {
    "list": "{}. {}",
    "sentences": "({}) The right to {};",
    "articles": "Article {}\n\nThe city protects {}.",
    "letters": "a{}) {}",
    "Korean": "제{}조 {} 보장.",
    "Chinese": "第{}条 {}。",
    "Arabic": "مادة {}\n\nالحق في {}.",
}


def numbered(form: str, items: list[str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The list, and where each item stands in it."""
    text, places = "", {}
    for number, item in enumerate(items, 1):
        line = form.format(number, item) + "\n"
        start = len(text) + line.rindex(item)
        places[item] = (start, start + len(item))
        text += line
    return text, places


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_comments_keep_their_items(form: str) -> None:
    right = given_up = wrong = 0
    for seed in range(60):
        chance = random.Random(seed)
        things = chance.sample(THINGS, len(THINGS))
        items = [" ".join(things.pop() for _ in range(chance.choice((1, 1, 2, 3)))) for _ in range(9)]
        later = [item for item in items if chance.random() > 0.1]
        later.insert(chance.randrange(len(later) + 1), "freedom of art")
        (old, was), (new, stands) = numbered(form, items), numbered(form, later)
        for item, placed in zip(items, carry_document(old, new, [was[item] for item in items]), strict=True):
            right += (placed.start, placed.end) == stands.get(item, (None, None))
            given_up += placed.start is None and item in stands
            wrong += placed.start is not None and (placed.start, placed.end) != stands.get(item)
    assert (right + given_up + wrong, wrong) == (60 * 9, 0)
    assert given_up <= 0.03 * 60 * 9
