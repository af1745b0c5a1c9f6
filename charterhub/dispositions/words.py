"""The states of a comment on its way to an answer, as the drafters read them."""

from flask_babel import lazy_gettext as _l

STATE_NAMES = {
    "received": _l("received"),
    "triaged": _l("sorted"),
    "waiting": _l("waiting for somebody"),
    "drafted": _l("answer drafted"),
}
