"""The fixed lists of membership as people read them: types of government, states of a form, stages on the way, channels."""

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
    "checked": _l("checked, waiting for the decision"),
    "admitted": _l("admitted"),
    "refused": _l("refused"),
}
STAGE_NAMES = {
    "pledged": _l("Pledged"),
    "received": _l("Form received"),
    "checked": _l("Checked"),
    "refused": _l("Refused"),
    "listed": _l("Listed"),
    "active": _l("Active"),
    "report_due": _l("Report due"),
    "overdue": _l("Report overdue"),
    "on_hold": _l("On hold"),
    "reaffirmed": _l("Reaffirmed"),
    "withdrawn": _l("Withdrawn"),
}
INSTITUTION_NAMES = {
    "declaration": _l("Declaration of the council to be a human rights city or territory"),
    "elected_lead": _l("Elected person in charge of human rights"),
    "office": _l("Office for human rights or against discrimination"),
    "council": _l("Council in which inhabitants and organisations take part"),
    "ombuds": _l("Ombudsperson or another who hears complaints"),
    "budget_line": _l("Line of the budget for human rights"),
}
CHANNEL_NAMES = {
    "web": _l("Filled in here"),
    "email": _l("Came by e-mail"),
    "event": _l("Handed over at an event"),
    "list": _l("From a list of existing members"),
}
