"""The pages a sceptic needs: receipt, ballot by its code, bundle and verifier, as downloaded through the door."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.ballot_box import Receipt, own_receipt
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import certify_round, close_round
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, address, entry_of


@pytest.fixture
def receipt(opened: VotingRound, vote: Vote, amina: Person) -> Receipt:
    vote(amina, opened, "for", "against")
    kept = own_receipt(opened, entry_of(opened, amina))
    assert kept is not None
    return kept


@pytest.fixture
def closed(opened: VotingRound, receipt: Receipt, bruno: Person, later: Later) -> VotingRound:
    later(A_DAY)
    with transaction():
        close_round(bruno, opened)
    return opened


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_voter_reads_and_saves_the_receipt(
    language: str, sign_in: SignIn, amina: Person, opened: VotingRound, receipt: Receipt
) -> None:
    pages = sign_in(amina)
    page = pages.open(f"{address(opened)}/receipt", language=language)
    assert {receipt.code, receipt.random, receipt.head.hash, receipt.head.signature} <= {code.text for code in page.all("code")}
    saved = pages.client.get(f"{address(opened)}/receipt.json")
    assert json.loads(saved.text) == receipt.as_data
    assert saved.headers["Content-Disposition"] == f'attachment; filename="receipt-{opened.id}.json"'


def test_the_way_to_the_receipt_leads_from_the_ballot(sign_in: SignIn, amina: Person, opened: VotingRound) -> None:
    pages = sign_in(amina)
    pages.open(address(opened))
    first = str(opened.questions[0].id)
    pages.submit({f"question_{first}": "for"}, to="/ballots")
    assert "Your ballot is in the box." in pages.follow("Your receipt").text


def test_whoever_has_not_voted_has_no_receipt(sign_in: SignIn, minjun: Person, opened: VotingRound) -> None:
    pages = sign_in(minjun)
    assert "Your receipt" not in pages.open(address(opened)).text
    assert "You have not voted in this round yet" in pages.open(f"{address(opened)}/receipt", status=409).text
    assert pages.client.get(f"{address(opened)}/receipt.json").status_code == 409


def test_nobody_else_reads_a_receipt(sign_in: SignIn, dov: Person, bruno: Person, opened: VotingRound, receipt: Receipt) -> None:
    for stranger in (dov, bruno):
        assert receipt.code not in sign_in(stranger).open(f"{address(opened)}/receipt", status=403).text


def test_after_the_certificate_there_is_no_receipt_but_the_ballot_by_its_code(
    sign_in: SignIn, amina: Person, bruno: Person, closed: VotingRound, receipt: Receipt, later: Later
) -> None:
    pages = sign_in(amina)
    assert receipt.code in pages.open(f"{address(closed)}/receipt").text
    assert pages.open(f"{address(closed)}/check?code={receipt.code}").text.count("opened and counted:") == 1
    later(timedelta(hours=72))
    with transaction():
        certify_round(bruno, closed)
    assert "find yours by its code" in pages.open(f"{address(closed)}/receipt", status=403).text
    pages.open(f"{address(closed)}/check")
    pages.submit(code=receipt.code.lower().replace("-", " ").replace("0", "o"))
    assert "This ballot was opened and counted" in pages.page.text
    assert [text.text for text in pages.page.all("dd")][:2] == ["For", "Against"]


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC", "%", "' OR 1=1", "x" * 500, "٣", "\u202e"])
def test_a_code_of_no_ballot_says_so(code: str, pages: Pages, closed: VotingRound) -> None:
    pages.open(f"{address(closed)}/check")
    assert "There is no counted ballot with this code" in pages.submit(code=code).text


def test_while_the_vote_is_open_no_ballot_is_found_by_its_code(pages: Pages, opened: VotingRound, receipt: Receipt) -> None:
    page = pages.open(f"{address(opened)}/check?code={receipt.code}")
    assert "Ballots are opened when the round has been counted" in page.text
    assert "opened and counted:" not in page.text


def test_a_round_not_open_yet_has_no_ledger(sign_in: SignIn, amina: Person, prepared: VotingRound) -> None:
    for page in ("check", "bundle.json"):
        assert "begins when the round opens" in sign_in(amina).open(f"{address(prepared)}/{page}", status=403).text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_says_what_the_vote_guarantees_and_what_it_cannot(language: str, pages: Pages, closed: VotingRound) -> None:
    page = pages.open(f"{address(closed)}/check", language=language)
    assert [len(section.findall(".//{*}li")) for section in page.all("section")[:2]] == [5, 10]


def test_what_is_downloaded_verifies_itself(
    pages: Pages, closed: VotingRound, receipt: Receipt, tmp_path: Path
) -> None:
    for url in ("/verify.py", f"{address(closed)}/bundle.json"):
        answer = pages.client.get(url)
        (tmp_path / url.rpartition("/")[2]).write_bytes(answer.data)
    (tmp_path / "receipt.json").write_text(json.dumps(receipt.as_data))
    command = [sys.executable, "-I", "-S", "verify.py", "bundle.json", "receipt.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[passed] What you kept agrees with this ledger" in done.stdout


def test_while_the_vote_is_open_the_bundle_shows_no_latest_ballot(pages: Pages, opened: VotingRound, receipt: Receipt) -> None:
    """Else whoever watches the roll fill up would know which entry is whose, and read it when it is opened."""
    bundle = json.loads(pages.client.get(f"{address(opened)}/bundle.json").text)
    assert [entry["kind"] for entry in bundle["entries"]] == ["open"]
    assert receipt.head.hash not in json.dumps(bundle)


def test_no_published_line_names_a_person_or_a_time_of_a_ballot(pages: Pages, closed: VotingRound) -> None:
    bundle = pages.client.get(f"{address(closed)}/bundle.json").text
    people = db.session.scalars(select(Person))
    assert [word for person in people for word in (person.name, person.pseudonym, person.email) if word in bundle] == []
    entries = json.loads(bundle)["entries"]
    assert {entry["kind"] for entry in entries if "at" in entry["body"]} == {"open", "close"}
