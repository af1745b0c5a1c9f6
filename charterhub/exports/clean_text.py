"""The clean text of a version as the blocks of a paper."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clauses_of
from charterhub.formats.paper import Block, Heading, Paper, Text, passages_of
from charterhub.languages import INTERFACE_LANGUAGES, locale_of
from charterhub.reading.editions import Edition


def label_language(edition: Edition) -> str:
    """The language of the words that are ours: that of the text, if we speak it."""
    return edition.language if edition.language in INTERFACE_LANGUAGES else "en"


def address_of(edition: Edition) -> str:
    return url_for("reading.version", slug=edition.charter.slug, number=edition.version.number, language=edition.language, _external=True)


def which_version(edition: Edition) -> str:
    with force_locale(locale_of(label_language(edition))):
        return _("version %(number)s", number=edition.version.number)


def clean_text(edition: Edition) -> Paper:
    """The whole text and nothing else but which version it is."""
    return Paper(
        edition.title,
        edition.language,
        list(text_blocks(edition)),
        under=[f"{which_version(edition)}, {edition.version.published_at:%Y-%m-%d}", address_of(edition)],
        foot=f"{edition.title}, {which_version(edition)}",
        made_at=edition.version.published_at,
    )


def horizons(language: str) -> dict[str, str]:
    """The headings of an action plan's terms, in the language of the text."""
    with force_locale(locale_of(language)):
        return {"short": _("short term").capitalize(), "mid": _("mid term").capitalize()}


def text_blocks(edition: Edition, level: int = 1) -> Iterator[Block]:
    """Headings from `level` on and texts, in reading order; an action plan's terms are headings of their own."""
    terms, horizon = horizons(edition.language), ""
    for clause in clauses_of(*edition):
        if clause.horizon and clause.horizon != horizon:
            yield Heading(terms[clause.horizon], clause.depth + level, edition.language)
        horizon = clause.horizon
        yield from clause_blocks(clause, level)


def clause_blocks(clause: VersionClause, level: int) -> Iterator[Block]:
    revision = clause.revision
    as_heading = bool(revision.heading or not revision.wording)
    if as_heading:
        yield Heading(f"{clause.number} {revision.heading}".strip(), clause.depth + level, clause.language)
    if revision.wording:
        steps = 1 if clause.kind == "point" else 0
        yield Text(passages_of(revision.wording), "" if as_heading else clause.number, steps, clause.language)
