"""How each act reads. A sentence is never put together from pieces: every language orders its words itself."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from charterhub.journal.models import Entry

SENTENCES = {
    "person.registered": _l("%(actor)s opened an account"),
    "person.confirmed": _l("%(actor)s confirmed an e-mail address"),
    "person.knocked": _l("Somebody tried to open an account with an address that has one"),
    "person.confirmation_asked": _l("The letter with the confirmation link was asked for again"),
    "person.password_link_asked": _l("A link to choose a new password was asked for"),
    "person.password_changed": _l("%(actor)s chose a new password"),
    "person.language_chosen": _l("%(actor)s chose the language of pages and letters"),
    "person.settled": _l("%(actor)s said where they live"),
    "role.granted": _l("%(actor)s gave a role"),
    "enrolment.received": _l("%(place)s sent its enrolment form, signed by %(signer)s"),
    "enrolment.admitted": _l("%(place)s was admitted to the campaign"),
    "enrolment.refused": _l("The enrolment form of %(place)s was refused"),
    "enrolment.checked": _l("The enrolment form of %(place)s was checked"),
    "enrolment.asked": _l("The committee asked %(place)s a question about its enrolment form"),
    "enrolment.answered": _l("A question about the enrolment form of %(place)s was answered"),
    "draft.begun": _l("%(actor)s began an enrolment form"),
    "draft.saved": _l("%(actor)s saved a step of an enrolment form"),
    "attachment.received": _l("%(actor)s added a document to an enrolment form"),
    "attachment.removed": _l("%(actor)s removed a document from an enrolment form"),
    "member.stage_entered": _l("%(place)s: %(stage)s"),
    "member.reaffirmed": _l("%(place)s reaffirmed its commitment under %(head)s"),
    "member.imported": _l("%(place)s was entered from a list of existing members"),
    "mandate.ends_soon": _l("%(place)s was reminded that a mandate ends soon"),
    "focal_point.handed_over": _l("%(place)s named a new focal point"),
    "official.invited": _l("A colleague was invited to act for %(place)s"),
    "official.joined": _l("%(actor)s became an official of %(place)s"),
    "page.written": _l("%(actor)s wrote a page on the campaign"),
    "charter.imported": _l("%(actor)s imported “%(title)s” as a draft"),
    "sheet.received": _l("%(actor)s sent a text to be imported"),
    "sheet.corrected": _l("%(actor)s corrected a text before importing it"),
    "edition.added": _l("%(actor)s added a language edition: “%(title)s”"),
    "clause.drafted": _l("%(actor)s added %(clause)s to the draft"),
    "clause.renumbered": _l("%(actor)s gave a clause another number: %(clause)s"),
    "clause.removed": _l("%(actor)s took %(clause)s out of the draft"),
    "clause.revised": _l("%(actor)s gave %(clause)s a new wording in the draft"),
    "version.published": _l("Version %(number)s was published: %(note)s"),
    "phase.entered": _l("The charter entered the phase: %(phase)s"),
    "charter.adopted": _l("Version %(number)s was adopted by %(body)s: %(act)s"),
    "comment.posted": _l("%(actor)s commented on %(clause)s"),
    "comment.withdrawn": _l("A comment on %(clause)s was withdrawn by its author"),
    "comment.answered": _l("A comment on %(clause)s was answered: %(disposition)s"),
    "commitment.made": _l("%(place)s made a commitment: “%(title)s”"),
    "commitment.revised": _l("%(place)s changed its commitment “%(title)s”"),
    "commitment.status_declared": _l("%(place)s declared on its commitment “%(title)s”: %(status)s"),
    "commitment.reported": _l("%(place)s reported on its commitment “%(title)s”: %(status)s"),
    "commitment.milestone_set": _l("%(place)s set a milestone of “%(title)s”: %(milestone)s"),
    "commitment.milestone_settled": _l("Milestone of “%(title)s”: %(milestone)s: %(state)s"),
    "commitment.indicator_chosen": _l("%(place)s chose an indicator for “%(title)s”: %(indicator)s"),
    "commitment.indicator_read": _l("Indicator of “%(title)s”: %(indicator)s: %(value)s"),
    "commitment.assessed": _l("%(actor)s assessed the commitment “%(title)s” of %(place)s"),
    "commitment.viewed": _l("Somebody who lives in %(place)s said what they notice of the commitment “%(title)s”"),
    "commitment.view_withdrawn": _l("Somebody who lives in %(place)s took back a view on the commitment “%(title)s”"),
    "amendment.tabled": _l("%(actor)s tabled amendment %(number)s on %(clause)s"),
    "amendment.withdrawn": _l("Amendment %(number)s was withdrawn by its proposer"),
    "amendment.disposed": _l("Amendment %(number)s: %(outcome)s"),
    "round.prepared": _l("The voting round “%(title)s” was prepared"),
    "two_person_rule.set": _l("From now on two officials open and count every vote"),
    "two_person_rule.lifted": _l("From now on one official alone can open and count a vote"),
    "round.opening_asked": _l("%(actor)s asked for the opening of the voting round “%(title)s”; a second official has to confirm it"),
    "round.closing_asked": _l("%(actor)s asked for the count of the voting round “%(title)s”; a second official has to confirm it"),
    "round.opened": _l("The voting round “%(title)s” opened with a roll of %(roll)s"),
    "round.extended": _l("Voting goes on longer in the round “%(title)s”: %(reason)s"),
    "round.cancelled": _l("The voting round “%(title)s” was cancelled and its ballots destroyed unread: %(reason)s"),
    "round.annulled": _l("The result of the voting round “%(title)s” was annulled: %(reason)s"),
    "round.closed": _l("The voting round “%(title)s” closed"),
    "roll_call.answered": _l("%(place)s voted in the roll call “%(title)s”"),
}

WORDS = {
    "drafting": _l("drafting"),
    "consultation": _l("consultation"),
    "amending": _l("amending"),
    "voting": _l("voting"),
    "adopted": _l("adopted"),
    "accepted": _l("accepted"),
    "accepted_in_part": _l("accepted in part"),
    "noted": _l("noted"),
    "declined": _l("declined"),
    "out_of_scope": _l("out of scope"),
    "duplicate": _l("duplicate"),
    "adopted_as_modified": _l("adopted as modified"),
    "rejected": _l("rejected"),
    "proposed": _l("proposed, open for comment"),
    "in_progress": _l("in progress"),
    "limited": _l("limited progress"),
    "substantial": _l("substantial progress"),
    "completed": _l("completed"),
    "stalled": _l("stalled"),
    "reached": _l("reached"),
    "missed": _l("missed"),
    "dropped": _l("dropped"),
    "open": _l("open"),
    "listed": _l("listed"),
    "active": _l("active"),
    "report_due": _l("report due"),
    "overdue": _l("report overdue"),
    "on_hold": _l("on hold"),
    "reaffirmed": _l("reaffirmed"),
    "withdrawn": _l("withdrawn"),
}


def sentence(entry: Entry) -> Markup:
    """The entry in the reader's language. Words from fixed lists are translated; names, titles and numbers are left as
    they are and stand each in a `<bdi>`, so that an Arabic pseudonym does not turn an English sentence around."""
    facts = {key: WORDS.get(value, value) if isinstance(value, str) else value for key, value in entry.facts.items()}
    known = SENTENCES.get(entry.action)
    words = {"actor": entry.actor_shown_as or gettext("Someone"), **facts}
    isolated = {key: Markup("<bdi>{}</bdi>").format(word) for key, word in words.items()}
    return Markup(known) % isolated if known else escape(entry.action)
