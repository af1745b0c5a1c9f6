"""The draft as its readers will see it, in every language: what its translators have still to follow is marked until they did."""

from charterhub.accounts.models import Person
from charterhub.agenda.preview import previewed
from charterhub.charters.models import Charter
from charterhub.charters.operations import add_edition, draft_new_clause, publish_version, revise_clause
from charterhub.charters.queries import draft_of
from charterhub.formats.reading import read_text
from charterhub.language_versions.operations import Judgement, Words, keep_passage
from charterhub.language_versions.passages import passages_of
from charterhub.transaction import transaction
from tests.charters.conftest import SignIn
from tests.world import LINES, in_phase

FRENCH = "\n\n".join(f"## {line.number} Titre" if line.heading else f"{line.number} Texte {place}" for place, line in enumerate(LINES))


def to_follow(charter: Charter, language: str) -> list[tuple[str, str]]:
    return [(each.language, each.revision.wording) for each in previewed(charter, language) if each.to_follow]


def test_a_translation_is_to_follow_until_it_has_also_when_the_text_was_published_before_it(charter: Charter, bruno: Person, sign_in: SignIn) -> None:
    in_phase(charter, "amending")
    with transaction():
        outline = read_text(f"# Charte\n\n{FRENCH}", "fr")
        add_edition(bruno, charter, "fr", "Charte", outline)
        place = draft_of(charter, "en")[1]
        revise_clause(bruno, place.clause, "en", "", "Everyone has a home.", place.revision)
        draft_new_clause(bruno, charter, draft_of(charter, "en")[-1].clause, "paragraph", "en", "3.", wording="Meetings are interpreted.")
    assert to_follow(charter, "en") == []
    waiting = to_follow(charter, "fr")
    assert ("en", "Meetings are interpreted.") in waiting and ("fr", draft_of(charter, "fr")[1].revision.wording) in waiting
    with transaction():
        publish_version(bruno, charter, "Second")
    assert to_follow(charter, "fr") == waiting, "publishing does not translate"
    with transaction():
        passage = next(each for each in passages_of(charter, "fr") if each.state == "stale")
        keep_passage(bruno, passage, passage.seen, Words("1.", "", "Chacun a un toit."), Judgement("reviewed", "human"))
    assert to_follow(charter, "fr") == [each for each in waiting if each[0] == "en"]
    page = sign_in(bruno).open("/charters/gwangju-charter/desk/fr/preview")
    assert page.text.count("translation to follow") == 1 and "Chacun a un toit." in page.text
