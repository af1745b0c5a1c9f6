"""Printed numbers are told from the words after them, and become identifiers that are the same for every reader."""

import pytest

from charterhub.text.numbering import Numbered, Printed, eids, heading_number, number_in_eid, paragraph_number

HEADINGS = {
    "Article 1": ("Article 1", "article", "", "1"),
    "Article premier": ("Article premier", "article", "", "1"),
    "Article 3 – Water": ("Article 3", "article", "Water", "3"),
    "Article 3. Water": ("Article 3", "article", "Water", "3"),
    "ARTICLE IV: Water": ("ARTICLE IV", "article", "Water", "IV"),
    "Article 5 bis": ("Article 5 bis", "article", "", "5bis"),
    "Article 3.2": ("Article 3.2", "article", "", "3-2"),
    "Artículo 12": ("Artículo 12", "article", "", "12"),
    "Artykuł 4": ("Artykuł 4", "article", "", "4"),
    "Статья 7. Вода": ("Статья 7", "article", "Вода", "7"),
    "المادة 3": ("المادة 3", "article", "", "3"),
    "المادة ٣: الماء": ("المادة ٣", "article", "الماء", "3"),
    "제 1 조": ("제 1 조", "article", "", "1"),
    "제3조 물": ("제3조", "article", "물", "3"),
    "제2장 도시": ("제2장", "chapter", "도시", "2"),
    "第3条 水": ("第3条", "article", "水", "3"),
    "第三条": ("第三条", "article", "", "三"),
    "Chapter II The city": ("Chapter II", "chapter", "The city", "II"),
    "Part 1": ("Part 1", "part", "", "1"),
    "II. Participation": ("II.", "", "Participation", "II"),
    "I - Derecho a la ciudad": ("I", "", "Derecho a la ciudad", "I"),
    "A. Objective": ("A.", "provision", "Objective", "A"),
    "C. Values": ("C.", "provision", "Values", "C"),
    "1. Scope": ("1.", "", "Scope", "1"),
    "1.2 Scope": ("1.2", "", "Scope", "1-2"),
    "§ 3 Scope": ("§ 3", "", "Scope", "3"),
    "Kifungu cha 1.": ("Kifungu cha 1", "article", "", "1"),
    "7. atala": ("7. atala", "article", "", "7"),
    "3. Madde. Su": ("3. Madde", "article", "Su", "3"),
    "Kufungu cha 7.": ("Kufungu cha 7", "", "", "7"),
}


@pytest.mark.parametrize(("heading", "expected"), HEADINGS.items(), ids=HEADINGS)
def test_a_heading_prints_its_number(heading: str, expected: tuple[str, str, str, str]) -> None:
    number, kind, rest, in_eid = expected
    assert heading_number(heading) == Printed(number, kind, rest)
    assert number_in_eid(number) == in_eid


@pytest.mark.parametrize("heading", ["Preamble", "A right to water", "I have a dream", "Clean air", "Mix", "2030 goals", "Articles of faith", "Partnerships", "10 commitments"])
def test_words_that_look_like_numbers_stay_words(heading: str) -> None:
    assert heading_number(heading) == Printed("", "", heading)


PARAGRAPHS = {
    "1. Text": ("1.", "paragraph", "Text"),
    "٢. نص": ("٢.", "paragraph", "نص"),
    "12) Text": ("12)", "paragraph", "Text"),
    "1.- Texto": ("1.-", "paragraph", "Texto"),
    "(a) text": ("(a)", "point", "text"),
    "b) text": ("b)", "point", "text"),
    "iv) text": ("iv)", "point", "text"),
    "أ) نص": ("أ)", "point", "نص"),
}


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.items(), ids=PARAGRAPHS)
def test_a_paragraph_prints_its_number(text: str, expected: tuple[str, str, str]) -> None:
    assert paragraph_number(text) == Printed(*expected)


@pytest.mark.parametrize("text", ["2030 is the year", "1.5 million people", "1,000 homes", "I. e. nothing", "A. Nobody", "3. ", ""])
def test_a_paragraph_that_begins_with_a_figure_is_no_numbered_one(text: str) -> None:
    assert paragraph_number(text) == Printed("", "", text)


def test_an_eid_names_every_level_by_kind_and_number() -> None:
    clauses = [
        Numbered("preamble", "", 0), Numbered("recital", "", 1), Numbered("recital", "", 1), Numbered("part", "II.", 0), Numbered("article", "Article 3", 1),
        Numbered("paragraph", "1.", 2), Numbered("point", "a)", 3), Numbered("action_plan", "", 2), Numbered("action_item", "1.", 3, "short"),
        Numbered("action_item", "1.", 3, "mid"), Numbered("article", "", 1), Numbered("paragraph", "", 2),
    ]  # fmt: skip
    assert eids(clauses) == [
        "preamble", "preamble__rec_nn_1", "preamble__rec_nn_2", "part_II", "part_II__art_3", "part_II__art_3__para_1", "part_II__art_3__para_1__point_a",
        "part_II__art_3__plan", "part_II__art_3__plan__short_1", "part_II__art_3__plan__mid_1", "part_II__art_nn_1", "part_II__art_nn_1__para_nn_1",
    ]  # fmt: skip


def test_a_number_printed_twice_still_gets_addresses_of_its_own() -> None:
    twice = [Numbered("article", "1", 0), Numbered("paragraph", "", 1), Numbered("article", "1", 0), Numbered("paragraph", "", 1), Numbered("article", "1-2", 0)]
    found = eids(twice)
    assert found[:4] == ["art_1", "art_1__para_nn_1", "art_1_2", "art_1_2__para_nn_1"]
    assert len(set(found)) == len(found)


def test_the_longest_eid_of_the_deepest_clause_fits_its_column() -> None:
    deepest = [Numbered("final_provisions", "9" * 40, depth) for depth in range(7)]
    assert max(map(len, eids(deepest))) <= 200


SCHEMES = {
    "1. Words": ("1.", "paragraph"), "٢. نص": ("٢.", "paragraph"), "① 시장은": ("①", "paragraph"), "②시장은": ("②", "paragraph"), "(a) words": ("(a)", "point"),
    "가. 물": ("가.", "point"), "(나) 물": ("(나)", "point"), "أ) الماء": ("أ)", "point"), "ب- الماء": ("ب-", "point"), "(ج) الماء": ("(ج)", "point"),
    "أولا: الماء": ("أولا:", "paragraph"), "First: water": ("First:", "paragraph"), "Segundo.- Agua": ("Segundo.-", "paragraph"), "iv) words": ("iv)", "point"),
    "First, the city cleans": ("", ""), "가. ": ("", ""), "I. am": ("", ""), "A. Smith": ("", ""), "أب. الماء": ("", ""), "가장 중요한. 것": ("", ""), "و هو": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize("text", SCHEMES)
def test_paragraphs_are_numbered_in_any_scheme_and_words_are_no_numbers(text: str) -> None:
    printed = paragraph_number(text)
    assert (printed.number, printed.kind) == SCHEMES[text]
    assert not printed.number or printed.rest == text.removeprefix(printed.number).strip()


@pytest.mark.parametrize(("number", "in_eid"), {"①": "1", "⑳": "20", "가.": "가", "أ)": "أ", "أولا:": "1", "Article premier": "1", "المادة الثالثة": "3", "Segundo.-": "2", "Third": "3"}.items())
def test_a_number_in_any_scheme_has_a_part_in_the_identifier(number: str, in_eid: str) -> None:
    assert number_in_eid(number) == in_eid
