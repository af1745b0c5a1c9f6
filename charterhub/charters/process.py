"""What a charter's process asks for, where its officials have said so."""

from charterhub.charters.models import Charter, Process
from charterhub.extensions import db


def process_of(charter: Charter) -> Process | None:
    return db.session.get(Process, charter.id)


def support_threshold(charter: Charter) -> int:
    process = process_of(charter)
    return process.support_threshold if process else 0


def amendments_a_person(charter: Charter) -> int:
    """0: as many as one likes."""
    process = process_of(charter)
    return process.amendments_a_person if process else 0
