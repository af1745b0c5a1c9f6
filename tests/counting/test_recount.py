"""Tampering of every kind is caught and named: by a clumsy hand, by one that chains anew, and by one with the key."""

import pytest

from charterhub.counting.ledger import canonical
from tests.counting.published import Published, roll_call, sealed, secret_vote

KEYLESS = pytest.mark.parametrize("with_key", [False, True], ids=["without the key", "with the key"])


@pytest.fixture
def vote() -> Published:
    return secret_vote()


def faults_of(forged: Published) -> set[str]:
    forged.chain()
    return forged.faults()


@pytest.mark.parametrize("publish", [secret_vote, roll_call])
def test_an_honest_vote_passes_every_check(publish) -> None:
    assert publish().faults() == set()


def test_an_altered_choice_breaks_commitment_and_chain(vote: Published) -> None:
    reveal = vote.where("reveal")
    assert vote.altered(reveal, choices={"1": "against", "2": "b"}).faults() == {"chain", "commitments", "result"}


@KEYLESS
def test_an_altered_choice_is_caught_though_everything_was_chained_anew(vote: Published, with_key: bool) -> None:
    forged = vote.forged(with_key=with_key)
    forged.bodies[forged.where("reveal")][1]["choices"] = {"1": "against", "2": "b"}
    assert faults_of(forged) - {"heads"} == {"commitments", "result"}
    assert ("heads" in forged.faults()) is not with_key


def test_a_dropped_entry_breaks_the_chain(vote: Published) -> None:
    forged = vote.forged(with_key=False)
    del forged.lines[3]
    assert {"chain", "heads"} <= forged.faults()


def test_a_dropped_ballot_is_caught_though_everything_was_chained_anew(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    del forged.bodies[forged.where("reveal", 2)]
    assert faults_of(forged) == {"complete", "result"}


def test_a_dropped_end_leaves_the_vote_unfinished_and_unsigned(vote: Published) -> None:
    forged = vote.forged(with_key=False)
    del forged.lines[-1]
    assert forged.faults() == {"complete", "heads"}


def test_swapped_entries_break_the_chain(vote: Published) -> None:
    forged = vote.forged(with_key=False)
    forged.lines[1], forged.lines[2] = forged.lines[2], forged.lines[1]
    assert "chain" in forged.faults()


def test_reveals_in_another_order_are_caught_though_chained_anew(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    first = forged.where("reveal")
    forged.bodies[first], forged.bodies[first + 1] = forged.bodies[first + 1], forged.bodies[first]
    assert "replacements" in faults_of(forged)


def test_a_forged_head_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=False)
    forged.heads[0]["signature"] = "00" * 64
    assert forged.faults() == {"heads"}


def test_a_head_of_another_ledger_is_caught(vote: Published) -> None:
    vote.heads.append(vote.head(3) | {"seq": 2})
    assert vote.faults() == {"heads"}


@KEYLESS
def test_an_extra_ballot_is_one_more_than_took_part(vote: Published, with_key: bool) -> None:
    forged = vote.forged(with_key=with_key)
    extra = sealed(forged.vote, "CODE-Z", {"1": "against", "2": "c"})
    forged.bodies.insert(forged.where("close"), ("cast", {"commitment": extra["commitment"]}))
    revealed = {key: extra[key] for key in ("code", "choices", "random")}
    seq = forged.where("close") - 1
    forged.bodies.insert(forged.where("tally"), ("reveal", {"seq": seq, **revealed}))
    assert faults_of(forged) - {"heads"} == {"participation", "result"}
    assert ("heads" in forged.faults()) is not with_key


def test_more_ballots_than_the_roll_are_caught_though_the_participation_was_adapted() -> None:
    forged = secret_vote()
    forged.definition["roll"] = forged.bodies[0][1]["roll"] = 4
    assert "participation" in Published(forged.definition, forged.bodies).faults()


def test_a_ballot_opened_that_nobody_put_in_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    body = forged.bodies[forged.where("reveal")][1]
    forged.bodies.insert(forged.where("tally"), ("reveal", body | {"code": "CODE-Z", "seq": 0}))
    assert "replacements" in faults_of(forged)


@pytest.mark.parametrize(
    "rule", [{"majority": "two_thirds", "quorum": [1, 2]}, {"majority": "simple", "quorum": [0, 1]}], ids=["majority", "quorum"]
)
def test_a_changed_rule_is_not_the_one_the_ledger_began_with(vote: Published, rule: dict[str, object]) -> None:
    vote.definition["rule"] = rule
    assert "definition" in vote.faults()


def test_a_wrong_version_is_not_the_one_the_ledger_began_with(vote: Published) -> None:
    vote.definition["version"] = {"number": 4, "digest": "cd" * 32}
    assert vote.faults() == {"definition"}


@KEYLESS
def test_a_vote_moved_to_another_version_opens_no_ballot(vote: Published, with_key: bool) -> None:
    version = {"number": 4, "digest": "cd" * 32}
    moved = Published(vote.definition | {"version": version}, vote.bodies, None, vote.heads)
    moved.signed_with = vote.signed_with if with_key else None
    assert faults_of(moved) - {"heads"} == {"commitments"}


def test_a_duplicated_ballot_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    last = forged.where("reveal", -1)
    forged.bodies.insert(last, forged.bodies[last])
    assert faults_of(forged) == {"replacements"}


def test_a_replaced_ballot_that_is_opened_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    forged.bodies[forged.where("reveal")][1]["seq"] = 5
    assert "replacements" in faults_of(forged)


def test_a_ballot_replaced_twice_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    forged.bodies.insert(7, ("replace", {"commitment": "00" * 32, "replaces": 5}))
    assert "replacements" in faults_of(forged)


def test_a_ballot_cast_after_the_close_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    forged.bodies.insert(forged.where("close") + 1, ("cast", {"commitment": "00" * 32}))
    assert "order" in faults_of(forged)


def test_a_changed_result_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    forged.bodies[-1][1]["results"]["1"]["carried"] = False
    assert faults_of(forged) == {"result"}


def test_a_choice_nobody_could_make_is_caught(vote: Published) -> None:
    forged = vote.forged(with_key=True)
    ballot = sealed(forged.vote, "CODE-A", {"1": "maybe", "2": "b"})
    forged.bodies[1] = ("cast", {"commitment": ballot["commitment"]})
    forged.bodies[forged.where("reveal")] = ("reveal", {"seq": 1, **{key: ballot[key] for key in ("code", "choices", "random")}})
    assert "result" in faults_of(forged)


@pytest.mark.parametrize("line", ["{}", "[]", "7", "no JSON", '{"kind":"reveal","body":{"seq":-1}}', '{"kind":"cast","body":null}'])
def test_a_line_that_makes_no_sense_is_a_fault_and_not_an_accident(vote: Published, line: str) -> None:
    vote.lines[4] = line
    assert {"form", "chain"} <= vote.faults()


def test_a_line_written_otherwise_is_caught(vote: Published) -> None:
    """Twice the same key: two programs could read two different ballots in it."""
    vote.lines[2] = vote.lines[2].replace('"kind":"cast"', '"kind":"note","kind":"cast"')
    assert {"form", "chain"} == vote.faults()


@KEYLESS
def test_a_receipt_shows_that_the_ledger_was_rewritten_even_with_the_key(vote: Published, with_key: bool) -> None:
    kept = vote.head(2)
    forged = vote.forged(with_key=with_key)
    forged.bodies[2] = ("cast", {"commitment": "00" * 32})
    forged.chain()
    assert "kept" in forged.faults(kept)


def test_a_receipt_agrees_with_the_ledger_it_came_from(vote: Published) -> None:
    ballot = sealed(vote.vote, "CODE-B", {"1": "for", "2": "b>c"})
    assert vote.faults(vote.head(1) | ballot, vote.head(2)) == set()


def test_a_receipt_that_claims_another_choice_does_not_open_its_ballot(vote: Published) -> None:
    ballot = sealed(vote.vote, "CODE-B", {"1": "for", "2": "b>c"})
    assert vote.faults(vote.head(1) | ballot | {"choices": {"1": "against"}}) == {"kept"}


@pytest.mark.parametrize(("place", "change"), [(2, {"choices": {"1": "for"}}), (4, {"replaces": 1}), (3, {"member": "gwangju"})])
def test_a_roll_call_altered_is_caught(place: int, change: dict[str, object]) -> None:
    assert "chain" in roll_call().altered(place, **change).faults()


def test_a_member_has_one_vote_in_a_roll_call() -> None:
    forged = roll_call()
    forged.bodies[3][1]["member"] = "gwangju"
    forged.chain()
    assert "replacements" in forged.faults()


def test_a_vote_of_somebody_who_is_no_member_is_caught() -> None:
    forged = roll_call()
    forged.bodies[3][1]["member"] = "atlantis"
    assert faults_of(forged) == {"participation"}


def test_a_member_cannot_replace_what_another_said() -> None:
    forged = roll_call()
    forged.bodies[4][1]["replaces"] = 1
    assert "replacements" in faults_of(forged)


def test_the_bundle_can_be_laid_out_anew_and_still_be_read(vote: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = ",".join(vote.lines)
    whole = '{\n"entries": [' + entries + '], "heads": ' + canonical(vote.heads) + ', "definition": ' + canonical(vote.definition) + "}"
    monkeypatch.setattr(Published, "text", lambda _self: whole)
    assert vote.faults() == set()
