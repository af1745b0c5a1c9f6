"""The verifier as a stranger gets it: one file, run by a bare Python in an empty folder, speaking their language."""

import ast
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from charterhub.counting.assemble import FOLDER, PARTS, verifier
from charterhub.counting.recount import CHECKS
from charterhub.counting.verifier_words import LANGUAGES, RESULT_WORDS, SHARED_WORDS, WORDS, language_of
from tests.counting.published import Published, secret_vote


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vote = secret_vote()
    (tmp_path / "verify.py").write_text(verifier(), encoding="utf-8")
    (tmp_path / "bundle.json").write_text(vote.text(), encoding="utf-8")
    (tmp_path / "altered.json").write_text(vote.altered(8, code="CODE-0").text(), encoding="utf-8")
    running = Published(vote.definition, vote.bodies[: vote.where("close")])
    (tmp_path / "running.json").write_text(running.text(), encoding="utf-8")
    (tmp_path / "running_altered.json").write_text(running.altered(2, commitment="ff" * 32).text(), encoding="utf-8")
    (tmp_path / "begun.json").write_text(Published(vote.definition, vote.bodies[:2]).text(), encoding="utf-8")
    (tmp_path / "forged.json").write_text(json.dumps(vote.head(2) | {"hash": "ff" * 32}), encoding="utf-8")
    (tmp_path / "kept.json").write_text(json.dumps(vote.head(2)), encoding="utf-8")
    (tmp_path / "letter.json").write_text("Dear voter", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    bare = [sys.executable, "-I", "-S", "-X", "utf8=0", "verify.py", *arguments]
    done = subprocess.run(bare, cwd=folder, capture_output=True, env={"LANG": "C"}, timeout=60)
    assert done.stderr == b""
    return done.returncode, done.stdout.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_honest_vote_passes_in_the_readers_language(folder: Path, language: str) -> None:
    status, said = run(folder, "bundle.json", "kept.json", "--language", language)
    words = {word: texts[LANGUAGES.index(language)] for word, texts in WORDS.items()}
    assert status == 0
    assert said.count(f"[{words['passed']}]") == len(CHECKS) + 1
    assert words["all_passed"] in said
    assert all(words[check] in said for check in (*CHECKS, "kept"))


def test_an_altered_vote_fails_with_the_place_of_the_fault(folder: Path) -> None:
    status, said = run(folder, "altered.json")
    assert status == 1
    assert "[FAILED] No entry was changed, left out, added or moved — #9" in said
    assert said.endswith("Some checks failed.\n")


def test_results_are_told_in_words(folder: Path) -> None:
    _status, said = run(folder, "bundle.json", "--language", "es")
    assert "Pregunta 1: a favor: 3; en contra: 1; abstenciones: 1; participaron: 5; en el censo: 8; quórum alcanzado: sí; aprobada: sí" in said


def test_a_vote_that_still_runs_is_neither_right_nor_wrong(folder: Path) -> None:
    status, said = run(folder, "running.json")
    assert (status, said.count("[passed]"), said.count("[not yet]"), said.count("[FAILED]")) == (3, len(CHECKS) - 2, 2, 0)
    status, said = run(folder, "begun.json", "kept.json")
    assert (status, said.count("[not yet]"), said.count("[FAILED]")) == (3, 3, 0)
    assert "What you kept is newer than this bundle" in said
    status, said = run(folder, "begun.json", "forged.json")
    assert "[FAILED] What you kept agrees with this ledger — #2" in said
    status, said = run(folder, "running_altered.json")
    assert (status, said.count("[not yet]")) == (1, 2)
    assert "[FAILED] No entry was changed" in said


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    assert run(folder, "bundle.json", "nowhere.json") == (2, "This file is not here or cannot be opened: nowhere.json\n")


def test_a_file_nested_beyond_measure_is_no_bundle(folder: Path) -> None:
    (folder / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    assert run(folder, "deep.json")[0] == 2


@pytest.mark.parametrize("arguments", [("letter.json",), ("kept.json",), ("bundle.json", "letter.json"), ("bundle.json", "bundle.json")])
def test_what_is_no_bundle_or_no_receipt_is_said_to_be_none(folder: Path, arguments: tuple[str, ...]) -> None:
    status, said = run(folder, *arguments)
    assert (status, said.count("\n")) == (2, 1)


def test_every_word_is_there_in_every_language() -> None:
    spoken = WORDS | RESULT_WORDS
    assert [word for word, texts in spoken.items() if len(set(texts) - {""}) < len(LANGUAGES) and word not in SHARED_WORDS] == []


@pytest.mark.parametrize(("locale", "language"), [("fr_CA.UTF-8", "fr"), ("ar", "ar"), ("C", "en"), ("", "en"), ("de_DE", "en")])
def test_it_speaks_the_language_of_the_machine_when_it_can(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_no_name_is_used_twice_in_the_assembled_file() -> None:
    names: Counter[str] = Counter()
    for part in PARTS:
        for node in ast.parse((FOLDER / f"{part}.py").read_text(encoding="utf-8")).body:
            names.update(defined(node))
    assert [name for name, times in names.items() if times > 1] == []


def defined(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
