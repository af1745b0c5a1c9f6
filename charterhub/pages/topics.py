"""The pages on the campaign that its secretariat writes, and what stands there until it does, in our own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class Topic:
    """`until_then` is shown in a language in which nothing has been written yet; each line is a paragraph."""

    name: object
    until_then: Sequence[object]


TOPICS = {
    "objectives": Topic(
        _l("What the campaign is for"),
        (
            _l("1. Bring human rights cities and territories of all regions of the world together, so that they talk, work and stand with each other."),
            _l("2. Make the movement of human rights cities and territories larger and stronger."),
            _l("3. Let what is done locally count in the world’s human rights agendas and bodies, those of the United Nations among them."),
            _l("4. Encourage local and regional governments to adopt human rights charters and other frameworks that guide what they do."),
        ),
    ),
    "processes": Topic(
        _l("What goes with it"),
        (
            _l("The Global Charter-Agenda for Human Rights in the City is being brought up to date. Its text, its drafts and the votes on it are on this site."),
            _l("An open online course on local governments and human rights is for officials and everybody else who is interested."),
        ),
    ),
    "contact": Topic(_l("Contact"), (_l("The secretariat has not written its address here yet."),)),
}
