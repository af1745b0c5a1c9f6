"""A member's charter of the demo that was made from the Charter-Agenda, the Charter-Agenda's next version, and how it is followed."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from charterhub.accounts.models import Person
from charterhub.agenda.operations import follow_update, state_of
from charterhub.agenda.updates import updates_of
from charterhub.amendments.operations import put_off_collisions
from charterhub.charters.operations import Decision, derive_charter, draft_new_clause, enter_phase, publish_version, revise_clause
from charterhub.charters.queries import DraftClause, clauses_of, draft_of, version_by_number
from charterhub.demo.content import read
from charterhub.demo.stage import Act, Stage
from charterhub.dispositions.operations import waive_answers
from charterhub.language_versions.operations import Judgement, Words, keep_passage
from charterhub.language_versions.passages import passages_of

DERIVED = "derived from the agenda"


def descent(stage: Stage) -> Iterator[Act]:
    told = read("lineage.yaml")
    derived, update = told["derived"], told["update"]
    yield Act(derived["days_ago"], DERIVED, partial(derive, stage, told))
    yield Act(derived["published_days_ago"], f"{DERIVED} published", partial(publish, stage, derived, derived["note"]))
    yield Act(derived["published_days_ago"] - 1, f"{DERIVED} opened", partial(consult, stage, derived))
    yield Act(update["days_ago"] + 2, "agenda revised", partial(revise, stage, told["source"], update))
    yield Act(update["days_ago"], "agenda published again", partial(publish_update, stage, told["source"], update))
    yield Act(derived["followed_days_ago"] + 1, f"{DERIVED} followed", partial(follow, stage, told))
    yield Act(derived["followed_days_ago"], f"{DERIVED} published again", partial(publish, stage, derived, derived["followed_note"]))


def derive(stage: Stage, told: dict[str, Any]) -> None:
    derived, source = told["derived"], version_by_number(stage.charters[told["source"]], 1)
    decided = {row["clause_contains"]: Decision(**{name: value for name, value in row.items() if name != "clause_contains"}) for row in told["decisions"]}
    decisions = [
        next((decision for words, decision in decided.items() if words in clause.revision.plain), Decision())
        for clause in clauses_of(source, derived["language"])
    ]
    actor, member = stage.people[derived["by"]], stage.members[derived["member"]]
    stage.charters[DERIVED] = derive_charter(actor, member, source, derived["language"], derived["title"], decisions)


def publish(stage: Stage, derived: dict[str, Any], note: str) -> None:
    publish_version(stage.people[derived["by"]], stage.charters[DERIVED], note)


def consult(stage: Stage, derived: dict[str, Any]) -> None:
    enter_phase(stage.people[derived["by"]], stage.charters[DERIVED], "consultation")


def drafted(stage: Stage, charter: str, language: str, words: str) -> DraftClause:
    [found] = [place for place in draft_of(stage.charters[charter], language) if words in place.revision.plain]
    return found


def revise(stage: Stage, source: str, update: dict[str, Any]) -> None:
    actor, added = stage.people[update["by"]], update["added"]
    before = drafted(stage, source, "en", added["after"]).clause
    draft_new_clause(actor, stage.charters[source], before, before.kind, "en", added["number"], wording=added["wording"], horizon=before.horizon)
    for change in update["changes"]:
        place = drafted(stage, source, change["language"], change["clause_contains"])
        if change["language"] == stage.charters[source].language:
            revise_clause(actor, place.clause, change["language"], place.revision.heading, change["wording"], place.revision)
        else:
            translate(actor, place, change["wording"])


def translate(actor: Person, place: DraftClause, wording: str) -> None:
    passage = next(each for each in passages_of(place.charter, place.language) if place.clause in [other.clause for other in each.renderings])
    keep_passage(actor, passage, passage.seen, Words(place.number, place.revision.heading, wording), Judgement("reviewed", "human"))


def publish_update(stage: Stage, source: str, update: dict[str, Any]) -> None:
    actor, charter = stage.people[update["by"]], stage.charters[source]
    put_off_collisions(actor, charter, charter.language, update["put_off"])
    waive_answers(actor, charter, update["waiver"])
    publish_version(actor, charter, update["note"])


def follow(stage: Stage, told: dict[str, Any]) -> None:
    actor, charter = stage.people[told["derived"]["by"]], stage.charters[DERIVED]
    for row in told["followed"]:
        [update] = [each for each in updates_of(charter) if row["clause_contains"] in each.shown.revision.plain]
        decision = Decision(**{name: value for name, value in row.items() if name != "clause_contains"})
        follow_update(actor, update, decision, state_of(update))
