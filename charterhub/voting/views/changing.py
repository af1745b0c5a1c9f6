"""What officials decide about a round under way: a later end, voiding it, asking again. Each on a page that says what it does."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from charterhub import clock
from charterhub.charters.queries import latest_version
from charterhub.errors import BadInput, NotOpen
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.page_form import PageForm
from charterhub.permissions import permission
from charterhub.voting import operations
from charterhub.voting.forms.preparing import ExtensionForm, ReasonForm, RepetitionForm
from charterhub.voting.models import VotingRound
from charterhub.voting.queries import round_from_url
from charterhub.voting.views.blueprint import bp

EXTENDING = (
    _l("Extend the voting round"),
    _l("Everybody gets more time to vote. The new end and your reason are public at once, also in the ledger."),
)
CANCELLING = (
    _l("Cancel the voting round"),
    _l("Voting ends at once. The ballots are destroyed unread and nothing is counted. This cannot be undone; the round can be repeated."),
)
ANNULLING = (
    _l("Annul the result"),
    _l("The result counts for nothing from now on. Ballots and ledger stay readable. This cannot be undone; the round can be repeated."),
)
REPEATING = (
    _l("Repeat the voting round"),
    _l("The same questions are asked again by the same rules, on the latest version. The new round says which one it repeats."),
)
Words = tuple[object, object]


@bp.route("/rounds/<int:round_id>/extension", methods=["GET", "POST"])
@permission("round.extend", round_from_url)
def extend(voting_round: VotingRound) -> ResponseReturnValue:
    form = ExtensionForm()

    def act() -> VotingRound:
        return operations.extend_round(current_user, voting_round, form.closes_at.data, form.reason.data)

    return decision_page(voting_round, form, EXTENDING, "voting.extend", act)


@bp.route("/rounds/<int:round_id>/voiding", methods=["GET", "POST"])
@permission("round.void", round_from_url)
def void(voting_round: VotingRound) -> ResponseReturnValue:
    form = ReasonForm()
    words = ANNULLING if voting_round.closed_at else CANCELLING
    return decision_page(voting_round, form, words, "voting.void", lambda: operations.void_round(current_user, voting_round, form.reason.data))


@bp.route("/rounds/<int:round_id>/repetition", methods=["GET", "POST"])
@permission("round.repeat", round_from_url)
def repeat(voting_round: VotingRound) -> ResponseReturnValue:
    version = latest_version(voting_round.charter)
    if version is None:
        raise NotOpen(_("There is no published version to vote on yet."))
    form = RepetitionForm()

    def act() -> VotingRound:
        return operations.repeat_round(current_user, voting_round, version, form.closes_at.data)

    return decision_page(voting_round, form, REPEATING, "voting.repeat", act)


@bp.get("/members/<slug>/two-person-rule")
@permission("two_person_rule.set", member_from_url)
def two_person_rule(member: Member) -> ResponseReturnValue:
    return render_template("voting/two_person_rule.html", member=member, in_force=operations.has_two_person_rule(member.id))


@bp.post("/members/<slug>/two-person-rule")
@permission("two_person_rule.set", member_from_url)
def set_two_person_rule(member: Member) -> ResponseReturnValue:
    operations.set_two_person_rule(current_user, member, request.form.get("wanted") == "yes")
    flash(_("This is decided, and public in the journal."))
    return redirect(url_for("voting.two_person_rule", slug=member.slug))


def decision_page(voting_round: VotingRound, form: PageForm, words: Words, endpoint: str, act: Callable[[], VotingRound]) -> ResponseReturnValue:
    if form.validate_on_submit():
        try:
            decided = act()
            flash(_("This is decided, and public in the journal."))
            return redirect(url_for("voting.show", round_id=decided.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    heading, consequence = words
    page = render_template(
        "voting/decide.html", round=voting_round, form=form, heading=heading, consequence=consequence, endpoint=endpoint, now=clock.now()
    )
    return page, 422 if form.errors else 200
