"""Collecting changes on a sheet before they are tabled as one amendment; nobody but the person sees it."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import LONGEST_RATIONALE, Amendment, AmendmentSheet
from charterhub.amendments.operations.tabling import table_proposals
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.queries import proposals_on, sheet_of
from charterhub.charters.models import Charter
from charterhub.charters.wording import clean
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

MOST_PROPOSALS = 40
REPLACING = ("edit", "retitle")


def collect_proposal(
    author: Person, charter: Charter, language: str, proposed: Proposed, rationale: str = "", amends: Amendment | None = None
) -> AmendmentSheet:
    """One change more on the person's sheet; another wording or heading of a clause that is on it takes the earlier one's place."""
    require("amendment.table", charter, author)
    sheet = sheet_of(author, charter, language)
    if sheet is None:
        sheet = AmendmentSheet(author_id=author.id, charter=charter, language=language, proposals=[], saved_at=clock.now())
        db.session.add(sheet)
    kept = [each for each in proposals_on(sheet) if (each.kind, each.clause_id) != (proposed.kind, proposed.clause_id) or proposed.kind not in REPLACING]
    if len(kept) >= MOST_PROPOSALS:
        raise BadInput(_l("An amendment can hold at most %(most)s changes. Please table these first.", most=MOST_PROPOSALS))
    sheet.proposals = [each.as_record() for each in (*kept, proposed)]
    sheet.rationale = clean(rationale, LONGEST_RATIONALE) or sheet.rationale or ""
    sheet.amends_id = amends.id if amends else sheet.amends_id
    sheet.saved_at = clock.now()
    record("amendment_sheet.saved", author, sheet)
    return sheet


def drop_proposal(author: Person, charter: Charter, language: str, number: int) -> None:
    """Take one change off the sheet again; one that is not there is not missed."""
    require("amendment.table", charter, author)
    if sheet := sheet_of(author, charter, language):
        sheet.proposals = [record_ for place, record_ in enumerate(sheet.proposals) if place != number]
        sheet.saved_at = clock.now()
        record("amendment_sheet.saved", author, sheet)


def table_sheet(author: Person, charter: Charter, language: str, rationale: str, voice: str, whole: bool) -> Amendment:
    """All that was collected as one amendment; the sheet is empty afterwards."""
    sheet = sheet_of(author, charter, language)
    amends = db.session.get(Amendment, sheet.amends_id) if sheet and sheet.amends_id else None
    amendment = table_proposals(author, charter, language, proposals_on(sheet), rationale, voice, whole, amends)
    if sheet:
        db.session.delete(sheet)
    return amendment
