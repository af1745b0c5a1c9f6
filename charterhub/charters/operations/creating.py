"""A charter comes into being from an outline, as a draft; a further language edition is aligned to its clauses."""

import re
import unicodedata

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.kinds import TEXT_KINDS
from charterhub.charters.models import Charter, Clause, ClauseEdition, LanguageEdition
from charterhub.charters.queries import DraftClause, draft_of
from charterhub.charters.revisions import new_revision
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NUMBER, LONGEST_TITLE, LONGEST_WORDING, clean, clean_line, needed
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline, in_steps
from charterhub.journal.record import record
from charterhub.languages import known_language, own_name
from charterhub.members.models import Member
from charterhub.permissions import require
from charterhub.text.numbering import DEEPEST

LONGEST_SLUG = 70
NO_TITLE = _l("Please give the charter a title.")


def create_charter(actor: Person, member: Member | None, language: str, title: str, outline: Outline) -> Charter:
    """A charter in its drafting phase with every item of the outline as a clause; without a member it is the global text."""
    return found_charter(actor, member, language, title, outline, "charter.imported")[0]


def found_charter(
    actor: Person, member: Member | None, language: str, title: str, outline: Outline, action: str, source: str = "import"
) -> tuple[Charter, list[Clause]]:
    """The charter and its clauses, one for each item of the outline; `action` says in the journal how it began."""
    require("charter.import" if member else "agenda.import", member, actor)
    items = checked(outline)
    title = needed(clean_line(title, LONGEST_TITLE), NO_TITLE)
    charter = Charter(
        slug=free_slug(title, member), member=member, language=known_language(language), phase="drafting", created_at=clock.now()
    )
    charter.editions.append(LanguageEdition(language=language, title=title, position=0))
    db.session.add(charter)
    clauses = _plant(charter, items)
    _word(clauses, items, language, source, actor)
    db.session.refresh(charter)
    record(action, actor, charter, charter=charter, member=member, title=title)
    return charter, clauses


def add_edition(actor: Person, charter: Charter, language: str, title: str, outline: Outline) -> LanguageEdition:
    """The same charter in another language: the outline must have the same shape as the draft, clause by clause."""
    require("charter.edit", charter, actor)
    known_language(language)
    if any(edition.language == language for edition in charter.editions):
        raise AlreadyDone(_l("This charter has a text in %(language)s already.", language=own_name(language)))
    items = checked(outline)
    draft = draft_of(charter, charter.language)
    refuse_other_shape(draft, items)
    title = needed(clean_line(title, LONGEST_TITLE), NO_TITLE)
    edition = LanguageEdition(language=language, title=title, position=len(charter.editions))
    charter.editions.append(edition)
    originals = {place.clause.id: place.revision.id for place in draft}
    _word([place.clause for place in draft], items, language, "translation", actor, originals)
    record("edition.added", actor, charter, charter=charter, member=charter.member, title=title)
    return edition


def checked(outline: Outline) -> list[Item]:
    """The items as they will be stored; the first one that cannot be is named."""
    if not outline.items:
        raise BadInput(_l("There is no clause in this text."))
    return in_steps([_checked(item, place) for place, item in enumerate(outline.items, 1)])


def _checked(item: Item, place: int) -> Item:
    try:
        number, heading = clean_line(item.number, LONGEST_NUMBER), clean_line(item.heading, LONGEST_HEADING)
        wording = clean(item.wording, LONGEST_WORDING)
        needed(number + heading + wording, _l("It has neither number nor heading nor text."))
    except BadInput as error:
        raise BadInput(_l("Clause %(place)s of the list: %(problem)s", place=place, problem=error.sentence)) from error
    if item.depth > DEEPEST:
        raise BadInput(_l("Clause %(place)s of the list stands too deep: at most %(deepest)s levels can be kept.", place=place, deepest=DEEPEST))
    return Item(item.kind, item.depth, number, heading, wording, item.horizon, item.guid)


def refuse_other_shape(draft: list[DraftClause], items: list[Item]) -> None:
    """`BadInput` names the first place where the two texts go apart. A heading whose words we know in one language alone is the
    same heading: its kind is that of the draft."""
    for place, item in zip(draft, items, strict=False):
        if (place.clause.kind in TEXT_KINDS, place.clause.horizon, place.depth) != (item.kind in TEXT_KINDS, item.horizon, item.depth):
            seen = " ".join(f"{item.number} {item.heading} {item.wording}".split())[:60]
            raise BadInput(
                _l("The two texts go apart at “%(name)s”: the new one has “%(seen)s” there. Both need the same clauses in the same order.", name=place.name, seen=seen)
            )
    if len(draft) != len(items):
        raise BadInput(
            _l("The charter has %(expected)s clauses, the new text %(found)s. Both need the same clauses in the same order.", expected=len(draft), found=len(items))
        )


def _plant(charter: Charter, items: list[Item]) -> list[Clause]:
    """One clause for every item, level by level, because a child needs its parent's id. A permanent id that a file brings
    along is kept, unless a clause here has it."""
    taken = set(db.session.scalars(select(Clause.guid).where(Clause.guid.in_([item.guid for item in items if item.guid]))))
    clauses: list[Clause] = []
    parents: list[int | None] = []
    above: list[int] = []
    for index, item in enumerate(items):
        above = above[: item.depth]
        parents.append(above[-1] if above else None)
        above.append(index)
        own = {"guid": item.guid} if item.guid and item.guid not in taken else {}
        taken.add(item.guid)
        clauses.append(Clause(charter=charter, position=index, kind=item.kind, horizon=item.horizon, **own))
    for depth in range(max(item.depth for item in items) + 1):
        for clause, parent, item in zip(clauses, parents, items, strict=True):
            if item.depth == depth:
                clause.parent_id = None if parent is None else clauses[parent].id
                db.session.add(clause)
        db.session.flush()
    return clauses


def _word(
    clauses: list[Clause], items: list[Item], language: str, source: str, actor: Person, originals: dict[int, int] | None = None
) -> None:
    """The first revision of every clause in this language, and its place in the draft."""
    revisions = [
        new_revision(
            clause, language, item.heading, item.wording, source, actor.id, translates_id=(originals or {}).get(clause.id)
        )
        for clause, item in zip(clauses, items, strict=True)
    ]
    db.session.add_all(revisions)
    db.session.flush()
    db.session.add_all(
        ClauseEdition(clause_id=clause.id, language=language, number=item.number, revision_id=revision.id)
        for clause, item, revision in zip(clauses, items, revisions, strict=True)
    )
    db.session.flush()


def free_slug(title: str, member: Member | None) -> str:
    """An address made of the title without what stands in brackets; of the member's name where the title has no Latin letters."""
    latin = unicodedata.normalize("NFKD", re.sub(r"\([^)]*\)", " ", title)).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    if len(words) > LONGEST_SLUG:
        words = words[:LONGEST_SLUG].rpartition("-")[0] or words[:LONGEST_SLUG]
    stem = words if len(words) > 3 else f"{member.slug[:LONGEST_SLUG]}-charter" if member else "charter-agenda"
    taken = set(db.session.scalars(select(Charter.slug).where(func.substr(Charter.slug, 1, len(stem)) == stem)))
    return next(slug for slug in (stem, *(f"{stem}-{count}" for count in range(2, len(taken) + 3))) if slug not in taken)
