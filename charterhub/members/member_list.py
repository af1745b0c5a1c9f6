"""A list of members that joined before, as a CSV table (RFC 4180): read row by row, every fault named with its row.

The rules are those of the campaign's form but for the vision and the motivations, which an old list does not have, and
for a mandate that has ended since.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from charterhub.errors import BadInput
from charterhub.languages import known_language
from charterhub.members.places import place_key
from charterhub.members.signed_form import SignedForm, faults_of_focus, faults_of_information, faults_of_statement
from charterhub.typed import typed_line

LONGEST = {
    "country": 2, "name": 200, "kind": 20, "kind_other": 100, "inhabitants": 15, "head_name": 200, "head_title": 100, "mandate_from": 10,
    "mandate_until": 10, "focal_point_name": 200, "focal_point_email": 254, "focus": 400, "focus_other": 200, "signer_name": 200,
    "signer_position": 200, "signed_on": 10, "language": 35,
}  # fmt: skip
COLUMNS = tuple(LONGEST)
OPTIONAL = ("kind_other", "focus_other", "language")
DATES = ("mandate_from", "mandate_until", "signed_on")
MOST_ROWS = 2_000
FIRST_ROW = 2  # as a spreadsheet numbers them: the first holds the names of the columns


@dataclass(frozen=True)
class RowFault:
    row: int
    name: str
    column: str
    sentence: object


@dataclass(frozen=True)
class Report:
    good: Sequence[SignedForm]
    faults: Sequence[RowFault]


def read_members(content: bytes, taken: frozenset[tuple[str, str]], now: datetime) -> Report:
    """`taken` holds country and place key of every place that has joined or waits."""
    good, faults, seen = [], [], set(taken)
    for number, row in enumerate(rows_of(content), FIRST_ROW):
        form, wrong = form_of_row(row, now)
        key = (form.country, place_key(form.name))
        if not wrong and key in seen:
            wrong = [("name", _("This place is in the list twice, or has joined already."))]
        seen.add(key)
        faults += [RowFault(number, form.name, column, sentence) for column, sentence in wrong]
        good += [] if wrong else [form]
    return Report(good, faults)


def rows_of(content: bytes) -> list[dict[str, str]]:
    try:
        text = content.decode("utf-8-sig")
        dialect = csv.Sniffer().sniff(text.partition("\n")[0], ",;\t") if text else csv.excel
        reader = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect, restval="")
        rows = [{name: value for name, value in row.items() if name} for row in reader]
    except (UnicodeDecodeError, csv.Error) as fault:
        raise BadInput(_("This is not a CSV table in UTF-8. Please save it as “CSV UTF-8” and send it again.")) from fault
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ()) and column not in OPTIONAL]
    if missing:
        raise BadInput(_("These columns are missing: %(columns)s.", columns=", ".join(missing)))
    if len(rows) > MOST_ROWS:
        raise BadInput(_("A list may have at most 2,000 rows."))
    return rows


def form_of_row(row: dict[str, str], now: datetime) -> tuple[SignedForm, list[tuple[str, object]]]:
    """The form as far as the row can be read, and what is wrong with it."""
    faults: list[tuple[str, object]] = []
    said: dict[str, object] = {}
    for column in COLUMNS:
        try:
            said[column] = value_of(column, row.get(column, ""))
        except (ValueError, BadInput) as fault:
            faults.append((column, fault.sentence if isinstance(fault, BadInput) else fault))
    form = SignedForm(**{**said, "signature": str(said.get("signer_name", ""))})  # type: ignore[arg-type]
    unreadable = {column for column, _sentence in faults}
    return form, faults + [fault for fault in faults_of_row(form, now) if fault[0] not in unreadable]


def value_of(column: str, typed: str) -> object:
    words = typed_line(typed)
    if len(words) > LONGEST[column]:
        raise BadInput(_("This may have at most %(longest)s characters.", longest=LONGEST[column]))
    if column in DATES:
        return day_of(words)
    if column == "inhabitants":
        return people_of(words)
    if column == "focus":
        return tuple(filter(None, (area.strip() for area in words.split(";"))))
    return known_language(words or "en") if column == "language" else words


def day_of(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as fault:
        raise BadInput(_("This is not a date like 2026-12-31.")) from fault


def people_of(words: str) -> int | None:
    if words and not words.isdecimal():
        raise BadInput(_("This is not a number of people. Please write it in digits, for example 1450000."))
    return int(words) if words else None


def faults_of_row(form: SignedForm, now: datetime) -> Iterator[tuple[str, object]]:
    then = min(now, datetime.combine(form.mandate_until, now.timetz())) if form.mandate_until else now
    yield from faults_of_information(form, then)
    yield from faults_of_focus(form)
    yield from (fault for fault in faults_of_statement(form, now) if fault[0] != "signature")
    if form.focal_point_email and "@" not in form.focal_point_email[1:-1]:
        yield "focal_point_email", _("This is not a whole e-mail address, like name@example.org.")
