"""How many words a text has, for forms that limit them: the rule that static/js/words.js follows as well.

Where a script puts spaces between words, a word is what stands between two spaces and holds a letter or a digit, as word
processors count: "well-being", "3.2" and "and/or" are one each, a dash by itself is none. Where it puts none, letters are
counted instead: two of Chinese or Japanese, four of Thai, Lao, Khmer or Burmese (marks above and below not counted) make
a word, which is about the average length of one. Without this, a page of Chinese would be one word.
"""

import regex

HAN_AND_KANA = regex.compile(r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ]")
SOUTH_EAST_ASIAN = regex.compile(r"[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]")
LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")
SPACE = regex.compile(r"\p{White_Space}+")
LETTERS_OF_A_WORD = ((HAN_AND_KANA, 2), (SOUTH_EAST_ASIAN, 4))


def number_of_words(text: str) -> int:
    total = 0
    for script, length in LETTERS_OF_A_WORD:
        letters = sum(LETTER_OR_DIGIT.match(character) is not None for character in script.findall(text))
        total += -(-letters // length)
        text = script.sub(" ", text)
    return total + sum(LETTER_OR_DIGIT.search(chunk) is not None for chunk in SPACE.split(text))
