"""Publishing where a test is about something else than the answers that comments wait for."""

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version
from charterhub.charters.operations import publish_version
from charterhub.dispositions.operations import waive_answers
from charterhub.dispositions.queries import waiting_for_answer, waiver_of


def publish_unanswered(actor: Person, charter: Charter, note: str) -> Version:
    if waiting_for_answer(charter) and waiver_of(charter) is None:
        waive_answers(actor, charter, "The answers follow.")
    return publish_version(actor, charter, note)
