"""The blueprint of voting, and the words its templates say."""

from flask import Blueprint
from flask_babel import format_decimal

from charterhub.voting.choices import paper_choices
from charterhub.voting.words import (
    STANDING_WORDS,
    age_bands,
    as_html,
    choice_said,
    counted_as,
    decided,
    dimension_said,
    follows,
    group_said,
    said,
    standing_of,
    translated,
)

bp = Blueprint("voting", __name__)
bp.add_app_template_global(standing_of)
bp.add_app_template_global(age_bands)
bp.add_app_template_global(paper_choices)
bp.add_app_template_global(dimension_said)
bp.add_app_template_filter(group_said)
bp.add_app_template_filter(STANDING_WORDS.__getitem__, "standing")
bp.add_app_template_filter(format_decimal, "number")
bp.add_app_template_filter(said)
bp.add_app_template_filter(decided)
bp.add_app_template_filter(follows)
bp.add_app_template_filter(choice_said)
bp.add_app_template_filter(counted_as)
bp.add_app_template_filter(as_html)
bp.add_app_template_filter(translated)
