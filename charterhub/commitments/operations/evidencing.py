"""Keeping the documents that come with a milestone or a report: part of that act, looked at and counted like any document."""

from collections.abc import Sequence

from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.commitments.models import Commitment, Evidence, EvidenceContent
from charterhub.extensions import db
from charterhub.members.operations.attaching import looked_at, refuse_beyond_quota

File = tuple[str, bytes]  # its name as it was sent, and what is in it


def keep_evidence(actor: Person, commitment: Commitment, files: Sequence[File], **shows: int) -> list[Evidence]:
    """`shows` says what they are evidence of: `milestone_id` or `report_id`. Raises `BadInput` for the first that cannot be kept."""
    sizes = list(db.session.scalars(select(Evidence.size).where(Evidence.commitment_id == commitment.id)))
    kept = []
    for name, content in files:
        about = looked_at(name, content)
        refuse_beyond_quota(sizes, len(content))
        kept.append(Evidence(commitment_id=commitment.id, sent_by_id=actor.id, content=EvidenceContent(content=content), **about, **shows))
        sizes.append(len(content))
    db.session.add_all(kept)
    return kept
