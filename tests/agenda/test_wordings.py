"""The page on which every charter's wording of one right stands beside its source."""

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.operations import Decision, derive_charter, publish_version
from charterhub.charters.queries import latest_version
from charterhub.extensions import db
from charterhub.members.models import Member
from tests.pages import Pages

RESERVED = Decision("reserved", reason="Rents are set by the State.", legal_ground="Housing Act, article 4")
ADAPTED = Decision("adapted", wording="Nobody is put out of a home in winter.")


def page_of(pages: Pages, charter: Charter, eid: str) -> str:
    return pages.open(f"/charters/{charter.slug}/versions/1/en/clauses/{eid}/wordings", queries=8).text


def test_each_wording_stands_beside_its_source_once_it_is_published(charter: Charter, bruno: Person, gwangju: Member, pages: Pages) -> None:
    keep = Decision()
    decisions = [keep, keep, ADAPTED, RESERVED, Decision("dropped"), keep, keep]
    mine = derive_charter(bruno, gwangju, latest_version(charter), "en", "Our charter", decisions)
    db.session.commit()
    assert "No published charter was begun" in page_of(pages, charter, "art_1__para_3")
    publish_version(bruno, mine, "First")
    db.session.commit()
    reserved = page_of(pages, charter, "art_1__para_3")
    assert "Rents are set by the State." in reserved and "Housing Act, article 4" in reserved
    assert "left out 1" in page_of(pages, charter, "art_2")
    assert "adapted 1" in page_of(pages, charter, "art_1__para_2") and "<ins>" in pages.page.html
    assert "adopted 1" in page_of(pages, charter, "art_1__para_1") and "<ins>" not in pages.page.html
