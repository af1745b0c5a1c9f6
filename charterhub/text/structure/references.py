"""References from one clause to another by its printed number: "clause 3", "Artikel 5", "المادة 7", "제3조".

A number only counts behind (or, in Chinese, Japanese and Korean, before) a word for a unit of a text, so "10 %" and
"2030" refer to nothing. Lists and ranges are followed: "articles 3, 5 and 7", "clauses 2 to 4".
"""

from functools import cache

import regex

UNITS = (
    "articles?|arts?|clauses?|sections?|paragraphs?|paras?|points?|items?|subparagraphs?|chapters?|principles?|provisions?|"
    "artículos?|cláusulas?|apartados?|párrafos?|puntos?|incisos?|secci(?:ón|ones)|alinéas?|paragraphes?|chapitres?|"
    "artigos?|cláusulas?|parágrafos?|pontos?|alíneas?|articles?|clàusul(?:a|es)|apartats?|punts?|"
    "articol[oi]|clausol[ae]|comm[ai]|punt[oi]|paragraf[oi]|artikeln?|artikels|klauseln?|absatz|absätze|absatzes|nummern?|ziffern?|§+|"
    "artikelen|clausules?|leden|lid|punten|artykuł(?:u|y|ów|em)?|ustęp(?:u|y)?|punkt(?:u|y|e|en|ów)?|articolul(?:ui)?|articole(?:le)?|"
    "артикул|стат(?:ья|ьи|ье|ью|ті|тя|тею|ей)|пункт(?:а|ы|е|у|ом|ов)?|абзац(?:а|ы)?|άρθρ(?:ο|α|ου|ων)|παράγραφο[ςυι]?|"
    "madde(?:si|nin|ler|leri)?|fıkra(?:sı)?|artikulu(?:a|ak|aren)?|klausula|ibara(?: ya)?|kifungu(?: cha)?|vifungu(?: vya)?|"
    "[وفبلك]{0,2}(?:ال)?(?:مادة|ماده|مواد|بند|بنود|فقرة|فقرات)|[ושהכלבמ]{0,3}(?:סעיף|סעיפים|פסקה|סעיף קטן)|"
    "अनुच्छेद|धारा|खंड|खण्ड|বিধান|ধারা|অনুচ্ছেদ|điều|khoản|pasal|ayat|მუხლი(?:ს|თ)?|պարբերություն|հոդված(?:ի|ով)?|አንቀጽ"
)
UNSPACED_UNITS = "ข้อ|มาตรา|วรรค|ຂໍ້|ມາດຕາ|មាត្រា|ပုဒ်မ"
UNIT = rf"(?:(?<![\p{{L}}\p{{M}}])(?:{UNITS})|{UNSPACED_UNITS})"
BETWEEN = r"[\s\u00a0]*(?:no\.?|nos\.?|nº|n°|n\.º|núm\.?|nr\.?|№|رقم)?[\s\u00a0.(]*"
AND = r"[\s\u00a0]*(?:,|;|–|-|/|and|or|to|through|y|e|o|a|al|et|ou|à|i|und|oder|bis|en|of|tot|ve|και|έως|и|до|por|و|إلى|או|עד|ו|या|और|से)[\s\u00a0(]*"
ASIAN_UNITS = "조|항|호|条|條|项|項|款|号|號"


NUMBER_PART = regex.compile(r"\p{N}+|\p{L}+")


def mentions(text: str, number: str, reader: str = "") -> bool:
    """True if the text refers to the clause printed as `number`. In a sister item (5.c) "point (b)" means 5.b as well."""
    parts, own = NUMBER_PART.findall(number), NUMBER_PART.findall(reader)
    if not parts:
        return False
    if expression(tuple(parts)).search(text):
        return True
    sisters = len(parts) > 1 and own[: len(parts) - 1] == parts[:-1]
    return sisters and item_expression(parts[-1]).search(text) is not None


@cache
def expression(parts: tuple[str, ...]) -> regex.Pattern[str]:
    wanted = r"[\s.()-]*".join(map(regex.escape, parts)) + r"(?![\p{L}\p{N}])(?![.,-]?\p{N})(?!\s*%)"
    any_number = r"[\p{N}IVXLC]+(?:[.(]?[\p{L}\p{N}]{1,4}\)?)*+\)?"
    listed = rf"{UNIT}{BETWEEN}(?:{any_number}{AND}){{0,9}}{wanted}"
    asian = r"[\s제第의]*".join(rf"(?<!\p{{N}}){regex.escape(part)}\s?(?:{ASIAN_UNITS})" for part in parts)
    return regex.compile(f"{listed}|{asian}", regex.IGNORECASE)


@cache
def item_expression(part: str) -> regex.Pattern[str]:
    """The last part alone, behind a word for a unit; a letter that is also a word ("a", "y") must stand in brackets."""
    bare = "" if part.lower() in {"a", "e", "i", "o", "u", "y", "à"} else f"|{regex.escape(part)}(?![\\p{{L}}\\p{{N}}])"
    return regex.compile(rf"{UNIT}[\s\u00a0]*(?:\({regex.escape(part)}\)|{regex.escape(part)}\){bare})", regex.IGNORECASE)
