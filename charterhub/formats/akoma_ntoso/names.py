"""Which element a kind of clause is, and which kind an element is. A kind that the standard has no element for is an
`hcontainer` with a name."""

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "https://charterhub.org/ns/akn"  # a name, not an address
ELEMENTS = {kind: kind for kind in ("part", "chapter", "section", "article", "paragraph", "subparagraph", "point", "recital", "preamble")}
NAMED = {
    "front_matter": "frontMatter", "provision": "provision", "definition": "definition", "action_plan": "actionPlan", "action_item": "actionItem",
    "final_provisions": "finalProvisions", "additional_provision": "additionalProvision", "entry_into_force": "entryIntoForce", "signatures": "signatures",
    "signatory": "signatory", "annex": "annex",
}  # fmt: skip
IN_BODY = {"recital": "recital", "preamble": "preamble", **NAMED}
KINDS_BY_NAME = {name: kind for kind, name in IN_BODY.items()}
READ_AS = {
    **{name: name for name in ("part", "chapter", "section", "article", "paragraph", "subparagraph", "point")},
    "book": "part", "tome": "part", "title": "part", "subpart": "part", "division": "part", "subdivision": "section", "subtitle": "section", "subchapter": "section",
    "subsection": "section", "clause": "provision", "subclause": "subparagraph", "rule": "provision", "subrule": "subparagraph", "alinea": "subparagraph",
    "proviso": "subparagraph", "indent": "point", "level": "section", "transitional": "final_provisions", "recital": "recital", "citation": "recital", "preamble": "preamble",
}  # fmt: skip
TRANSPARENT = (
    "list", "sublist", "body", "mainBody", "recitals", "citations", "container", "conclusions", "blockList", "blockContainer", "ul", "ol", "div", "formula", "tblock",
)  # fmt: skip


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def ours(name: str) -> str:
    return f"{{{OURS}}}{name}"
