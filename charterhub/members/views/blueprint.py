"""The URLs of this room hang on one blueprint; these are the words all its pages use."""

from flask import Blueprint
from flask_babel import format_decimal

from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.kinds import CHANNEL_NAMES, KIND_NAMES, STAGE_NAMES, STATE_NAMES
from charterhub.members.places import country_name

bp = Blueprint("members", __name__)
WORDS = {
    "country_name": country_name,
    "kind_names": KIND_NAMES,
    "state_names": STATE_NAMES,
    "stage_names": STAGE_NAMES,
    "channel_names": CHANNEL_NAMES,
    "focus_areas": FOCUS_AREAS,
    "number": format_decimal,
}
