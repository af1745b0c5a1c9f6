"""A ballot closed in an envelope: while the vote runs the ledger shows a commitment alone, and the voter keeps what opens it.

The commitment is SHA-256 over vote, ballot code, choices and 32 random bytes (G. Brassard, D. Chaum, C. Crépeau, "Minimum
Disclosure Proofs of Knowledge", 1988: hiding, because nobody guesses the random bytes; binding, because no other ballot
gives the same hash). The code has 60 random bits in Crockford's letters, which are hard to misread.
"""

import secrets
from collections.abc import Mapping

from charterhub.counting.ledger import canonical, digest

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_GROUPS, GROUP_LENGTH, RANDOM_BYTES = 3, 4, 32
MISREAD = str.maketrans("OIL", "011")


def new_code() -> str:
    """Such as 7Q2M-XK4D-90TB. A byte has eight values for each of the 32 letters, so all are as likely."""
    letters = "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in secrets.token_bytes(CODE_GROUPS * GROUP_LENGTH))
    return _grouped(letters)


def new_random() -> str:
    return secrets.token_hex(RANDOM_BYTES)


def read_code(typed: str) -> str:
    """The code somebody typed from paper: small letters, spaces, and letters taken for digits are forgiven."""
    return _grouped("".join(letter for letter in typed.upper().translate(MISREAD) if letter in CODE_LETTERS))


def commitment(vote: str, code: str, choices: Mapping[str, str], random: str) -> str:
    """`choices` are by the number of the question, as text."""
    return digest(canonical({"vote": vote, "code": code, "choices": dict(choices), "random": random}))


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + GROUP_LENGTH] for start in range(0, len(letters), GROUP_LENGTH))
