"""The roles, as people read them."""

from flask_babel import lazy_gettext as _l

ROLE_NAMES = {
    "inhabitant": _l("Inhabitant"),
    "representative": _l("Civil-society representative"),
    "official": _l("Official"),
    "committee": _l("Committee"),
    "administrator": _l("Administrator"),
}
