"""The six types of local or regional government on the campaign's form, as people read them."""

from flask_babel import lazy_gettext as _l

KIND_NAMES = {
    "city": _l("City or municipality"),
    "district": _l("District"),
    "region": _l("Region"),
    "province": _l("Province"),
    "metropolis": _l("Metropolis"),
    "other": _l("Other"),
}
STATE_NAMES = {
    "received": _l("waiting for the committee"),
    "admitted": _l("admitted"),
    "refused": _l("refused"),
}
