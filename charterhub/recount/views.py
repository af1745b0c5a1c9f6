"""Checking a vote: bundle, verifier, receipt, and the page that says what a vote here guarantees and what it cannot."""

from tempfile import TemporaryFile

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wsgi import wrap_file

from charterhub.counting.assemble import verifier
from charterhub.counting.ledger import canonical, digest
from charterhub.counting.receipt import read_code
from charterhub.errors import NotOpen
from charterhub.permissions import permission
from charterhub.recount.queries import published_bundle
from charterhub.voting.ballot_box import Receipt, opened_ballot, own_receipt
from charterhub.voting.ledger.chain import definition_of, published_heads
from charterhub.voting.models import VotingRound
from charterhub.voting.passes import place_from_url
from charterhub.voting.places import Place
from charterhub.voting.queries import asked_in, round_from_url

bp = Blueprint("recount", __name__)
LONGEST_CODE, HEADS_SHOWN = 40, 10


@bp.get("/rounds/<int:round_id>/check")
@permission("ledger.read", round_from_url)
def check(voting_round: VotingRound) -> ResponseReturnValue:
    definition, heads = definition_of(voting_round.id), published_heads(voting_round.id)
    typed = request.args.get("code", "")[:LONGEST_CODE]
    return render_template(
        "recount/check.html",
        round=voting_round,
        definition=definition,
        definition_hash=digest(canonical(definition)),
        heads=heads[-HEADS_SHOWN:],
        language=str(get_locale()),
        typed=typed,
        code=read_code(typed),
        ballot=opened_ballot(voting_round, read_code(typed)) if typed else [],
        names=names_of_questions(voting_round),
    )


@bp.get("/rounds/<int:round_id>/bundle.json")
@permission("ledger.read", round_from_url)
def bundle(voting_round: VotingRound) -> ResponseReturnValue:
    """Written out first: one state of the ledger, and no database held by a slow line. The response closes the file."""
    file = TemporaryFile()  # noqa: SIM115
    file.writelines(line.encode() for line in published_bundle(voting_round))
    file.seek(0)
    return saved_as(f"vote-{voting_round.id}.json", "application/json", wrap_file(request.environ, file))


@bp.get("/verify.py")
@permission("page.read")
def verifier_file() -> ResponseReturnValue:
    return saved_as("verify.py", "text/x-python", verifier())


@bp.get("/rounds/<int:round_id>/receipt")
@permission("receipt.read", place_from_url)
def receipt(place: Place) -> ResponseReturnValue:
    kept = receipt_of_reader(place)
    return render_template("recount/receipt.html", round=place.round, receipt=kept, names=names_of_questions(place.round))


@bp.get("/rounds/<int:round_id>/receipt.json")
@permission("receipt.read", place_from_url)
def receipt_file(place: Place) -> ResponseReturnValue:
    kept = receipt_of_reader(place)
    return saved_as(f"receipt-{place.round.id}.json", "application/json", canonical(kept.as_data) + "\n")


def receipt_of_reader(place: Place) -> Receipt:
    kept = own_receipt(place.round, place.entry)
    if kept is None and place.round.detached:
        raise NotOpen(_("In this round nothing links you to a ballot, so a receipt is shown once, after voting, and never again."))
    if kept is None:
        raise NotOpen(_("You have not voted in this round yet, so there is no receipt."))
    return kept


def names_of_questions(voting_round: VotingRound) -> dict[str, str]:
    return {str(one.question.position): one.name for one in asked_in(voting_round, str(get_locale()))}


def saved_as(name: str, mimetype: str, content: object) -> Response:
    """A file to keep. It may hold a receipt, so no cache on the way keeps it too."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(content, mimetype=mimetype, headers=headers)  # type: ignore[arg-type]
