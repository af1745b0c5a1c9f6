"""Going through a published ledger entry by entry, believing nothing: every fault is kept under the check it belongs to.

A secret vote shows commitments, which reveals open after the close; a roll call shows member, choices and statement in
clear. Of each ballot only its commitment and its standing are remembered, 33 bytes, so that a million fit anywhere.
"""

import json
from collections import Counter
from typing import Any

from charterhub.counting.ledger import canonical, digest, entry_line, vote_of
from charterhub.counting.receipt import commitment
from charterhub.counting.results import result_of, rule_from_data

CHECKS = ("form", "definition", "chain", "order", "replacements", "commitments", "complete", "participation", "result", "heads")
NO_BALLOT, LYING, REPLACED, REVEALED = range(4)
BEFORE, OPEN, CLOSED, COUNTED, CERTIFIED = range(5)
STAGES = {  # kind: the stages it may come in, and the one that follows
    "open": ((BEFORE,), OPEN),
    "cast": ((OPEN,), OPEN),
    "replace": ((OPEN,), OPEN),
    "extend": ((OPEN,), OPEN),
    "close": ((OPEN,), CLOSED),
    "reveal": ((CLOSED,), CLOSED),
    "tally": ((CLOSED,), COUNTED),
    "certify": ((COUNTED,), CERTIFIED),
}
ANYWHERE = ("annul", "note")
HASH_BYTES, FAULTS_KEPT = 32, 3


class Recount:
    """Feed it every line with `take`, then ask `finish`."""

    def __init__(self, definition: dict[str, Any]) -> None:
        self.definition = definition
        self.previous = digest(canonical(definition))
        self.vote = vote_of(self.previous)
        self.faults: dict[str, list[str]] = {check: [] for check in CHECKS}
        self.counts = {question["id"]: Counter[str]() for question in definition["questions"]}
        self.seq, self.stage, self.ballots, self.roll = 0, BEFORE, 0, 0
        self.commitments, self.standing = bytearray(), bytearray()
        self.last_code, self.participation = "", 0
        self.by_member: dict[str, int] = {}
        self.in_clear: dict[int, dict[str, str]] = {}
        self.published: dict[str, Any] | None = None
        self.annulled = False
        self.ahead = False  # something kept is newer than what is published of a running vote

    def take(self, line: str) -> str:
        """Check one entry and say its hash."""
        self.commitments += bytes(HASH_BYTES)
        self.standing.append(NO_BALLOT)
        found = digest(line)
        try:
            self._read(line, json.loads(line))
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
            self.fault("form", f"#{self.seq}: {type(error).__name__} {error}")
        self.previous, self.seq = found, self.seq + 1
        return found

    def finish(self) -> None:
        """What can only be said at the end."""
        lying = self.standing.count(LYING)
        cancelled = self.annulled and self.stage < CLOSED
        if self.stage < COUNTED and not cancelled:
            self.fault("complete", "")
        if not self.roll_call and lying and not cancelled:
            counted = self.standing.count(REVEALED)
            self.fault("complete", f"{counted + lying} ≠ {counted}")
        if self.stage >= CLOSED and self.ballots != self.participation:
            self.fault("participation", f"{self.participation} ≠ {self.ballots}")
        if self.ballots > self.roll:
            self.fault("participation", f"{self.ballots} > {self.roll}")
        if self.published is not None and self.published != (recounted := self.results()):
            self._compare(self.published, recounted)

    @property
    def running(self) -> bool:
        """Opened, and neither closed nor cancelled: ballots are still shut, so there is nothing to count."""
        return self.stage == OPEN and not self.annulled

    @property
    def roll_call(self) -> bool:
        return self.definition["secrecy"] == "roll_call"

    def results(self) -> dict[str, Any]:
        """Every question counted anew; one that cannot be counted is a fault."""
        counted, rule = {}, rule_from_data(self.definition["rule"])
        for question in self.definition["questions"]:
            try:
                counted[question["id"]] = result_of(question, self._choices(question["id"]).elements(), self.roll, rule)
            except ValueError as error:
                self.fault("result", str(error))
        return counted

    def fault(self, check: str, what: str) -> None:
        if len(self.faults[check]) < FAULTS_KEPT:
            self.faults[check].append(what)

    def _compare(self, published: dict[str, Any], recounted: dict[str, Any]) -> None:
        """Say what differs: the numbers published, and those that come out."""
        for question in sorted(published.keys() | recounted.keys()):
            said, found = published.get(question), recounted.get(question)
            if not isinstance(said, dict) or not isinstance(found, dict):
                said, found = {"": said}, {"": found}
            for name in sorted(said.keys() | found.keys()):
                if said.get(name) != found.get(name):
                    self.fault("result", f"{question} {name} {canonical(said.get(name))} ≠ {canonical(found.get(name))}")

    def _read(self, line: str, entry: dict[str, Any]) -> None:
        kind, body = entry["kind"], entry["body"]
        if entry["seq"] != self.seq or entry["prev"] != self.previous or entry["vote"] != self.vote:
            self.fault("chain" if self.seq else "definition", f"#{self.seq}")
            self.vote = self.vote if self.seq else entry["vote"]
        if entry_line(entry["vote"], entry["seq"], kind, body, entry["prev"]) != line:
            self.fault("form", f"#{self.seq}")
        if kind not in ANYWHERE:
            stages, following = STAGES[kind]
            if self.stage not in stages or self.annulled:
                self.fault("order", f"#{self.seq} {kind}")
            self.stage = following
        if read := getattr(self, f"_{kind}", None):
            read(body)

    def _open(self, body: dict[str, Any]) -> None:
        self.roll = body["roll"]
        if self.roll != self.definition["roll"]:
            self.fault("participation", f"{self.roll} ≠ {self.definition['roll']}")

    def _cast(self, body: dict[str, Any]) -> None:
        self.ballots += 1
        if self.roll_call and body["member"] in self.by_member:
            self.fault("replacements", f"#{self.seq}")
        if self.roll_call and body["member"] not in self.definition["members"]:
            self.fault("participation", f"#{self.seq} {body['member']}")
        self._lay(body)

    def _replace(self, body: dict[str, Any]) -> None:
        replaced = body["replaces"]
        if self._standing(replaced) != LYING or (self.roll_call and self.by_member.get(body["member"]) != replaced):
            self.fault("replacements", f"#{self.seq}")
        else:
            self.standing[replaced] = REPLACED
            self.in_clear.pop(replaced, None)
        self._lay(body)

    def _lay(self, body: dict[str, Any]) -> None:
        self.standing[self.seq] = LYING
        if self.roll_call:
            self.by_member[body["member"]] = self.seq
            self.in_clear[self.seq] = body["choices"]
        else:
            self.commitments[self.seq * HASH_BYTES : (self.seq + 1) * HASH_BYTES] = bytes.fromhex(body["commitment"])

    def _close(self, body: dict[str, Any]) -> None:
        self.participation = body["participation"]

    def _reveal(self, body: dict[str, Any]) -> None:
        opened, code, choices = body["seq"], body["code"], body["choices"]
        if self._standing(opened) != LYING or code <= self.last_code:
            self.fault("replacements", f"#{self.seq} {code}")
            return
        expected = self.commitments[opened * HASH_BYTES : (opened + 1) * HASH_BYTES].hex()
        if commitment(self.vote, code, choices, body["random"]) != expected:
            self.fault("commitments", f"#{self.seq} {code}")
        self.standing[opened], self.last_code = REVEALED, code
        for question, choice in choices.items():
            self.counts[question][choice] += 1

    def _annul(self, _body: dict[str, Any]) -> None:
        """Nothing may follow. Annulled before the close, its ballots are never opened."""
        self.annulled = True

    def _tally(self, body: dict[str, Any]) -> None:
        self.published = dict(body["results"])

    def _standing(self, seq: object) -> int:
        known = type(seq) is int and 0 <= seq < len(self.standing)
        return self.standing[seq] if known else NO_BALLOT  # type: ignore[index]

    def _choices(self, question: str) -> Counter[str]:
        if not self.roll_call:
            return self.counts[question]
        return Counter(choices[question] for choices in self.in_clear.values() if question in choices)
