"""What a council asks for beside the clean text: every clause that changed, before and after, why, and through whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import force_locale
from flask_babel import gettext as _

from charterhub.amendments.queries import adopted_in
from charterhub.charters.models import Version, VersionClause
from charterhub.charters.queries import clauses_of
from charterhub.exports.clean_text import address_of, label_language, which_version
from charterhub.formats.paper import Block, Paper, Passage, Run, Table, Text, passage
from charterhub.languages import locale_of
from charterhub.reading.editions import Edition
from charterhub.text.diff import Segment
from charterhub.text.versions import ClauseChange, ClauseText, compare

BEFORE, AFTER = {"same": "", "removed": "deleted"}, {"same": "", "added": "inserted"}


@dataclass(frozen=True)
class Changed:
    """One clause that is not the same in both versions."""

    name: str
    change: ClauseChange
    reasons: tuple[str, ...]


def changes_between(older: Version, newer: Version, language: str) -> list[Changed]:
    """In the order of the newer version; three queries, whatever the length."""
    old, new = clauses_of(older, language), clauses_of(newer, language)
    places = {clause.clause_id: clause for clause in [*old, *new]}
    reasons = reasons_of(clause.revision_id for clause in new)
    touched = [change for change in compare(texts_of(old), texts_of(new)) if change.kinds != ("same",)]
    return [changed(change, places[int(change.clause)], reasons) for change in touched]


def changed(change: ClauseChange, place: VersionClause, reasons: dict[int, list[str]]) -> Changed:
    """The reason of the amendments that made it so, else the one its author gave."""
    own = [place.revision.reason] if place.revision.reason else []
    return Changed(place.name, change, tuple(reasons.get(place.revision_id, own)) if change.new else ())


def texts_of(clauses: Iterable[VersionClause]) -> list[ClauseText]:
    return [
        ClauseText(clause.clause_id, clause.parent_clause_id, clause.number, clause.revision.heading, clause.revision.plain, clause.clause.split_from_id)
        for clause in clauses
    ]


def reasons_of(revision_ids: Iterable[int]) -> dict[int, list[str]]:
    """The amendments whose adopted words a revision carries, with the committee's reason: one query."""
    return {
        revision_id: [_("Amendment %(number)s by %(name)s: %(reason)s", number=each.number, name=each.shown_as, reason=each.reason) for each in adopted]
        for revision_id, adopted in adopted_in(revision_ids).items()
    }


def change_paper(older: Version, edition: Edition) -> Paper:
    """The change table as a paper of its own."""
    with force_locale(locale_of(label_language(edition))):
        title = _("What changed between version %(older)s and version %(newer)s", older=older.number, newer=edition.version.number)
        blocks = list(change_blocks(older, edition))
    return Paper(
        title,
        label_language(edition),
        blocks,
        under=[edition.title, address_of(edition)],
        foot=f"{edition.title}, {which_version(edition)}",
        made_at=edition.version.published_at,
    )


def change_blocks(older: Version, edition: Edition) -> Iterable[Block]:
    """In the language that is being spoken; the words of the text in theirs."""
    found = changes_between(older, edition.version, edition.language)
    if not found:
        yield Text([passage(_("The wording is the same in both versions."))])
        return
    yield Text([passage(_("Added words are underlined, removed words are struck through."))], quiet=True)
    head = [_("Clause"), _("Version %(number)s", number=older.number), _("Version %(number)s", number=edition.version.number), _("Why")]
    yield Table(head, [row_of(each) for each in found], [2, 4, 4, 3], edition.language)


def row_of(each: Changed) -> list[list[Passage]]:
    change = each.change
    names = {"added": _("new"), "removed": _("left out"), "moved": _("moved"), "split": _("split"), "joined": _("joined"), "renumbered": _("renumbered")}
    kinds = ", ".join(str(names[kind]) for kind in change.kinds if kind in names)
    name = [(Run(each.name, "strong"),), *([passage(kinds, "emphasis")] if kinds else [])]
    return [name, side(change.old, change, BEFORE), side(change.new, change, AFTER), [passage(reason) for reason in each.reasons]]


def side(clause: ClauseText | None, change: ClauseChange, marks: dict[str, str]) -> list[Passage]:
    """The clause as one of the two versions has it; nothing where that one has not."""
    if clause is None:
        return [()]
    heading = marked(change.heading, marks) or ((Run(clause.heading),) if clause.heading else ())
    paragraphs = [each for each in (heading, *in_paragraphs(marked(change.segments, marks))) if each] or [()]
    number = (Run(f"{clause.number} "),) if clause.number else ()
    return [(*number, *paragraphs[0]), *paragraphs[1:]]


def marked(segments: Iterable[Segment], marks: dict[str, str]) -> Passage:
    return tuple(Run(segment.text, marks[segment.kind]) for segment in segments if segment.kind in marks)


def in_paragraphs(runs: Passage) -> list[Passage]:
    """Runs cut where their words have an end of line."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        for count, line in enumerate(run.words.split("\n")):
            if count:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(Run(line, run.mark, run.address))
    return [tuple(paragraph) for paragraph in paragraphs]
