"""A vote of a million ballots: how long, and in how much memory, the tally and the stand-alone verifier take.

    .venv/bin/python -m bench.voting [ballots]

One ballot in a hundred is replaced; two questions, one for or against and one ranking four wordings.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from charterhub.counting.assemble import verifier
from charterhub.counting.bundle import bundle_lines
from charterhub.counting.ledger import FORMAT, canonical, digest, entry_line, head_statement, is_checkpoint, vote_of
from charterhub.counting.receipt import commitment
from charterhub.counting.results import result_of, rule_from_data

BALLOTS, LONGEST, MOST_MEMORY = 1_000_000, 30, 500
OPTIONS = ["a", "b", "c", "d"]
QUESTIONS: list[dict[str, Any]] = [{"id": "1", "kind": "for_against", "options": []}, {"id": "2", "kind": "ranked", "options": OPTIONS}]
RULE = {"majority": "two_thirds", "quorum": [1, 4]}
Bodies = Iterator[tuple[str, dict[str, Any]]]


def cast(number: int, chance: random.Random) -> dict[str, Any]:
    choices = {"1": chance.choice(["for", "for", "against", "abstain"]), "2": ">".join(chance.sample(OPTIONS, chance.randint(1, 4)))}
    return {"code": f"{number:012d}", "choices": choices, "random": f"{chance.getrandbits(256):064x}"}


def bodies(vote: str, ballots: int, counted: dict[str, list[str]], results: dict[str, Any]) -> Bodies:
    """The ballots come twice from the same seed, so that they need not be remembered."""
    yield "open", {"roll": ballots}
    seqs, seq, chance = [], 0, random.Random(8)
    for number in range(ballots):
        ballot, seq = cast(number, chance), seq + 1
        first = seq
        if number % 100 == 0:
            yield "cast", {"commitment": digest(str(number))}
            seq += 1
        sealed = commitment(vote, ballot["code"], ballot["choices"], ballot["random"])
        yield ("replace", {"commitment": sealed, "replaces": first}) if seq > first else ("cast", {"commitment": sealed})
        seqs.append(seq)
    yield "close", {"participation": ballots}
    chance = random.Random(8)
    for number in range(ballots):
        ballot = cast(number, chance)
        for question, choice in ballot["choices"].items():
            counted[question].append(choice)
        yield "reveal", {**ballot, "seq": seqs[number]}
    results.update(tallied(counted, ballots))
    yield "tally", {"results": results}


def tallied(counted: dict[str, list[str]], roll: int) -> dict[str, Any]:
    rule, started = rule_from_data(RULE), time.perf_counter()
    results = {question["id"]: result_of(question, counted[question["id"]], roll, rule) for question in QUESTIONS}
    took, memory = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"tally of {roll:,} ballots: {took:.1f} s, {memory:.0f} MB with the ballots themselves (allowed: {LONGEST} s, {MOST_MEMORY} MB)")
    return results


def write(folder: Path, ballots: int) -> None:
    key = Ed25519PrivateKey.generate()
    definition = {
        "format": FORMAT, "questions": QUESTIONS, "rule": RULE, "roll": ballots,
        "secrecy": "secret", "public_key": key.public_key().public_bytes_raw().hex(),
    }  # fmt: skip
    prev = digest(canonical(definition))
    vote, heads, last = vote_of(prev), [], 0
    with open(folder / "lines", "w", encoding="utf-8") as lines:
        for seq, (kind, body) in enumerate(bodies(vote, ballots, {"1": [], "2": []}, {})):
            line = entry_line(vote, seq, kind, body, prev)
            prev, last = digest(line), seq
            lines.write(line + "\n")
            if is_checkpoint(seq) or kind == "tally":
                heads.append({"seq": seq, "hash": prev, "signature": key.sign(head_statement(vote, seq, prev)).hex()})
    with open(folder / "lines", encoding="utf-8") as lines, open(folder / "bundle.json", "w", encoding="utf-8") as bundle:
        bundle.writelines(bundle_lines(definition, heads, (line.rstrip("\n") for line in lines)))
    size = (folder / "bundle.json").stat().st_size / 1e6
    print(f"bundle: {last + 1:,} entries, {len(heads)} signed heads, {size:.0f} MB")


def main(ballots: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, ballots)
        (folder / "verify.py").write_text(verifier(), encoding="utf-8")
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-I", "verify.py", "bundle.json"], cwd=folder, check=False)
        took = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"verification: {took:.1f} s, {memory:.0f} MB (allowed: {LONGEST} s, {MOST_MEMORY} MB)")
    return int(done.returncode != 0 or took > LONGEST or memory > MOST_MEMORY)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else BALLOTS))
