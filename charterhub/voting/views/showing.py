"""The one page of a round, which is announcement, ballot and result in turn."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from charterhub.counting.example import examples
from charterhub.permissions import can, permission
from charterhub.voting.apart import breakdowns_of
from charterhub.voting.ballot_box import own_choices
from charterhub.voting.bridge import rule_of
from charterhub.voting.forms.ballot import BallotForm, ballot_form
from charterhub.voting.forms.joining import CodeForm, PapersForm
from charterhub.voting.models import VotingRound
from charterhub.voting.passes import has_pass, place_of_reader
from charterhub.voting.places import Place
from charterhub.voting.queries import asked_in, objections_to, reading_language, round_from_url
from charterhub.voting.roll import Participation, eligible_now, participation_apart
from charterhub.voting.views.blueprint import bp
from charterhub.voting.words import COUNTING_RULES, KIND_WORDS, ROUTE_WORDS, standing_of


@bp.get("/rounds/<int:round_id>")
@permission("round.read", round_from_url)
def show(voting_round: VotingRound) -> ResponseReturnValue:
    if voting_round.is_roll_call:
        return redirect(url_for("roll_calls.show", round_id=voting_round.id, language=request.args.get("language")))
    return round_page(place_of_reader(voting_round))


def round_page(place: Place, form: BallotForm | None = None) -> str:
    """The round as it stands now, with the words it asks about in the edition this reader reads."""
    voting_round = place.round
    charter, version, standing = voting_round.charter, voting_round.version, standing_of(voting_round)
    language = reading_language(version, charter.language, request.args.get("language"), str(get_locale()))
    asked = asked_in(voting_round, language)
    apart = participation_apart(voting_round) if voting_round.opened_at else None
    if form is None and can("ballot.cast", place):
        form = ballot_form([one.question for one in asked], own_choices(voting_round, place.entry))
    return render_template(
        "voting/show.html",
        round=voting_round,
        place=place,
        by_pass=has_pass(voting_round),
        charter=charter,
        version=version,
        language=language,
        standing=standing,
        asked=asked,
        rule=rule_of(voting_round),
        participation=apart.together if apart else Participation(eligible_now(voting_round), 0),
        apart=apart,
        breakdowns=breakdowns_of(voting_round) if voting_round.closed_at else {},
        objections=objections_to(voting_round) if voting_round.closed_at else [],
        form=form,
        code_form=CodeForm(formdata=None),
        papers_form=PapersForm(formdata=None),
        examples=examples,
        kind_words=KIND_WORDS,
        counting_rules=COUNTING_RULES,
        routes=ROUTE_WORDS,
    )
