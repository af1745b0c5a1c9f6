"""The blueprint of voting, and the words its templates say."""

from flask import Blueprint
from flask_babel import format_decimal

from charterhub.voting.words import STANDING_WORDS, as_html, choice_said, counted_as, decided, said, standing_of, translated

bp = Blueprint("voting", __name__)
bp.add_app_template_global(standing_of)
bp.add_app_template_filter(STANDING_WORDS.__getitem__, "standing")
bp.add_app_template_filter(format_decimal, "number")
bp.add_app_template_filter(said)
bp.add_app_template_filter(decided)
bp.add_app_template_filter(choice_said)
bp.add_app_template_filter(counted_as)
bp.add_app_template_filter(as_html)
bp.add_app_template_filter(translated)
