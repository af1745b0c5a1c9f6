"""Marks stand around exactly the words a span names, and never break the HTML they stand in."""

import html
import re

import pytest

from charterhub.text.marks import Span, marked


@pytest.mark.parametrize(
    ("source", "spans", "expected"),
    [
        ("<p>Everyone may vote.</p>", [], "<p>Everyone may vote.</p>"),
        ("<p>Everyone may vote.</p>", [Span(9, 12, 7)], '<p>Everyone <mark data-comments="7">may</mark> vote.</p>'),
        (
            "<p>a <em>b c</em> d</p>",
            [Span(0, 5, 1)],
            '<p><mark data-comments="1">a </mark><em><mark data-comments="1">b c</mark></em> d</p>',
        ),
        (
            "<p>food &amp; water</p>",
            [Span(5, 6, 2)],
            '<p>food <mark data-comments="2">&amp;</mark> water</p>',
        ),
        (
            "<p>one two three</p>",
            [Span(0, 7, 1), Span(4, 13, 2)],
            '<p><mark data-comments="1">one </mark><mark class="crowded" data-comments="1 2">two</mark>'
            '<mark data-comments="2"> three</mark></p>',
        ),
        (
            '<p><a href="https://a.example/?x=&gt;y">here</a></p>',
            [Span(0, 4, 3)],
            '<p><a href="https://a.example/?x=&gt;y"><mark data-comments="3">here</mark></a></p>',
        ),
        ("<p>👩‍👧 집</p>", [Span(4, 5, 9)], '<p>👩‍👧 <mark data-comments="9">집</mark></p>'),
    ],
)
def test_it_marks_exactly_the_words(source: str, spans: list[Span], expected: str) -> None:
    assert marked(source, spans) == expected


def test_taking_the_marks_away_gives_the_html_back_whatever_the_spans() -> None:
    source = "<p>Water &lt; <strong>fire &amp; air</strong>,\n<em>earth</em> &quot;and&quot; void</p>"
    length = len(html.unescape(re.sub("<[^>]*>", "", source)))
    for start in range(length):
        for end in range(start + 1, length + 1, 3):
            result = marked(source, [Span(start, end, 1), Span(end // 2, end, 2)])
            assert re.sub("</?mark[^>]*>", "", result) == source
            one = re.findall(r'<mark[^>]*data-comments="(?:1|1 2)"[^>]*>(.*?)</mark>', result, re.DOTALL)
            plain = html.unescape(re.sub("<[^>]*>", "", source))
            assert html.unescape("".join(one)) == plain[start:end]


def test_a_span_outside_the_text_marks_nothing() -> None:
    assert marked("<p>ab</p>", [Span(5, 9, 1)]) == "<p>ab</p>"
