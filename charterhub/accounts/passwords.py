"""Passwords, kept as argon2id hashes alone (RFC 9106). No rules of composition, only length: NIST SP 800-63B, 5.1.1.2."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

SHORTEST, LONGEST = 10, 200
NOBODY = "nobody has this password"


@cache
def hasher(cheap: bool) -> PasswordHasher:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1) if cheap else PasswordHasher()


def hash_password(password: str) -> str:
    return hasher(cheap()).hash(unicodedata.normalize("NFC", password))


def password_fits(password_hash: str | None, password: str) -> bool:
    """Whether it is the password; takes as long where there is no such account, so that the clock tells nobody."""
    try:
        hasher(cheap()).verify(password_hash or hash_of_nobody(cheap()), unicodedata.normalize("NFC", password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def hash_of_nobody(cheap: bool) -> str:
    return hasher(cheap).hash(NOBODY)


def cheap() -> bool:
    return bool(current_app.config.get("CHEAP_PASSWORDS"))
