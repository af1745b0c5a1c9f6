"""A small vote as it is published, and hands that tamper with it: clumsily, by chaining anew, or with the signing key."""

from __future__ import annotations

import io
import json
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from charterhub.counting.bundle import bundle_lines, read_bundle
from charterhub.counting.ledger import FORMAT, canonical, digest, entry_line, head_statement, vote_of
from charterhub.counting.receipt import commitment
from charterhub.counting.results import result_of, rule_from_data
from charterhub.counting.verify import recount

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RULE = {"majority": "simple", "quorum": [1, 2]}
QUESTIONS = [
    {"id": "1", "kind": "for_against", "options": ["for", "against", "abstain"]},
    {"id": "2", "kind": "ranked", "options": ["a", "b", "c"]},
]
MEMBERS = ["azuay", "bogota", "gwangju", "saint-denis"]
Entry = dict[str, Any]


def definition_of(questions: list[Entry], roll: int, secrecy: str = "secret") -> Entry:
    version = {"number": 3, "digest": "ab" * 32}
    key = KEY.public_key().public_bytes_raw().hex()
    return {
        "format": FORMAT, "title": "Homes", "version": version, "questions": questions,
        "rule": RULE, "roll": roll, "secrecy": secrecy, "public_key": key, "members": MEMBERS,
    }  # fmt: skip


@dataclass
class Published:
    """A ledger that is still plain Python: bodies first, chained and signed when it is published."""

    definition: Entry
    bodies: list[tuple[str, Entry]]
    signed_with: Ed25519PrivateKey | None = KEY
    heads: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.vote = vote_of(digest(canonical(self.definition)))
        self.chain()

    def chain(self) -> None:
        """Hash everything anew; sign the end when there is a key."""
        self.lines, prev = [], digest(canonical(self.definition))
        for seq, (kind, body) in enumerate(self.bodies):
            self.lines.append(entry_line(self.vote, seq, kind, body, prev))
            prev = digest(self.lines[-1])
        if self.signed_with:
            self.heads = [self.head(seq) for seq in (0, len(self.lines) - 1)]

    def head(self, seq: int) -> Entry:
        entry_hash = digest(self.lines[seq])
        signature = KEY.sign(head_statement(self.vote, seq, entry_hash)).hex()
        return {"vote": self.vote, "seq": seq, "hash": entry_hash, "signature": signature}

    def text(self) -> str:
        return "".join(bundle_lines(self.definition, self.heads, self.lines))

    def faults(self, *kept: Entry) -> set[str]:
        """The checks that fail, by name."""
        found = recount(read_bundle(io.StringIO(self.text())), kept).faults
        return {check for check, faults in found.items() if faults}

    def where(self, kind: str, which: int = 0) -> int:
        return [seq for seq, (name, _body) in enumerate(self.bodies) if name == kind][which]

    def forged(self, *, with_key: bool) -> Published:
        """A copy to tamper with, whose maker can chain anew and either sign or not."""
        return Published(deepcopy(self.definition), deepcopy(self.bodies), KEY if with_key else None, deepcopy(self.heads))

    def altered(self, seq: int, **changes: Any) -> Published:
        """A copy where one published line says something else and nothing around it was adapted."""
        copy = self.forged(with_key=False)
        entry = json.loads(copy.lines[seq])
        entry["body"] |= changes
        copy.lines[seq] = canonical(entry)
        return copy


def sealed(vote: str, code: str, choices: dict[str, str]) -> Entry:
    random = digest(code)
    return {"code": code, "choices": choices, "random": random, "commitment": commitment(vote, code, choices, random)}


def secret_vote() -> Published:
    """Roll of eight; five voted, one of them twice: for by 3 to 1, b ranked first."""
    definition = definition_of(QUESTIONS, 8)
    vote = vote_of(digest(canonical(definition)))
    said = [("for", "b>a"), ("for", "b>c"), ("for", "a>b"), ("against", "b"), ("abstain", "abstain"), ("against", "c>a")]
    box = [sealed(vote, f"CODE-{letter}", {"1": one, "2": two}) for letter, (one, two) in zip("FBDECA", said)]
    bodies: list[tuple[str, Entry]] = [("open", {"roll": 8})]
    bodies += [("cast", {"commitment": ballot["commitment"]}) for ballot in box[1:]]
    bodies.append(("replace", {"commitment": box[0]["commitment"], "replaces": 5}))
    seqs = {ballot["code"]: seq for seq, ballot in enumerate(box[1:5], start=1)} | {box[0]["code"]: 6}
    final = sorted(box[:5], key=lambda ballot: ballot["code"])
    bodies.append(("close", {"participation": 5}))
    bodies += [
        ("reveal", {"seq": seqs[ballot["code"]], **{key: ballot[key] for key in ("code", "choices", "random")}}) for ballot in final
    ]
    bodies.append(("tally", {"results": results(definition, [ballot["choices"] for ballot in final])}))
    return Published(definition, bodies)


def results(definition: Entry, ballots: list[dict[str, str]]) -> Entry:
    rule = rule_from_data(definition["rule"])
    return {
        question["id"]: result_of(question, [ballot[question["id"]] for ballot in ballots], definition["roll"], rule)
        for question in definition["questions"]
    }


def roll_call() -> Published:
    """Three member governments, one of which changed its vote."""
    definition = definition_of(QUESTIONS[:1], 4, "roll_call")
    said = [("gwangju", "for"), ("saint-denis", "against"), ("bogota", "for")]
    bodies: list[tuple[str, Entry]] = [("open", {"roll": 4})]
    bodies += [("cast", {"member": member, "choices": {"1": choice}, "role": "mayor"}) for member, choice in said]
    bodies.append(("replace", {"member": "saint-denis", "choices": {"1": "for"}, "role": "mayor", "replaces": 2}))
    bodies.append(("close", {"participation": 3}))
    bodies.append(("tally", {"results": results(definition, [{"1": "for"}] * 3)}))
    return Published(definition, bodies)
