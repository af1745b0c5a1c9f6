"""The key that signs heads: made from CHARTERHUB_SIGNING_KEY, or from the secret key where that is not set.

Keep it as long as a round runs: a round's public key is part of its definition, and a head signed with another key is
refused by every verifier.
"""

import hmac

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask import current_app

PURPOSE = b"charterhub: heads of voting ledgers"


def public_key() -> str:
    return _key().public_key().public_bytes_raw().hex()


def sign(statement: bytes) -> str:
    return _key().sign(statement).hex()


def _key() -> Ed25519PrivateKey:
    secret = str(current_app.config.get("SIGNING_KEY") or current_app.config["SECRET_KEY"])
    return Ed25519PrivateKey.from_private_bytes(hmac.digest(secret.encode(), PURPOSE, "sha256"))
