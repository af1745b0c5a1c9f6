"""What a document is by its content, never by its name, and a file's name without what could lead elsewhere.

Every kind has a signature of its own: PDF 32000-1 7.5.2, PNG 5.2, JPEG (ITU-T T.81) and the ZIP containers of ISO 29500 and
ISO 26300, which name what they hold. SVG and HTML can carry script, so they are no documents here.
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.typed import typed_line

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
SIGNATURES = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))
LONGEST_NAME = 150
NOT_IN_A_NAME = re.compile(r"[\"<>|?*:]")


def kind_of(content: bytes) -> str | None:
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    return kind_of_container(content) if content.startswith(b"PK\x03\x04") else None


def kind_of_container(content: bytes) -> str | None:
    try:
        with ZipFile(BytesIO(content)) as container:
            names = set(container.namelist())
            if "word/document.xml" in names and not any(name.endswith("vbaProject.bin") for name in names):
                return "docx"
            if "mimetype" in names and container.getinfo("mimetype").file_size < 100:
                return "odt" if container.read("mimetype").decode("ascii", "replace").strip() == MEDIA_TYPES["odt"] else None
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return None
    return None


def file_name(name: str) -> str:
    """The last part of whatever path was sent, in one line."""
    last = re.split(r"[/\\]", name)[-1]
    try:
        plain = typed_line(NOT_IN_A_NAME.sub("", last)).lstrip(".")
    except ValueError as refused:
        raise BadInput(_l("The name of this file holds an invisible character. Please rename the file and send it again.")) from refused
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}" if dot and stem and len(ending) <= 10 else plain[:LONGEST_NAME] or "document"
