"""A clause of a member's charter becomes a proposal to the global text, which remembers where it came from."""

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter
from charterhub.charters.operations import Decision, derive_charter, publish_version
from charterhub.charters.queries import latest_version
from charterhub.extensions import db
from charterhub.members.models import Member
from tests.charters.conftest import SignIn
from tests.pages import Pages
from tests.world import in_phase


def test_a_clause_goes_up_in_the_name_of_its_member(charter: Charter, bruno: Person, gwangju: Member, sign_in: SignIn, pages: Pages) -> None:
    local = derive_charter(bruno, gwangju, latest_version(charter), "en", "Our charter", [Decision(), Decision("adapted", wording="Everyone here has a warm home."), *[Decision()] * 5])
    publish_version(bruno, local, "First")
    charter.member_id = None  # the charter it was taken from is the global text
    db.session.commit()
    address = f"/charters/{local.slug}/versions/1/en/clauses/art_1__para_1/carrying-up"
    brunos = sign_in(bruno)
    brunos.open(address, status=409)
    assert "takes no amendments" in brunos.page.text
    in_phase(charter, "amending")
    brunos.open(address)
    brunos.submit({"rationale": ""}, button="See the changes", status=422)
    brunos.submit({"rationale": "Warmth is missing."}, button="See the changes")
    assert "<ins>" in brunos.page.html and db.session.query(Amendment).count() == 0
    brunos.submit({"wording": "Everyone who lives in Gwangju has the right to a safe and affordable home."}, button="Table the amendment", status=422)
    assert "wording as it stands" in brunos.page.text
    brunos.submit({"wording": "Everyone here has a warm home."}, button="Table the amendment")
    assert "Carried up from:" in brunos.page.text and "for the member government" in brunos.page.text
    assert db.session.query(Amendment).one().member_id == gwangju.id
    assert "Amendment 1" in pages.open("/members/gwangju", queries=8).text
    assert pages.open(address).url.startswith("/sign-in")
