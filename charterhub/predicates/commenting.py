"""Facts about comments, replies, and those who speak for an organisation."""

from datetime import timedelta
from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.predicates.fact import fact

DEEPEST_ANSWERED = 5
"""The depth of a comment that can still be replied to; the reply is one deeper."""


@fact(_l("The discussion has gone deep enough here for others to follow. Reply to a comment further up, or begin a new one."))
def not_too_deep(_person: Any, subject: Any) -> bool:
    return subject.depth <= DEEPEST_ANSWERED


@fact(_l("This is your own comment. Support is for what others have said."))
def by_somebody_else(person: Any, subject: Any) -> bool:
    return subject.author_id is None or subject.author_id != person.id


@fact(_l("The time for changing this comment is over: others may have read it and answered. You can still withdraw it, or add a reply."))
def editable_still(_person: Any, subject: Any) -> bool:
    return clock.now() < subject.posted_at + timedelta(minutes=current_app.config["EDITING_MINUTES"])


@fact(_l("You have said already that this is settled."))
def not_settled(_person: Any, subject: Any) -> bool:
    return subject.settlement is None


@fact(_l("This is a reply. It stands wherever the comment stands that its thread began with."))
def to_the_text(_person: Any, subject: Any) -> bool:
    return subject.in_reply_to_id is None


@fact(_l("The committee has not verified this organisation yet. Until then you can speak for yourself."))
def verified(_person: Any, subject: Any) -> bool:
    return getattr(subject, "organisation", subject).verified


@fact(_l("This organisation has been verified already."))
def not_verified(_person: Any, subject: Any) -> bool:
    return not subject.verified


@fact(_l("This brief is not public yet; its organisation is still working on it."))
def public_brief(_person: Any, subject: Any) -> bool:
    return subject.public


@fact(_l("This brief is public. What was published does not change any more."))
def not_public(_person: Any, subject: Any) -> bool:
    return not subject.public


@fact(_l("Only people who speak for this organisation can do this."))
def spokesperson(person: Any, subject: Any) -> bool:
    return person.is_authenticated and getattr(subject, "organisation", subject).speaks(person.id)


@fact(_l("This comment has no answer yet."))
def answered(_person: Any, subject: Any) -> bool:
    return subject.disposition is not None


@fact(_l("You have said already what you think of this answer."))
def not_rejoined(_person: Any, subject: Any) -> bool:
    return subject.rejoinder is None
