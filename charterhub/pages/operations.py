"""Writing a page on the campaign, in one language at a time."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import LONGEST_WORDING, clean, needed
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.pages.models import PageText
from charterhub.pages.queries import latest_text
from charterhub.pages.topics import TOPICS
from charterhub.permissions import require
from charterhub.text.render import rendered


def write_page(actor: Person, topic: str, language: str, wording: str, seen: int) -> PageText:
    """`seen` is the edition the actor had before them, 0 where there was none: nobody overwrites what they have not read."""
    require("page.write", None, actor)
    if topic not in TOPICS:
        raise BadInput(_l("There is no such page."))
    before = latest_text(topic, known_language(language))
    if (before.edition if before else 0) != seen:
        raise AlreadyDone(_l("Somebody wrote this page while you were writing. Copy your text, and look at theirs first."))
    wording = needed(clean(wording, LONGEST_WORDING), _l("Please write something here."))
    text = PageText(
        topic=topic,
        language=language,
        edition=seen + 1,
        wording=wording,
        html=rendered(wording).html,
        written_at=clock.now(),
        written_by_id=actor.id,
        shown_as=actor.shown_name,
    )
    db.session.add(text)
    record("page.written", actor, text, topic=topic, language=language)
    return text
