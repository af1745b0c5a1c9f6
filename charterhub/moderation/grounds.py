"""What moderation can be asked for, and the rules a charter has before its officials write their own."""

from flask_babel import lazy_gettext as _l

GROUND_NAMES = {
    "hatred": _l("It attacks people for who they are"),
    "threat": _l("It insults or threatens somebody"),
    "private": _l("It tells something private about somebody"),
    "advertising": _l("It is advertising, or the same again and again"),
    "unlawful": _l("It breaks the law in another way"),
    "elsewhere": _l("It has nothing to do with this text"),
}
DEFAULT_RULES = (
    _l("Say what you think of the text, as sharply as you like. Nobody is hidden for an opinion."),
    _l("Do not attack people for who they are, insult or threaten anybody."),
    _l("Do not tell private things about others: addresses, illnesses, where somebody’s child goes to school."),
    _l("Do not advertise, and do not post the same again and again."),
    _l("Stay with the text: what has nothing to do with it belongs elsewhere."),
    _l("A person, never a program, decides. Who wrote it is told the reason and can appeal; somebody else then decides again."),
)
