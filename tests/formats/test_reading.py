"""Files become outlines: what is recognised, what is named as not kept, what is refused and why."""

import pytest

from charterhub.formats.outline import Item, Outline, Unkept, in_steps, outline_from_json
from charterhub.formats.reading import LONGEST_TEXT, read, read_text
from charterhub.formats.unreadable import Unreadable
from charterhub.formats.writing import file_of


def items_of(text: str, language: str = "en") -> list[Item]:
    return read_text(text, language).items


def test_the_title_is_the_one_heading_on_the_highest_level() -> None:
    assert read_text("# Charter\n\n## Article 1\n\nText.", "en").title == "Charter"
    assert read_text("## Article 1\n\nText.\n\n## Article 2\n\nText.", "en").title == ""


def test_numbered_paragraphs_and_lettered_points_become_clauses_and_keep_their_numbers_as_data() -> None:
    text = "# C\n\n## Article 1. Homes\n\n1. One *warm* home.\n2. Two:\n    a) first;\n    b) second.\n3. Three."
    assert items_of(text) == [
        Item("article", 0, "Article 1", "Homes"),
        Item("paragraph", 1, "1.", "", "One *warm* home."),
        Item("paragraph", 1, "2.", "", "Two:"),
        Item("point", 2, "a)", "", "first;"),
        Item("point", 2, "b)", "", "second."),
        Item("paragraph", 1, "3.", "", "Three."),
    ]


def test_letters_under_a_heading_without_a_paragraph_are_points_beside_each_other() -> None:
    items = items_of("# Charter\n\n## Article 1\n\na) by day;\n\nb) by night.\n\n## Preamble\n\na) We;\n")
    assert [(item.kind, item.depth, item.number) for item in items if item.wording] == [("point", 1, "a)"), ("point", 1, "b)"), ("recital", 1, "a)")]


def test_unnumbered_paragraphs_stay_unnumbered_and_bullets_belong_to_the_paragraph_before_them() -> None:
    text = "# C\n\n## Article 1\n\nThe city:\n\n- lights;\n- cleans.\n\nAnd sings."
    assert [(item.kind, item.depth, item.number) for item in items_of(text)] == [
        ("article", 0, "Article 1"), ("paragraph", 1, ""), ("point", 2, ""), ("point", 2, ""), ("paragraph", 1, ""),
    ]  # fmt: skip


def test_further_paragraphs_of_a_list_item_stay_in_its_clause() -> None:
    text = "# C\n\n## Article 1\n\n1. One.\n\n    Still one.\n\n2. Two."
    assert [item.wording for item in items_of(text)] == ["", "One.\n\nStill one.", "Two."]


ACTION_PLANS = {
    "en": ("General provisions", "Right to water", "Suggested action plan", "Short term", "Mid term", "Final provisions"),
    "es": ("Disposiciones generales", "Derecho al agua", "Plan de acción sugerido", "Corto plazo", "Medio plazo", "Disposiciones finales"),
    "fr": ("Dispositions générales", "Droit à l’eau", "Plan d’action suggéré", "Court terme", "Moyen terme", "Dispositions finales"),
    "pt": ("Disposições gerais", "Direito à água", "Plano de ação", "Curto prazo", "Médio prazo", "Disposições finais"),
    "pl": ("Przepisy ogólne", "Prawo do wody", "Plan działania", "Krótki termin", "Średni termin", "Postanowienia końcowe"),
    "ar": ("أحكام عامة", "الحق في الماء", "خطة العمل المقترحة", "المدى القصير", "المدى المتوسط", "أحكام ختامية"),
    "ko": ("총칙", "물에 대한 권리", "실행 계획", "단기", "중기", "부칙"),
}


@pytest.mark.parametrize("language", ACTION_PLANS)
def test_parts_rights_and_action_plans_with_horizons_are_told_apart_in_every_language(language: str) -> None:
    general, right, plan, short, mid, final = ACTION_PLANS[language]
    text = (
        f"# T\n\n## {general}\n\n### A. X\n\nText.\n\n### I. {right}\n\n1. Text.\n\n#### {plan}\n\n##### {short}\n\n1. Soon.\n\n"
        f"##### {mid}\n\n1. Later.\n\n## {final}\n\n### A. Y\n\nEnd."
    )
    assert [(item.kind, item.depth, item.horizon) for item in items_of(text, language)] == [
        ("part", 0, ""), ("provision", 1, ""), ("paragraph", 2, ""), ("article", 1, ""), ("paragraph", 2, ""), ("action_plan", 2, ""),
        ("action_item", 3, "short"), ("action_item", 3, "mid"), ("final_provisions", 0, ""), ("provision", 1, ""), ("paragraph", 2, ""),
    ]  # fmt: skip


def test_arabic_digits_number_paragraphs_like_any_others() -> None:
    assert items_of("# م\n\n## المادة ١\n\n١. نص أول.\n\n٢. نص ثان.", "ar") == [
        Item("article", 0, "المادة ١"), Item("paragraph", 1, "١.", "", "نص أول."), Item("paragraph", 1, "٢.", "", "نص ثان."),
    ]  # fmt: skip


def test_lines_wrapped_in_the_file_are_joined_with_a_space_except_between_han_characters() -> None:
    assert items_of("# C\n\n## 第1条\n\n人人\n有权。")[1].wording == "人人有权。"
    assert items_of("# C\n\n## Article 1\n\nEvery\none.\n\n모든\n사람.")[1:] == [Item("paragraph", 1, wording="Every one."), Item("paragraph", 1, wording="모든 사람.")]


@pytest.mark.parametrize("words", ["2 * 3 * 4", "a_b _c_", "[x](y)", "a \\* b", "snake_case", "C:\\temp", "1 < 2 & 3"])
def test_signs_that_are_not_markup_in_the_file_are_not_markup_in_the_wording(words: str) -> None:
    quoted = "".join(f"\\{sign}" if sign in "*_[]()\\<&" else sign for sign in words)
    wording = items_of(f"# C\n\n## Article 1\n\n{quoted}")[1].wording
    assert items_of(f"# C\n\n## Article 1\n\n{wording}")[1].wording == wording


def test_what_a_charter_cannot_hold_is_named_with_the_heading_it_stood_under() -> None:
    text = (
        "# C\n\n## Article 1\n\nText[^1] ![seal](seal.png).\n\n[^1]: A note.\n\n[^2]: In a heading.\n\n## Article 2 Water[^2]\n\n| head | two |\n|------|-----|\n| a    | b   |\n\n"
        "    print('code')\n\nText."
    )
    outline = read_text(text, "en")
    assert outline.report == [
        Unkept("image", "Article 1", "seal"),
        Unkept("footnote", "Article 1", "In a heading."),
        Unkept("table_in_lines", "Article 2 Water", "head · two"),
        Unkept("code", "Article 2 Water", "print('code')"),
    ]
    assert outline.items[1].wording == "Text^[A note.] ."
    assert [item.wording for item in outline.items[3:]] == ["head · two", "a · b", "Text."]


def test_every_row_of_a_table_is_a_paragraph_whatever_its_cells_hold() -> None:
    web = """<h1>C</h1><h2>Article 1</h2><table><caption>Measures</caption>
    <thead><tr><th>Measure</th><th>Until</th></tr></thead>
    <tbody><tr><td><p>Build <b>homes</b></p><ul><li>100 of them</li></ul></td><td>2027</td></tr><tr><td></td><td></td></tr>
    <tr><td>المساكن</td><td><table><tr><td>집</td><td>2028</td></tr></table></td></tr></tbody>
    <tfoot><tr><td>Together</td><td>1 &lt; 2</td></tr></tfoot></table><p>After it.</p>"""
    outline, _source = read(web.encode(), "charter.html", "en")
    assert [item.wording for item in outline.items[1:]] == [
        "Measures", "Measure · Until", "Build **homes** · 100 of them · 2027", "المساكن · 집 · 2028", "Together · 1 < 2", "After it.",
    ]  # fmt: skip
    assert [(each.what, each.excerpt) for each in outline.report] == [("table_in_lines", "집 · 2028"), ("table_in_lines", "Measure · Until")]


def test_links_are_kept_and_addresses_stay_as_they_read() -> None:
    items = items_of("# C\n\n## Article 1\n\n[law](https://x.example/a_b) <https://x.example> [x](javascript:y) <a@b.example>")
    assert items[1].wording == "[law](https://x.example/a_b) https://x.example x a@b.example"


def test_html_in_a_file_is_text_and_its_blocks_are_unwrapped() -> None:
    items = items_of("# C\n\n<div>\n\n## Article 1\n\n<script>alert(1)</script>\n\n</div>\n\n## Article 2\n\nText.")
    assert items[1].wording == "<script>alert(1)</script>"
    assert items[2].number == "Article 2"


REFUSED = {
    "empty": (b" \n", "empty"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "not_text"),
    "binary without nulls": (bytes(range(1, 32)) * 20 + b"\xff\xff", "not_text"),
    "latin-1": ("# Préambule\n\nété".encode("latin-1"), "wrong_encoding"),
    "too large": (b"x" * (10 * 1024 * 1024 + 1), "too_large"),
    "too long": (b"# A\n\n" + b"x" * LONGEST_TEXT, "too_long"),
    "no headings": (b"Only words.", "no_headings"),
    "no clauses": (b"# One", "no_clauses"),
    "override": ("# A\n\n## B\n\n\u202eevil".encode(), "refused_character"),
    "hidden override": (b"# A\n\n## B\n\n&#8238;evil", "refused_character"),
    "too deep": (b"# A\n\n## B\n\n" + b"".join(b"    " * depth + b"- x\n" for depth in range(9)), "too_deep"),
    "nested without end": (b"# A\n\n## B\n\n" + b"<div>\n" * 5000 + b"x", "too_hard"),
    "too many": (b"# A\n\n## B\n\n" + b"Text.\n\n" * 1001, "too_many"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_file_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(content, "charter.md", "en")
    assert refused.value.reason == reason


def test_a_file_of_another_kind_is_refused_by_its_name() -> None:
    with pytest.raises(Unreadable) as refused:
        read(b"# A\n\n## B\n\nText", "charter.xls", "en")
    assert refused.value.reason == "unknown_format"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    outline, source = read("# Título\r\n\r\n## Artículo 1\r\n\r\nTexto.".encode(encoding), "carta.md", "es")
    assert (outline.title, source[:8]) == ("Título", "# Título")


def test_an_outline_survives_being_kept_as_json() -> None:
    outline = read_text("# C\n\n## Article 1\n\nText ![x](y.png).", "en")
    assert outline_from_json(outline.as_json()) == outline


def test_no_level_is_skipped_when_a_line_in_between_was_taken_out() -> None:
    depths = [Item("article", 2), Item("paragraph", 4), Item("point", 5), Item("paragraph", 4), Item("article", 1), Item("part", 0)]
    assert [item.depth for item in in_steps(depths)] == [0, 1, 2, 1, 0, 0]


def test_front_matter_definitions_additional_provisions_entry_into_force_and_signatures_are_told_by_their_headings() -> None:
    text = (
        "# C\n\n## Mayor’s message\n\nDear all.\n\n## Preamble\n\nWe.\n\n## Article 1. Definitions\n\nCity: this town.\n\n## Presentation\n\nNot in front any more.\n\n"
        "## Additional provisions\n\n### First\n\nOne.\n\n### Second\n\nTwo.\n\n## Entry into force\n\nTomorrow.\n\n## Signatories\n\n- Barcelona\n- Saint-Denis"
    )
    assert [(item.kind, item.depth) for item in items_of(text)] == [
        ("front_matter", 0), ("paragraph", 1), ("preamble", 0), ("recital", 1), ("article", 0), ("definition", 1), ("article", 0), ("paragraph", 1),
        ("part", 0), ("additional_provision", 1), ("paragraph", 2), ("additional_provision", 1), ("paragraph", 2), ("entry_into_force", 0), ("paragraph", 1),
        ("signatures", 0), ("signatory", 1), ("signatory", 1),
    ]  # fmt: skip


def test_lists_and_notes_inside_one_wording_come_back_in_it() -> None:
    wordings = ["The city:\n\n- lights^[at night];\n- *cleans*.\n\nAnd sings.", "1. one\n2. two", "A note^[see there] only."]
    outline = Outline("C", "en", [Item("article", 0, "Article 1"), *(Item("paragraph", 1, f"{count}.", "", words) for count, words in enumerate(wordings, 1))])
    assert read(file_of(outline, "md", {}, {}), "c.md", "en")[0] == outline
