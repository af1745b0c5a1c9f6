"""The global text before its update, and what people say of it, each in a language of their own."""

from tests.world import Line

AGENDA = (
    Line("art_1", "article", "Article 1", heading="Right to a home"),
    Line("art_1__para_1", "paragraph", "1.", wording="Everyone who lives in the city has the right to a safe and affordable home."),
    Line("art_1__para_2", "paragraph", "2.", wording="Nobody is put out of a home without an offer of another."),
    Line("art_2", "article", "Article 2", heading="Right to take part"),
    Line("art_2__para_1", "paragraph", "1.", wording="Everyone may speak at a public meeting of the council."),
    Line("art_2__para_2", "paragraph", "2.", wording="The council answers every question within thirty days."),
    Line("art_3", "article", "Article 3", heading="Right to water"),
    Line("art_3__para_1", "paragraph", "1.", wording="Nobody who cannot pay is cut off from water."),
)
HOME, EVICTION, MEETINGS, ANSWERS, WATER = "art_1__para_1", "art_1__para_2", "art_2__para_1", "art_2__para_2", "art_3__para_1"
WORDING = {line.eid: line.wording for line in AGENDA}

AMINA_SAYS = "البيت الآمن ليس جدرانًا فقط؛ نريد أن نعرف من يدفع ثمن التدفئة."
DOV_SAYS = "Trente jours, c’est long quand on attend une réponse sur son logement."
MINJUN_REASONS = "답변을 한 달이나 기다릴 수 없습니다."
PROMISE = {
    "who_decides": "The committee decides on each amendment, and says why.",
    "mandate": "The assembly of members asked for an update of the Charter-Agenda.",
    "thresholds": "Every amendment is considered.",
    "afterwards": "Members vote on version 2 by public roll call.",
}
WARM, DRY, BOTH = (f"Everyone who lives in the city has the right to a safe, {word} and affordable home." for word in ("warm", "dry", "warm, dry"))
WORKERS = "Everyone who lives or works in the city has the right to a safe and affordable home."
FOURTEEN, TEN = (f"The council answers every question within {days} days." for days in ("fourteen", "ten"))
LANGUAGES = "Everyone may speak at a public meeting of the council, in a language of their own."
