"""Codes that people copy from paper by hand."""

import random

import pytest

from charterhub.comments.codes import ALPHABET, Mistyped, new_receipt, read_receipt, read_sheet_code, sheet_code


@pytest.mark.parametrize(("version", "clause"), [(1, 1), (3, 45), (31, 32), (1023, 1024), (123456, 9876543)])
def test_a_sheets_code_leads_back_however_it_is_written(version: int, clause: int) -> None:
    code = sheet_code(version, clause)
    for typed in (code, code.lower(), f" {code} ", code.replace("-", " "), code.replace("0", "O").replace("1", "l")):
        assert read_sheet_code(typed) == (version, clause)


def test_one_wrong_character_or_two_exchanged_ones_are_noticed() -> None:
    chance = random.Random(6)
    for _each in range(300):
        code = sheet_code(chance.randrange(1, 5000), chance.randrange(1, 90_000))
        for at, letter in enumerate(code):
            other = chance.choice([each for each in ALPHABET if each != letter and {each, letter} != {"0", "Z"}])
            if letter != "-":
                assert refused(code[:at] + other + code[at + 1 :])
            pair = code[at : at + 2]
            if len(set(pair)) == 2 and "-" not in pair and set(pair) != {"0", "Z"}:
                assert refused(code[:at] + pair[::-1] + code[at + 2 :])


def refused(code: str) -> bool:
    try:
        read_sheet_code(code)
    except Mistyped:
        return True
    return False


@pytest.mark.parametrize("typed", ["", "1", "1-2", "1-2-3-4", "1-2-", "U-1-1", "9" * 9 + "-1-1", "'; DROP"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Mistyped):
        read_sheet_code(typed)
    with pytest.raises(Mistyped):
        read_receipt(typed)


def test_a_receipt_is_read_however_it_is_written() -> None:
    receipt = new_receipt()
    assert {read_receipt(typed) for typed in (receipt, receipt.lower(), receipt.replace("-", ""), f" {receipt[:2]} {receipt[2:]} ")} == {receipt}
    assert len({new_receipt() for _each in range(200)}) == 200
