"""Word and OpenDocument files as the tests need them: made from a few paragraphs, or a real one with a part changed."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

UDHR = Path(__file__).resolve().parents[3] / "shared" / "data" / "udhr"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
STYLES = f'<w:styles xmlns:w="{WORD}">' + "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    for style, name in (("Titre", "Title"), ("Titre1", "heading 1"), ("Titre2", "heading 2"))
) + "</w:styles>"  # fmt: skip


def package(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def word(body: str, **more: str) -> bytes:
    """A Word file with this body, as a French Word names its styles."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name}.xml": part for name, part in more.items()}
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": RELATED, "word/document.xml": document, "word/styles.xml": STYLES, **others})


def heading(text: str, level: int = 1) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Titre{level}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def paragraph(*runs: str) -> str:
    """Runs are words, or XML as it is."""
    written = [run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs]
    return f"<w:p>{''.join(written)}</w:p>"


def open_document(body: str, styles: str = "") -> bytes:
    spaces = " ".join(f'xmlns:{name}="{OFFICE}:{space}:1.0"' for name, space in (("office", "office"), ("text", "text"), ("style", "style"), ("draw", "drawing")))
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = f"<office:document-content {spaces} {dublin}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    masters = f"<office:styles/><office:automatic-styles/><office:master-styles>{styles}</office:master-styles>"
    sheet = f"<office:document-styles {spaces}>{masters}</office:document-styles>"
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": sheet})


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A real file with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return package({**parts, part: change(parts[part])})
