"""Recounts a published vote and says, check by check, whether it holds. Needs Python 3.11, no network and nothing else.

    python verify.py bundle.json [receipt.json ...] [--language en|es|fr|ar]

A receipt, or any signed head kept from before, is checked against the ledger too: then nobody can have rewritten it since.
Ends with 0 when every check passed, 1 when one failed, 2 when the file is no bundle.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import IO, Any

from charterhub.counting.bundle import Bundle, read_bundle
from charterhub.counting.ed25519 import signature_holds
from charterhub.counting.ledger import canonical, digest, head_statement
from charterhub.counting.receipt import commitment
from charterhub.counting.recount import NO_BALLOT, Recount
from charterhub.counting.verifier_words import LANGUAGES, language_of, say

Head = Mapping[str, Any]


def recount(bundle: Bundle, kept: Sequence[Head] = ()) -> Recount:
    """Everything there is to check; the faults are in what comes back."""
    recounting = Recount(bundle.definition)
    wanted = {head["seq"] for head in (*bundle.heads, *kept)}
    hashes = {}
    for line in bundle.entries:
        seq, found = recounting.seq, recounting.take(line)
        if seq in wanted:
            hashes[seq] = found
    recounting.finish()
    check_heads(recounting, bundle.heads, hashes)
    if kept:
        check_kept(recounting, kept, hashes)
    return recounting


def check_heads(recounting: Recount, heads: Sequence[Head], hashes: Mapping[int, str]) -> None:
    for head in heads:
        if hashes.get(head["seq"]) != head["hash"] or not is_signed(head, recounting):
            recounting.fault("heads", f"#{head['seq']}")
    if recounting.seq - 1 not in {head["seq"] for head in heads}:
        recounting.fault("heads", f"#{recounting.seq - 1}")


def check_kept(recounting: Recount, kept: Sequence[Head], hashes: Mapping[int, str]) -> None:
    """A head must be in the ledger and signed; a receipt must besides open the ballot that lies there."""
    recounting.faults["kept"] = []
    for head in kept:
        if hashes.get(head["seq"]) != head["hash"] or not is_signed(head, recounting) or not is_counted(head, recounting):
            recounting.fault("kept", f"#{head['seq']}")


def is_signed(head: Head, recounting: Recount) -> bool:
    try:
        key, signature = bytes.fromhex(recounting.definition["public_key"]), bytes.fromhex(head["signature"])
    except (ValueError, TypeError, KeyError):
        return False
    return signature_holds(key, head_statement(recounting.vote, head["seq"], head["hash"]), signature)


def is_counted(head: Head, recounting: Recount) -> bool:
    if "random" not in head:
        return True
    start = head["seq"] * 32
    sealed = recounting.commitments[start : start + 32].hex()
    opens = commitment(recounting.vote, head["code"], head["choices"], head["random"]) == sealed
    return opens and recounting.standing[head["seq"]] != NO_BALLOT


def report(recounting: Recount, language: str) -> list[str]:
    """The lines to print."""
    lines = [
        f"{say('vote', language)}: {digest(canonical(recounting.definition))}",
        f"{say('key', language)}: {recounting.definition.get('public_key')}",
    ]
    for check, faults in recounting.faults.items():
        outcome = say("failed" if faults else "passed", language)
        lines.append(f"[{outcome}] {say(check, language)}" + "".join(f" — {what}" for what in faults))
    for question, result in (recounting.published or {}).items():
        lines.append(f"{say('question', language)} {question}: {canonical(result)}")
    return [*lines, say("some_failed" if any(recounting.faults.values()) else "all_passed", language)]


def verify(file: IO[str], kept: Sequence[IO[str]], language: str) -> tuple[int, list[str]]:
    try:
        recounting = recount(read_bundle(file), [json.load(head) for head in kept])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return 2, [f"{say('unreadable', language)}: {type(error).__name__} {error}"]
    return int(any(recounting.faults.values())), report(recounting, language)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bundle")
    parser.add_argument("kept", nargs="*")
    parser.add_argument("--language", choices=LANGUAGES, default=language_of(os.environ.get("LANG", "")))
    given = parser.parse_args(arguments)
    with ExitStack() as files:
        bundle, *kept = [files.enter_context(open(name, encoding="utf-8")) for name in (given.bundle, *given.kept)]
        status, lines = verify(bundle, kept, given.language)
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
