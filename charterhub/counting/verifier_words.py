"""What the verifier says, in the languages it speaks. It runs alone on a stranger's machine, so no catalogue is at hand."""

LANGUAGES = ("en", "es", "fr", "ar")
WORDS: dict[str, tuple[str, str, str, str]] = {
    "passed": ("passed", "correcto", "réussi", "صحيح"),
    "failed": ("FAILED", "FALLO", "ÉCHEC", "فشل"),
    "form": (
        "Every entry of the ledger has the form it should have",
        "Cada anotación del registro tiene la forma debida",
        "Chaque inscription du registre a la forme voulue",
        "لكل قيد في السجل الشكل المطلوب",
    ),
    "definition": (
        "Questions, version and rules are those the ledger began with",
        "Las preguntas, la versión y las reglas son las que abrieron el registro",
        "Les questions, la version et les règles sont celles du début du registre",
        "الأسئلة والنسخة والقواعد هي التي بدأ بها السجل",
    ),
    "chain": (
        "No entry was changed, left out, added or moved",
        "Ninguna anotación fue cambiada, omitida, añadida ni movida",
        "Aucune inscription n’a été modifiée, omise, ajoutée ni déplacée",
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
        "عدد الأصوات يساوي عدد المشاركين ولا يزيد على القائمة",
    ),
    "result": (
        "The published result follows from the ballots by the rules",
        "El resultado publicado se deduce de los votos según las reglas",
        "Le résultat publié découle des bulletins selon les règles",
        "النتيجة المنشورة ناتجة عن الأصوات وفق القواعد",
    ),
    "heads": (
        "The signed heads belong to this ledger and its end is signed",
        "Las cabezas firmadas pertenecen a este registro y su final está firmado",
        "Les têtes signées appartiennent à ce registre et sa fin est signée",
        "الرؤوس الموقّعة تعود إلى هذا السجل ونهايته موقّعة",
    ),
    "kept": (
        "What you kept agrees with this ledger",
        "Lo que usted guardó concuerda con este registro",
        "Ce que vous avez gardé concorde avec ce registre",
        "ما احتفظت به مطابق لهذا السجل",
    ),
    "unreadable": (
        "This file cannot be read as a published bundle",
        "Este archivo no se puede leer como paquete publicado",
        "Ce fichier ne se lit pas comme un dossier publié",
        "لا يمكن قراءة هذا الملف كحزمة منشورة",
    ),
    "all_passed": ("All checks passed.", "Todas las comprobaciones son correctas.", "Toutes les vérifications ont réussi.", "نجحت كل عمليات التحقق."),
    "some_failed": ("Some checks failed.", "Algunas comprobaciones fallaron.", "Certaines vérifications ont échoué.", "فشلت بعض عمليات التحقق."),
    "key": ("Signing key", "Clave de firma", "Clé de signature", "مفتاح التوقيع"),
    "vote": ("Hash of the definition", "Huella de la definición", "Empreinte de la définition", "بصمة التعريف"),
    "question": ("Question", "Pregunta", "Question", "السؤال"),
}


def say(word: str, language: str) -> str:
    return WORDS[word][LANGUAGES.index(language)]


def language_of(locale: str) -> str:
    """From "fr_CA.UTF-8" to "fr"; English when we do not speak it."""
    spoken = locale[:2].lower()
    return spoken if spoken in LANGUAGES else "en"
