"""A charter: its draft, its frozen versions, where its clauses come from, and a text on its way to becoming one."""

from charterhub.charters.models.charter import (
    CLAUSE_KINDS,
    HORIZONS,
    LONGEST_FIRST_LOOK_HOURS,
    PHASES,
    Charter,
    Clause,
    ClauseEdition,
    ImportSheet,
    LanguageEdition,
    Revision,
    Version,
    VersionClause,
    VersionEdition,
)
from charterhub.charters.models.drafting import DraftingStep, UnsentText
from charterhub.charters.models.lineage import RELATIONS, Lineage, VersionLineage
from charterhub.charters.models.people import DRAFTING_ROLES, DraftingRole, InternalNote
from charterhub.charters.models.process import Process
from charterhub.charters.models.publication import PublicationRequest, PublishingRule

__all__ = [
    "CLAUSE_KINDS", "DRAFTING_ROLES", "HORIZONS", "LONGEST_FIRST_LOOK_HOURS", "PHASES", "RELATIONS", "Charter", "Clause", "ClauseEdition", "DraftingRole", "DraftingStep", "ImportSheet", "InternalNote", "LanguageEdition",
    "Lineage", "Process", "PublicationRequest", "PublishingRule", "Revision", "UnsentText", "Version", "VersionClause", "VersionLineage", "VersionEdition",
]  # fmt: skip
