"""The words that a text is found by, in any script: what a search index holds, and what is asked of it, cut the same way.

A word loses its capitals, accents and vowel points. Latin words lose a final s, so that "rights" finds "right". Arabic
letters that are written in several ways become one, and the article with what stands before it (و، ب، ك، ف، ل) falls away, as
in the light stemmer of Larkey, Ballesteros and Connell (2002). Korean, Chinese, Japanese, Thai and their like put endings
to a word or no spaces between words: there a word is every pair of neighbouring characters, so that 인권 is found in 인권을.
Whoever searches matches beginnings of words, which covers endings of the other languages.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex

BY_PAIRS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
PIECE = regex.compile(rf"(?V1)(?P<pairs>[{BY_PAIRS}]+)|[[\p{{L}}\p{{N}}\p{{M}}]--[{BY_PAIRS}]]+")
LATIN = regex.compile(r"\p{Latin}+s")
ARABIC = regex.compile(r"[\p{Arabic}]+")
ARABIC_ARTICLE = regex.compile("^(?:وال|بال|كال|فال|لل|ال)")
ONE_LETTER = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": None, "ß": "ss"})
SHORTEST_STEM, SHORTEST_ARABIC = 3, 2


class Found(NamedTuple):
    """A word as it is kept, and where it stands in the text (code points, half-open)."""

    word: str
    start: int
    end: int


def search_words(text: str) -> Iterator[Found]:
    for piece in PIECE.finditer(text):
        start, end = piece.span()
        if piece["pairs"]:
            yield from pairs(text, start, end)
        elif word := reduced(piece[0]):
            yield Found(word, start, end)


def pairs(text: str, start: int, end: int) -> Iterator[Found]:
    if end - start == 1:
        yield Found(bare(text[start]), start, end)
    for place in range(start, end - 1):
        yield Found(bare(text[place : place + 2]), place, place + 2)


def reduced(word: str) -> str:
    word = bare(word)
    if len(word) > SHORTEST_STEM and LATIN.fullmatch(word):
        return word[:-1]
    if ARABIC.fullmatch(word):
        stem = ARABIC_ARTICLE.sub("", word)
        return stem if len(stem) >= SHORTEST_ARABIC else word
    return word


def bare(word: str) -> str:
    """Without capitals, accents and vowel points; vowel signs of Indic scripts are letters and stay."""
    apart = unicodedata.normalize("NFKD", word.casefold()).translate(ONE_LETTER)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def kept_words(text: str) -> str:
    """The words of a text as an index keeps them: each once, with single spaces."""
    return " ".join(dict.fromkeys(found.word for found in search_words(text)))
