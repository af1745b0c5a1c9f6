"""What headings are called: the words by which a preamble, an action plan, its horizons, final provisions, definitions, signatures and annexes are
recognised, in the languages charters are written in. Compared in lower case, without marks around them; Korean and
Chinese headings are often spaced out, so spaces are left out of the comparison."""

import re

PREAMBLE = (
    "preamble", "preámbulo", "preambulo", "préambule", "preâmbulo", "preambolo", "preàmbul", "präambel", "preambule", "preambuła",
    "preambel", "preambul", "önsöz", "başlangıç", "dibaji", "utangulizi", "dutse", "hitzaurrea", "преамбула", "προοίμιο", "ديباجة", "الديباجة", "مقدمة", "تمهيد",
    "הקדמה", "مقدمه", "प्रस्तावना", "প্রস্তাবনা", "전문", "前文", "序言", "mukadimah", "lời nói đầu", "คำปรารภ",
)  # fmt: skip
ACTION_PLAN = (
    "suggested action plan", "action plan", "plan de acción sugerido", "programa de acción sugerido", "plan de acción", "plan d'action suggéré", "plan d'action",
    "plano de ação sugerido", "plano de ação", "piano d'azione suggerito", "piano d'azione", "pla d'acció suggerit", "pla d'acció", "vorgeschlagener aktionsplan", "aktionsplan",
    "voorgesteld actieplan", "actieplan", "proponowany plan działania", "proponowany plan działań", "plan działania", "plan działań", "mpango wa utekelezaji", "eylem planı",
    "план действий", "план дій", "σχέδιο δράσης", "خطة العمل المقترحة", "خطة العمل", "خطة عمل مقترحة", "خطة عمل", "תוכנית פעולה", "प्रस्तावित कार्य योजना", "कार्य योजना",
    "실행 계획", "제안된 실행 계획", "권고 실행계획", "行动计划", "行動計画", "rencana aksi",
)  # fmt: skip
SHORT = (
    "short term", "short-term", "corto plazo", "a corto plazo", "court terme", "à court terme", "curto prazo", "a curto prazo", "breve termine", "a breve termine",
    "curt termini", "a curt termini", "kurzfristig", "korte termijn", "krótki termin", "perspektywa krótkoterminowa", "krótkoterminowe", "w krótkim terminie", "muda mfupi", "kısa vade", "краткосрочные меры", "короткострокові заходи",
    "βραχυπρόθεσμα", "المدى القصير", "على المدى القصير", "الأجل القصير", "في الأجل القصير", "قصير الأجل", "טווח קצר", "अल्पकालिक", "단기", "短期", "jangka pendek",
)  # fmt: skip
MID = (
    "mid term", "mid-term", "medium term", "medium-term", "medio plazo", "a medio plazo", "mediano plazo", "a mediano plazo", "moyen terme", "à moyen terme", "médio prazo", "a médio prazo",
    "medio termine", "a medio termine", "mig termini", "a mig termini", "mittelfristig", "middellange termijn", "średni termin", "perspektywa średnioterminowa", "średnioterminowe", "w średnim terminie", "muda wa kati", "orta vade", "среднесрочные меры",
    "середньострокові заходи", "μεσοπρόθεσμα", "المدى المتوسط", "على المدى المتوسط", "الأجل المتوسط", "في الأجل المتوسط", "متوسط الأجل", "טווח בינוני", "मध्यकालिक", "중기", "中期", "jangka menengah",
)  # fmt: skip
FINAL_PROVISIONS = (
    "final provisions", "final provision", "disposiciones finales", "disposición final", "dispositions finales", "disposition finale", "disposições finais", "disposizioni finali", "disposicions finals",
    "schlussbestimmungen", "slotbepalingen", "postanowienia końcowe", "masharti ya mwisho", "son hükümler", "заключительные положения", "прикінцеві положення", "τελικές διατάξεις",
    "أحكام ختامية", "الأحكام الختامية", "أحكام نهائية", "הוראות סיום", "अंतिम प्रावधान", "부칙", "최종 조항", "附则", "附則", "ketentuan penutup",
)  # fmt: skip
ANNEX = (
    "annex", "annexes", "anexo", "anexos", "annexe", "allegato", "allegati", "annexos", "anhang", "bijlage", "załącznik", "kiambatisho", "ek", "приложение", "додаток", "παράρτημα",
    "ملحق", "الملحق", "נספח", "परिशिष्ट", "부록", "附件", "付属書", "lampiran",
)  # fmt: skip
FRONT_MATTER = (
    "presentation", "foreword", "about this charter", "message from the mayor", "mayor's message", "presentación", "prólogo", "mensaje del alcalde", "mensaje de la alcaldesa", "présentation", "avant-propos",
    "mot du maire", "mot de la maire", "apresentação", "prefácio", "presentazione", "prefazione", "presentació", "vorwort", "geleitwort", "voorwoord", "wstęp", "sunuş", "предисловие", "передмова",
    "πρόλογος", "تقديم", "تصدير", "פתח דבר", "머리말", "발간사", "まえがき", "前言", "kata pengantar",
)  # fmt: skip
DEFINITIONS = (
    "definitions", "definition of terms", "definiciones", "définitions", "definições", "definizioni", "definicions", "begriffsbestimmungen", "definitionen", "definities", "definicje", "tanımlar",
    "определения", "визначення", "ορισμοί", "تعاريف", "تعريفات", "التعاريف", "הגדרות", "परिभाषाएँ", "정의", "용어의 정의", "定義", "定义", "ufafanuzi",
)  # fmt: skip
ADDITIONAL_PROVISION = (
    "additional provision", "additional provisions", "disposición adicional", "disposiciones adicionales", "disposition additionnelle", "dispositions additionnelles", "disposition complémentaire",
    "dispositions complémentaires", "disposição adicional", "disposições adicionais", "disposizione aggiuntiva", "disposizioni aggiuntive", "disposició addicional", "disposicions addicionals",
    "zusatzbestimmung", "zusatzbestimmungen", "أحكام إضافية", "حكم إضافي", "추가 규정",
)  # fmt: skip
ENTRY_INTO_FORCE = (
    "entry into force", "coming into force", "entrada en vigor", "entrée en vigueur", "entrada em vigor", "entrata in vigore", "inkrafttreten", "inwerkingtreding", "wejście w życie", "yürürlük",
    "вступление в силу", "набрання чинності", "έναρξη ισχύος", "الدخول حيز النفاذ", "الدخول حيز التنفيذ", "دخول حيز التنفيذ", "دخول حيز النفاذ", "النفاذ", "시행일", "施行日", "生效",
)  # fmt: skip
SIGNATURES = (
    "signatures", "signatories", "list of signatories", "signatory cities", "firmas", "firmantes", "ciudades firmantes", "signataires", "villes signataires", "assinaturas", "signatários", "firme", "firmatari",
    "signatures i signataris", "signataris", "unterschriften", "unterzeichner", "handtekeningen", "ondertekenaars", "podpisy", "sygnatariusze", "imzalar", "подписи", "підписи", "υπογραφές",
    "التوقيعات", "الموقعون", "חתימות", "हस्ताक्षर", "서명", "署名", "签署",
)  # fmt: skip
WORDS = {
    "preamble": PREAMBLE, "action_plan": ACTION_PLAN, "short": SHORT, "mid": MID, "final_provisions": FINAL_PROVISIONS, "annex": ANNEX, "front_matter": FRONT_MATTER,
    "definitions": DEFINITIONS, "additional_provision": ADDITIONAL_PROVISION, "entry_into_force": ENTRY_INTO_FORCE, "signatures": SIGNATURES,
}  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"[^\w']+", " ", text.casefold().replace("’", "'")).strip()


_BY_WORDS = {_plain(word): meaning for meaning, words in WORDS.items() for word in words}
_BY_LETTERS = {words.replace(" ", ""): meaning for words, meaning in _BY_WORDS.items()}
_LONGEST_FIRST = sorted(_BY_WORDS, key=len, reverse=True)


def meaning_of(heading: str) -> str:
    """One of the keys of `WORDS`, or "" for any other heading."""
    words = _plain(heading)
    if known := _BY_LETTERS.get(words.replace(" ", "")):
        return known
    return next((_BY_WORDS[known] for known in _LONGEST_FIRST if words.startswith(known + " ")), "")
