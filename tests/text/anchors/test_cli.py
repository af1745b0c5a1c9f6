"""The command that carries the anchors of whole documents, as an outsider runs it."""

import gzip
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from charterhub.text.anchors.__main__ import main

OLD = "Everyone has the right to water. The city reports each year."
NEW = "Preamble. Everyone has the right to clean water. The city reports each year."
PAIR = {"id": "p", "old_text": OLD, "new_text": NEW}
ROOT = Path(__file__).parents[3]


def write(path: Path, rows: list[dict[str, object]]) -> str:
    text = "\n".join(json.dumps(row) for row in rows) + "\n"
    path.write_bytes(gzip.compress(text.encode(), mtime=0) if path.suffix == ".gz" else text.encode())
    return str(path)


def run(folder: Path, pairs: list[dict[str, object]], anchors: list[dict[str, object]], ending: str = ".jsonl") -> list[dict[str, object]]:
    out = StringIO()
    assert main([write(folder / f"pairs{ending}", pairs), write(folder / f"anchors{ending}", anchors)], out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def anchor(name: str, start: object, end: object, **more: object) -> dict[str, object]:
    return {"id": "p", "anchor_id": name, "start": start, "end": end, **more}


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_each_anchor_gets_a_line(tmp_path: Path, ending: str) -> None:
    assert run(tmp_path, [PAIR], [anchor("1", 33, 41), anchor("2", 17, 31), anchor("3", 0, 8, exact="Nobody")], ending) == [
        {"id": "p", "anchor_id": "1", "start": 49, "end": 57, "status": "exact"},
        {"id": "p", "anchor_id": "2", "start": 27, "end": 47, "status": "fuzzy"},
        {"id": "p", "anchor_id": "3", "start": None, "end": None, "status": "orphaned"},
    ]


def test_none_is_lost_however_bad(tmp_path: Path) -> None:
    bad = [anchor("a", -5, 3), anchor("b", 9, 2), anchor("c", 0, 10**9), anchor("d", None, None), anchor("e", "x", [1]), anchor("f", True, 1.5)]
    lost = [{"id": "unknown", "anchor_id": "g", "start": 1, "end": 2}]
    found = run(tmp_path, [PAIR], bad + lost)
    assert {row["anchor_id"]: row["status"] for row in found} == dict.fromkeys("abcdefg", "orphaned")


def test_a_quote_is_found_where_its_offsets_are_wrong(tmp_path: Path) -> None:
    (row,) = run(tmp_path, [PAIR], [anchor("1", 0, 8, exact="The city")])
    assert (row["start"], row["end"]) == (49, 57)


def test_offsets_are_code_points(tmp_path: Path) -> None:
    (row,) = run(tmp_path, [{"id": "p", "old_text": "👩‍👩‍👧 love", "new_text": "We 👩‍👩‍👧 love"}], [anchor("1", 6, 10)])
    assert (row["start"], row["end"], row["status"]) == (9, 13, "exact")


@pytest.mark.parametrize("line", ["{", "[" * 100_000, "[]", '{"id": "p"}', '{"id": "p", "old_text": [], "new_text": ""}'])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_text(line)
    assert main([str(tmp_path / "bad.jsonl"), write(tmp_path / "anchors.jsonl", [])], StringIO()) == 1
    assert "bad.jsonl, line 1" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["one"], 2), (["nowhere.jsonl", "nowhere.jsonl"], 1)])
def test_it_says_how_it_is_called(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, StringIO()) == code
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "held"),
    [("a.jsonl.gz", b"plain"), ("a.jsonl.gz", gzip.compress(b"{}", mtime=0)[:-9]), ("a.jsonl.gz", gzip.compress(b"{}", mtime=0)[:10] + b"xx"), ("a.jsonl", b"\xff")],
)
def test_a_file_that_is_broken_is_refused_with_a_sentence(tmp_path: Path, name: str, held: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(held)
    assert main([str(tmp_path / name), write(tmp_path / "anchors.jsonl", [])], StringIO()) == 1
    assert "Nothing more could be read" in capsys.readouterr().err


def test_it_runs_by_itself_without_the_web_application(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "charterhub.text.anchors"]
    files = [write(tmp_path / "pairs.jsonl", [PAIR]), write(tmp_path / "anchors.jsonl", [anchor("1", 33, 41)])]
    ran = subprocess.run([*command, *files], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(ran.stdout) == {"id": "p", "anchor_id": "1", "start": 49, "end": 57, "status": "exact"}
    assert "flask" not in ran.stderr.lower()
    assert "sqlalchemy" not in ran.stderr.lower()
