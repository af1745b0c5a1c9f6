"""Who and what the demo has put on so far, and the acts it is made of, each at its own moment of the past."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.queries import clauses_of, version_by_number
from charterhub.comments.models import Comment
from charterhub.commitments.models import Commitment
from charterhub.demo.content import Place
from charterhub.members.models import Enrolment, Member
from charterhub.voting.models import VotingRound

MORNING, MINUTES_OF_DAYLIGHT = timedelta(hours=7), 12 * 60


@dataclass(frozen=True)
class Act:
    """Something a person did. `name` is its own, and decides the time of day."""

    days_ago: int
    name: str
    do: Callable[[], object]

    def moment(self, today: datetime) -> datetime:
        """In daylight, at the same minute on whatever day the demo is loaded."""
        midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight - timedelta(days=self.days_ago) + MORNING + timedelta(minutes=crc32(self.name.encode()) % MINUTES_OF_DAYLIGHT)


@dataclass
class Stage:
    """People by e-mail address, forms, members and charters by their names in the content, the rest by key."""

    today: datetime
    people: dict[str, Person] = field(default_factory=dict)
    enrolments: dict[str, Enrolment] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    charters: dict[str, Charter] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    rounds: dict[str, VotingRound] = field(default_factory=dict)

    def play(self, acts: Iterable[Act]) -> None:
        """Everything in the order in which it happened, so that the journal reads as one that was kept."""
        for act in sorted(acts, key=lambda act: act.moment(self.today)):
            with clock.at(act.moment(self.today)):
                act.do()

    def clause(self, place: Place) -> VersionClause:
        return self.clause_with(place.charter, place.edition, place.version, place.clause_contains)

    def clause_with(self, charter: str, edition: str, number: int, words: str) -> VersionClause:
        """The one clause of that edition and version with these words in it."""
        version = version_by_number(self.charters[charter], number)
        [found] = [clause for clause in clauses_of(version, edition) if words in clause.revision.plain]
        return found
