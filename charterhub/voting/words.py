"""What voting says in the reader's language: choices, the sentences of `charterhub.counting`, where a round stands."""

from enum import StrEnum

from babel.lists import format_list
from flask_babel import format_decimal, get_locale, gettext
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from charterhub import clock
from charterhub.counting.steps import Step
from charterhub.text.render import rendered
from charterhub.voting.models import VotingRound

CHOICE_WORDS = {
    "for": _l("For"),
    "against": _l("Against"),
    "keep": _l("Keep it"),
    "change": _l("Change it"),
    "drop": _l("Drop it"),
    "none": _l("None of these"),
    "abstain": _l("I abstain"),
}
DECISION_WORDS = {
    "carried": _l("carried"),
    "not_carried": _l("not carried"),
    "keep": _l("kept"),
    "change": _l("to be changed"),
    "drop": _l("dropped"),
    "undecided": _l("undecided, the text stays"),
    "a": _l("the text stays"),
}
FOLLOWING_WORDS = {
    "carried": _l("the vote advises the council to adopt this text. The council decides, and its act is recorded with the charter."),
    "not_carried": _l("the vote does not advise the council to adopt this text. The council decides, and its act is recorded with the charter."),
    "keep": _l("the clause stays in the text that goes to the council."),
    "change": _l("the clause goes back to be drafted anew before the text goes to the council."),
    "drop": _l("the clause is taken out of the text that goes to the council, as the vote advises."),
    "undecided": _l("nothing changes: the text goes to the council as it stands."),
    "a": _l("nothing changes: the text goes to the council as it stands."),
}
KIND_WORDS = {
    "for_against": (_l("For, against or abstain"), _l("People say yes or no to each clause.")),
    "keep_change_drop": (_l("Keep, change or drop"), _l("People say what is to become of each clause.")),
    "approval": (_l("Tick every wording you could live with"), _l("The wording ticked by most people is chosen. Easy to explain.")),
    "ranked": (
        _l("Rank the wordings"),
        _l("Counted by the Schulze method: a wording that wins every comparison of two is always chosen. Fairer among several close wordings."),
    ),
}

COUNTING_RULES = {
    "keep_change_drop": _l(
        "Keep, change or drop: a clause is kept when that majority is for keeping it, and dropped when that majority is for "
        "dropping it. Else it goes back to be changed. If everybody abstains it is kept."
    ),
    "approval": _l(
        "Choosing among wordings: the wording ticked by most people is chosen. On a tie none is, and the text stays as it is. "
        "Abstentions count toward the quorum alone."
    ),
    "ranked": _l(
        "Ranking wordings: every two are compared, and the Schulze method finds the one that no other beats. If there is no such "
        "wording alone the text stays as it is. Abstentions count toward the quorum alone."
    ),
}


ROUTE_WORDS = {
    "email": (_l("Confirmed e-mail addresses"), _l("Everybody who lives here with a confirmed account. Nobody has checked who they are: they are counted apart as not verified.")),
    "identity": (_l("The city's sign-in"), _l("Accounts that the identity provider of your government has verified before the round opens.")),
    "list": (_l("An electoral list"), _l("A census, or the list of a school or an association, that you have taken in before. Everybody on it is on the roll.")),
    "codes": (_l("Codes on paper"), _l("Printed slips, handed out or sent by post: one for each line of the list, or so many without names. Each works once.")),
}
BAND_WORDS = {
    "under_12": _l("Children under 12"),
    "12_15": _l("Young people of 12 to 15"),
    "16_17": _l("Young people of 16 and 17"),
    "adult": _l("People of 18 and over"),
}
GROUP_WORDS = {"yes": _l("Verified"), "no": _l("Not verified"), "*": _l("All others"), "": _l("Not known"), **BAND_WORDS}
DIMENSION_WORDS = {"verified": _l("Verified and not verified apart"), "area": _l("By area"), "band": _l("By age")}


class Standing(StrEnum):
    """Derived from the round's moments and the clock, never stored."""

    PREPARED = "prepared"
    MISSED = "missed"
    OPEN = "open"
    ENDED = "ended"
    CLOSED = "closed"
    CERTIFIED = "certified"
    CANCELLED = "cancelled"
    ANNULLED = "annulled"


STANDING_WORDS = {
    Standing.PREPARED: _l("not open yet"),
    Standing.MISSED: _l("never opened"),
    Standing.OPEN: _l("open"),
    Standing.ENDED: _l("ended, to be counted"),
    Standing.CLOSED: _l("closed and counted"),
    Standing.CERTIFIED: _l("certified"),
    Standing.CANCELLED: _l("cancelled"),
    Standing.ANNULLED: _l("annulled"),
}


def standing_of(voting_round: VotingRound) -> Standing:
    if voting_round.voided_at is not None:
        return Standing.ANNULLED if voting_round.closed_at else Standing.CANCELLED
    if voting_round.closed_at is not None:
        return Standing.CERTIFIED if voting_round.certified_at else Standing.CLOSED
    past = clock.now() >= voting_round.closes_at
    if voting_round.opened_at is None:
        return Standing.MISSED if past else Standing.PREPARED
    return Standing.ENDED if past else Standing.OPEN


def decided(decision: str) -> str:
    """The badge of a decision; the letter of a chosen wording stands for itself."""
    return str(DECISION_WORDS.get(decision) or gettext("wording %(letter)s chosen", letter=decision.upper()))


def follows(decision: str) -> str:
    """What the city does with it."""
    return str(FOLLOWING_WORDS.get(decision) or gettext("Wording %(letter)s goes to the council as the inhabitants' choice.", letter=decision.upper()))


def dimension_said(dimension: str) -> str:
    return str(DIMENSION_WORDS[dimension])


def group_said(group: str) -> str:
    """A verified, an age band, or an area by its own name."""
    return str(GROUP_WORDS.get(group, group))


def age_bands(bands: list[str]) -> str:
    return format_list([str(BAND_WORDS[band]) for band in bands], style="standard", locale=get_locale())


def counted_as(choice: str) -> str:
    """The row of a count."""
    return gettext("Abstaining") if choice == "abstain" else choice_said(choice)


def choice_said(choice: str) -> str:
    """A choice of a ballot, also one of several wordings: "A, C" approved, "B, then A = D" ranked."""
    if choice in CHOICE_WORDS:
        return str(CHOICE_WORDS[choice])
    return choice.upper().replace(",", ", ").replace(">", " › ").replace("=", " = ")


def as_html(wording: str) -> Markup:
    """One of several wordings, shown as a clause is."""
    return Markup(rendered(wording).html)


def translated(sentence: str) -> str:
    """A sentence that `charterhub.counting` marked for translation."""
    return gettext(sentence)


def said(step: Step) -> str:
    """A step of the arithmetic in the reader's language and digits."""
    words = {name: format_decimal(fact) if isinstance(fact, int) else fact for name, fact in step.facts.items()}
    return gettext(step.sentence) % words
