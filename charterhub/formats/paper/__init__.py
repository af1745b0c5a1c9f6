"""Documents for people who work on paper: what stands in one is said once, as blocks, and comes out as PDF here or as a
Word, OpenDocument or EPUB file there. Knows no database, no request and no language but that of the words it is given."""

from charterhub.formats.paper.blocks import Block, Heading, Labels, NewPage, Paper, Passage, Run, Signatures, Table, Text, passage
from charterhub.formats.paper.office import office_file
from charterhub.formats.paper.pdf import pdf_of
from charterhub.formats.paper.unprintable import Unprintable
from charterhub.formats.paper.wordings import passages_of

__all__ = [
    "Block", "Heading", "Labels", "NewPage", "Paper", "Passage", "Run", "Signatures", "Table", "Text", "Unprintable", "office_file", "passage", "passages_of", "pdf_of",
]  # fmt: skip
