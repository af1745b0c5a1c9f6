"""Our own short texts to begin a charter with: one Markdown file for each template and language, beside this file."""

from pathlib import Path

from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.formats.outline import Outline
from charterhub.formats.reading import read_text
from charterhub.languages import own_name

FOLDER = Path(__file__).parent
NAMES = {
    "short-charter": _l("A short charter: what a city owes to everyone in it"),
    "right-to-take-part": _l("A charter of participation: how inhabitants decide with the council"),
    "one-right": _l("One right only: to begin small and grow"),
}


def template_choices() -> list[tuple[str, object]]:
    """Each template in each of its languages, for a list: ("short-charter.fr", "… (Français)")."""
    return [
        (f"{name}.{language}", _l("%(template)s (%(language)s)", template=title, language=own_name(language)))
        for name, title in NAMES.items()
        for language in languages_of(name)
    ]


def languages_of(name: str) -> list[str]:
    return sorted(path.name.split(".")[1] for path in FOLDER.glob(f"{name}.*.md"))


def template_outline(choice: str) -> Outline:
    """The outline of one of `template_choices`; anything else is `BadInput`."""
    name, _dot, language = choice.partition(".")
    if name not in NAMES or language not in languages_of(name):
        raise BadInput(_l("Please choose one of the templates."))
    return read_text((FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8"), language)
