"""The nineteen areas of focus of the campaign's form, and "Others (please specify)"."""

from flask_babel import lazy_gettext as _l

FOCUS_AREAS = {
    "accessibility": _l("Accessibility"),
    "accountability": _l("Accountability and transparency"),
    "anti_racism": _l("Anti-racism"),
    "basic_services": _l("Basic services (including the rights to water, sanitation…)"),
    "climate": _l("Climate and environment"),
    "culture": _l("Culture and cultural rights"),
    "digital_rights": _l("Digital rights"),
    "equality": _l("Equality and fight against poverty"),
    "inclusion": _l("Inclusion of marginalized groups (migrants, homeless people, people of sexual diversity, etc.)"),
    "memory_peace": _l("Historical memory, peace culture and security"),
    "housing": _l("Housing"),
    "education_hr": _l("Human rights education"),
    "non_discrimination": _l("Non-discrimination and anti-xenophobia"),
    "participation": _l("Participatory democracy"),
    "health": _l("Public health"),
    "food": _l("Right to food and food security"),
    "education": _l("Right to education"),
    "women": _l("Women"),
    "youth": _l("Youth and children"),
    "other": _l("Others (please specify)"),
}
