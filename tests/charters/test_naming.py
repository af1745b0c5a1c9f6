"""A clause is called by what is printed, and counted where nothing is."""

from charterhub.charters.naming import LONGEST_NAME, Spoken, names


def test_a_name_is_what_is_printed_from_the_article_down() -> None:
    clauses = [
        Spoken("part", "", "General provisions", 0), Spoken("provision", "A.", "Objective", 1), Spoken("paragraph", "", "", 2), Spoken("paragraph", "", "", 2),
        Spoken("part", "Part II", "Rights", 0), Spoken("paragraph", "", "", 1), Spoken("paragraph", "1.", "", 1),
    ]  # fmt: skip
    assert names(clauses) == [
        "General provisions", "A. Objective", "A. Objective · ¶1", "A. Objective · ¶2", "Part II Rights", "Part II Rights · ¶1", "Part II Rights · 1.",
    ]  # fmt: skip


def test_long_headings_are_cut_and_no_name_outgrows_its_column() -> None:
    deep = [Spoken("article", "1", "word " * 60, depth) for depth in range(7)]
    assert all(len(name) <= LONGEST_NAME for name in names(deep))
    assert names(deep[:1])[0].endswith("…")
