"""The shipped catalogues are whole: every message, every plural form, every placeholder; none fuzzy, none forgotten."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from charterhub.languages import INTERFACE_LANGUAGES
from tests.source import ROOT

COMPLETE = ("es", "fr", "ar")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|%[sd]")
COUNTS = {"%(num)s", "%(num)d", "%(count)s", "%(count)d"}
TAG = re.compile(r"</?\w+[^>]*>")


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What code and templates say today."""
    file = tmp_path_factory.mktemp("messages") / "messages.pot"
    subprocess.run([ROOT / ".ci" / "messages", file], check=True)
    return catalogue_in(file)


@cache
def catalogue(language: str) -> Catalog:
    return catalogue_in(ROOT / "translations" / language / "LC_MESSAGES" / "messages.po", language)


def catalogue_in(file: Path, language: str | None = None) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def faults(catalogue: Catalog, extracted: Catalog) -> list[str]:
    """What a catalogue lacks or has wrong, beside the messages extracted from the source."""
    found = []
    for message in extracted:
        if message.id:
            found += [f"{forms(message.id)[0]!r}: {fault}" for fault in message_faults(catalogue, message)]
    return found


def message_faults(catalogue: Catalog, message: Message) -> list[str]:
    known = catalogue.get(message.id, message.context)
    if known is None:
        return ["not in the catalogue; run make translations"]
    translated = forms(known.string)
    expected = catalogue.num_plurals if isinstance(message.id, tuple | list) else 1
    found = ["fuzzy"] if known.fuzzy else []
    if len(translated) != expected or not all(translated):
        return [*found, f"has {len([words for words in translated if words])} of {expected} forms"]
    return found + [fault for words in translated for fault in word_faults(forms(message.id), words)]


def word_faults(originals: list[str], words: str) -> list[str]:
    """A plural form may leave out the number ("one comment"), and nothing may bring in what the original does not have."""
    wanted = [set(PLACEHOLDER.findall(original)) for original in originals]
    most, used = set.union(*wanted), set(PLACEHOLDER.findall(words))
    least = set.intersection(*wanted) - (COUNTS if len(originals) > 1 else set())
    found = [f"placeholders {sorted(used)} where {sorted(most)} belong"] if not least <= used <= most else []
    if sorted(TAG.findall(originals[-1])) != sorted(TAG.findall(words)):
        found.append(f"other tags than {TAG.findall(originals[-1])}")
    if any(originals[0][end].isspace() != words[end].isspace() for end in (0, -1)):
        found.append("begins or ends with a space where the original does not, or the other way round")
    return found


@pytest.mark.parametrize("language", COMPLETE)
def test_every_message_is_translated_with_all_its_forms_and_placeholders(language: str, extracted: Catalog) -> None:
    assert faults(catalogue(language), extracted) == []


@pytest.mark.parametrize("language", COMPLETE)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    assert catalogue(language).num_plurals == Catalog(locale=language).num_plurals


def test_the_interface_offers_complete_languages_alone() -> None:
    assert {"en", *COMPLETE} == set(INTERFACE_LANGUAGES)


def a_catalogue(*messages: tuple[object, object], fuzzy: bool = False) -> Catalog:
    made = Catalog(locale="fr")
    for words, translated in messages:
        made.add(words, translated, flags=["fuzzy"] if fuzzy else [])  # type: ignore[arg-type]
    return made


PLURAL = ("%(num)d comment", "%(num)d comments")
FAULTY = {
    "space": (a_catalogue(("by ", "par")), "by ", "'by ': begins or ends with a space where the original does not, or the other way round"),
    "missing": (a_catalogue(), "Sign in", "'Sign in': not in the catalogue; run make translations"),
    "empty": (a_catalogue(("Sign in", "")), "Sign in", "'Sign in': has 0 of 1 forms"),
    "fuzzy": (a_catalogue(("Sign in", "Entrer"), fuzzy=True), "Sign in", "'Sign in': fuzzy"),
    "placeholder": (a_catalogue(("%(name)s left", "%(nom)s parti")), "%(name)s left", "'%(name)s left': placeholders ['%(nom)s'] where ['%(name)s'] belong"),
    "plural": (a_catalogue((PLURAL, ("%(num)d avis", ""))), PLURAL, "'%(num)d comment': has 1 of 2 forms"),
    "tag": (a_catalogue(("<b>No</b>", "Non")), "<b>No</b>", "'<b>No</b>': other tags than ['<b>', '</b>']"),
}


@pytest.mark.parametrize(("catalogue", "message", "sentence"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_catalogue_is_found_out(catalogue: Catalog, message: str, sentence: str) -> None:
    assert faults(catalogue, a_catalogue((message, ""))) == [sentence]
