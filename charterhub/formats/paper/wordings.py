"""A wording as paragraphs of runs, read from the same HTML that readers see."""

from html.parser import HTMLParser

from charterhub.formats.paper.blocks import Passage, Run
from charterhub.text.render import rendered

MARKS = {"em": "emphasis", "strong": "strong"}


def passages_of(wording: str) -> list[Passage]:
    """At least one paragraph, however short the wording."""
    reader = _Passages()
    reader.feed(rendered(wording).html)
    reader.close()
    return [tuple(runs) for runs in reader.passages] or [()]


class _Passages(HTMLParser):
    """Marks do not nest on paper: the innermost wins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[list[Run]] = []
        self.marks: list[str] = []
        self.address = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.passages.append([])
            self.inside = True
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self.address = dict(attrs).get("href") or ""
        else:
            self.marks.append(MARKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.address = ""
        elif tag in MARKS:
            self.marks.pop()
        elif tag == "p":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            words = data if data == "\n" else data.replace("\n", " ")
            runs = self.passages[-1]
            after_break = bool(runs) and runs[-1].words == "\n"
            runs.append(Run(words.lstrip() if after_break else words, self.marks[-1] if self.marks else "", self.address))
