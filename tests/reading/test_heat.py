"""The strip that shows where the discussion is: counts under headings, by degrees of the most discussed one."""

from dataclasses import replace

from flask import Flask

from charterhub.charters.models import Charter
from charterhub.comments.queries import Margin
from charterhub.reading.heat import MOST_STRETCHES, heat_along
from charterhub.reading.passages import Passage
from tests.pages import Pages

ARTICLE = Passage(1, 1, "art_1", "article", "", "1", "Article 1", "Home", "", 2)


def text(articles: int) -> list[Passage]:
    """Articles with a paragraph each; the ids count on."""
    passages = []
    for each in range(articles):
        passages.append(replace(ARTICLE, clause_id=10 * each, eid=f"art_{each}"))
        passages.append(replace(ARTICLE, clause_id=10 * each + 1, eid=f"art_{each}__para_1", level=0))
    return passages


def test_comments_count_under_the_heading_they_stand_below() -> None:
    found = heat_along(text(4), {1: Margin(8), 10: Margin(1), 11: Margin(1), 31: Margin(1)})
    assert [(each.heading.eid, each.count, each.degree) for each in found] == [("art_0", 8, 4), ("art_1", 2, 1), ("art_2", 0, 0), ("art_3", 1, 1)]


def test_a_short_a_silent_and_an_endless_text_have_none() -> None:
    assert heat_along(text(2), {1: Margin(8)}) == []
    assert heat_along(text(9), {}) == []
    assert heat_along(text(MOST_STRETCHES + 1), {1: Margin(8)}) == []
    assert len(heat_along(text(MOST_STRETCHES), {1: Margin(8)})) == MOST_STRETCHES


def test_the_page_of_a_short_charter_has_no_strip_and_its_numbers_are_a_link_away(charter: Charter, app: Flask) -> None:
    page = Pages(app).open("/charters/gwangju-charter/versions/1/en")
    assert not [nav for nav in page.all("nav") if nav.get("class") == "heat"]
    assert "All of it in numbers" in Pages(app).open("/charters/gwangju-charter/discussion").text
