"""Comments carried from one version to the next: what stays, what moves, what is changed, what is given up, and why."""

import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterhub.text.anchors import Anchor, Placement, Selector, carry, carry_document, describe

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 1000))
CLAUSE = (
    "Every inhabitant has the right to water, the right to food and the right to housing. The city publishes a report each year. "
    "Children under 16 years travel free of charge."
)
DEFENDERS = "Cities cooperate with one another to protect defenders of human rights everywhere in the world. "


def carried(old: str, new: str, quote: str) -> Placement:
    start = old.index(quote)
    return carry_document(old, new, [(start, start + len(quote))])[0]


@pytest.mark.parametrize(
    ("old", "new", "quote", "status", "found"),
    [
        (CLAUSE, "Preamble. " + CLAUSE, "publishes a report", "exact", "publishes a report"),
        (CLAUSE, CLAUSE.replace(" ", "\n"), "publishes a report", "exact", "publishes\na\nreport"),
        (CLAUSE, CLAUSE.replace("publishes", "always publishes"), "publishes a report", "exact", "publishes a report"),
        (CLAUSE, CLAUSE.replace("the right to water, ", ""), "the right to food", "exact", "the right to food"),
        (CLAUSE, "Hello. " + CLAUSE, "ublishes a rep", "exact", "ublishes a rep"),
        (CLAUSE, CLAUSE + " The city publishes a report each year.", "publishes a report", "exact", "publishes a report"),
        (CLAUSE, CLAUSE.replace("16", "18"), "16 years", "fuzzy", "18 years"),
        (CLAUSE, CLAUSE.replace("report each", "full report every"), "publishes a report each year", "fuzzy", "publishes a full report every year"),
        ("Rents may be raised in winter.", "Rents may not be raised in winter.", "may be raised", "fuzzy", "may not be raised"),
        ("The city shall house all.", "The city may house all.", "shall house", "fuzzy", "may house"),
        ("Of the Right to the City", "Of the right to the city", "Right to the City", "fuzzy", "right to the city"),
        ("1. Water\n2. Food\n3. Housing\n4. Health", "1. Water\n2. Housing\n3. Health", "Housing", "exact", "Housing"),
        ("1. Water\n2. Food\n3. Housing\n4. Health", "1. Water\n2. Housing\n3. Health", "3. Housing", "fuzzy", "Housing"),
        (DEFENDERS + CLAUSE, CLAUSE + " " + DEFENDERS, "defenders of human rights", "moved", "defenders of human rights"),
        (CLAUSE + " " + DEFENDERS, DEFENDERS.replace("protect", "protect all") + CLAUSE, "protect defenders", "fuzzy", "protect all defenders"),
        ("Each citizen may speak.", "All citizens may speak.", "citizen", "fuzzy", "citizens"),
        ("모든 시민은 권리를 가진다.", "모든 시민이 권리를 갖는다.", "시민은", "fuzzy", "시민이"),
        ("居民年满十六岁可以投票。城市保障住房权。", "居民年满十八岁可以投票。城市保障住房权。", "年满十六岁", "fuzzy", "年满十八岁"),
        ("모든 시민은 물에 대한 권리를 가진다.", "모든 주민은 물에 대한 권리를 갖는다.", "물에 대한 권리를 가진다", "fuzzy", "물에 대한 권리를 갖는다"),
        ("لكل ساكن الحق في المدينة.", "لكل ساكن وساكنة الحق في المدينة.", "الحق في المدينة", "exact", "الحق في المدينة"),
        ("ทุกคนมีสิทธิในน้ำ", "ทุกคนย่อมมีสิทธิในน้ำ", "สิทธิในน้ำ", "exact", "สิทธิในน้ำ"),
        ("We 👩‍👩‍👧 love the city 🇨🇭.", "We 👩‍👩‍👧 do love the city 🇨🇭.", "love the city 🇨🇭", "exact", "love the city 🇨🇭"),
    ],
)
def test_words_that_are_left_are_found(old: str, new: str, quote: str, status: str, found: str) -> None:
    placement = carried(old, new, quote)
    assert (placement.status, placement.new) == (status, found)
    assert new[placement.start : placement.end] == found
    assert placement.old == quote


@pytest.mark.parametrize(
    ("old", "new", "quote", "reason"),
    [
        (CLAUSE, CLAUSE.replace("the right to food and ", "").replace("water,", "water and"), "the right to food", "removed"),
        (CLAUSE, CLAUSE.replace("The city publishes a report each year. ", ""), "publishes a report", "removed"),
        (CLAUSE, CLAUSE.replace("publishes a report each year", "lets the council account for it"), "publishes a report each year", "removed"),
        (CLAUSE, "", "right to food", "removed"),
        (CLAUSE, CLAUSE.replace("16", "18"), "16", "removed"),
        ("It is so. Ask us. It is so. Good.", "Ask us. It is so. Good.", "It is so", "removed"),
        ("Water is free. " + CLAUSE, CLAUSE, "Water is free", "removed"),
        ("1. Water\n2. Food\n3. Housing\n4. Health", "1. Water\n2. Housing\n3. Health", "Food", "removed"),
        (CLAUSE + " \n", CLAUSE, " \n", "blank"),
        (
            "Say only: the parks belong to everybody today. End of the article.",
            "Say only: in May let parks belong to everybody now, in June let parks belong to everybody then. End of the article.",
            "parks belong to everybody",
            "ambiguous",
        ),
    ],
)
def test_words_that_are_gone_are_given_up_with_a_reason(old: str, new: str, quote: str, reason: str) -> None:
    placement = carried(old, new, quote)
    assert (placement.status, placement.reason, placement.start, placement.end) == ("orphaned", reason, None, None)


def test_an_orphan_knows_where_its_words_would_stand() -> None:
    new = CLAUSE.replace("The city publishes a report each year. ", "")
    before, after = carried(CLAUSE, new, "publishes a report").neighbours
    assert new[:before].endswith("housing.")
    assert new[after:].startswith("Children")


def anchor_on(version: dict[str, str], clause: str, quote: str) -> Anchor:
    start = version[clause].index(quote)
    return Anchor(clause, describe(version[clause], start, start + len(quote)))


CHARTER = {"water": "Everyone has the right to clean water in the city.", "year": CLAUSE, "defenders": DEFENDERS}


def place(new: dict[str, str], clause: str, quote: str) -> Placement:
    return carry(CHARTER, new, [anchor_on(CHARTER, clause, quote)])[0]


def test_a_comment_follows_its_clause_wherever_that_goes() -> None:
    new = {"new": CHARTER["water"], "defenders": DEFENDERS, "year": CLAUSE, "water": "In short: " + CHARTER["water"]}
    placement = place(new, "water", "clean water")
    assert (placement.clause, placement.status, placement.start) == ("water", "exact", 36)


def test_words_split_off_into_another_clause_are_followed() -> None:
    first, second, third = CLAUSE.partition("The city")
    placement = place({**CHARTER, "year": first, "report": second + third}, "year", "publishes a report")
    assert (placement.clause, placement.status, placement.start) == ("report", "moved", 9)


def test_words_of_a_clause_joined_to_another_are_followed() -> None:
    joined = {"year": CLAUSE + " " + DEFENDERS, "water": CHARTER["water"]}
    placement = place(joined, "defenders", "protect defenders")
    assert (placement.clause, placement.status, placement.new) == ("year", "moved", "protect defenders")


@pytest.mark.parametrize("kept", [True, False])
def test_words_edited_in_another_clause_are_not(kept: bool) -> None:
    edited = {"water": CHARTER["water"] + " " + DEFENDERS.replace("protect", "protect all the"), "year": CLAUSE}
    new = {**edited, "defenders": "Nothing."} if kept else edited
    placement = place(new, "defenders", "protect defenders")
    assert (placement.status, placement.clause) == ("orphaned", "defenders" if kept else None)


def test_the_same_words_in_a_clause_that_always_had_them_are_not_taken() -> None:
    old = {"a": DEFENDERS, "b": DEFENDERS + "So says the council."}
    placement = carry(old, {"b": "Indeed. " + old["b"]}, [anchor_on(old, "a", "defenders of human rights")])[0]
    assert (placement.status, placement.reason, placement.clause) == ("orphaned", "clause_removed", None)


def test_a_comment_on_a_whole_clause_follows_its_identity() -> None:
    new = {"year": CLAUSE.replace("16", "18"), "water": CHARTER["water"].replace(" ", "\n")}
    water, year, defenders = carry(CHARTER, new, [Anchor("water"), Anchor("year"), Anchor("defenders")])
    assert (water.status, water.start, water.end) == ("exact", 0, len(new["water"]))
    assert (year.status, year.new) == ("fuzzy", new["year"])
    assert year.score > 0.9
    assert (defenders.status, defenders.reason) == ("orphaned", "clause_removed")


@pytest.mark.parametrize(
    ("anchor", "reason"),
    [
        (Anchor("nowhere"), "clause_unknown"),
        (Anchor("water", Selector(0, 4, "fire")), "absent"),
        (Anchor("year", Selector(5, 10, "right")), "ambiguous"),
    ],
)
def test_an_anchor_that_never_held_is_an_orphan(anchor: Anchor, reason: str) -> None:
    placement = carry(CHARTER, CHARTER, [anchor])[0]
    assert (placement.status, placement.reason) == ("orphaned", reason)


TEXT = st.text(st.one_of(st.sampled_from(" .,\n3)权利"), st.characters()), max_size=30)


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXT.filter(bool), TEXT, TEXT, st.randoms(use_true_random=True))
def test_no_text_breaks_it_and_what_is_called_unchanged_is(one: str, other: str, third: str, chance: random.Random) -> None:
    old, new = {"a": one, "b": other}, chance.choice([{"a": other, "b": one}, {"a": third + one}, {"b": other + third, "c": one}])
    for clause, text in old.items():
        spans = [sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1))) for _ in range(4)]
        anchors = [Anchor(clause, describe(text, start, end)) for start, end in spans if start < end]
        for anchor, placement in zip(anchors, carry(old, new, anchors), strict=True):
            check(new, anchor, placement)


def check(new: dict[str, str], anchor: Anchor, placement: Placement) -> None:
    assert placement.old == anchor.selector.exact
    if placement.status == "orphaned":
        assert placement.reason
        assert (placement.start, placement.end) == (None, None)
    else:
        assert new[placement.clause][placement.start : placement.end] == placement.new != ""
        assert placement.status == "fuzzy" or placement.new.split() == placement.old.split()
        assert placement.clause == anchor.clause or placement.status == "moved"


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXT.filter(bool), TEXT, TEXT, st.randoms(use_true_random=True))
def test_comments_on_unchanged_clauses_never_move(text: str, other: str, changed: str, chance: random.Random) -> None:
    start = chance.randrange(len(text))
    end = chance.randrange(start, len(text)) + 1
    anchor = Anchor("kept", describe(text, start, end))
    placement = carry({"a": other, "kept": text}, {"kept": text, "a": changed, "b": other}, [anchor])[0]
    assert (placement.clause, placement.start, placement.end, placement.status) == ("kept", start, end, "exact")


SAID = ["the right to water", "of every child", "and", "the city reports", "each year", ".", "\n", "3)", "everyone has", "权利", "in parks", "free of charge"]


@pytest.mark.parametrize("start", range(0, 1000, 250))
def test_clauses_that_exchange_their_sentences_break_nothing(start: int) -> None:
    for seed in range(start, start + 250):
        chance = random.Random(seed)
        said, gap = chance.choice((SAID, list("abc .\n权利。"), CLAUSE.split())), chance.choice((" ", ""))
        lines = [gap.join(chance.choices(said, k=chance.randrange(2, 40))) for _ in range(9)]
        old = {str(at): gap.join(chance.sample(lines, 3)) for at in range(6)}
        new = {str(at): gap.join(chance.choices(lines + said, k=chance.randrange(1, 6))) for at in chance.sample(range(8), 6)}
        anchors = [Anchor(clause, some(text, chance)) for clause, text in old.items() for _ in range(8)]
        for anchor, placement in zip(anchors, carry(old, new, anchors), strict=True):
            check(new, anchor, placement)


def some(text: str, chance: random.Random) -> Selector:
    begin = chance.randrange(len(text))
    return describe(text, begin, chance.randrange(begin, len(text)) + 1)
