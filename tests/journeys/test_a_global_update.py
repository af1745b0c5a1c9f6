"""One update of the global text: proposals from three cities, two organisations and five inhabitants, version 2, and the way back.

Each person has a device and a language of their own. With CHARTERHUB_PICTURES the pictures of docs/a-global-update.md are
taken on the way (`make pictures`).
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

from charterhub.accounts.models import Person as Account
from charterhub.accounts.models import Role
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import Decision, derive_charter, publish_version
from charterhub.charters.queries import clauses_of, latest_version
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.members.models import Member
from charterhub.members.signed_form import SignedForm
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.browser import DESK, PHONE, Visits
from tests.journeys import update
from tests.journeys.agenda_texts import (
    AGENDA,
    AMINA_SAYS,
    ANSWERS,
    BOTH,
    DOV_SAYS,
    DRY,
    FOURTEEN,
    HOME,
    LANGUAGES,
    MEETINGS,
    MINJUN_REASONS,
    PROMISE,
    TEN,
    WARM,
    WORDING,
    WORKERS,
)
from tests.journeys.official import enter_phase
from tests.journeys.person import Person
from tests.world import GWANGJU, PASSWORD, admitted, person_named, published_charter

pytestmark = pytest.mark.browser
TETOUAN = SignedForm(**{**vars(GWANGJU), "country": "MA", "name": "Tetouan", "kind": "city", "inhabitants": 390_000, "signed_on": date(2026, 3, 1)})
DEVICES = {
    "chiara": {"width": DESK}, "bruno": {"width": DESK}, "aline": {"width": DESK, "locale": "fr"}, "khadija": {"width": PHONE, "locale": "ar"},
    "esther": {"width": DESK}, "pablo": {"width": PHONE, "locale": "es"},
    "amina": {"width": PHONE, "locale": "ar"}, "minjun": {"width": PHONE, "script": False}, "sora": {"width": PHONE}, "dov": {"width": PHONE, "locale": "fr"},
    "fatima": {"width": PHONE, "locale": "ar", "script": False},
}  # fmt: skip


@pytest.fixture
def tetouan(farid: Account, chiara: Account) -> Member:
    return admitted(TETOUAN, farid, chiara)


@pytest.fixture
def agenda(gwangju: Member, chiara: Account, db: SQLAlchemy) -> Charter:
    """The global text: the charter of no member."""
    charter = published_charter(gwangju, chiara, "charter-agenda", lines=AGENDA, title="Global Charter-Agenda")
    charter.member_id = None
    db.session.commit()
    return charter


@pytest.fixture
def people(agenda: Charter, gwangju: Member, saint_denis: Member, tetouan: Member, chiara, bruno, amina, minjun, sora, dov, esther) -> dict[str, Account]:
    """Those of the world, the officials of two more cities, another organisation and another inhabitant."""
    amina.locale, dov.locale = "ar", "fr"
    return {
        "chiara": chiara, "bruno": bruno, "amina": amina, "minjun": minjun, "sora": sora, "dov": dov, "esther": esther,
        "aline": person_named("Aline Morvan", "Mairie 1", Role(name="official", member_id=saint_denis.id), locale="fr"),
        "khadija": person_named("Khadija Bakkali", "Jamaa 2", Role(name="official", member_id=tetouan.id), locale="ar"),
        "pablo": person_named("Pablo Chacha", "Agua 7", Role(name="representative", organisation="Red del Agua"), locale="es"),
        "fatima": person_named("Fatima Raissouni", "Hamama 4", Role(name="inhabitant", member_id=tetouan.id), locale="ar"),
    }  # fmt: skip


@pytest.fixture
def everybody(people: dict[str, Account], visit: Visits, db: SQLAlchemy) -> Callable[[str], Person]:
    """Each signs in when they are needed first."""
    there: dict[str, Person] = {}
    looked_at: set[str] = set()

    def person(name: str) -> Person:
        if name not in there:
            there[name] = Person(visit(**DEVICES[name]), db, people[name].email, "update", looked_at)
            there[name].sign_in(PASSWORD)
        return there[name]

    return person


@pytest.fixture
def charters(people: dict[str, Account], agenda: Charter, gwangju: Member, saint_denis: Member, tetouan: Member, db: SQLAlchemy) -> dict[str, str]:
    """The local charter of each city, taken whole from version 1; Tetouan reserved the last clause. Their addresses by city."""
    made = {}
    with transaction():
        for official, member in (("bruno", gwangju), ("aline", saint_denis), ("khadija", tetouan)):
            last = Decision("reserved", reason="Water is sold by the State.") if member is tetouan else Decision()
            local = derive_charter(people[official], member, latest_version(agenda), "en", f"Charter of {member.name}", [*[Decision()] * (len(AGENDA) - 1), last])
            publish_version(people[official], local, "First")
            made[member.slug] = local.slug
    return made


def test_an_update_of_the_global_text(
    everybody: Callable[[str], Person], agenda: Charter, charters: dict[str, str], db: SQLAlchemy, later: Callable[[timedelta], object]
) -> None:
    secretary = everybody("chiara")
    update.promise(secretary, PROMISE)
    enter_phase(secretary, agenda.slug, "amending")
    proposals(everybody, charters)
    the_desk(secretary, db)
    update.answer_all(secretary, 2, "It goes into the budget talks.")
    update.publish(secretary, agenda.slug, "The update: warm homes, quicker answers")
    what_came_of_it(everybody, db)
    the_way_back(everybody, charters)
    the_vote(everybody, db, later)
    nothing_is_lost(db)


def proposals(everybody: Callable[[str], Person], charters: dict[str, str]) -> None:
    update.comment(everybody("amina"), HOME, AMINA_SAYS)
    update.comment(everybody("dov"), ANSWERS, DOV_SAYS)
    update.carry_up(everybody("bruno"), charters["gwangju"], WARM, "Homes are cold in winter.")
    update.propose(everybody("esther"), HOME, DRY, "Damp makes children ill.")
    update.propose(everybody("minjun"), ANSWERS, FOURTEEN, MINJUN_REASONS)
    update.find_the_same(everybody("pablo"), ANSWERS, FOURTEEN)
    update.propose(everybody("dov"), ANSWERS, TEN, "Dix jours suffisent.", amends=3)
    update.propose(everybody("sora"), MEETINGS, LANGUAGES, "Many of us speak Korean at home.")
    update.propose(everybody("fatima"), HOME, WORKERS, "من يعمل في المدينة يحتاج أيضًا إلى سكن فيها.")
    update.support(everybody("sora"), 6)
    everybody("amina").go(update.clause_at(HOME))
    everybody("amina").picture("a-clause-in-arabic-on-a-phone", "#comments")


def the_desk(secretary: Person, db: SQLAlchemy) -> None:
    """The rivals on homes become one wording of the secretary's; who works in the city waits; fourteen days win over ten."""
    secretary.go(f"{update.AGENDA_PATH}/triage")
    db.session.commit()
    guids = {place.eid: place.clause.guid for place in places_of(db)}
    secretary.go(f"{update.AGENDA_PATH}/desk")
    update.decide_on(secretary, guids[HOME], {"or works": "deferred", "dry": "own , warm, dry"}, "Both are needed; who works here is for the next round.")
    update.decide_on(secretary, guids[ANSWERS], {"fourteen": "take"}, "Ten days cannot be kept by small councils.")
    update.take_the_rest(secretary, "Agreed by everybody.")
    secretary.picture("the-text-as-it-will-be")


def what_came_of_it(everybody: Callable[[str], Person], db: SQLAlchemy) -> None:
    reader = everybody("dov")
    reader.go(f"{update.AGENDA_PATH}/comparison/1/2/en")
    reader.picture("what-changed")
    assert "warm, dry" in " ".join(reader.page.locator("main ins").all_inner_texts())
    reader.go(f"{update.AGENDA_PATH}/versions/2/en/sources")
    for number in (3, 5):  # words of the secretary’s own are staff’s
        assert reader.page.locator(f'main a[href$="/amendments/{number}"]').count(), f"the sources do not name amendment {number}"
    everybody("sora").go("/amendments/6")
    assert not everybody("sora").page.locator("#support .notice.warn").count(), "a supporter is asked again although the amendment's words are the same"
    assert everybody("sora").page.locator('#support form[action$="/signature/removal"]').count(), "the support is lost"
    db.session.commit()
    states = {amendment.number: amendment.state for amendment in db.session.scalars(select(Amendment)).unique()}
    assert states == {1: "adopted_as_modified", 2: "adopted_as_modified", 3: "adopted", 4: "rejected", 5: "adopted", 6: "open"}
    told = {letter.to: letter.language for letter in db.session.scalars(select(Letter))}
    assert {"esther@people.example", "minjun@people.example", "sora@people.example"} <= set(told)
    assert (told["dov@people.example"], told["fatima@people.example"], told["amina@people.example"]) == ("fr", "ar", "ar")


def the_way_back(everybody: Callable[[str], Person], charters: dict[str, str]) -> None:
    """Gwangju follows, Saint-Denis follows with a reservation, Tetouan declines; each publishes what it decided."""
    bruno = everybody("bruno")
    bruno.go(f"/charters/{charters['gwangju']}/draft/source")
    bruno.picture("what-changed-in-the-source")
    assert update.follow_the_source(bruno, charters["gwangju"], "adopted") == 3
    assert update.follow_the_source(everybody("aline"), charters["saint-denis"], "reserved", "La chaleur dépend de l’État.") == 3
    assert update.follow_the_source(everybody("khadija"), charters["tetouan"], "declined", "Not in our budget yet.") == 3
    for name, city in (("bruno", "gwangju"), ("aline", "saint-denis"), ("khadija", "tetouan")):
        update.publish(everybody(name), charters[city], "With version 2 of the Charter-Agenda")
    bruno.go("/members/gwangju")
    bruno.see("with version 2")
    bruno.picture("the-commitment-record", "main :text('with version 2')")
    bruno.go(f"{update.clause_at(HOME, 2)}/wordings")
    for city in ("Gwangju", "Saint-Denis", "Tetouan"):
        bruno.see(city)


def the_vote(everybody: Callable[[str], Person], db: SQLAlchemy, later: Callable[[timedelta], object]) -> None:
    secretary = everybody("chiara")
    enter_phase(secretary, "charter-agenda", "voting")
    db.session.commit()
    asked = [place.clause_id for place in places_of(db) if place.eid in (HOME, ANSWERS)]
    address = update.call_the_roll(secretary, asked)
    for name, member, choices in (("bruno", "gwangju", {1: "for", 2: "for"}), ("aline", "saint-denis", {1: "for", 2: "abstain"}), ("khadija", "tetouan", {1: "for", 2: "against"})):
        update.answer_for(everybody(name), address, member, choices, "Homes first.")
    update.close(secretary, address, later)
    secretary.go(f"{address}/roll-call")
    secretary.picture("the-roll-call")
    assert secretary.page.locator("main").get_by_text("Homes first.").count() == 3


def places_of(db: SQLAlchemy) -> list[VersionClause]:
    """The clauses of the latest version of the global text."""
    agenda = db.session.scalars(select(Charter).where(Charter.slug == "charter-agenda")).one()
    return clauses_of(latest_version(agenda), "en")


def nothing_is_lost(db: SQLAlchemy) -> None:
    """Each comment has its place in version 2 and its answer; each clause of version 1 is there."""
    db.session.commit()
    comments = list(db.session.scalars(select(Comment)).unique())
    assert [comment.disposition.disposition for comment in comments] == ["noted", "noted"]
    assert set(db.session.scalars(select(CommentPlacement.comment_id).where(CommentPlacement.clause_id.is_not(None)))) == {comment.id for comment in comments}
    now = {place.eid: place.revision.wording for place in places_of(db)}
    assert now == {**WORDING, HOME: BOTH, MEETINGS: LANGUAGES, ANSWERS: FOURTEEN}
