"""Differences in words: exact, readable, and no worse than diff-match-patch in word mode."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch

from charterhub.text.diff import Change, Segment, apply, changes, reverse, segments
from charterhub.text.diff.rendering import as_html, as_terminal
from charterhub.text.tokens import is_word, tokens

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("adequate housing", "adequate and affordable housing", [Change(9, 9, "", "and affordable ")]),
        ("shall protect", "must defend", [Change(0, 5, "shall", "must"), Change(6, 13, "protect", "defend")]),
        ("economic, social and cultural", "economic and cultural", [Change(8, 16, ", social", "")]),
        ("One. Two. Three.", "One. Three.", [Change(5, 10, "Two. ", "")]),
        ("The city acts. The city pays.", "The city acts. The city plans. The city pays.", [Change(15, 15, "", "The city plans. ")]),
        ("food, housing and water", "housing, food and water", [Change(0, 6, "food, ", ""), Change(13, 13, "", ", food")]),
        ("a  b", "a b", [Change(1, 3, "  ", " ")]),
        ("حق السكان", "حَقّ السكان", [Change(0, 2, "حق", "حَقّ")]),
        ("每位居民", "每位市民", [Change(2, 3, "居", "市")]),
        ("same", "same", []),
        ("", "all new", [Change(0, 0, "", "all new")]),
        ("all gone", "", [Change(0, 8, "all gone", "")]),
    ],
)
def test_changes(old: str, new: str, expected: list[Change]) -> None:
    assert changes(old, new) == expected
    assert apply(old, expected) == new
    assert apply(new, reverse(expected)) == old


def test_the_diff_hangs_on_heavy_words_not_on_the() -> None:
    old = "the housing of the poor"
    new = "the the of housing the rich"
    assert "housing" not in "".join(change.old for change in changes(old, new))


def test_small_words_left_over_by_chance_are_given_up() -> None:
    old = "Every resident has the right to adequate housing."
    new = "Municipal councils answer for the collection of household waste."
    assert [change.old for change in changes(old, new)] == ["Every resident has the right to adequate housing"]


def test_a_change_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="At 0 the text does not read 'trees'"):
        apply("bees", [Change(0, 5, "trees", "seas")])
    with pytest.raises(ValueError, match="does not read"):
        apply("bees", [Change(0, 4, "bees", "a"), Change(2, 4, "es", "b")])


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("The city shall consult residents.", "The city must always consult inhabitants.", "The city [-shall-]{+must always+} consult [-residents-]{+inhabitants+}."),
        ("We guarantee food and clean water.", "We guarantee nutrition and sanitation.", "We guarantee [-food and clean water-]{+nutrition and sanitation+}."),
        ("It listens. It acts.", "It hears. It works.", "It [-listens-]{+hears+}. It [-acts-]{+works+}."),
        ("安全的住房", "健康的住房", "[-安全-]{+健康+}的住房"),
    ],
)
def test_a_reader_sees_no_crumbs(old: str, new: str, shown: str) -> None:
    assert as_terminal(segments(old, new), colour=False) == shown


def test_html_is_escaped() -> None:
    assert as_html([Segment("same", "<b>"), Segment("added", "&"), Segment("removed", "x")]) == "&lt;b&gt;<ins>&amp;</ins><del>x</del>"


def test_a_change_in_colour_is_signed_as_well() -> None:
    assert as_terminal([Segment("added", "x")], colour=True) == "\x1b[32;4m{+x+}\x1b[0m"


def changed_letters(pieces: list[str]) -> int:
    return sum(len(token) for piece in pieces for token in tokens(piece) if is_word(token))


def in_words_by_dmp(old: str, new: str) -> list[tuple[int, str]]:
    """diff-match-patch over words: each distinct token becomes one character, as its line mode does with lines."""
    known: dict[str, str] = {}
    coded = ["".join(known.setdefault(token, chr(0xE000 + len(known))) for token in tokens(text)) for text in (old, new)]
    words = {code: token for token, code in known.items()}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return [(kind, "".join(words[code] for code in text)) for kind, text in engine.diff_main(*coded, False)]


def declaration(language: str) -> str:
    path = SHARED / "udhr" / f"udhr.{language}.md"
    if not path.exists():
        pytest.skip(f"{path} is not here: the shared data stands beside the project.")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar", "ko"])
def test_both_engines_rebuild_both_texts_and_ours_changes_no_more(language: str) -> None:
    old = declaration(language)
    paragraphs = old.split("\n\n")
    kept = [text for number, text in enumerate(paragraphs) if number % 7 != 3]
    new = "\n\n".join(" ".join(word for place, word in enumerate(text.split(" ")) if (place + number) % 11) for number, text in enumerate(kept))
    ours, theirs = changes(old, new), in_words_by_dmp(old, new)
    assert apply(old, ours) == new
    assert "".join(text for kind, text in theirs if kind <= 0) == old
    assert "".join(text for kind, text in theirs if kind >= 0) == new
    by_us = changed_letters([piece for change in ours for piece in (change.old, change.new)])
    assert by_us <= changed_letters([text for kind, text in theirs if kind])


@pytest.mark.parametrize("form", ["--json", "--html", "--colour=never"])
def test_the_command(form: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("Clean <water>.", encoding="utf-8")
    new.write_text("Safe <water>.", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "charterhub.text.diff", str(old), str(new), form], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    if form == "--json":
        assert json.loads(done.stdout)[:2] == [{"kind": "removed", "text": "Clean"}, {"kind": "added", "text": "Safe"}]
    else:
        assert ("<del>Clean</del><ins>Safe</ins> &lt;water&gt;." if form == "--html" else "[-Clean-]{+Safe+} <water>.") in done.stdout


def test_the_command_says_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("a\u202eb", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "charterhub.text.diff", str(tmp_path / "old.txt"), "missing"], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, "right-to-left override" in done.stderr, "Traceback" in done.stderr) == (2, True, False)
