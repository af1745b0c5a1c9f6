"""The public ledger of a vote: numbered entries, each holding the hash of the one before, so that nothing can be changed,
left out or put in later without a break that anybody can see who kept a single hash.

The chain is that of S. Haber and W. S. Stornetta, "How to Time-Stamp a Digital Document", Journal of Cryptology 3 (1991).
An entry is hashed (SHA-256) as canonical JSON: keys sorted, no spaces, whole numbers only, so that it agrees with RFC 8785.
`prev` of entry 0 is the hash of the vote's definition, and `vote` in every entry is the beginning of that same hash.
"""

import hashlib
import json
from typing import Any

KINDS = ("open", "cast", "replace", "extend", "close", "reveal", "tally", "certify", "annul", "note")
VOTE_LENGTH = 16
FORMAT = "charterhub-vote-1"
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    return ENCODER.encode(value)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def vote_of(definition_hash: str) -> str:
    """The name of the vote in its entries, commitments and heads."""
    return definition_hash[:VOTE_LENGTH]


def entry_line(vote: str, seq: int, kind: str, body: dict[str, Any], prev: str) -> str:
    """One entry, as it is published and hashed."""
    if kind not in KINDS:
        raise ValueError(f"no such kind of entry: {kind}")
    return canonical({"vote": vote, "seq": seq, "kind": kind, "body": body, "prev": prev})


def head_statement(vote: str, seq: int, entry_hash: str) -> bytes:
    """What is signed: that the ledger of this vote ends, or ended, with this entry."""
    return canonical({"vote": vote, "seq": seq, "hash": entry_hash}).encode()


def is_checkpoint(seq: int) -> bool:
    """Which heads are published: every tenth of a short ledger, about every hundredth part of a long one."""
    return seq > 0 and seq % 10 ** max(1, len(str(seq)) - 2) == 0
