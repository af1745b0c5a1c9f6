"""Defined terms in Word and OpenDocument files: a character style of their own. Pandoc writes the name of the style and
forgets it when it reads, so its looks are added to what it wrote, and what it is to read gets a link in place of the style."""

import io
import re
import zipfile

from charterhub.formats.packages import Parts

STYLE = "Defined Term"
ADDRESS = "term:"
WORD_STYLE = re.compile(rb'<w:rStyle w:val="DefinedTerm" ?/>')
WORD_RUN = re.compile(rb"<w:r(?: [^<>]*)?>(?:(?!</?w:r[ >]).)*</w:r>", re.DOTALL)
TERM_BEGINS, TERM_ENDS = b'<w:hyperlink w:anchor="term:">', b"</w:hyperlink  >"  # nobody else leaves these spaces in an end tag
BETWEEN_RUNS = re.compile(TERM_ENDS + rb"\s{0,200}" + TERM_BEGINS)
WORD_LOOKS = re.compile(rb'(<w:style [^>]*w:styleId="DefinedTerm"(?:(?!</w:style>).)*)</w:style>', re.DOTALL)
ODF_NAMES = ("Defined_20_Term", STYLE)
ODF_STYLE = re.compile(r"<style:style ([^<>]*)>")
ODF_PARENT = re.compile(r'style:parent-style-name="(?:Defined_20_Term|Defined Term)"')
ODF_NAME = re.compile(r'style:name="([^"]*)"')
ODF_SPAN = re.compile(r"<text:span(?: [^<>]*)?>|</text:span>")
ODF_SPAN_STYLE = re.compile(r'text:style-name="([^"]*)"')
ODF_LOOKS = (
    b'<style:style style:name="Defined_20_Term" style:display-name="Defined Term" style:family="text">'
    b'<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>'
)


def with_term_links(parts: Parts) -> Parts:
    """The parts of a file to be read, each defined term a link to `ADDRESS`."""
    if b'w:val="DefinedTerm"' in parts.get("word/document.xml", b""):
        return {**parts, "word/document.xml": BETWEEN_RUNS.sub(b"", WORD_RUN.sub(_linked_run, parts["word/document.xml"]))}
    if b"Defined" in parts.get("content.xml", b""):
        return {**parts, "content.xml": _linked_open_document(parts["content.xml"].decode()).encode()}
    return parts


def _linked_run(found: re.Match[bytes]) -> bytes:
    """Without its style: what that looks like, bold or not, is not in the words."""
    words, styles = WORD_STYLE.subn(b"", found[0])
    return TERM_BEGINS + words + TERM_ENDS if styles else found[0]


def _linked_open_document(content: str) -> str:
    """Spans nest, so each end is matched with its beginning; a style that the program made of ours counts as ours."""
    made = (ODF_NAME.search(found[1]) for found in ODF_STYLE.finditer(content) if ODF_PARENT.search(found[1]))
    names = {*ODF_NAMES, *(found[1] for found in made if found)}
    open_spans: list[bool] = []

    def link(found: re.Match[str]) -> str:
        if found[0].startswith("</"):
            return "</text:a>" if open_spans and open_spans.pop() else found[0]
        if found[0].endswith("/>"):
            return found[0]
        style = ODF_SPAN_STYLE.search(found[0])
        open_spans.append(bool(style and style[1] in names))
        return f'<text:a xlink:type="simple" xlink:href="{ADDRESS}">' if open_spans[-1] else found[0]

    return ODF_SPAN.sub(link, content)


def with_term_looks(package: bytes) -> bytes:
    """The same file, its style of defined terms bold and, in OpenDocument, declared at all."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in read.infolist():
            written.writestr(entry, _dressed(entry.filename, read.read(entry)))
    return out.getvalue()


def _dressed(name: str, part: bytes) -> bytes:
    if name == "word/styles.xml":
        return WORD_LOOKS.sub(rb"\1<w:rPr><w:b/><w:bCs/></w:rPr></w:style>", part)
    if name == "styles.xml":
        return part.replace(b"</office:styles>", ODF_LOOKS + b"</office:styles>")
    return part.replace(b'"Defined Term"', b'"Defined_20_Term"') if name == "content.xml" else part
