"""What the verifier says, in the languages it speaks. It runs alone on a stranger's machine, so no catalogue is at hand."""

from typing import Any

LANGUAGES = ("en", "es", "fr", "ar")
WORDS: dict[str, tuple[str, str, str, str]] = {
    "vote_on": ("Vote on", "Votación sobre", "Vote sur", "تصويت على"),
    "compare": (
        "Compare both with the page of the vote, and with a receipt or a copy that somebody else kept.",
        "Compare ambas con la página de la votación, y con un comprobante o una copia que otra persona haya guardado.",
        "Comparez les deux avec la page du vote, et avec un récépissé ou une copie gardés par quelqu’un d’autre.",
        "قارن الاثنين بصفحة التصويت، وبإيصال أو نسخة احتفظ بها شخص آخر.",
    ),
    "ahead": (
        "What you kept is newer than this bundle: while a vote runs, the latest entries come out with the next signed head. "
        "Keep it, and check again after the close.",
        "Lo que usted guardó es más reciente que este paquete: mientras se vota, las últimas entradas se publican con la siguiente "
        "cabecera firmada. Guárdelo y compruébelo de nuevo tras el cierre.",
        "Ce que vous avez gardé est plus récent que ce dossier : pendant le vote, les dernières entrées paraissent avec le prochain "
        "repère signé. Gardez-le et vérifiez de nouveau après la clôture.",
        "ما احتفظت به أحدث من هذه الحزمة: أثناء التصويت تُنشر آخر القيود مع الرأس الموقّع التالي. احتفظ به وتحقق مرة أخرى بعد الإغلاق.",
    ),
    "numbered": (
        "#8 is entry 8 of the ledger, the first being 0; a number before ≠ is the published one, the one after it comes out.",
        "#8 es la entrada 8 del registro, la primera es la 0; el número antes de ≠ es el publicado, el de después es el que resulta.",
        "#8 désigne l’entrée 8 du registre, la première étant 0 ; le nombre avant ≠ est publié, celui d’après est recalculé.",
        "الرمز ‎#8 هو القيد 8 في الدفتر، وأولها 0؛ والعدد قبل ≠ هو المنشور، والعدد بعده هو الناتج.",
    ),
    "entries": ("Entries in the ledger", "Entradas en el registro", "Entrées du registre", "عدد القيود في الدفتر"),
    "ballots": ("ballots cast", "votos emitidos", "bulletins déposés", "أصوات أُدلي بها"),
    "not_yet": ("not yet", "todavía no", "pas encore", "ليس بعد"),
    "running": (
        "Nothing is wrong so far. The vote has not closed, so there is no result to check yet.",
        "Hasta ahora todo es correcto. La votación no se ha cerrado, así que todavía no hay resultado que comprobar.",
        "Rien d’anormal jusqu’ici. Le vote n’est pas clos : il n’y a pas encore de résultat à vérifier.",
        "لا خلل حتى الآن. لم ينته التصويت بعد، فلا نتيجة للتحقق منها.",
    ),
    "passed": ("passed", "correcto", "réussi", "صحيح"),
    "failed": ("FAILED", "FALLO", "ÉCHEC", "فشل"),
    "form": (
        "Every entry of the ledger has the form it should have",
        "Cada entrada del registro tiene la forma debida",
        "Chaque entrée du registre a la forme voulue",
        "لكل قيد في الدفتر الشكل المطلوب",
    ),
    "definition": (
        "Questions, version and rules are those the ledger began with",
        "Las preguntas, la versión y las reglas son las que abrieron el registro",
        "Les questions, la version et les règles sont celles du début du registre",
        "الأسئلة والنسخة والقواعد هي التي بدأ بها الدفتر",
    ),
    "chain": (
        "No entry was changed, left out, added or moved",
        "Ninguna entrada fue cambiada, omitida, añadida ni movida",
        "Aucune entrée n’a été modifiée, omise, ajoutée ni déplacée",
        "لم يُغيَّر أي قيد ولم يُحذف ولم يُضَف ولم يُنقل",
    ),
    "order": (
        "Ballots were cast between opening and closing, and opened after it",
        "Los votos se emitieron entre la apertura y el cierre, y se abrieron después",
        "Les bulletins ont été déposés entre l’ouverture et la clôture, et ouverts après",
        "أُدلي بالأصوات بين الافتتاح والإغلاق وفُتحت بعده",
    ),
    "replacements": (
        "No ballot was replaced or opened twice, and no replaced ballot was opened",
        "Ningún voto se sustituyó o abrió dos veces, y no se abrió ninguno sustituido",
        "Aucun bulletin n’a été remplacé ou ouvert deux fois, et aucun bulletin remplacé n’a été ouvert",
        "لم يُستبدل صوت ولم يُفتح مرتين، ولم يُفتح صوت مستبدل",
    ),
    "commitments": (
        "Every opened ballot is the one that was put in",
        "Cada voto abierto es el que se depositó",
        "Chaque bulletin ouvert est celui qui a été déposé",
        "كل صوت فُتح هو نفسه الذي أُودع",
    ),
    "complete": (
        "The vote has closed and every ballot was opened",
        "La votación está cerrada y se abrieron todos los votos",
        "Le vote est clos et tous les bulletins ont été ouverts",
        "انتهى التصويت وفُتحت كل الأصوات",
    ),
    "participation": (
        "There are as many ballots as people who took part, and no more than the roll",
        "Hay tantos votos como participantes, y no más que el censo",
        "Il y a autant de bulletins que de votants, et pas plus que d’inscrits",
        "عدد الأصوات يساوي عدد المشاركين ولا يزيد على قائمة الناخبين",
    ),
    "result": (
        "The published result follows from the ballots by the rules",
        "El resultado publicado se deduce de los votos según las reglas",
        "Le résultat publié découle des bulletins selon les règles",
        "النتيجة المنشورة ناتجة عن الأصوات وفق القواعد",
    ),
    "heads": (
        "The signed heads belong to this ledger and its end is signed",
        "Las cabeceras firmadas pertenecen a este registro y su final está firmado",
        "Les repères signés appartiennent à ce registre et sa fin est signée",
        "الرؤوس الموقّعة تعود إلى هذا الدفتر ونهايته موقّعة",
    ),
    "kept": (
        "What you kept agrees with this ledger",
        "Lo que usted guardó concuerda con este registro",
        "Ce que vous avez gardé concorde avec ce registre",
        "ما احتفظت به مطابق لهذا الدفتر",
    ),
    "unreadable": (
        "This file cannot be read as a published bundle",
        "Este archivo no se puede leer como paquete publicado",
        "Ce fichier ne se lit pas comme un dossier publié",
        "لا يمكن قراءة هذا الملف كحزمة منشورة",
    ),
    "missing": (
        "This file is not here or cannot be opened",
        "Este archivo no está aquí o no se puede abrir",
        "Ce fichier n’est pas ici ou ne s’ouvre pas",
        "هذا الملف غير موجود هنا أو لا يمكن فتحه",
    ),
    "all_passed": ("All checks passed.", "Todas las comprobaciones son correctas.", "Toutes les vérifications ont réussi.", "نجحت كل عمليات التحقق."),
    "some_failed": ("Some checks failed.", "Algunas comprobaciones fallaron.", "Certaines vérifications ont échoué.", "فشلت بعض عمليات التحقق."),
    "key": ("Signing key", "Clave de firma", "Clé de signature", "مفتاح التوقيع"),
    "vote": ("Hash of the definition", "Huella de la definición", "Empreinte de la définition", "بصمة التعريف"),
    "question": ("Question", "Pregunta", "Question", "السؤال"),
}

RESULT_WORDS: dict[str, tuple[str, str, str, str]] = {
    "for": ("for", "a favor", "pour", "مع"),
    "against": ("against", "en contra", "contre", "ضد"),
    "keep": ("keep", "mantener", "garder", "إبقاء"),
    "change": ("change", "cambiar", "modifier", "تغيير"),
    "drop": ("drop", "suprimir", "supprimer", "حذف"),
    "abstain": ("abstain", "abstenciones", "abstentions", "امتناع"),
    "participants": ("took part", "participaron", "ont voté", "شاركوا"),
    "roll": ("on the roll", "en el censo", "inscrits", "في قائمة الناخبين"),
    "quorum_met": ("quorum met", "quórum alcanzado", "quorum atteint", "اكتمل النصاب"),
    "carried": ("carried", "aprobada", "adoptée", "أُقرّ"),
    "outcome": ("what follows", "lo que sigue", "ce qui suit", "ما يترتب"),
    "approvals": ("approvals", "aprobaciones", "approbations", "التأييدات"),
    "preferred": ("preferred to", "preferida a", "préféré à", "المفضّل على غيره"),
    "order": ("order", "orden", "ordre", "الترتيب"),
    "winner": ("chosen", "elegida", "choisi", "المختار"),
    "true": ("yes", "sí", "oui", "نعم"),
    "false": ("no", "no", "non", "لا"),
}
SHARED_WORDS = ("question", "false")  # two of the languages write them alike


def say_result(result: dict[str, Any], language: str) -> str:
    """Such as: for: 4; against: 1; quorum met: yes."""
    in_order = sorted(result, key=lambda name: list(RESULT_WORDS).index(name) if name in RESULT_WORDS else len(RESULT_WORDS))
    return "; ".join(f"{result_word(name, language)}: {value_said(result[name], language)}" for name in in_order)


def value_said(value: Any, language: str) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {number}" for name, number in value.items())
    if isinstance(value, list):
        return " > ".join(" = ".join(map(str, level)) for level in value)
    return "–" if value is None else result_word(str(value).lower() if isinstance(value, bool) else str(value), language)


def result_word(word: str, language: str) -> str:
    return RESULT_WORDS[word][LANGUAGES.index(language)] if word in RESULT_WORDS else word


def say(word: str, language: str) -> str:
    return WORDS[word][LANGUAGES.index(language)]


def language_of(locale: str) -> str:
    """From "fr_CA.UTF-8" to "fr"; English when we do not speak it."""
    spoken = locale[:2].lower()
    return spoken if spoken in LANGUAGES else "en"
