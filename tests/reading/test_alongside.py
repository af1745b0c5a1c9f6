"""Two language editions of a version beside each other, for everybody, with the marks they had when it was published."""

from charterhub.charters.models import Charter
from charterhub.charters.operations import publish_version, revise_clause
from charterhub.charters.queries import clause_by_eid, draft_of, latest_version
from charterhub.comments.operations import post_comment
from charterhub.language_versions.operations import Judgement, Words, begin_edition, keep_passage, link_passages
from charterhub.language_versions.passages import passages_of
from charterhub.language_versions.published import side_by_side
from charterhub.transaction import transaction
from tests.pages import Pages

TEXT = "/charters/gwangju-charter/versions/2"
DIVERGING = Judgement("diverging", "human", "The code of 1998 says so.")
REVIEWED = Judgement("reviewed", "human")


def edition(charter: Charter, official, language: str, words: dict[int, tuple[Words, Judgement]]) -> None:
    begin_edition(official, charter, language, f"Charter ({language})")
    for place, (each, judgement) in words.items():
        passage = passages_of(charter, language)[place]
        keep_passage(official, passage, passage.seen, each, judgement)


def published(charter: Charter, official) -> None:
    """French: one passage diverging, one that falls behind, one that renders two; Arabic: one passage reviewed."""
    with transaction():
        one = (Words("Article 1", "Droit au logement", ""), DIVERGING)
        edition(charter, official, "fr", {0: one, 1: (Words("1.", "", "Un logement sûr."), REVIEWED), 2: (Words("2.", "", "Nul n'est expulsé ; on publie."), REVIEWED)})
        edition(charter, official, "ar", {0: (Words("المادة 1", "الحق في السكن", ""), REVIEWED)})
        english, french = draft_of(charter, "en"), draft_of(charter, "fr")
        link_passages(official, "fr", french[2], english[3])
        revise_clause(official, english[1].clause, "en", "", "Everyone has the right to a warm home.", english[1].revision)
        publish_version(official, charter, "In three languages")


def test_everybody_reads_two_editions_side_by_side_with_their_marks(pages: Pages, charter: Charter, bruno) -> None:
    published(charter, bruno)
    page = pages.open(f"{TEXT}/en/alongside/fr", queries=8)
    assert "a warm home" in page.text and "Un logement sûr." in page.text
    told = {row.eid: [(each.state, each.note) for each in row.standings] for row in side_by_side(latest_version(charter), "en", "fr")}
    assert told == {
        "art_1": [("diverging", DIVERGING.note)], "art_1__para_1": [("stale", "")], "art_1__para_2": [("stale", "")], "art_2": [("missing", "")],
        "art_2__para_1": [("missing", "")], "art_2__para_2": [("missing", "")],
    }  # fmt: skip
    assert DIVERGING.note in page.text and "behind the source" in page.text and "not translated" in page.text


def test_two_translations_meet_through_the_authoritative_text(pages: Pages, charter: Charter, bruno) -> None:
    published(charter, bruno)
    rows = side_by_side(latest_version(charter), "fr", "ar")
    assert [(len(row.left), len(row.right), [each.state for each in row.standings]) for row in rows] == [
        (1, 1, ["diverging", "reviewed"]), (1, 0, ["stale", "missing"]), (1, 0, ["stale", "missing"]),
    ]  # fmt: skip
    assert 'dir="rtl"' in pages.open(f"{TEXT}/fr/alongside/ar").html


def test_the_marks_stay_as_they_were_when_it_was_published(charter: Charter, bruno) -> None:
    published(charter, bruno)
    before = [row.standings for row in side_by_side(latest_version(charter), "en", "fr")]
    with transaction():
        passage = passages_of(charter, "fr")[1]
        keep_passage(bruno, passage, passage.seen, Words("1.", "", "Un logement chaud."), REVIEWED)
    assert [row.standings for row in side_by_side(latest_version(charter), "en", "fr")] == before


def test_a_translation_says_which_text_binds_and_what_it_lacks(pages: Pages, charter: Charter, bruno, amina) -> None:
    published(charter, bruno)
    with transaction():
        post_comment(amina, clause_by_eid(latest_version(charter), "en", "art_1__para_1"), "And dry.", "en")
    page = pages.open(f"{TEXT}/fr", queries=14)
    assert "The binding text is the one in English; this is a translation." in page.text
    assert "2 passages of it were behind" in page.text and "3 passages were not translated yet." in page.text
    assert "on the text in English" in page.text
    assert "2 passages of it were behind" in pages.open(f"{TEXT}/fr", queries=8).text
    page = pages.open(f"{TEXT}/en", queries=8)
    assert "The binding text is the one in English." in page.text and "on the text in" not in page.text
    assert "Un logement" in pages.follow("Two languages side by side").text
    pages.submit(language="ar", other="fr")
    assert pages.page.url.endswith("/ar/alongside/fr")
    pages.submit(language="ar", other="ar")
    assert pages.page.url.endswith("/versions/2/ar")


def test_a_pair_that_is_none_is_not_found(pages: Pages, charter: Charter, bruno) -> None:
    published(charter, bruno)
    pages.open(f"{TEXT}/fr/alongside/fr", status=404)
    pages.open(f"{TEXT}/fr/alongside/de", status=422)
    pages.open(f"{TEXT}/editions?language=xx", status=422)
