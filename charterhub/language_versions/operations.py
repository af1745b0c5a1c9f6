"""A translator's acts: begin an edition, write or judge a passage, and say which clauses render which."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, ClauseEdition, LanguageEdition, Revision
from charterhub.charters.operations.holding import hold_charter
from charterhub.charters.operations.together import highest_numbers
from charterhub.charters.queries import DraftClause
from charterhub.charters.revisions import new_revision
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NUMBER, LONGEST_TITLE, LONGEST_WORDING, clean, clean_line, needed
from charterhub.errors import AlreadyDone, BadInput, NotOpen, StaleRevision
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.language_versions.models import LONGEST_NOTE, MARKS, ORIGINS, PassageMark, Rendering
from charterhub.language_versions.passages import Passage, passages_of, text_of
from charterhub.languages import known_language, own_name
from charterhub.permissions import require


@dataclass(frozen=True)
class Words:
    """What a translator typed: the number as this edition prints it, heading and wording."""

    number: str
    heading: str
    wording: str


@dataclass(frozen=True)
class Judgement:
    """How far a passage is (one of MARKS), where its words come from (one of ORIGINS), and a note."""

    mark: str
    origin: str
    note: str = ""


def begin_edition(actor: Person, charter: Charter, language: str, title: str) -> LanguageEdition:
    """A further language with a title and no clause yet."""
    require("charter.edit", charter, actor)
    if known_language(language) in {edition.language for edition in charter.editions}:
        raise AlreadyDone(_l("This charter has a text in %(language)s already.", language=own_name(language)))
    title = needed(clean_line(title, LONGEST_TITLE), _l("Please give the charter a title in this language."))
    edition = LanguageEdition(charter_id=charter.id, language=language, title=title, position=len(charter.editions))
    charter.editions.append(edition)
    db.session.flush()
    record("edition.added", actor, charter, charter=charter, member=charter.member, title=title)
    return edition


def set_binding(actor: Person, charter: Charter, languages: list[str]) -> None:
    """Which editions bind as much as the first one. The edition the charter was begun in always does."""
    require("charter.edit", charter, actor)
    for edition in charter.editions:
        edition.binding = edition.language in languages
    names = ", ".join(own_name(language) for language in charter.binding_languages)
    record("edition.binding_set", actor, charter, charter=charter, member=charter.member, languages=names)


def keep_passage(actor: Person, passage: Passage, seen: str, words: Words | None, judgement: Judgement) -> PassageMark:
    """The wording of a passage, if `words` are given and new, and what its translator says of it. `seen` is what stood on both
    sides when the translator began: `StaleRevision` when a colleague wrote here meanwhile, `NotOpen` when the source moved."""
    require("charter.edit", passage, actor)
    hold_charter(passage.charter)
    passage = fresh(passage)
    note = checked(passage, judgement)
    refuse_stale(passage, seen, words)
    revisions = [place.revision.id for place in passage.renderings]
    if words is not None:
        if len(passage.renderings) > 1:
            raise BadInput(_l("This passage is several clauses. Please edit each of them in the draft."))
        revisions = [written(actor, passage, words).id]
    clause = passage.renderings[0].clause if passage.renderings else passage.clause
    mark = PassageMark(
        charter_id=passage.charter.id, clause_id=clause.id, language=passage.language, sources=[place.revision.id for place in passage.sources],
        renderings=revisions, mark=judgement.mark, origin=judgement.origin, note=note, made_by_id=actor.id, made_at=clock.now(),
    )  # fmt: skip
    db.session.add(mark)
    db.session.flush()
    told = {"clause": passage.place.name, "language": passage.language, "mark": judgement.mark}
    record("passage.kept", actor, clause, charter=passage.charter, member=passage.charter.member, **told)
    return mark


def fresh(passage: Passage) -> Passage:
    """The passage as it stands now that the charter is held."""
    db.session.expire_all()
    found = (each for each in passages_of(passage.charter, passage.language) if each.clause.id == passage.clause.id)
    return next(found, passage)


def checked(passage: Passage, judgement: Judgement) -> str:
    """The note in its normal form; refuses a judgement that says nothing."""
    if judgement.mark not in MARKS or judgement.origin not in ORIGINS:
        raise BadInput(_l("Please say how far this passage is and where its words come from."))
    if not passage.sources:
        raise BadInput(_l("This passage stands in this language alone; there is nothing that it translates."))
    note = clean(judgement.note, LONGEST_NOTE)
    if judgement.mark == "diverging" and not note:
        raise BadInput(_l("Please say in the note why this passage says something else on purpose."))
    return note


def refuse_stale(passage: Passage, then: str, words: Words | None) -> None:
    sources, _slash, renderings = then.partition("/")
    now_sources, _slash, now_renderings = passage.seen.partition("/")
    if renderings != now_renderings:
        current = text_of(place.revision for place in passage.renderings)
        raise StaleRevision(current, current, f"{words.heading}\n\n{words.wording}".strip() if words else "")
    if sources != now_sources:
        raise NotOpen(_l("The authoritative text changed while you were translating. Please look at it again; what you typed is still here."))


def written(actor: Person, passage: Passage, words: Words) -> Revision:
    """The revision that holds these words: a new one, or the one there is where only the number or the judgement is new."""
    number, heading = clean_line(words.number, LONGEST_NUMBER), clean_line(words.heading, LONGEST_HEADING)
    wording = clean(words.wording, LONGEST_WORDING)
    needed(number + heading + wording, _l("Please write a number, a heading or a text."))
    place = passage.renderings[0] if passage.renderings else None
    if place is not None:
        place.edition.number = number
        if (heading, wording) == (place.revision.heading, place.revision.wording):
            return place.revision
    else:
        refuse_orphan(passage)
    clause = place.clause if place else passage.clause
    given = {"source": "translation", "written_by_id": actor.id, "translates_id": passage.sources[0].revision.id}
    given["number"] = highest_numbers([clause.id], passage.language).get(clause.id, 0) + 1
    revision = new_revision(clause, passage.language, heading, wording, previous=place.revision if place else None, **given)
    db.session.add(revision)
    db.session.flush()
    if place is not None:
        place.edition.revision = revision
    else:
        db.session.add(ClauseEdition(clause_id=clause.id, language=passage.language, number=number, revision_id=revision.id))
    db.session.flush()
    return revision


def refuse_orphan(passage: Passage) -> None:
    """A clause stands under its parent: that one is translated first."""
    parent_id = passage.clause.parent_id
    if parent_id is None or db.session.get(ClauseEdition, (parent_id, passage.language)):
        return
    raise NotOpen(_l("Please translate the clause above this one first, even if it is only a number: %(clause)s.", clause=passage.place.name.rpartition(" · ")[0] or "…"))


def link_passages(actor: Person, language: str, clause: DraftClause, source: DraftClause) -> Rendering:
    """The clause of this edition renders that clause of the authoritative one (too)."""
    require("charter.edit", clause, actor)
    if clause.clause.id == source.clause.id or db.session.get(Rendering, (language, clause.clause.id, source.clause.id)):
        raise AlreadyDone(_l("These two clauses belong together already."))
    link = Rendering(language=language, clause_id=clause.clause.id, source_clause_id=source.clause.id, charter_id=clause.charter.id)
    db.session.add(link)
    db.session.flush()
    record("passage.linked", actor, clause.clause, charter=clause.charter, member=clause.charter.member, clause=clause.name, source=source.name)
    return link


def part_passages(actor: Person, passage: Passage) -> None:
    """Every clause of the passage renders itself again."""
    require("charter.edit", passage, actor)
    renderings = {place.clause.id for place in passage.renderings}
    links = [db.session.get(Rendering, (passage.language, mine, place.clause.id)) for mine in renderings for place in passage.sources]
    kept = [link for link in links if link is not None]
    if not kept:
        raise AlreadyDone(_l("These clauses were parted already."))
    for link in kept:
        db.session.delete(link)
    db.session.flush()
    record("passage.parted", actor, passage.clause, charter=passage.charter, member=passage.charter.member, clause=passage.place.name)
