"""The demo's charters are imported, published, opened to their inhabitants, and published again."""

from collections.abc import Iterator
from functools import partial

from charterhub.charters.operations import add_edition, draft_from_sheet, enter_phase, publish_version, receive_text
from charterhub.demo.content import CharterText, Publication, Voices
from charterhub.demo.redrafting import redraft
from charterhub.demo.stage import Act, Stage
from charterhub.dispositions.operations import waive_answers
from charterhub.dispositions.queries import waiting_for_answer
from charterhub.formats.reading import read_text

TO_CHECK, TO_TRANSLATE, TO_REVISE, TO_PREPARE = 9, 6, 2, 2  # days before what they are for


def histories(stage: Stage, texts: list[CharterText], voices: Voices) -> Iterator[Act]:
    for text in texts:
        yield from editions(stage, text)
        yield from versions(stage, text)
        for phase, days_ago in phases(text, voices):
            yield Act(days_ago, f"{text.slug} {phase}", partial(enter, stage, text, phase))


def editions(stage: Stage, text: CharterText) -> Iterator[Act]:
    published = text.versions[0].days_ago
    yield Act(published + TO_CHECK, f"{text.slug} draft", partial(draft, stage, text))
    for count, language in enumerate(text.editions[1:]):
        yield Act(published + TO_TRANSLATE - count, f"{text.slug} {language}", partial(translate, stage, text, language))


def versions(stage: Stage, text: CharterText) -> Iterator[Act]:
    for number, version in enumerate(text.versions, 1):
        if number > 1:
            yield Act(version.days_ago + TO_REVISE, f"{text.slug} to {number}", partial(revise, stage, text, number))
        yield Act(version.days_ago, f"{text.slug} version {number}", partial(publish, stage, text, version))


def phases(text: CharterText, voices: Voices) -> Iterator[tuple[str, int]]:
    """Each phase is entered shortly before what it is for begins."""
    yield "consultation", text.versions[0].days_ago - 1
    if tabled := [amendment.days_ago for amendment in voices.amendments if amendment.charter == text.slug]:
        yield "amending", max(tabled) + 1
    if opened := [vote.opened_days_ago for vote in voices.rounds if vote.charter == text.slug]:
        yield "voting", max(opened) + TO_PREPARE


def draft(stage: Stage, text: CharterText) -> None:
    source = text.source(text.language)
    actor = stage.people[text.by]
    sheet = receive_text(actor, stage.members.get(text.slug), read_text(source, text.language), source, f"{text.slug}.md")
    stage.charters[text.slug] = draft_from_sheet(actor, sheet)


def translate(stage: Stage, text: CharterText, language: str) -> None:
    outline = read_text(text.source(language), language)
    add_edition(stage.people[text.by], stage.charters[text.slug], language, outline.title, outline)


def revise(stage: Stage, text: CharterText, number: int) -> None:
    outline = read_text(text.source(text.language, number), text.language)
    redraft(stage.people[text.by], stage.charters[text.slug], text.language, outline.items)


def publish(stage: Stage, text: CharterText, version: Publication) -> None:
    """The demo shows comments that still wait: where a text went on without their answers, it says in public why."""
    actor, charter = stage.people[text.by], stage.charters[text.slug]
    if charter.latest_version_number and waiting_for_answer(charter):
        waive_answers(actor, charter, version.waiver)
    publish_version(actor, charter, version.note)


def enter(stage: Stage, text: CharterText, phase: str) -> None:
    enter_phase(stage.people[text.by], stage.charters[text.slug], phase)
