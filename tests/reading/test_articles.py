"""One article a page: cut where the contents say, light, with its neighbours, and with what was said of its clauses."""

from dataclasses import replace
from pathlib import Path

from charterhub.charters.models import Charter
from charterhub.charters.queries import clause_by_eid, latest_version
from charterhub.comments.operations import post_comment
from charterhub.reading.articles import articles_of
from charterhub.reading.passages import Passage
from charterhub.transaction import transaction
from tests.pages import Pages

ARTICLES = "/charters/gwangju-charter/versions/1/en/articles"
SLIM = Path(__file__).parents[2] / "charterhub/static/css/slim.css"
BLANK = Passage(1, 1, "", "paragraph", "", "", "", "", "", 0)


def test_a_page_begins_at_each_heading_and_no_heading_stands_alone() -> None:
    passages = [
        replace(BLANK, eid="preamble", html="<p>We</p>"), replace(BLANK, eid="part_1", level=2), replace(BLANK, eid="art_1", level=3),
        replace(BLANK, eid="para_1", html="<p>One</p>"), replace(BLANK, eid="plan", kind="action_plan", level=3),
        replace(BLANK, eid="art_2", level=3, html="<p>Two</p>"),
    ]  # fmt: skip
    assert [[passage.eid for passage in cut] for cut in articles_of(passages)] == [["preamble"], ["part_1", "art_1", "para_1", "plan"], ["art_2"]]
    assert articles_of([]) == []


def test_an_article_is_read_by_itself_and_leads_on(pages: Pages, charter: Charter, amina) -> None:
    with transaction():
        post_comment(amina, clause_by_eid(latest_version(charter), "en", "art_1__para_2"), "And before winter.", "en")
    pages.open(ARTICLES, queries=8)
    page = pages.follow("Article 1 Right to a home", queries=8)
    assert page.h1 == "Article 1 Right to a home" and "publishes every year" in page.text and "Everyone may speak" not in page.text
    assert "Page 1 of 2" in page.text and "1 comment" in page.text
    assert len(page.html.encode()) + SLIM.stat().st_size < 10_000, "a page for slow lines"
    assert pages.follow("The article after").h1 == "Article 2 Right to take part"
    assert pages.follow("The article before").h1 == "Article 1 Right to a home"


def test_any_clause_of_an_article_leads_to_its_page_and_its_comments_to_the_form(sign_in, charter: Charter, amina) -> None:
    pages = sign_in(amina)
    assert pages.open(f"{ARTICLES}/art_2__para_1").h1 == "Article 2 Right to take part"
    pages.open(f"{ARTICLES}/art_9", status=404)
