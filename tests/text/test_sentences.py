"""Sentences, near enough for a warning."""

import pytest

from charterhub.text.sentences import SentenceMap, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", " Two!", " Three?"]),
        ("Under art. 5 the city acts. Done.", ["Under art. 5 the city acts.", " Done."]),
        ("Rund 3.5 Mio. Euro, z. B. Wohnen. Ende.", ["Rund 3.5 Mio.", " Euro, z. B. Wohnen.", " Ende."]),
        ("Se publica en enero. los datos", ["Se publica en enero. los datos"]),
        ("每人平等。市保护。", ["每人平等。", "市保护。"]),
        ("नगर सुनता है। नगर बोलता है।", ["नगर सुनता है।", " नगर बोलता है।"]),
        ("تسمع المدينة؟ نعم۔ لا.", ["تسمع المدينة؟", " نعم۔", " لا."]),
        ("Քաղաքը լսում է։ Ավարտ։", ["Քաղաքը լսում է։", " Ավարտ։"]),
        ("ከተማው ያከብራል። ያወጣል።", ["ከተማው ያከብራል።", " ያወጣል።"]),
        ("He said “no.” She left.", ["He said “no.”", " She left."]),
        ("first;\nsecond", ["first;", "\nsecond"]),
        ("a; b, c: d", ["a; b, c: d"]),
        ("", [""]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_span_lies_in_the_sentences_its_words_lie_in() -> None:
    text = "One. Two. Three."
    here = SentenceMap(text)
    assert [list(here.touched(*span)) for span in ((0, 3), (4, 9), (5, 11), (2, 12), (16, 16))] == [[0], [1], [1, 2], [0, 1, 2], [2]]
    assert [here.span(number) for number in range(3)] == [(0, 4), (4, 9), (9, 16)]


def test_both_sides_of_the_blank_between_sentences_are_its_border() -> None:
    here = SentenceMap("One. Two.")
    assert [place for place in range(10) if here.is_border(place)] == [0, 4, 5, 9]
