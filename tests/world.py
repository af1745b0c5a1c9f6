"""One believable world, the same in every test: two member governments, the people in and around them, and one charter.

The people and places are rows, not acts, so that the journal and the outbox start empty and a test can say exactly what
it added to them. Everybody's password is `PASSWORD`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from flask import Flask

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.accounts.passwords import hash_password
from charterhub.charters.models import Charter, Clause, ClauseEdition, LanguageEdition, Revision, Version, VersionClause, VersionEdition
from charterhub.extensions import db
from charterhub.members.models import Enrolment, EnrolmentFocus, Member
from charterhub.members.places import place_key
from charterhub.members.signed_form import SignedForm
from tests.pages import Pages

PASSWORD = "a quiet river in May"
LONG_AGO = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
VISION = "Human rights are what people here can expect of their city, and what the city has to answer for."
MOTIVATION = " ".join(["We would like to learn from other cities and to show what we have tried."] * 8)
GWANGJU = SignedForm(
    country="KR", name="Gwangju", kind="metropolis", inhabitants=1_430_000, head_name="Kang Seo-yun", head_title="Mayor",
    mandate_from=date(2024, 7, 1), mandate_until=date(2030, 6, 30), focal_point_name="Han Ji-ho",
    focal_point_email="focal@gwangju.example", signer_name="Kang Seo-yun", signer_position="Mayor", signed_on=date(2026, 2, 20),
    signature="Kang Seo-yun", vision=VISION, motivation=MOTIVATION, focus=("memory_peace", "participation", "youth"),
)  # fmt: skip
SAINT_DENIS = SignedForm(
    country="FR", name="Saint-Denis", kind="city", inhabitants=149_000, head_name="Aline Morvan", head_title="Maire",
    mandate_from=date(2026, 3, 29), mandate_until=date(2032, 3, 28), focal_point_name="Karim Lazreg",
    focal_point_email="focal@saint-denis.example", signer_name="Aline Morvan", signer_position="Maire", signed_on=date(2026, 4, 2),
    signature="Aline Morvan", vision=VISION, motivation=MOTIVATION, language="fr", focus=("housing", "other"), focus_other="Hospitality",
)  # fmt: skip


def person_named(name: str, pseudonym: str, *roles: Role, confirmed: bool = True, locale: str = "en") -> Person:
    """A person with these roles; the address is the first name's."""
    person = Person(
        email=f"{name.split()[0].lower()}@people.example",
        name=name,
        pseudonym=pseudonym,
        password_hash=hash_password(PASSWORD),
        locale=locale,
        registered_at=LONG_AGO,
        confirmed_at=LONG_AGO if confirmed else None,
        roles=list(roles),
    )
    db.session.add(person)
    db.session.commit()
    return person


def received(form: SignedForm, author: Person) -> Enrolment:
    """A form that waits for the committee."""
    kept = {name: value for name, value in vars(form).items() if name not in ("focus", "focus_other", "practices")}
    focus = [EnrolmentFocus(area=area, specified=form.focus_other if area == "other" else "") for area in form.focus]
    enrolment = Enrolment(
        **kept, author_id=author.id, place_key=place_key(form.name), statement=f"I, {form.signer_name}, sign.",
        digest=sha256(form.name.encode()).hexdigest(), received_at=LONG_AGO, state="received", focus=focus,
    )  # fmt: skip
    db.session.add(enrolment)
    db.session.commit()
    return enrolment


def admitted(form: SignedForm, author: Person, decided_by: Person) -> Member:
    """A member government. Its official is made separately."""
    enrolment = received(form, author)
    member = Member(slug=form.name.lower().replace(" ", "-"), country=form.country, name=form.name, place_key=enrolment.place_key, admitted_at=LONG_AGO)
    db.session.add(member)
    db.session.flush()
    enrolment.decided_at, enrolment.decided_by_id = LONG_AGO, decided_by.id
    enrolment.member_id, enrolment.state = member.id, "admitted"
    db.session.commit()
    return member


@pytest.fixture
def farid(app: Flask) -> Person:
    """Administrator."""
    return person_named("Farid Haddad", "Lighthouse 9", Role(name="administrator"))


@pytest.fixture
def chiara(app: Flask) -> Person:
    """Secretary of the committee."""
    return person_named("Chiara Bassi", "Secretariat", Role(name="committee"))


@pytest.fixture
def gwangju(farid: Person, chiara: Person) -> Member:
    """A member: a metropolis in the Republic of Korea."""
    return admitted(GWANGJU, farid, chiara)


@pytest.fixture
def saint_denis(farid: Person, chiara: Person) -> Member:
    """Another member: a city in France."""
    return admitted(SAINT_DENIS, farid, chiara)


@pytest.fixture
def amina(gwangju: Member) -> Person:
    """Inhabitant of Gwangju."""
    return person_named("Amina Yusuf", "Heron 21", Role(name="inhabitant", member_id=gwangju.id))


@pytest.fixture
def minjun(gwangju: Member) -> Person:
    """Inhabitant of Gwangju."""
    return person_named("Minjun Seo", "Maple 77", Role(name="inhabitant", member_id=gwangju.id))


@pytest.fixture
def sora(gwangju: Member) -> Person:
    """Inhabitant of Gwangju."""
    return person_named("Sora Lim", "Otter 3", Role(name="inhabitant", member_id=gwangju.id))


@pytest.fixture
def bruno(gwangju: Member) -> Person:
    """Official of Gwangju."""
    return person_named("Bruno Ahn", "City Hall 5", Role(name="official", member_id=gwangju.id))


@pytest.fixture
def dov(saint_denis: Member) -> Person:
    """A stranger to Gwangju: inhabitant of Saint-Denis."""
    return person_named("Dov Perrin", "Gull 40", Role(name="inhabitant", member_id=saint_denis.id))


@pytest.fixture
def esther(app: Flask) -> Person:
    """Representative of an organisation."""
    return person_named("Esther Okoro", "Wren 12", Role(name="representative", organisation="Tenants Together"))


@dataclass(frozen=True)
class Line:
    """One clause of a charter, as a test writes it down."""

    eid: str
    kind: str
    number: str
    heading: str = ""
    wording: str = ""

    @property
    def name(self) -> str:
        return f"{self.number} {self.heading}".strip() or self.eid


LINES = (
    Line("art_1", "article", "Article 1", heading="Right to a home"),
    Line("art_1__para_1", "paragraph", "1.", wording="Everyone who lives in Gwangju has the right to a safe and affordable home."),
    Line("art_1__para_2", "paragraph", "2.", wording="Nobody is put out of a home without an offer of another."),
    Line("art_1__para_3", "paragraph", "3.", wording="The city publishes every year how many homes stand empty."),
    Line("art_2", "article", "Article 2", heading="Right to take part"),
    Line("art_2__para_1", "paragraph", "1.", wording="Everyone may speak at a public meeting of the council."),
    Line("art_2__para_2", "paragraph", "2.", wording="The council answers every question within thirty days."),
)


def published_charter(member: Member, official: Person, slug: str, phase: str = "consultation", lines: tuple[Line, ...] = LINES, title: str = "") -> Charter:
    """A charter in English with its first version, and a draft that equals it."""
    charter = Charter(slug=slug, member_id=member.id, language="en", phase=phase, created_at=LONG_AGO)
    charter.editions = [LanguageEdition(language="en", title=title or f"Human Rights Charter of {member.name}")]
    db.session.add(charter)
    db.session.flush()
    version = Version(
        charter_id=charter.id, number=1, published_at=LONG_AGO + timedelta(days=30), published_by_id=official.id,
        note="First text for consultation", digest=sha256(slug.encode()).hexdigest(), editions=[VersionEdition(language="en", title=charter.title, position=0)],
    )  # fmt: skip
    db.session.add(version)
    db.session.flush()
    add_lines(charter, version, lines, official)
    return charter


def add_lines(charter: Charter, version: Version, lines: tuple[Line, ...], official: Person) -> None:
    """In draft and version: articles at the top, everything else in the last article; a table at a time, for nearly every test begins here."""
    clauses = [Clause(charter_id=charter.id, kind=line.kind, position=ordinal) for ordinal, line in enumerate(lines)]
    db.session.add_all(clauses)
    db.session.flush()
    article = clauses[0]
    for clause in clauses:
        article = clause if clause.kind == "article" else article
        clause.parent_id = None if clause is article else article.id
    revisions = [
        Revision(
            clause_id=clause.id, language="en", number=1, heading=line.heading, wording=line.wording, plain=line.wording,
            html=f"<p>{line.wording}</p>" if line.wording else "", digest=sha256(f"{line.heading}\n{line.wording}".encode()).hexdigest(),
            source="import", written_by_id=official.id, written_at=LONG_AGO,
        )
        for clause, line in zip(clauses, lines, strict=True)
    ]  # fmt: skip
    db.session.add_all(revisions)
    db.session.flush()
    for ordinal, (clause, revision, line) in enumerate(zip(clauses, revisions, lines, strict=True)):
        place = VersionClause(
            version_id=version.id, language="en", clause_id=clause.id, parent_clause_id=clause.parent_id, ordinal=ordinal, depth=int(clause.parent_id is not None),
            kind=line.kind, number=line.number, eid=line.eid, name=line.name, revision_id=revision.id,
        )  # fmt: skip
        db.session.add_all((place, ClauseEdition(clause_id=clause.id, language="en", number=line.number, revision_id=revision.id)))
    db.session.commit()


@pytest.fixture
def charter(gwangju: Member, bruno: Person) -> Charter:
    """The charter of Gwangju: two articles with five paragraphs, in English, version 1, in consultation."""
    return published_charter(gwangju, bruno, "gwangju-charter")


def in_phase(charter: Charter, phase: str) -> Charter:
    """The charter moved there without ceremony."""
    charter.phase = phase
    db.session.commit()
    return charter


@pytest.fixture
def sign_in(app: Flask) -> Callable[[Person], Pages]:
    """A browser of their own, signed in, for each person a test asks for."""

    def signed_in(person: Person) -> Pages:
        pages = Pages(app)
        with pages.client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = person.get_id(), True
        return pages

    return signed_in


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], datetime]:
    """Turn the server's clock forward: `later(timedelta(days=2))`."""

    def turn(by: timedelta) -> datetime:
        then = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: then)
        return then

    return turn
