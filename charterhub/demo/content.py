"""What the demo's files say, as plain values: nothing here knows the database. The files are in `content/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from charterhub.members.signed_form import Practice, SignedForm

CONTENT = Path(__file__).parent / "content"
WRITTEN_ON = date(2026, 11, 23)


@dataclass(frozen=True, kw_only=True)
class Someone:
    """A person; `member` is the place they live in or work for."""

    name: str
    pseudonym: str
    email: str
    role: str
    member: str | None
    locale: str
    organisation: str = ""
    sign_in: bool = False


@dataclass(frozen=True, kw_only=True)
class Publication:
    """`waiver` is the reason why it came out before all comments had an answer, where some had none."""

    days_ago: int
    note: str
    waiver: str = ""


@dataclass(frozen=True, kw_only=True)
class CharterText:
    """A charter with its versions, the first one first; `by` drafts and publishes it."""

    slug: str
    by: str
    language: str
    editions: tuple[str, ...]
    versions: tuple[Publication, ...]

    def source(self, language: str, version: int = 1) -> str:
        """The Markdown of a version in a language."""
        later = f".v{version}" if version > 1 else ""
        return next(CONTENT.rglob(f"{self.slug}{later}.{language}.md")).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Joining:
    """A government that joins: its form, and the charter it drafts."""

    slug: str
    form: SignedForm
    charter: CharterText


@dataclass(frozen=True, kw_only=True)
class Place:
    """A clause of a version, found by words that stand in it alone."""

    charter: str
    edition: str
    version: int
    clause_contains: str


@dataclass(frozen=True, kw_only=True)
class Remark(Place):
    """A comment; without `quote` it is on the whole clause."""

    key: str
    quote: str | None
    language: str
    body: str
    author: str
    shown_as: str
    days_ago: int


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The answer to the comment of that key."""

    comment: str
    disposition: str
    reason: str
    by: str
    days_ago: int


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """A report on the comment of that key, how it was decided, and the author's appeal, which waits."""

    comment: str
    by: str
    ground: str
    words: str
    days_ago: int
    decided_by: str
    facts: str
    decided_days_ago: int
    appeal: str
    appealed_days_ago: int


@dataclass(frozen=True, kw_only=True)
class Decision:
    outcome: str
    reason: str
    by: str
    days_ago: int
    wording: str | None = None


@dataclass(frozen=True, kw_only=True)
class Proposal(Place):
    """An amendment: open, decided on, or withdrawn."""

    key: str
    wording: str
    rationale: str
    author: str
    shown_as: str
    days_ago: int
    disposition: Decision | None = None
    withdrawn_days_ago: int | None = None


@dataclass(frozen=True, kw_only=True)
class Vote:
    """A voting round. `questions` are words that stand in one clause each, by key; `votes` choices by person and key; an
    `objection` has `by` and `body`, and comes on the day of the count."""

    title: str
    charter: str
    edition: str
    version: int
    majority: str
    quorum: dict[str, int]
    prepared_by: str
    opened_days_ago: int
    closes_in_days: int
    questions: dict[str, str]
    votes: dict[str, dict[str, str]]
    counted_days_ago: int | None = None
    objection: dict[str, str] | None = None


@dataclass(frozen=True)
class Voices:
    comments: list[Remark]
    answers: list[Reply]
    reports: list[Complaint]
    amendments: list[Proposal]
    rounds: list[Vote]


def people() -> list[Someone]:
    return [Someone(**row) for row in read("people.yaml")]


def agenda() -> CharterText:
    return charter_text(read("charter-agenda.yaml"))


def joinings(today: date) -> list[Joining]:
    """The members' forms as of today, in the order they were signed."""
    found = [joining(file, today - WRITTEN_ON) for file in sorted((CONTENT / "members").glob("*.yaml"))]
    return sorted(found, key=lambda each: each.form.signed_on)


def practices_of(form: dict[str, Any]) -> tuple[Practice, ...]:
    return tuple(Practice(**practice) for practice in form.get("practices", ()))


def joining(file: Path, since: timedelta) -> Joining:
    row = read(f"members/{file.name}")
    form = {name: value + since if isinstance(value, date) else value for name, value in row["form"].items()}
    return Joining(file.stem, SignedForm(**{**form, "focus": tuple(form["focus"]), "practices": practices_of(form)}), charter_text(row["charter"]))


def voices() -> Voices:
    row = read("voices.yaml")
    return Voices(
        comments=[Remark(**each) for each in row["comments"]],
        answers=[Reply(**each) for each in row["answers"]],
        reports=[Complaint(**each) for each in row["reports"]],
        amendments=list(proposals(row["amendments"])),
        rounds=[Vote(**each) for each in row["rounds"]],
    )


def proposals(rows: list[dict[str, Any]]) -> Iterator[Proposal]:
    for row in rows:
        decision = row.pop("disposition", None)
        yield Proposal(**row, disposition=Decision(**decision) if decision else None)


def charter_text(row: dict[str, Any]) -> CharterText:
    versions = tuple(Publication(**version) for version in row["versions"])
    return CharterText(**{**row, "editions": tuple(row["editions"]), "versions": versions})


def read(name: str) -> Any:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))
