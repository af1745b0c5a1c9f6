"""The directory: what one finds, in what order, the map with its table, the way to a thousand, and the tables for machines."""

import json
from datetime import timedelta

import pycountry
import pytest

from charterhub.extensions import db
from charterhub.members.models import Enrolment, Member
from charterhub.members.regions import COUNTRIES, REGIONS
from charterhub.members.world_map import MIDDLES, dots
from tests.pages import Pages
from tests.world import LONG_AGO

SVG = "{http://www.w3.org/2000/svg}"


def found(pages: Pages, query: str = "") -> list[str]:
    page = pages.open(f"/members?{query}")
    return ["".join(row.find("th").itertext()).strip() for row in page.all("table")[0].iter("tr") if row.find("td") is not None]


def crowd(member: Member, number: int) -> None:
    """More members like this one, all called Town."""
    signed = member.enrolment
    kept = {column.name: getattr(signed, column.name) for column in Enrolment.__table__.columns if column.name not in ("id", "member_id", "name", "place_key")}
    for place in range(number):
        name = f"Town {place:04}"
        other = Member(slug=f"town-{place}", country="KR", name=name, place_key=name.lower(), admitted_at=LONG_AGO + timedelta(days=place + 1))
        db.session.add(other)
        db.session.flush()
        db.session.add(Enrolment(**kept, name=name, place_key=name.lower(), member_id=other.id))
    db.session.commit()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Gwangju", "Saint-Denis"]), ("words=SAINT+DENIS", ["Saint-Denis"]), ("words=ju", ["Gwangju"]), ("country=KR", ["Gwangju"]),
        ("region=150", ["Saint-Denis"]), ("region=030", ["Gwangju"]), ("kind=city", ["Saint-Denis"]), ("area=youth", ["Gwangju"]),
        ("stage=listed&sort=-name", ["Saint-Denis", "Gwangju"]), ("sort=country", ["Saint-Denis", "Gwangju"]), ("sort=-country", ["Gwangju", "Saint-Denis"]),
        ("sort=inhabitants", ["Saint-Denis", "Gwangju"]), ("sort=kind", ["Saint-Denis", "Gwangju"]), ("sort=nonsense", ["Gwangju", "Saint-Denis"]),
    ],
)  # fmt: skip
def test_members_are_found_and_sorted(pages: Pages, gwangju: Member, saint_denis: Member, query: str, names: list[str]) -> None:
    assert found(pages, query) == names


@pytest.mark.parametrize("query", ["words=100%25", "region=999", "country=ZZ", "stage=withdrawn", "words=%00x", "page=99999999999999999999"])
def test_what_nobody_fits_says_so(pages: Pages, gwangju: Member, query: str) -> None:
    assert "Nobody fits." in pages.open(f"/members?{query}").text


def test_a_heading_sorts_and_a_second_press_turns_it_round(pages: Pages, gwangju: Member, saint_denis: Member) -> None:
    pages.open("/members?kind=city")
    pages.follow("Inhabitants")
    assert pages.page.url == "/members?sort=inhabitants&kind=city"
    assert [cell.get("aria-sort") for cell in pages.page.all("th") if cell.get("aria-sort")] == ["ascending"]
    pages.follow("Inhabitants ↑")
    assert [cell.get("aria-sort") for cell in pages.page.all("th") if cell.get("aria-sort")] == ["descending"]


def test_sixty_members_take_two_pages_and_as_many_queries_as_two(pages: Pages, gwangju: Member, saint_denis: Member) -> None:
    queries = len(pages.open("/members").statements)
    crowd(gwangju, 60)
    assert len(pages.open("/members").statements) == queries <= 8
    pages.follow("Next page")
    assert "62 members found" in pages.page.text
    assert len(found(pages, "page=2")) == 12


def test_the_map_has_a_table_that_says_the_same_and_the_way_to_a_thousand_its_days(pages: Pages, gwangju: Member, saint_denis: Member) -> None:
    crowd(gwangju, 9)
    page = pages.open("/members")
    assert [(mark.get("cx"), mark.find(f"{SVG}title").text) for mark in page.all(f"{SVG}circle")] == [("1279", "South Korea: 10"), ("25", "France: 1")]
    assert [" ".join("".join(row.itertext()).split()) for row in page.all("table")[1].iter("tr")][1:] == ["France1", "South Korea10"]
    assert ["".join(item.itertext()).split()[0] for item in page.all("li") if item.find("strong") is not None] == ["1", "10", "100", "1,000"]


def test_every_country_has_a_region_and_a_place_on_the_map() -> None:
    countries = {country.alpha_2 for country in pycountry.countries} - {"AQ"}
    assert set().union(*(COUNTRIES[region] for region in REGIONS)) == countries == set(MIDDLES)
    assert sum(len(COUNTRIES[region]) for region in REGIONS) == len(countries)


def test_a_dot_grows_with_its_members_and_stays_visible() -> None:
    large, small = dots({"FR": 100, "KR": 1})
    assert (large.country, large.radius, small.radius) == ("FR", 70, 14)
    assert dots({}) == []


def test_csv_and_json_hold_what_is_public_and_nothing_of_the_focal_point(client, gwangju: Member, saint_denis: Member) -> None:
    csv = client.get("/members.csv?sort=name").text
    assert csv.splitlines()[2].startswith("saint-denis,Saint-Denis,FR,city,,149000,listed,2026-03-02,housing; Hospitality,Aline Morvan,Maire,")
    rows = json.loads(client.get("/members.json?country=KR").text)
    assert [(row["slug"], row["areas"], row["inhabitants"]) for row in rows] == [("gwangju", ["memory_peace", "participation", "youth"], 1_430_000)]
    assert "focal" not in csv + str(rows)
