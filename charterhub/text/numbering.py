"""Numbers and identifiers of clauses. A number is data, as each language edition prints it ("Article 3", "제3조", "a)",
"المادة 3", "I.", or nothing); the identifier is made from it by the OASIS Akoma Ntoso Naming Convention 1.0, section 5:
a short name for the kind, an underscore, the number without its punctuation, and two underscores between levels:
`part_II__art_3__para_2__point_a`. A clause that prints no number counts as `nn_1`, `nn_2` … among its siblings of that kind.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

SHORT_NAMES = {
    "front_matter": "front", "preamble": "preamble", "recital": "rec", "part": "part", "chapter": "chp", "section": "sec", "article": "art",
    "provision": "prov", "paragraph": "para", "subparagraph": "subpara", "point": "point", "definition": "def", "action_plan": "plan", "action_item": "item",
    "final_provisions": "final", "additional_provision": "addprov", "entry_into_force": "force", "signatures": "signatures", "signatory": "signatory", "annex": "annex",
}  # fmt: skip
ONCE_ONLY = ("front_matter", "preamble", "action_plan", "final_provisions", "entry_into_force", "signatures")
LONGEST_NUMBER_IN_EID = 12
DEEPEST = 6
ORDINALS = {
    word: str(count)
    for spelt in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
        "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
        "première seconde", "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo", "prima seconda terza quarta quinta sesta settima ottava nona decima",
        "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo", "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
        "primer segon tercer quart cinquè sisè setè vuitè novè desè", "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter",
        "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر", "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
        "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا",
    )
    for count, word in enumerate(spelt.split(), 1)
}  # fmt: skip
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
HANGUL = "가나다라마바사아자차카타파하"
ARABIC = "أابجدهوزحطيكلمنسعفصقرشتثخذضظغ"

DIGITS = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?(?:bis|ter|quater)\b)?"
ROMAN = r"(?:[IVX]{1,7}|[IVXLC]{2,7})"
SPELT = rf"(?:{ROMAN}\b|[A-Z]\b|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
UNIT_WORDS = {
    "article": ("article", "articles?", "art\\.", "artículo", "articulo", "artigo", "articolo", "artikel", "artikkel", "artykuł", "artykul", "čl\\.", "člen", "članak",
                "madde", "ibara", "kifungu cha", "kifungu", "artikulu", "статья", "стаття", "άρθρο", "المادة", "ماده", "סעיף", "अनुच्छेद", "pasal", "điều", "มาตรา", "ข้อ"),
    "part": ("part", "parte", "partie", "partea", "teil", "część", "title", "titre", "título", "titolo", "titel", "часть", "частина", "μέρος", "الجزء", "القسم", "भाग", "sehemu"),
    "chapter": ("chapter", "chapitre", "capítulo", "capitulo", "capitolo", "capítol", "kapitel", "rozdział", "hoofdstuk", "глава", "розділ", "κεφάλαιο", "الفصل", "الباب", "अध्याय", "sura", "bölüm"),
    "section": ("section", "sección", "seccion", "seção", "sezione", "secció", "abschnitt", "sekcja", "раздел", "المبحث", "खंड"),
    "annex": ("annex", "annexe", "anexo", "allegato", "anhang", "annexes", "załącznik", "приложение", "الملحق"),
}  # fmt: skip
UNIT_WORDS_AFTER = {"article": ("atala", "artikulua", "madde", "cikk", "straipsnis", "pants", "artikla")}
ENCLOSED = {"part": "[편部]", "chapter": "[장章]", "section": "[절節节]", "article": "[조條条]", "paragraph": "[항款项項]"}

_UNIT = {kind: re.compile(rf"(?:{'|'.join(words)})(?:\s*(?:n[º°o.]\s*)?{DIGITS}|\s+{SPELT})", re.IGNORECASE) for kind, words in UNIT_WORDS.items()}
_AFTER = {kind: re.compile(rf"{DIGITS}\.?\s(?:{'|'.join(words)})", re.IGNORECASE) for kind, words in UNIT_WORDS_AFTER.items()}
_ENCLOSED = {kind: re.compile(rf"第?제?\s?[0-9一二三四五六七八九十百]{{1,5}}\s?{sign}") for kind, sign in ENCLOSED.items()}
_ANY_UNIT = re.compile(rf"[^\W\d_]+(?:\s[^\W\d_]+)?\s{DIGITS}(?=\.?$)")  # a word we do not know and a number, nothing else
_ROMAN = re.compile(rf"{ROMAN}(?:\.|\s?[\-–—:)](?=\s|$))")
_LETTER = re.compile(r"\(?[^\W\d_]\)|[A-Z]\.(?=\s|$)")
_DIGITS = re.compile(rf"\(?{DIGITS}(?:\.-|\.º|[.)．、])|§\s?{DIGITS}|\({DIGITS}\)")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}(?=\s|$)")
_FIGURE = re.compile(r"\d+(?:[.\-]\d+)*(?:\s?(?:bis|ter|quater)\b)?")
_CIRCLED = re.compile(rf"[{CIRCLED}]")
_LISTED = re.compile(rf"\(?(?:[^\W\d_A-Z]\)|[{HANGUL}][.)]|[{ARABIC}]\s?[.)\-–ـ])|\(?[ivx]{{1,5}}\)")
_SPELT = re.compile(rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|أولاً|ثانياً|ثالثاً|رابعاً|خامساً|سادساً|سابعاً|ثامناً|تاسعاً|عاشراً)\s?(?:\.-|[.:：–])(?=\s)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s.:：\-–—]*")


@dataclass(frozen=True)
class Printed:
    """A printed number, what it says the clause is ("article", or "" when it does not say), and the text after it."""

    number: str
    kind: str
    rest: str


def heading_number(text: str) -> Printed:
    """The number at the start of a heading: "Article 3 – Water", "II. Participation", "A. Objective", "제3조 물"."""
    for kind, pattern in [*_ENCLOSED.items(), *_UNIT.items(), *_AFTER.items()]:
        if (found := pattern.match(text)) and not text[found.end() : found.end() + 1].isalnum():
            return Printed(found.group(), kind, _after(text, found.end()))
    for kind, pattern in (("", _ROMAN), ("provision", _LETTER), ("", _DECIMAL), ("", _DIGITS), ("", _ANY_UNIT)):
        if found := pattern.match(text):
            return Printed(found.group().rstrip(" -–—:"), kind, _after(text, found.end()))
    return Printed("", "", text)


def paragraph_number(text: str) -> Printed:
    """The number at the start of a paragraph: "1.", "٢.", "①", "(a)", "가.", "أ)", "First:". Other words and single capitals are
    text there, not numbers."""
    for kind, pattern in (("paragraph", _CIRCLED), ("paragraph", _DIGITS), ("point", _LISTED), ("paragraph", _SPELT)):
        found = pattern.match(text)
        if found and text[found.end() :].strip() and (text[found.end()].isspace() or pattern is _CIRCLED):
            return Printed(found.group(), kind, text[found.end() :].strip())
    return Printed("", "", text)


def _after(text: str, end: int) -> str:
    return text[_BETWEEN.match(text, end).end() :]  # type: ignore[union-attr]


def number_in_eid(number: str) -> str:
    """"Article 3" and "제3조" are 3, "a)" is a, "المادة ٣" is 3: digits as ASCII, no punctuation, no unit word."""
    number = _plain_figures(number)
    if found := _FIGURE.search(number):
        return re.sub(r"[^\w]+", "-", _ascii_digits(found.group().replace(" ", "")))[:LONGEST_NUMBER_IN_EID]
    words = re.findall(r"[^\W_]+", number.strip("第제조條条장章편部절節节항款项項"))
    return ORDINALS.get(_bare(words[-1]), words[-1][:LONGEST_NUMBER_IN_EID]) if words else ""


def _plain_figures(number: str) -> str:
    """A figure in a circle, as Korean laws number their paragraphs, is the figure."""
    return "".join(str(int(unicodedata.numeric(sign))) if sign in CIRCLED else sign for sign in number)


def _bare(word: str) -> str:
    """Without capitals, and without the vowel marks that Arabic may write."""
    return re.sub("[\u064b-\u0652]", "", word.casefold())


def _ascii_digits(token: str) -> str:
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in token)


@dataclass(frozen=True)
class Numbered:
    """What an eId is made of; `depth` is 0 for a top-level clause, and clauses come in reading order."""

    kind: str
    number: str
    depth: int
    horizon: str = ""


def eids(clauses: Iterable[Numbered]) -> list[str]:
    """The eIds of a whole version in one language, each different from all others."""
    path: list[str] = []
    unnumbered: Counter[str] = Counter()
    taken: set[str] = set()
    found = []
    for clause in clauses:
        path = path[: clause.depth]
        eid = _unique("__".join([*path, _own_part(clause, "__".join(path), unnumbered)]), taken)
        path.append(eid.rpartition("__")[2])
        found.append(eid)
    return found


def _own_part(clause: Numbered, above: str, unnumbered: Counter[str]) -> str:
    name = clause.horizon or SHORT_NAMES[clause.kind]
    if number := number_in_eid(clause.number):
        return f"{name}_{number}"
    if clause.kind in ONCE_ONLY:
        return name
    unnumbered[f"{above}__{name}"] += 1
    return f"{name}_nn_{unnumbered[f'{above}__{name}']}"


def _unique(eid: str, taken: set[str]) -> str:
    """A number printed twice gets a count behind it: the text stays as it is, the address must not."""
    counted, count = eid, 1
    while counted in taken:
        count += 1
        counted = f"{eid}_{count}"
    taken.add(counted)
    return counted
