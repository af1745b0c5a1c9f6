"""Cross-references print the number of their clause and follow it."""

import pytest

from charterhub.text.citing import Citable, citations, followed, named_in, spelt_out, terms_defined, without_references

A, B, C, D = (f"0f8fad5b-d9cb-469f-a165-70867728950{end}" for end in "abcd")
CLAUSES = [
    Citable(A, "part", "Part I", "Rights", 0),
    Citable(B, "article", "Article 3.", "Water", 1),
    Citable(C, "paragraph", "2.", "", 2),
    Citable(D, "preamble", "", "Preamble [draft]", 0),
]
NAMED = {A: "Part I", B: "Article 3", C: "Article 3, 2", D: "Preamble [draft]"}


def test_a_clause_is_cited_by_its_numbers_and_by_its_heading_where_it_has_none() -> None:
    assert citations(CLAUSES) == NAMED


@pytest.mark.parametrize(
    ("wording", "then"),
    [
        (f"see [Article 9](clause:{B}) and [](clause:{C})", f"see [Article 3](clause:{B}) and [Article 3, 2](clause:{C})"),
        (f"[inhabitants](term:{B})", f"[inhabitants](term:{B})"),
        (f"[Preamble](clause:{D})", f"[Preamble (draft)](clause:{D})"),
        ("[Article 7](clause:0f8fad5b-d9cb-469f-a165-70867728950f)", "[Article 7](clause:0f8fad5b-d9cb-469f-a165-70867728950f)"),
        ("[law](https://x.example)", "[law](https://x.example)"),
    ],
)
def test_references_follow_their_clauses(wording: str, then: str) -> None:
    assert followed(wording, NAMED) == then == followed(then, NAMED)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("as in [[article 3, 2]]", f"as in [Article 3, 2](clause:{C})"), ("as in [[Article 12]]", "as in [[Article 12]]"), ("[[]]", "[[]]")],
)
def test_a_number_in_double_brackets_becomes_a_reference_where_it_is_known(typed: str, kept: str) -> None:
    assert spelt_out(typed, NAMED) == kept


def test_a_name_that_two_clauses_share_refers_to_neither() -> None:
    assert spelt_out("[[Article 3]]", {A: "Article 3", B: "Article 3"}) == "[[Article 3]]"


def test_what_a_wording_names_and_defines() -> None:
    wording = f"An [inhabitant](term:) has [a home](term:{A}), see [Article 3](clause:{B})."
    assert (named_in(wording), terms_defined(wording)) == ({A, B}, ["inhabitant"])
    assert without_references(wording) == "An inhabitant has a home, see Article 3."
