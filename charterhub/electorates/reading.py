"""Reading an electoral list from a table: every line either taken, or refused with a sentence that says why.

What is typed differs from what is on file in spaces, dots, capitals and digits of another script; the mark is made of
neither, so that people find themselves.
"""

import csv
import hashlib
import hmac
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import lazy_gettext as _l

from charterhub.electorates.models import LONGEST_AREA
from charterhub.errors import BadInput
from charterhub.typed import typed_line

COLUMNS = {"papers": ("number", "born_on", "area"), "addresses": ("email", "area")}
OPTIONAL = ("area",)
MOST_LINES, LONGEST_NUMBER, LONGEST_EMAIL = 200_000, 40, 254
FIRST_LINE = 2  # as a spreadsheet numbers them: the first holds the names of the columns
OLDEST = 130
YOUNGEST_OF = (("under_12", 0), ("12_15", 12), ("16_17", 16), ("adult", 18))

NO_NUMBER = _l("There is no number of a document.")
NO_DATE = _l("The date of birth is missing or is not a date like 1990-12-31.")
NO_AGE = _l("Nobody living was born on that day.")
NO_EMAIL = _l("This is not a whole e-mail address, like name@example.org.")
TWICE = _l("The same person stands in an earlier line.")
TOO_LONG = _l("This is longer than it can be.")


@dataclass(frozen=True)
class Line:
    """`proof` is what the person has to know, in its one normal form."""

    number: int
    proof: str
    area: str
    band: str


@dataclass(frozen=True)
class LineFault:
    number: int
    sentence: object


@dataclass(frozen=True)
class ListReport:
    lines: Sequence[Line]
    faults: Sequence[LineFault]

    @property
    def areas(self) -> dict[str, int]:
        named = [line.area for line in self.lines if line.area]
        return {area: named.count(area) for area in sorted(set(named))[:200]}


def mark_of(key: bytes, proof: str) -> str:
    return hmac.new(key, proof.encode(), hashlib.sha256).hexdigest()


def proof_by_papers(number: str, born_on: date) -> str:
    return f"{bare(number)}|{born_on.isoformat()}"


def proof_by_address(email: str) -> str:
    return email.strip().lower()


def bare(number: str) -> str:
    """Letters and digits alone, capitals, digits of any script as 0 to 9."""
    kept = (letter for letter in unicodedata.normalize("NFKC", number) if letter.isalnum())
    return "".join(str(unicodedata.digit(letter, None) if unicodedata.digit(letter, None) is not None else letter.upper()) for letter in kept)


def band_on(day: date, born_on: date) -> str:
    age = day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
    return [band for band, youngest in YOUNGEST_OF if age >= youngest][-1]


def read_list(content: bytes, kind: str, today: date) -> ListReport:
    lines, faults, seen = [], [], set()
    for number, row in enumerate(_rows(content, kind), FIRST_LINE):
        try:
            line = _read(number, row, kind, today)
            if line.proof in seen:
                raise BadInput(TWICE)
        except (BadInput, ValueError) as fault:
            faults.append(LineFault(number, fault.sentence if isinstance(fault, BadInput) else fault.args[0]))
            continue
        seen.add(line.proof)
        lines.append(line)
    return ListReport(lines, faults)


def _rows(content: bytes, kind: str) -> Iterator[dict[str, str]]:
    try:
        text = content.decode("utf-8-sig")
        dialect = csv.Sniffer().sniff(text.partition("\n")[0] or ",", ",;\t")
    except UnicodeDecodeError as fault:
        raise BadInput(_l("This is not a CSV table in UTF-8. Please save it as “CSV UTF-8” and send it again.")) from fault
    except csv.Error:
        dialect = csv.excel
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect, restval="")
        missing = [column for column in COLUMNS[kind] if column not in (reader.fieldnames or ()) and column not in OPTIONAL]
        rows = list(reader)
    except csv.Error as fault:
        raise BadInput(_l("This is not a CSV table in UTF-8. Please save it as “CSV UTF-8” and send it again.")) from fault
    if missing:
        raise BadInput(_l("These columns are missing: %(columns)s.", columns=", ".join(missing)))
    if not 0 < len(rows) <= MOST_LINES:
        raise BadInput(_l("A list has at least one line and at most 200,000."))
    return iter(rows)


def _read(number: int, row: dict[str, str], kind: str, today: date) -> Line:
    area = typed_line(row.get("area") or "")
    if len(area) > LONGEST_AREA:
        raise BadInput(TOO_LONG)
    if kind == "addresses":
        return Line(number, _address(row["email"] or ""), area, "")
    born_on = born(row["born_on"] or "", today)
    papers = bare(row["number"] or "")
    if not papers or len(papers) > LONGEST_NUMBER:
        raise BadInput(NO_NUMBER if not papers else TOO_LONG)
    return Line(number, proof_by_papers(papers, born_on), area, band_on(today, born_on))


def born(typed: str, today: date) -> date:
    try:
        born_on = date.fromisoformat(typed.strip())
    except ValueError as fault:
        raise BadInput(NO_DATE) from fault
    if not today.year - OLDEST <= born_on.year or born_on > today:
        raise BadInput(NO_AGE)
    return born_on


def _address(typed: str) -> str:
    proof = proof_by_address(typed)
    if "@" not in proof[1:-1] or " " in proof:
        raise BadInput(NO_EMAIL)
    if len(proof) > LONGEST_EMAIL:
        raise BadInput(TOO_LONG)
    return proof
