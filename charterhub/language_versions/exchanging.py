"""An edition on its way to a translator's own tool and back, as units of a file. A unit is one field of one passage; its id
names the wordings that stood on both sides when the file was made, so nothing that changed since is ever written over."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.operations.holding import hold_charter
from charterhub.charters.queries import DraftClause
from charterhub.errors import BadInput, CharterError
from charterhub.extensions import db
from charterhub.formats.xliff import Unit
from charterhub.journal.record import record
from charterhub.language_versions.models import PassageMark
from charterhub.language_versions.operations import Words, written
from charterhub.language_versions.passages import DraftEdition, Passage, passages_of
from charterhub.permissions import require

FIELDS = ("number", "heading", "wording")
EXCHANGED = ("missing", "stale", "translated", "reviewed")


@dataclass(frozen=True)
class Refused:
    """A passage of the file that was not taken: which, why, and the words that came for it."""

    name: str
    sentence: str
    words: str


@dataclass(frozen=True)
class Taken:
    """How many passages were taken and how many read so already."""

    taken: int
    unchanged: int
    refused: list[Refused]


def exchangeable(passages: Iterable[Passage]) -> list[Passage]:
    """What a file can hold: one clause on each side. Passages that diverge on purpose or are several clauses stay here."""
    return [each for each in passages if each.state in EXCHANGED and len(each.sources) == 1 and len(each.renderings) < 2]


def units_of(passages: Sequence[Passage]) -> list[Unit]:
    """Every field that the source fills, in reading order."""
    units = []
    for passage in exchangeable(passages):
        source, target = fields_of(passage.sources), fields_of(passage.renderings)
        units += [Unit(f"{stamp(passage)}-{name}", source[name], target[name], passage.state, passage.place.name) for name in FIELDS if source[name]]
    return units


def stamp(passage: Passage) -> str:
    """The clause, and the revisions that stand on both sides; 0 where there is none."""
    mine = passage.renderings[0].revision.id if passage.renderings else 0
    return f"{passage.clause.guid}-{passage.sources[0].revision.id}-{mine}"


def fields_of(places: Sequence[DraftClause]) -> dict[str, str]:
    if not places:
        return dict.fromkeys(FIELDS, "")
    return {"number": places[0].number, "heading": places[0].revision.heading, "wording": places[0].revision.wording}


def take_translations(actor: Person, charter: Charter, language: str, units: Sequence[Unit]) -> Taken:
    """Each passage of a file whose source and translation still stand as they did; the others are named with the reason."""
    require("charter.edit", DraftEdition(charter, language), actor)
    hold_charter(charter)
    db.session.expire_all()
    passages = {passage.clause.guid: passage for passage in exchangeable(passages_of(charter, language))}
    sent: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        sent[unit.id.rpartition("-")[0]].append(unit)
    refused: list[Refused] = []
    outcomes = [_take(actor, passages, key, each, refused) for key, each in sent.items() if any(unit.state != "missing" for unit in each)]
    if taken := outcomes.count("taken"):
        record("translations.taken", actor, charter, charter=charter, member=charter.member, language=language, taken=taken)
    return Taken(taken, outcomes.count("unchanged"), refused)


def _take(actor: Person, passages: dict[str, Passage], key: str, units: Sequence[Unit], refused: list[Refused]) -> str:
    """ "taken", "unchanged" or "refused"; in the last case `refused` says why."""
    passage = passages.get(key[:36])
    came = "\n\n".join(unit.target for unit in units if unit.target)
    if passage is None:
        refused.append(Refused("", _("There is no such passage in the draft any more, or it is several clauses now."), came))
        return "refused"
    words = words_of(passage, units)
    reviewed = all(unit.state == "reviewed" for unit in units if unit.state != "missing")
    if words == words_of(passage, ()) and passage.renderings and (passage.state == "reviewed" or not reviewed) and passage.state != "stale":
        return "unchanged"
    if problem := what_moved(passage, key, units):
        refused.append(Refused(passage.place.name, problem, came))
        return "refused"
    try:
        _keep(actor, passage, words, reviewed)
    except CharterError as error:
        refused.append(Refused(passage.place.name, str(error.sentence), came))
        return "refused"
    return "taken"


def words_of(passage: Passage, units: Sequence[Unit]) -> Words:
    """What stands there now with what came in its place."""
    came = {unit.id.rpartition("-")[2]: unit.target for unit in units if unit.state != "missing"}
    return Words(**{**fields_of(passage.renderings), **{name: words for name, words in came.items() if name in FIELDS}})


def what_moved(passage: Passage, key: str, units: Sequence[Unit]) -> str:
    """The sentence that says why these words cannot be taken, or ""."""
    _guid, _dash, then = key.removeprefix(passage.clause.guid).partition("-")
    source_then, _dash, mine_then = then.partition("-")
    now = fields_of(passage.sources)
    reads_so = all(unit.source == now.get(unit.id.rpartition("-")[2], "").strip() for unit in units)
    if source_then != str(passage.sources[0].revision.id) or not reads_so:
        return _("The authoritative text has changed since the file was made. Please download it again; what you translated is kept below.")
    if mine_then != (str(passage.renderings[0].revision.id) if passage.renderings else "0"):
        return _("Somebody translated this passage here after the file was made. Please compare both and keep the better one by hand.")
    return ""


def _keep(actor: Person, passage: Passage, words: Words, reviewed: bool) -> None:
    if not (words.number or words.heading or words.wording):
        raise BadInput(_("There are no words for this passage in the file."))
    revision = written(actor, passage, words)
    db.session.add(
        PassageMark(
            charter_id=passage.charter.id, clause_id=revision.clause_id, language=passage.language, sources=[passage.sources[0].revision.id],
            renderings=[revision.id], mark="reviewed" if reviewed else "translated", origin="human", made_by_id=actor.id, made_at=clock.now(),
        )
    )  # fmt: skip
