"""Bringing the brief of an organisation, putting its passages beside clauses, publishing it, and joining in what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Version, VersionClause
from charterhub.charters.queries import clause_label, clauses_of, known_edition
from charterhub.charters.wording import clean_line, needed
from charterhub.comments.carrying import carry_into_later_versions
from charterhub.comments.models import LONGEST_BODY, STANCES, Brief, BriefEndorsement, BriefPassage, Comment
from charterhub.comments.operations.posting import place, saying, speaker
from charterhub.comments.passages import suggested
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.organisations.models import Organisation
from charterhub.permissions import require

MOST_PASSAGES = 100


@dataclass(frozen=True)
class Mapped:
    """What becomes of a passage: beside which clause (None: on the text as a whole), with which stance, or left out."""

    clause_id: int | None
    stance: str = ""
    left_out: bool = False


def bring_brief(
    actor: Person, organisation: Organisation, version: Version, text_language: str, title: str, language: str, passages: Sequence[str]
) -> Brief:
    """Private at first; each passage beside the clause it names, for the organisation to check."""
    require("brief.bring", version, actor)
    require("organisation.speak", organisation, actor)
    if not 0 < len(passages) <= MOST_PASSAGES:
        raise BadInput(_l("A brief has at least one passage and at most %(most)s. Please bring it in parts.", most=MOST_PASSAGES))
    clauses = clauses_of(version, known_edition(version, text_language))
    places = suggested(passages, [(clause.clause_id, clause_label(clause)) for clause in clauses])
    brief = Brief(
        organisation=organisation,
        version=version,
        language=known_language(language),
        text_language=text_language,
        title=needed(clean_line(title, 200), _l("Please give the brief a title.")),
        brought_by=actor,
        brought_at=clock.now(),
        passages=[
            BriefPassage(ordinal=ordinal, body=written(body, LONGEST_BODY), clause_id=clause_id)
            for ordinal, (body, clause_id) in enumerate(zip(passages, places, strict=True), 1)
        ],
    )
    db.session.add(brief)
    record("brief.brought", actor, brief)
    return brief


def map_brief(actor: Person, brief: Brief, mapped: Mapping[int, Mapped]) -> None:
    """Keeps where each passage belongs, by its ordinal, and takes out those left out."""
    require("brief.edit", brief, actor)
    here = by_id(brief)
    for passage in list(brief.passages):
        chosen = mapped.get(passage.ordinal, Mapped(passage.clause_id, passage.stance))
        if (chosen.clause_id is not None and chosen.clause_id not in here) or chosen.stance not in ("", *STANCES):
            raise BadInput(_l("A passage is put beside a clause of this very text."))
        passage.clause_id, passage.stance = chosen.clause_id, chosen.stance
        if chosen.left_out:
            brief.passages.remove(passage)
    if not brief.passages:
        raise BadInput(_l("Something has to remain of the brief."))
    record("brief.mapped", actor, brief)


def by_id(brief: Brief) -> dict[int, VersionClause]:
    return {clause.clause_id: clause for clause in clauses_of(brief.version, brief.text_language)}


def publish_brief(actor: Person, brief: Brief) -> list[Comment]:
    """The passages beside clauses become comments of the organisation; the others stay readable in the brief. All or nothing."""
    require("brief.edit", brief, actor)
    clauses, comments = by_id(brief), []
    for passage in brief.passages:
        if passage.clause_id is not None:
            said = saying(passage.body, brief.language, passage.stance)
            comment = Comment(**place(clauses[passage.clause_id]), **said, **speaker(actor, False, brief.organisation))
            db.session.add(comment)
            passage.comment = comment
            comments.append(comment)
    brief.published_at = clock.now()
    charter = brief.version.charter
    facts = {"organisation": brief.organisation.name, "title": brief.title}
    record("brief.published", actor, brief, shown_as=brief.organisation.name, charter=charter, member=charter.member, **facts)
    for comment in comments:
        carry_into_later_versions(comment)
    return comments


def endorse_brief(actor: Person, brief: Brief, organisation: Organisation) -> None:
    """Another organisation joins in what the brief says."""
    require("brief.endorse", brief, actor)
    require("organisation.speak", organisation, actor)
    if organisation.id == brief.organisation_id or db.session.get(BriefEndorsement, (brief.id, organisation.id)):
        raise AlreadyDone(_l("Your organisation stands behind this brief already."))
    db.session.add(BriefEndorsement(brief_id=brief.id, organisation=organisation, endorsed_by_id=actor.id, endorsed_at=clock.now()))
    charter = brief.version.charter
    facts = {"organisation": organisation.name, "title": brief.title}
    record("brief.endorsed", actor, brief, shown_as=organisation.name, charter=charter, member=charter.member, **facts)
