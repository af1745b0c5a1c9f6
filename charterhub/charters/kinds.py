"""What each kind of clause is called, and which kinds are headings and which are text."""

from flask_babel import lazy_gettext as _l

KIND_NAMES = {
    "front_matter": _l("Front matter"),
    "preamble": _l("Preamble"),
    "part": _l("Part"),
    "chapter": _l("Chapter"),
    "section": _l("Section"),
    "article": _l("Article"),
    "provision": _l("Provision"),
    "action_plan": _l("Action plan"),
    "final_provisions": _l("Final provisions"),
    "additional_provision": _l("Additional provision"),
    "entry_into_force": _l("Entry into force"),
    "signatures": _l("Signatures"),
    "annex": _l("Annex"),
    "recital": _l("Recital"),
    "paragraph": _l("Paragraph"),
    "subparagraph": _l("Sub-paragraph"),
    "point": _l("Point"),
    "definition": _l("Definition"),
    "action_item": _l("Action"),
    "action_item short": _l("Action, short term"),
    "action_item mid": _l("Action, mid term"),
    "signatory": _l("Signatory"),
}
TEXT_KINDS = ("recital", "paragraph", "subparagraph", "point", "definition", "action_item", "signatory")


def kind_choice(kind: str, horizon: str) -> str:
    """Kind and horizon as one choice in a list."""
    return f"{kind} {horizon}".strip()


def chosen_kind(choice: str) -> tuple[str, str]:
    kind, _space, horizon = choice.partition(" ")
    return kind, horizon
