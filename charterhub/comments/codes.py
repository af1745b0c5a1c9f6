"""Short codes that people copy from paper: one for each clause of a comment sheet, and the receipt of a contribution.

Their letters and digits are Crockford's base 32 (no I, L, O or U, so nothing is read as something else); what people write
instead is understood. A sheet's code names the version and the clause and ends in a check character, so that a slip of the
pen is refused and never lands on another clause. It is computed, not kept.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans("OIL", "011")
RECEIPT_LENGTH = 8
PRIME = 31
LONGEST_PART = 8


class Mistyped(ValueError):
    """This is no code of ours."""


def sheet_code(version_id: int, clause_id: int) -> str:
    """For example "3-1D-K"."""
    version, clause = written(version_id), written(clause_id)
    return f"{version}-{clause}-{check(version + clause)}"


def read_sheet_code(typed: str) -> tuple[int, int]:
    """The version's and the clause's id; raises `Mistyped`."""
    parts = typed.strip().upper().translate(MISREAD).replace(" ", "-").split("-")
    if len(parts) != 3 or not all(parts) or any(len(part) > LONGEST_PART for part in parts):
        raise Mistyped(typed)
    version, clause, last = parts
    if any(letter not in ALPHABET for letter in version + clause) or last != check(version + clause):
        raise Mistyped(typed)
    return number_of(version), number_of(clause)


def written(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, len(ALPHABET))
        digits = ALPHABET[rest] + digits
        if not number:
            return digits


def number_of(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * len(ALPHABET) + ALPHABET.index(digit)
    return number


def check(digits: str) -> str:
    """Weighted by place and modulo a prime, so that one wrong character or two exchanged ones give another."""
    return ALPHABET[sum(place * ALPHABET.index(digit) for place, digit in enumerate(digits, 2)) % PRIME]


def new_receipt() -> str:
    """Cannot be guessed: one of a million million. For example "K7QM-4T2X"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(RECEIPT_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def read_receipt(typed: str) -> str:
    """As it is kept, however it was written; raises `Mistyped`."""
    letters = "".join(letter for letter in typed.upper().translate(MISREAD) if letter.isalnum())
    if len(letters) != RECEIPT_LENGTH or any(letter not in ALPHABET for letter in letters):
        raise Mistyped(typed)
    return f"{letters[:4]}-{letters[4:]}"
