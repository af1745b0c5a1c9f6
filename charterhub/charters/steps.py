"""Finding the steps of a draft."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, DraftingStep
from charterhub.extensions import db

MOST_LISTED = 100


def latest_steps(charter: Charter, limit: int = MOST_LISTED) -> list[DraftingStep]:
    """The newest first, each with who made it and what took it back."""
    query = select(DraftingStep).where(DraftingStep.charter_id == charter.id).order_by(DraftingStep.id.desc()).limit(limit)
    people = joinedload(DraftingStep.actor).options(lazyload(Person.roles))
    return list(db.session.scalars(query.options(people, joinedload(DraftingStep.undone_by), joinedload(DraftingStep.undoes))))


def last_step(recent: list[DraftingStep]) -> DraftingStep | None:
    """The one that "Take back" beside the text takes back: the newest that stands and is no taking back itself."""
    return next((step for step in recent if step.undone_by is None and step.kind != "undone"), None)


def last_undone(recent: list[DraftingStep]) -> DraftingStep | None:
    """The one that is done again: a taking back after which nothing else was done."""
    return recent[0] if recent and recent[0].kind == "undone" else None


def step_from_url(slug: str, step_id: int) -> DraftingStep:
    query = select(DraftingStep).join(Charter).where(Charter.slug == slug, DraftingStep.id == step_id)
    return db.first_or_404(query.options(joinedload(DraftingStep.charter), joinedload(DraftingStep.undone_by)))
