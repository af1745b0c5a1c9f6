"""The enrolment form on paper: as far as it was filled in, with a line to sign by hand. A signed copy is sent back as a scan."""

from unicodedata import bidirectional

from flask_babel import format_date, format_decimal, get_locale
from flask_babel import gettext as _

from charterhub.formats.paper import Block, Heading, Labels, Paper, Signatures, Text, passage
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.kinds import KIND_NAMES
from charterhub.members.places import country_name
from charterhub.members.signed_form import SignedForm
from charterhub.members.statement import statement_of_commitment
from charterhub.members.steps import STEP_NAMES

BLANK = "…"
RUNNING = {"ltr": "en", "rtl": "ar"}


def form_paper(form: SignedForm) -> Paper:
    """In the language of the page; what was typed stands in its own words."""
    blocks = (*information(form), *written("vision", form.vision), *focus(form), *written("motivation", form.motivation), *practices(form), *statement(form))
    return Paper(_("Enrolment form"), str(get_locale()), blocks, under=[campaign(), form.name or BLANK], foot=form.name)


def campaign() -> str:
    return _("10, 100, 1000 Human Rights Cities and Territories by 2030")


def heading(step: str) -> Heading:
    return Heading(str(STEP_NAMES[step]), 1)


def information(form: SignedForm) -> tuple[Block, ...]:
    first, last = form.mandate_from, form.mandate_until
    mandate = _("%(start)s to %(end)s", start=format_date(first, "long"), end=format_date(last, "long")) if first and last else BLANK
    head = ", ".join(filter(None, (form.head_name, form.head_title)))
    focal_point = ", ".join(filter(None, (form.focal_point_name, form.focal_point_email)))
    lines = (
        (_("Country"), country_name(form.country) if form.country else BLANK),
        (_("Name"), form.name or BLANK),
        (_("Type"), form.kind_other or str(KIND_NAMES.get(form.kind, BLANK))),
        (_("Inhabitants"), format_decimal(form.inhabitants) if form.inhabitants else BLANK),
        (_("Head of the government"), head or BLANK),
        (_("Mandate"), mandate),
        (_("Focal point"), focal_point or BLANK),
    )
    return heading("information"), Labels(lines)


def written(step: str, words: str) -> tuple[Block, ...]:
    """What somebody wrote runs the way its own script does, whatever the language of the page."""
    lines = [passage(line) for line in (words or BLANK).splitlines() if line.strip()]
    return heading(step), Text(lines, language=RUNNING[direction_of(words)] if words else "")


def direction_of(words: str) -> str:
    """That of the first letter that has one (Unicode Standard Annex 9, rules P2 and P3)."""
    strong = (bidirectional(sign) for sign in words)
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else "ltr"


def focus(form: SignedForm) -> tuple[Block, ...]:
    """Every area with its box, ticked or not, as on the campaign's own form."""
    named = {**FOCUS_AREAS, "other": form.focus_other or FOCUS_AREAS["other"]}
    return heading("focus"), *(Text([passage(str(name))], "[x]" if area in form.focus else "[ ]") for area, name in named.items())


def practices(form: SignedForm) -> tuple[Block, ...]:
    shown = [practice for practice in form.practices if not practice.blank]
    blocks: list[Block] = [heading("practices")]
    for number, practice in enumerate(shown, 1):
        blocks.append(Heading(f"{number}. {practice.area or BLANK}", 2))
        blocks.append(Text([passage(words) for words in (practice.words, practice.link) if words]))
    return tuple(blocks) if shown else (*blocks, Text([passage(_("No examples. They are optional."))]))


def statement(form: SignedForm) -> tuple[Block, ...]:
    """A date that was given is printed; the signature is always left to the hand."""
    words = statement_of_commitment(form.signer_name, form.signer_position, form.name)
    day = format_date(form.signed_on, "long") if form.signed_on else ""
    signer = ", ".join(filter(None, (form.signer_name, form.signer_position)))
    return heading("statement"), Text([passage(str(words))]), Labels(((_("Name and position"), signer or BLANK), (_("Date"), day or BLANK))), Signatures([_("Signature")])
