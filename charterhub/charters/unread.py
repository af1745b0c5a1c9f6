"""Why a file could not be read, and what of it could not be kept, in sentences for the person who sent it."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from charterhub.formats.outline import Unkept
from charterhub.formats.unreadable import Unreadable

SENTENCES = {
    "not_text": _l("This is not a text file. Please send the charter as a Word file (.docx), OpenDocument text (.odt), web page or plain text, or paste its text below."),
    "wrong_encoding": _l("This file is text in an encoding we do not read. Please save it as UTF-8 and send it again, or paste its text below."),
    "empty": _l("There is nothing in it. Please choose the file with the text of the charter."),
    "too_large": _l("This file is too large. It may have at most %(megabytes)s MB."),
    "too_long": _l("This text is too long. It may have at most %(longest)s characters."),
    "too_hard": _l("This text could not be read in a reasonable time. Please check that it is the right file, or paste it in parts."),
    "no_headings": _l("There are no headings in this text, so we cannot tell its clauses apart. In Markdown a heading begins with #, for example: ## Article 1"),
    "no_clauses": _l("There are headings in this text, but no clauses under them."),
    "too_deep": _l("The text is nested too deep at “%(place)s”: at most %(deepest)s levels can be kept."),
    "too_many": _l("This text has %(found)s clauses; at most %(most)s can be taken at once."),
    "refused_character": _l("There is an invisible character (U+%(code)s) after “%(after)s” that cannot be kept. Please delete it and send the text again."),
    "unknown_format": _l("Files of this kind cannot be read yet. Please send one that ends in %(known)s, or paste the text below."),
    "wrong_ending": _l("The ending of the file’s name does not fit what is in it. Please open it in the program that wrote it and save it again."),
    "old_office": _l("This file was saved by an old version of Word, or has a password. Please open it and save it as .docx without a password."),
    "portable_document": _l("This is a PDF, which does not say where its clauses begin. Please send the file it was made from, or paste the text below."),
    "locked": _l("This file has a password. Please save it without one and send it again."),
    "broken_package": _l("This file is damaged. Please open it in the program that wrote it, save it again and send that."),
    "unpacks_too_large": _l("This file unpacks to more than %(megabytes)s MB. Please send the text without pictures and other attachments."),
    "no_xliff": _l("This is not a file of a translation tool (XLIFF 1.2, 2.0 or 2.1). Please export XLIFF from your tool, not its project file."),
    "other_language": _l("This file is a translation into “%(found)s”, but this edition is in “%(wanted)s”."),
    "no_units": _l("There is nothing translated in this file."),
    "entities": _l("This file defines abbreviations of its own (XML entities), as no word processor does, so it was not read."),
}
CORRECTION_SENTENCES = {
    "nothing_above": _l("There is no clause above the first one to join it to."),
    "no_empty_line": _l("Please put an empty line into the text where the clause is to be split, then press Split again."),
}
UNKEPT_SENTENCES = {
    "front": _l("Words on the title page could not be kept"),
    "page_header": _l("A page header or footer could not be kept"),
    "text_box": _l("A text box could not be kept"),
    "object": _l("An embedded drawing or document could not be kept"),
    "comment": _l("A comment in the margin of the file could not be kept"),
    "deleted": _l("Words deleted while changes were tracked were left out"),
    "inserted": _l("Words inserted while changes were tracked were kept as text"),
    "struck": _l("Words struck through were kept, without the line"),
    "numbering": _l("A number that the word processor counted by itself could not be kept; please type it in its field"),
    "image": _l("An image could not be kept"),
    "table": _l("A table could not be kept"),
    "table_in_lines": _l("A table was taken in as paragraphs, one for each row"),
    "footnote": _l("A footnote could not be kept"),
    "code": _l("A passage of program code could not be kept"),
    "formula": _l("A formula could not be kept"),
    "markup": _l("A passage of markup could not be kept"),
}


def sentence_of(unreadable: Unreadable) -> str:
    return str(SENTENCES[unreadable.reason]) % unreadable.facts


def report_line(unkept: Unkept) -> str:
    """One line of the report, with the heading it stood under and the words by which one finds it."""
    what = UNKEPT_SENTENCES[unkept.what]
    line = _("%(what)s, under “%(place)s”", what=what, place=unkept.place) if unkept.place else str(what)
    return _("%(line)s: “%(words)s”", line=line, words=unkept.excerpt) if unkept.excerpt else line
