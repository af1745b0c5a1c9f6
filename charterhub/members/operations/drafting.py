"""Filling in the form: begun, kept step by step whether right or not yet, and sent when nothing is missing."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import CHANNELS_OF_DRAFTS, DraftStep, Enrolment, EnrolmentDraft
from charterhub.members.operations.enrolling import submit_enrolment
from charterhub.members.operations.staging import note_stage
from charterhub.members.queries import lock_draft
from charterhub.members.steps import STEPS, as_kept, form_of
from charterhub.permissions import require

WRITTEN_MEANWHILE = _l("Somebody else saved this step while you were writing. Both texts are below; please put them together and save again.")


def begin_draft(author: Person, channel: str = "web") -> EnrolmentDraft:
    """A local government pledges to join by beginning its form; the secretary begins it for a form that came otherwise."""
    require("draft.begin" if channel == "web" else "draft.enter", None, author)
    if channel not in CHANNELS_OF_DRAFTS:
        raise BadInput(_l("Please say how the form came to you."))
    draft = EnrolmentDraft(token=secrets.token_urlsafe(32), author=author, channel=channel, begun_at=clock.now())
    db.session.add(draft)
    note_stage(draft, "pledged", author)
    record("draft.begun", author, draft)
    return draft


def save_step(actor: Person, draft: EnrolmentDraft, name: str, answers: Mapping[str, Any], edition: int) -> DraftStep:
    """Keep what was typed. `edition` is the one the person had before them: 0 where nothing had been saved."""
    require("draft.fill", draft, actor)
    if name not in STEPS:
        raise BadInput(_l("The form has no such step."))
    lock_draft(draft)
    step = draft.step(name)
    if edition != (step.edition if step else 0):
        raise AlreadyDone(WRITTEN_MEANWHILE)
    if step is None:
        step = DraftStep(name=name, edition=0)
        draft.steps.append(step)
    step.answers, step.edition = as_kept(answers), edition + 1
    step.saved_at, step.saved_by_id = clock.now(), actor.id
    record("draft.saved", actor, draft, step=name)
    return step


def send_draft(actor: Person, draft: EnrolmentDraft, language: str) -> Enrolment:
    """The form leaves the hands of those who wrote it. Whoever began it is its sender, whoever of them pressed the button."""
    require("draft.fill", draft, actor)
    lock_draft(draft)
    if draft.sent:
        raise AlreadyDone(_l("This form has been sent already."))
    copy = draft.signed_copy
    form = form_of(draft.answers, language, copy.digest if copy else "")
    draft.enrolment = submit_enrolment(draft.author, form, draft.channel)
    db.session.flush()
    return draft.enrolment
