"""The copies of a version: which kinds there are, and the file of each."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from flask import abort
from flask_babel import lazy_gettext as _l

from charterhub.charters.models import Charter
from charterhub.exports.akoma_ntoso import akoma_ntoso_copy
from charterhub.exports.clean_text import address_of, clean_text, horizons, which_version
from charterhub.exports.queries import COLUMNS, clause_records, outline_of_edition, version_record
from charterhub.formats.tables import as_csv
from charterhub.formats.writing import WRITERS, file_of
from charterhub.languages import direction
from charterhub.printing import PDF, printed
from charterhub.reading.editions import Edition, edition_from_url

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take the letters of most languages for others
IN_ARCHIVE = ("pdf", "docx", "html", "xml", "json", "csv")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no day before


class Kind(NamedTuple):
    mimetype: str
    name: object
    purpose: object


KINDS = {
    "pdf": Kind(PDF, _l("PDF"), _l("To print, sign and file. Tagged for screen readers, with its own fonts.")),
    "docx": Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _l("Word"), _l("To write on, print or bind into a file.")),
    "odt": Kind("application/vnd.oasis.opendocument.text", _l("OpenDocument"), _l("The same, for LibreOffice and other free programs.")),
    "epub": Kind("application/epub+zip", _l("EPUB"), _l("To read on a phone or an e-reader, without a connection.")),
    "html": Kind("text/html", _l("Web page"), _l("One plain file that opens in any browser.")),
    "md": Kind("text/markdown", _l("Markdown"), _l("Plain text with headings. Brought in here again, it becomes the same clauses.")),
    "xml": Kind("application/akn+xml", _l("Akoma Ntoso"), _l("For legal databases: the standard for laws, with permanent identifiers, first and present numbers, and lineage. Nothing is lost there and back.")),
    "json": Kind("application/json", _l("JSON"), _l("For programs: every clause with its permanent identifier, and the digest of the version.")),
    "csv": Kind("text/csv", _l("CSV"), _l("For spreadsheets: one line a clause.")),
    "zip": Kind("application/zip", _l("Everything"), _l("All languages of this version as PDF, Word, web page, Akoma Ntoso, JSON and CSV, with a list of their SHA-256 digests.")),
}  # fmt: skip


class Copy(NamedTuple):
    edition: Edition
    ending: str

    @property
    def charter(self) -> Charter:
        return self.edition.charter

    @property
    def file_name(self) -> str:
        return f"{self.edition.charter.slug}-version-{self.edition.version.number}.{self.edition.language}.{self.ending}"


def copy_from_url(slug: str, number: int, language: str, ending: str) -> Copy:
    if ending not in KINDS:
        abort(404)
    return Copy(edition_from_url(slug, number, language), ending)


def content_of(copy: Copy) -> bytes:
    if copy.ending in WRITERS:
        return file_of(outline_of_edition(copy.edition), copy.ending, horizons(copy.edition.language), facts_of(copy))
    return OTHERS[copy.ending](copy.edition)


def as_json(edition: Edition) -> bytes:
    return json.dumps(version_record(edition, address_of(edition)), ensure_ascii=False, indent=1).encode()


def as_spreadsheet(edition: Edition) -> bytes:
    return (BYTE_ORDER_MARK + "".join(as_csv(COLUMNS, clause_records(edition)))).encode()


def everything(edition: Edition) -> bytes:
    """The same version gives the same archive, except for what the packages of Word and others note of the moment they are made."""
    languages = [Edition(edition.version, language) for language in edition.version.languages]
    copies = [Copy(each, ending) for each in languages for ending in IN_ARCHIVE]
    out = io.BytesIO()
    listed = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for copy in copies:
            content = content_of(copy)
            listed.append(f"{hashlib.sha256(content).hexdigest()}  {copy.file_name}\n")
            archive.writestr(zipfile.ZipInfo(copy.file_name, EARLIEST), content, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("SHA256SUMS", EARLIEST), "".join(listed))
    return out.getvalue()


OTHERS: dict[str, Callable[[Edition], bytes]] = {
    "pdf": lambda edition: printed(clean_text(edition)),
    "xml": lambda edition: akoma_ntoso_copy(edition, address_of(edition)),
    "json": as_json,
    "csv": as_spreadsheet,
    "zip": everything,
}


def facts_of(copy: Copy) -> dict[str, str]:
    """What the file says of itself: its language, and which version it is."""
    edition = copy.edition
    which = f"{which_version(edition)}, {edition.version.published_at:%Y-%m-%d}, {address_of(edition)}"
    said = {"lang": edition.language, "dir": direction(edition.language)}
    by_kind = {
        "docx": {"date": which},
        "odt": {"description": which},
        "html": {"pagetitle": edition.title, "description-meta": which},
        "epub": {"title": edition.title, "description": which},
    }
    return {**said, **by_kind.get(copy.ending, {})}
