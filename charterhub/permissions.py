"""THE table of permissions: action = who & when. Three doors, one table.

`@permission(action, load)` stands on every route, `can(action, subject)` is asked in templates, `require(action,
subject, person)` in operations that scripts call too. The app does not start with a route that names no action, or an
action that is not in the table.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask
from flask_login import current_user

from charterhub.errors import NotAllowed
from charterhub.predicates import (
    Fact,
    administrator,
    answered,
    appealed,
    at_work,
    author,
    by_somebody_else,
    can_be_appealed,
    case_open,
    committee,
    decided_by_somebody_else,
    delegate,
    draft_not_sent,
    drafter,
    editable_still,
    enrolment_unchecked,
    enrolment_undecided,
    everyone,
    has_a_say,
    independent,
    inhabitant_there,
    invitation_open,
    invited,
    ledger_begun,
    not_hidden,
    not_public,
    not_rejoined,
    not_settled,
    not_signed_in,
    not_too_deep,
    not_verified,
    not_withdrawn,
    official_of_member,
    official_who_committed,
    on_the_board,
    on_the_roll,
    open_for,
    outbox_shown,
    phase,
    public_brief,
    published,
    receipts_kept,
    round_closed,
    round_not_opened,
    round_not_voided,
    round_open,
    round_running,
    round_voided,
    shown_in_public,
    signed_in,
    spokesperson,
    to_the_text,
    unanswered,
    undisposed,
    verified,
)
from charterhub.voting_predicates import objection_unanswered, objections_open, round_by_codes, round_by_list, round_counted, round_not_certified

PERMISSIONS: dict[str, Fact] = {
    # action               who & when
    "page.read":           everyone,
    "page.write":          committee,
    "language.choose":     everyone,
    "preferences.choose":  everyone,
    "outbox.read":         outbox_shown,
    "account.register":    not_signed_in,
    "account.confirm":     everyone,
    "account.sign_in":     not_signed_in,
    "account.recover":     everyone,
    "account.sign_out":    signed_in,
    "account.manage":      signed_in,
    "role.grant":          administrator,
    "enrolment.submit":    signed_in,
    "enrolment.list":      committee,
    "enrolment.read":      author | committee,
    "enrolment.check":     committee & enrolment_unchecked,
    "enrolment.decide":    committee & enrolment_undecided,
    "enrolment.answer":    (author | committee) & unanswered,
    "draft.begin":         signed_in,
    "draft.enter":         committee,
    "draft.read":          signed_in,
    "draft.fill":          signed_in & draft_not_sent,
    "member.read":         everyone,
    "member.import":       committee,
    "member.manage":       official_of_member | committee,
    "member.enter_stage":  committee,
    "member.hand_over":    official_of_member | committee,
    "member.reaffirm":     official_of_member | committee,
    "member.invite":       official_of_member,
    "member.describe":     official_of_member,
    "invitation.accept":   invited & invitation_open,
    "charter.import":      official_of_member,
    "agenda.import":       committee,
    "sheet.edit":          drafter,
    "charter.read":        published | drafter | at_work(),
    "charter.draft":       drafter,
    "charter.see_draft":   drafter | at_work(),
    "charter.assign":      drafter,
    "charter.edit":        (drafter | at_work("drafter", "legal", "translator")) & phase("drafting", "consultation", "amending"),
    "charter.publish":     drafter & phase("drafting", "consultation", "amending"),
    "charter.enter_phase": drafter,
    "charter.adopt":       drafter & phase("voting"),
    "comment.read":        published,
    "comment.post":        published & phase("consultation", "amending") & open_for("comment") & has_a_say,
    "comment.reply":       published & phase("consultation", "amending") & has_a_say & not_withdrawn & shown_in_public & not_too_deep,
    "comment.support":     published & phase("consultation", "amending") & has_a_say & by_somebody_else & not_withdrawn & shown_in_public,
    "comment.edit":        author & not_withdrawn & shown_in_public & undisposed & editable_still,
    "comment.settle":      author & not_withdrawn & shown_in_public & to_the_text & not_settled,
    "comment.correct_place": author & not_withdrawn & to_the_text,
    "comment.take_in":     drafter & published & phase("consultation", "amending"),
    "comment.import":      drafter & published,
    "comment.withdraw":    author & not_withdrawn,
    "comment.answer":      drafter & not_withdrawn & shown_in_public & undisposed,
    "contribution.report": published,
    "moderation.read":     published,
    "moderation.work":     drafter,
    "rules.write":         drafter,
    "case.read":           author | drafter,
    "case.decide":         drafter & case_open,
    "case.decide_appeal":  drafter & appealed & decided_by_somebody_else,
    "case.appeal":         author & can_be_appealed,
    "brief.bring":         published & phase("consultation", "amending") & has_a_say,
    "brief.read":          public_brief | spokesperson,
    "brief.edit":          spokesperson & verified & not_public & phase("consultation", "amending"),
    "brief.endorse":       public_brief & has_a_say,
    "comment.handle":      drafter,
    "answers.waive":       drafter & published,
    "answer.rejoin":       author & answered & not_rejoined,
    "organisation.read":   everyone,
    "organisation.present": signed_in,
    "organisation.manage": spokesperson,
    "organisation.speak":  spokesperson & verified,
    "organisation.verify": committee & not_verified,
    "commitment.read":     everyone,
    "commitment.make":     official_of_member,
    "commitment.manage":   official_who_committed & not_withdrawn,
    "commitment.assess":   independent & not_withdrawn,
    "commitment.give_view": inhabitant_there & not_withdrawn,
    "amendment.read":      published,
    "amendment.table":     published & phase("amending") & open_for("amend") & has_a_say,
    "amendment.support":   published & phase("amending") & open_for("support") & has_a_say & by_somebody_else & not_withdrawn & not_hidden & undisposed,
    "amendment.take_back": published & phase("amending") & open_for("support") & has_a_say & by_somebody_else & not_withdrawn & undisposed,
    "amendment.discuss":   published & phase("consultation", "amending") & has_a_say & not_withdrawn & not_hidden,
    "amendment.lapse":     drafter & phase("amending") & not_withdrawn & undisposed,
    "remark.withdraw":     author & not_withdrawn,
    "process.read":        published | drafter,
    "process.set":         drafter,
    "amendment.speak_for": official_of_member,
    "amendment.withdraw":  author & not_withdrawn & undisposed,
    "amendment.dispose":   drafter & phase("amending") & not_withdrawn & undisposed,
    "desk.read":           drafter & published,
    "desk.map":            drafter & published & phase("drafting", "consultation", "amending"),
    "triage.rate":         published & phase("drafting", "consultation", "amending") & on_the_board,
    "group.join":          published & has_a_say,
    "desk.merge":          drafter & published & phase("amending"),
    "two_person_rule.set": official_of_member,
    "list.manage":         official_of_member,
    "identity.use":        everyone,
    "round.read":          published,
    "round.prepare":       drafter & phase("voting"),
    "round.open":          drafter & phase("voting") & round_not_opened & round_not_voided,
    "round.extend":        drafter & round_open,
    "round.void":          drafter & round_not_voided,
    "round.repeat":        drafter & phase("voting") & round_voided,
    "round.close":         drafter & round_running,
    "ballot.cast":         round_open & on_the_roll,
    "place.take":          round_open & round_by_list & signed_in,
    "code.redeem":         round_open & round_by_codes,
    "codes.print":         drafter & round_not_opened & round_not_voided,
    "booth.run":           drafter & round_open,
    "paper.enter":         drafter & round_running,
    "objection.raise":     signed_in & objections_open,
    "objection.answer":    drafter & objection_unanswered,
    "round.certify":       drafter & round_counted & round_not_voided & round_not_certified,
    "tally.read":          everyone & round_closed,
    "ledger.read":         published & ledger_begun,
    "receipt.read":        on_the_roll & receipts_kept,
    "roll_call.answer":    round_open & delegate,
}


def refusal(action: str, subject: Any = None, person: Any = None) -> object | None:
    """The sentence that says why not, or None when the person (by default the one signed in) may."""
    return PERMISSIONS[action].refusal(person or current_user, subject)


def can(action: str, subject: Any = None) -> bool:
    return refusal(action, subject) is None


def require(action: str, subject: Any = None, person: Any = None) -> None:
    """Raise `NotAllowed` with the sentence unless the person may."""
    sentence = refusal(action, subject, person)
    if sentence is not None:
        raise NotAllowed(sentence)


def permission(action: str, load: Callable[..., Any] | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Guard a view. With `load`, the URL's parts become the subject, which is checked and handed to the view."""

    def guard(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(**url: Any) -> Any:
            if load is None:
                require(action)
                return view(**url)
            subject = load(**url)
            require(action, subject)
            return view(subject)

        guarded.permission = action  # type: ignore[attr-defined]
        return guarded

    return guard


def unguarded_routes(app: Flask) -> list[str]:
    """Endpoints that name no action of the table; Flask's own static files are public."""
    return sorted(
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and getattr(view, "permission", None) not in PERMISSIONS
    )


def refuse_unguarded_routes(app: Flask) -> None:
    """Called at the end of `create_app`: better no service than an open door."""
    if missing := unguarded_routes(app):
        raise RuntimeError(f"Routes without a permission from the table: {', '.join(missing)}")
