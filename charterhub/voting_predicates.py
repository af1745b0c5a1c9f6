"""Facts about the ways onto a round's roll, and about what follows its count: objections, answers, the certificate."""

from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.predicates import fact


@fact(_l("This round has no electoral list."))
def round_by_list(_person: Any, subject: Any) -> bool:
    return "list" in subject.routes


@fact(_l("This round goes by no codes on paper."))
def round_by_codes(_person: Any, subject: Any) -> bool:
    return "codes" in subject.routes


@fact(_l("Objections to a result can be raised from the count until 72 hours after it."))
def objections_open(_person: Any, subject: Any) -> bool:
    counted = subject.closed_at is not None and subject.voided_at is None and subject.certified_at is None
    return counted and clock.now() < subject.objections_until


@fact(_l("This objection has been answered already. An answer is public and is not taken back."))
def objection_unanswered(_person: Any, subject: Any) -> bool:
    return subject.answered_at is None


@fact(_l("This voting round has not been counted yet."))
def round_counted(_person: Any, subject: Any) -> bool:
    return subject.closed_at is not None


@fact(_l("This result has been certified already."))
def round_not_certified(_person: Any, subject: Any) -> bool:
    return subject.certified_at is None
