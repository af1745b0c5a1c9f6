"""What each kind of clause is called, and which kinds are headings and which are text."""

from flask_babel import lazy_gettext as _l

KIND_NAMES = {
    "preamble": _l("Preamble"),
    "part": _l("Part"),
    "chapter": _l("Chapter"),
    "section": _l("Section"),
    "article": _l("Article"),
    "provision": _l("Provision"),
    "action_plan": _l("Action plan"),
    "final_provisions": _l("Final provisions"),
    "annex": _l("Annex"),
    "recital": _l("Recital"),
    "paragraph": _l("Paragraph"),
    "point": _l("Point"),
    "action_item": _l("Action"),
    "action_item short": _l("Action, short term"),
    "action_item mid": _l("Action, mid term"),
}
TEXT_KINDS = ("recital", "paragraph", "point", "action_item")


def kind_choice(kind: str, horizon: str) -> str:
    """Kind and horizon as one choice in a list."""
    return f"{kind} {horizon}".strip()


def chosen_kind(choice: str) -> tuple[str, str]:
    kind, _space, horizon = choice.partition(" ")
    return kind, horizon
