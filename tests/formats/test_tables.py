"""Tables for machines: quoting, lists, formulas, and streams that are whole even when they are empty."""

import csv
import io
import json

import pytest

from charterhub.formats.tables import as_csv, as_json, cell

ROWS = [{"name": 'Saint-Denis, "la ville"\nnouvelle', "areas": ["housing", "food"], "since": None}, {"name": "광주", "areas": [], "since": 2026}]


def test_a_csv_table_reads_back_as_it_was() -> None:
    text = "".join(as_csv(("name", "areas", "since"), ROWS))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["name", "areas", "since"], ['Saint-Denis, "la ville"\nnouvelle', "housing; food", ""], ["광주", "", "2026"],
    ]  # fmt: skip


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_only_words(formula: str) -> None:
    assert cell(formula) == f"'{formula}"


@pytest.mark.parametrize("rows", [[], ROWS, ROWS * 3], ids=len)
def test_a_json_stream_is_one_list(rows: list[dict[str, object]]) -> None:
    assert json.loads("".join(as_json(rows))) == rows
