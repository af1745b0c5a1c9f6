"""Words: the units in which texts are compared, merged and quoted.

A token is a run of letters, marks and digits (with an apostrophe, hyphen or middle dot inside it: l'habitatge,
well-being, col·lectiu); a single character where the script puts no spaces between words (Han, kana, Thai, Lao, Khmer,
Myanmar); one punctuation mark or symbol; or a run of white space. A number is one token with its separators (3.2,
10,000, 12/05/2026, 二十五): two amendments that each change some of its digits must meet, not make a number nobody proposed.

Borders never fall inside a grapheme cluster (UAX 29), so a vowel mark stays with its letter and a family emoji stays
whole. Everything is one compiled expression without backtracking, so the time is linear in the text; its first line is
only a short way through the commonest letters (a plain word before a space), which the second line would match as well.
Texts without marks and rarer signs are cut by a simpler expression to the same tokens in half the time; a test holds both equal.
"""

import re

import regex

TOKENISER_VERSION = 1

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30FC\uFF70"
EXTENDING = r"\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}\u00AD\u2060"
EASY = (
    r"0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0386\u0388-\u03FF\u0400-\u0481\u048A-\u0527"
    r"\u0620-\u064A\u0671-\u06D3\u10D0-\u10FA\uAC00-\uD7A3"
)
PLAIN = EASY + r"\u05D0-\u05EA\u0904-\u0939"
HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿萬億两兩"
CONNECTORS = "'’ʼ\\-‐‑·‧״׳"

LETTER = rf"[[\p{{L}}\p{{N}}]--[\p{{Extended_Pictographic}}\p{{GCB=Prepend}}[{UNSPACED}--\p{{N}}]]]"
WORD_PART = rf"(?:[{PLAIN}]|{LETTER})(?:[{PLAIN}]++|{LETTER}|[{EXTENDING}]|\p{{GCB=Prepend}}\X)*+"
INNER = rf'(?:[{CONNECTORS}]|(?<=\p{{Nd}})[.,:/٫٬](?=\p{{Nd}})|(?<=\p{{Hebrew}})"(?=\p{{Hebrew}}))'
TOKEN = regex.compile(
    rf"(?V1) (?=[{PLAIN}])|[{PLAIN}]++(?= )"
    rf"|{WORD_PART}(?:{INNER}{WORD_PART})*+"
    rf"|(?:[{HAN_NUMERALS}](?![{EXTENDING}]))++"
    rf"|(?:\r\n|\s(?![{EXTENDING}]))++"
    rf"|\p{{RI}}\p{{RI}}?+[{EXTENDING}]*+"
    r"|\X"
)
EASY_TEXT = re.compile(rf"[\t\n -~{EASY}\u00A0·«»¿¡§°“”‘’–—…،؛؟]*+")
EASY_TOKEN = re.compile(rf"[{EASY}]+(?:(?:['’\-·]|(?<=[0-9])[.,:/](?=[0-9]))[{EASY}]+)*|[\t\n \u00A0]+|.")
SHOWS_NOTHING = regex.compile(r"[\s\u200B\u200E\u200F\u061C\u00AD\u2060]+")
WORDLIKE = regex.compile(r"[\p{L}\p{N}]")


def tokens(text: str) -> list[str]:
    """The text cut into tokens; joined again they are the text."""
    return (EASY_TOKEN if EASY_TEXT.fullmatch(text) else TOKEN).findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each token in the text."""
    return [found.span() for found in TOKEN.finditer(text)]


def is_space(text: str) -> bool:
    """True for white space and for what shows no more than white space does (direction marks, soft hyphens)."""
    return text == " " or (not text[:1].isalnum() and SHOWS_NOTHING.fullmatch(text) is not None)


def without_spaces(text: str) -> str:
    return SHOWS_NOTHING.sub("", text)


def is_word(token: str) -> bool:
    return token[:1].isalnum() or WORDLIKE.search(token) is not None
