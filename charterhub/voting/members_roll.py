"""The roll of a public roll call on the global text: one member government, one vote, and everybody sees it.

Publicity is the guarantee here: each member finds its own line in the ledger, with the role of the delegate who answered
and the statement that explains it. A line may be changed until the close; every change stays in the ledger.
"""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, func, insert, literal, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.voting.models import VotingRound
from charterhub.voting.of_round import OfRound

LONGEST_ROLE, LONGEST_STATEMENT = 120, 2000


class MemberOnRoll(OfRound, db.Model):
    """`choices` by the number of the question, and `seq` of the ledger entry that holds them; both empty until it answers."""

    __tablename__ = "member_on_roll"
    __table_args__ = (
        CheckConstraint(f"length(statement) <= {LONGEST_STATEMENT}", name="statement_short"),
        CheckConstraint("seq IS NULL OR role <> ''", name="answer_with_a_role"),
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True, index=True)
    choices: Mapped[dict[str, str]] = mapped_column(JSON)
    role: Mapped[str] = mapped_column(String(LONGEST_ROLE), default="")
    statement: Mapped[str] = mapped_column(Text, default="")
    seq: Mapped[int | None]

    round: Mapped[VotingRound] = relationship(lazy="joined")
    member: Mapped[Member] = relationship(lazy="joined")


def call_members(voting_round: VotingRound) -> None:
    """Everybody who is a member at this moment."""
    rows = select(Member.id, literal(voting_round.id), literal({}, JSON()), literal(""), literal("")).order_by(Member.id)
    db.session.execute(insert(MemberOnRoll).from_select(["member_id", "round_id", "choices", "role", "statement"], rows))


def members_called(round_id: int) -> list[MemberOnRoll]:
    """By their slugs: the same order for every reader."""
    on_roll = select(MemberOnRoll).where(MemberOnRoll.round_id == round_id)
    return sorted(db.session.scalars(on_roll), key=lambda called: called.member.slug)


def answers_of(round_id: int) -> list[dict[str, str]]:
    """The choices of each member that answered."""
    answered = select(MemberOnRoll.choices).where(MemberOnRoll.round_id == round_id, MemberOnRoll.seq.is_not(None))
    return list(db.session.scalars(answered))


def number_called(round_id: int) -> tuple[int, int]:
    """How many members are on the roll, and how many of them have answered."""
    numbers = select(func.count(), func.count(MemberOnRoll.seq)).where(MemberOnRoll.round_id == round_id)
    called, answered = db.session.execute(numbers).one()
    return called, answered
