"""Comments outside a clause's thread: all of a charter, of one person, of one organisation; a page at a time."""

from dataclasses import dataclass

from sqlalchemy import Select, select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.comments.models import Comment, in_public
from charterhub.comments.narrowing import Narrowing
from charterhub.comments.queries.places import Place, places_of_all
from charterhub.comments.queries.replies import Discussed, backing, counted
from charterhub.comments.queries.thread import THREAD_PAGE, around, narrowed, ordered, paged, total_of
from charterhub.extensions import db
from charterhub.organisations.models import Organisation

MOST_ORGANISATIONS = 100


@dataclass(frozen=True)
class Listed:
    comment: Comment
    discussed: Discussed


@dataclass(frozen=True)
class Listing:
    """One page of a list; `total` counts all that match."""

    comments: list[Listed]
    total: int
    narrowing: Narrowing

    @property
    def more(self) -> bool:
        return self.total > self.narrowing.page * THREAD_PAGE


@dataclass(frozen=True)
class Mine:
    """One's own comment with its places in later versions, the newest first."""

    comment: Comment
    places: list[Place]

    @property
    def now(self) -> Place | None:
        return self.places[0] if self.places else None


def comments_in(charter: Charter, narrowing: Narrowing, reader_id: int | None) -> Listing:
    """The first comments of threads, in all versions: at most two queries."""
    query = select(Comment.id).where(Comment.charter_id == charter.id, Comment.in_reply_to_id.is_(None), in_public())
    return listed(query, narrowing, reader_id)


def comments_of_organisation(organisation: Organisation, narrowing: Narrowing, reader_id: int | None) -> Listing:
    query = select(Comment.id).where(Comment.organisation_id == organisation.id, in_public())
    return listed(query, narrowing, reader_id)


def listed(matching: Select, narrowing: Narrowing, reader_id: int | None) -> Listing:
    """`matching` selects the ids of the comments to choose from."""
    matching = narrowed(matching, narrowing)
    page = paged(ordered(matching, narrowing), narrowing).subquery("page")
    query = select(Comment, *counted(reader_id)).join(page, page.c.id == Comment.id)
    rows = db.session.execute(ordered(query, narrowing).options(*around())).all()
    comments = [Listed(row.Comment, Discussed(backing(row), row.replied)) for row in rows]
    return Listing(comments, total_of(matching, rows, narrowing), narrowing)


def comments_by(person: Person, narrowing: Narrowing) -> tuple[list[Mine], int]:
    """A person's own comments and replies with what became of them, withdrawn ones too; and how many in all."""
    query = select(Comment).where(Comment.author_id == person.id)
    comments = list(db.session.scalars(paged(ordered(query, narrowing), narrowing).options(*around())))
    places = places_of_all([comment.id for comment in comments]) if comments else {}
    return [Mine(comment, places[comment.id]) for comment in comments], total_of(query, comments, narrowing)


def organisations_heard(charter: Charter) -> list[tuple[int, str]]:
    """The organisations that commented on the charter, by name."""
    query = select(Organisation.id, Organisation.name).where(
        Organisation.id.in_(select(Comment.organisation_id).where(Comment.charter_id == charter.id, Comment.organisation_id.is_not(None)))
    )
    return [(row.id, row.name) for row in db.session.execute(query.order_by(Organisation.name).limit(MOST_ORGANISATIONS))]
