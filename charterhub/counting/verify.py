"""Recounts a published vote and says, check by check, whether it holds. Needs Python 3.11, no network and nothing else.

    python verify.py bundle.json [receipt.json ...] [--language en|es|fr|ar]

A receipt, or any signed head kept from before, is checked against the ledger too: then nobody can have rewritten it since.
Ends with 0 when every check passed, 1 when one failed, 2 when a file is no bundle or no receipt, 3 when nothing is wrong but
the vote is still open.
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
from charterhub.counting.verifier_words import LANGUAGES, language_of, say, say_result

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
        if recounting.running and head["seq"] >= recounting.seq and is_signed(head, recounting):
            recounting.ahead = True
        elif hashes.get(head["seq"]) != head["hash"] or not is_signed(head, recounting) or not is_counted(head, recounting):
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
    definition = recounting.definition
    charter = definition.get("charter") or {}
    lines = [f"{say('vote_on', language)}: {charter['title']} ({definition.get('address')})"] if "title" in charter else []
    lines += [
        f"{say('vote', language)}: {digest(canonical(definition))}",
        f"{say('key', language)}: {definition.get('public_key')}",
        say("compare", language),
        f"{say('entries', language)}: {recounting.seq}; {say('ballots', language)}: {recounting.ballots}",
    ]
    for check, faults in recounting.faults.items():
        waits = recounting.running and not (faults and check != "complete") and (check in ("complete", "result") or (check == "kept" and recounting.ahead))
        outcome = say("not_yet" if waits else "failed" if faults else "passed", language)
        lines.append(f"[{outcome}] {say(check, language)}" + "".join(f" — {what}" for what in faults if what))
    for question in definition["questions"]:
        result = (recounting.published or {}).get(question["id"])
        if isinstance(result, dict):
            lines.append(f"{say('question', language)} {question['id']}{name_of(question, language)}: {say_result(result, language)}")
    lines += [say("ahead", language)] * recounting.ahead
    lines += [say("numbered", language)] * (status_of(recounting) == 1)
    return [*lines, say({0: "all_passed", 1: "some_failed", 3: "running"}[status_of(recounting)], language)]


def name_of(question: Mapping[str, Any], language: str) -> str:
    """In the reader's language where the vote was put in it, else in another one."""
    wordings = question.get("wordings") or {}
    worded = wordings.get(language) or next(iter(wordings.values()), {})
    return f" ({worded['name']})" if "name" in worded else ""


def status_of(recounting: Recount) -> int:
    wrong = {check for check, faults in recounting.faults.items() if faults}
    return 3 if recounting.running and wrong == {"complete"} else int(bool(wrong))


def verify(file: IO[str], kept: Sequence[IO[str]], language: str) -> tuple[int, list[str]]:
    try:
        recounting = recount(read_bundle(file), [json.load(head) for head in kept])
        return status_of(recounting), report(recounting, language)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return 2, [f"{say('unreadable', language)}: {type(error).__name__} {error}"]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bundle")
    parser.add_argument("kept", nargs="*")
    parser.add_argument("--language", choices=LANGUAGES, default=language_of(os.environ.get("LANG", "")))
    given = parser.parse_args(arguments)
    with ExitStack() as files:
        try:
            bundle, *kept = [files.enter_context(open(name, encoding="utf-8")) for name in (given.bundle, *given.kept)]
            status, lines = verify(bundle, kept, given.language)
        except OSError as error:
            status, lines = 2, [f"{say('missing', given.language)}: {error.filename}"]
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
