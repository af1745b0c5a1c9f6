"""When a promise lowers another, which SDG targets there are, what a sound promise holds, and when a report is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from charterhub.commitments.kinds import TARGETS_OF_GOALS, is_target, target_order
from charterhub.commitments.promise import Promise, Source, changed_fields, lowers
from charterhub.commitments.rhythm import next_report
from charterhub.commitments.rules import faults_of, web_address
from charterhub.errors import BadInput

HOMES = Promise(
    title="Homes", summary="Homes are let.", result="1,000 homes", kind="service", lead_unit="Housing", language="en",
    areas=("housing", "equality"), sources=(Source(1, "en", 5),), targets=("11.1", "1.4"), starts_on=date(2026, 1, 1), due_on=date(2028, 1, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        {"due_on": date(2028, 1, 2)}, {"due_on": None}, {"areas": ("housing",)}, {"targets": ()}, {"sources": (Source(1, "en", 6),)},
        {"result": "900 homes"}, {"reservation": "Not for second homes", "reservation_ground": "Act 5"},
    ],
    ids=str,
)  # fmt: skip
def test_less_is_lower(other: dict[str, object]) -> None:
    assert lowers(HOMES, replace(HOMES, **other))


@pytest.mark.parametrize(
    "other", [{"due_on": date(2027, 1, 1)}, {"areas": ("equality", "housing", "youth")}, {"targets": ("1.4", "11.1", "10.2")}, {"title": "Houses"}], ids=str
)
def test_as_much_or_more_is_not_lower(other: dict[str, object]) -> None:
    assert not lowers(HOMES, replace(HOMES, **other))


def test_another_order_of_areas_is_no_change() -> None:
    assert changed_fields(HOMES, replace(HOMES, areas=("equality", "housing"))) == []
    assert changed_fields(HOMES, replace(HOMES, areas=("housing",), title="Houses")) == ["title", "areas"]


def test_there_are_169_targets() -> None:
    letters = "abcdefg"
    assert sum(numbered + letters.find(last) + 1 if last else numbered for numbered, last in TARGETS_OF_GOALS.values()) == 169


@pytest.mark.parametrize("code", ["1.1", "11.1", "16.b", "17.19", "3.d"])
def test_a_target(code: str) -> None:
    assert is_target(code)


@pytest.mark.parametrize("code", ["", "11", "0.1", "18.1", "11.8", "11.d", "17.a", "1.01", "١١.١", "11.1 ", "SDG 11.1"])
def test_no_target(code: str) -> None:
    assert not is_target(code)


def test_targets_stand_in_their_order() -> None:
    assert sorted(["16.b", "2.1", "16.10", "16.2"], key=target_order) == ["2.1", "16.2", "16.10", "16.b"]


WRONG: list[tuple[str, dict[str, object]]] = [
    ("title", {"title": ""}), ("title", {"title": "x" * 201}), ("result", {"result": "x" * 4001}), ("kind", {"kind": "wish"}), ("areas", {"areas": ()}),
    ("areas", {"areas": ("space",)}), ("area_other", {"areas": ("other",)}), ("area_other", {"area_other": "Hospitality"}), ("targets", {"targets": ("11.9",)}),
    ("sources", {"sources": ()}), ("due_on", {"due_on": date(2025, 12, 31)}), ("starts_on", {"starts_on": date(202, 1, 1)}),
    ("reservation_ground", {"reservation": "Not yet"}), ("reservation", {"review_on": date(2027, 1, 1)}), ("horizon", {"horizon": "long"}),
]  # fmt: skip


@pytest.mark.parametrize(("field", "other"), WRONG, ids=str)
def test_each_fault_names_its_field(field: str, other: dict[str, object]) -> None:
    assert [name for name, _sentence in faults_of(replace(HOMES, **other))] == [field]


def test_a_sound_promise_has_no_fault() -> None:
    assert list(faults_of(HOMES)) == []


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://a.example", "https://", "//a.example", "https://a.example/a b", "https://a.example/" + "x" * 500])
def test_only_web_addresses_become_links(link: str) -> None:
    with pytest.raises(BadInput):
        web_address(link)


@pytest.mark.parametrize("link", ["", "https://a.example/b?c=d#e"])
def test_a_web_address_or_none_is_kept(link: str) -> None:
    assert web_address(link) == link


def test_a_report_is_due_a_year_after_the_last_and_every_second_one_is_full() -> None:
    made = datetime(2026, 3, 2, tzinfo=UTC)
    first = next_report(made, None, 0, made + timedelta(days=365))
    second = next_report(made, made + timedelta(days=360), 1, made + timedelta(days=800))
    assert (first.on, first.full, first.overdue) == (date(2027, 3, 2), False, False)
    assert (second.on, second.full, second.overdue) == (date(2028, 2, 25), True, True)
