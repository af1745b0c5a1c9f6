"""Words that turn a rule round: negations, modals, quantifiers, exceptions and numbers, in many languages.

If one person changes such a word and another edits the same sentence, the two edits can be disjoint and the sum still
say what neither meant ("may" became "shall not", and the list it governs grew). Merging asks a person to read those.

`WORDS` are whole words or phrases, parted by commas. `INSIDE` are expressions found within longer words, for languages
that write the negation or the modal as an ending or put no spaces. `NEUTRAL` are longer words that contain one of them and do
not count. `PREFIX` are letters that are written together with the following word. Words left out on purpose: "one" where
it is also the article, "without" and its sisters ("without discrimination" turns nothing round), "needs", which is a noun as often as a
modal, and "if".
"""

from collections import Counter
from functools import cache

import regex

WORDS = {
    "en": "not, no, nor, never, none, nobody, nothing, cannot, shall, must, may, should, can, could, will, "
    "would, might, ought, has to, have to, all, every, each, any, some, only, solely, most, both, "
    "either, neither, at least, at most, no more than, no less than, no later than, more than, "
    "less than, up to, at all, except, unless, excluding, other than, with the exception of, "
    "provided that, subject to, notwithstanding, without prejudice, prohibited, forbidden, two, "
    "three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, fifty, "
    "hundred, thousand, half, third, quarter, twice",
    "es": "no, ni, nunca, jamás, ninguno, ninguna, ningún, nadie, nada, tampoco, debe, deben, deberá, "
    "deberán, debería, deberían, debiera, puede, pueden, podrá, podrán, podría, podrían, ha de, "
    "han de, habrá de, tiene que, tienen que, todo, toda, todos, todas, cada, cualquier, cualquiera, "
    "algún, alguno, alguna, algunos, algunas, solo, sólo, solamente, únicamente, ambos, ambas, "
    "al menos, como mínimo, como máximo, hasta, más de, menos de, salvo, excepto, a menos que, "
    "sin perjuicio, siempre que, prohibido, prohibida, prohíbe, obligatorio, obligatoria, dos, tres, "
    "cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, veinte, treinta, cincuenta, cien, "
    "mil, mitad, tercio",
    "fr": "ne, pas, ni, non, jamais, aucun, aucune, nul, nulle, personne ne, rien, doit, doivent, devra, "
    "devront, devrait, devraient, peut, peuvent, pourra, pourront, pourrait, pourraient, faut, tout, "
    "toute, tous, toutes, chaque, quelconque, quelque, quelques, certains, certaines, seul, seule, "
    "seuls, seulement, uniquement, au moins, au plus, plus de, moins de, jusqu'à, sauf, excepté, "
    "hormis, à moins que, sans préjudice, sous réserve, à condition que, interdit, interdite, "
    "obligatoire, facultatif, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, "
    "vingt, trente, cinquante, cent, mille, moitié, tiers",
    "pt": "não, nem, nunca, jamais, nenhum, nenhuma, ninguém, nada, deve, devem, deverá, deverão, deveria, "
    "deveriam, pode, podem, poderá, poderão, poderia, poderiam, tem de, têm de, todo, toda, todos, "
    "todas, cada, qualquer, quaisquer, algum, alguma, alguns, algumas, só, somente, apenas, ambos, "
    "ambas, ao menos, pelo menos, no mínimo, no máximo, até, mais de, menos de, salvo, exceto, "
    "excepto, a menos que, sem prejuízo, desde que, proibido, proibida, obrigatório, obrigatória, "
    "dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, vinte, trinta, "
    "cinquenta, cem, mil, metade, terço",
    "ca": "no, ni, mai, cap, ningú, res, tampoc, ha de, han de, haurà de, hauran de, hauria de, "
    "haurien de, deu, pot, poden, podrà, podran, podria, podrien, cal, caldrà, tot, tota, tots, "
    "totes, cada, qualsevol, qualssevol, algun, alguna, alguns, algunes, només, solament, únicament, "
    "ambdós, ambdues, almenys, com a mínim, com a màxim, fins a, més de, menys de, llevat, excepte, "
    "tret de, sens perjudici, sempre que, prohibit, prohibida, obligatori, obligatòria, dos, dues, "
    "tres, quatre, cinc, sis, set, vuit, nou, deu, dotze, vint, trenta, cinquanta, cent, mil, "
    "meitat, terç",
    "gl": "non, nin, nunca, xamais, ningún, ningunha, ninguén, debe, deben, deberá, deberán, debería, "
    "pode, poden, poderá, poderán, ha de, todo, toda, todos, todas, cada, calquera, algún, algunha, "
    "só, soamente, ambos, polo menos, como máximo, ata, salvo, excepto, sen prexuízo, prohibido, "
    "dous, dúas, tres, catro, cinco, seis, sete, oito, nove, dez",
    "it": "non, né, mai, nessuno, nessuna, nessun, niente, nulla, deve, devono, dovrà, dovranno, dovrebbe, "
    "dovrebbero, può, possono, potrà, potranno, potrebbe, potrebbero, tutto, tutta, tutti, tutte, "
    "ogni, ciascuno, ciascuna, ciascun, qualsiasi, qualunque, alcuno, alcuna, alcuni, alcune, solo, "
    "soltanto, solamente, unicamente, entrambi, entrambe, almeno, al massimo, fino a, più di, "
    "meno di, salvo, eccetto, tranne, a meno che, fatto salvo, purché, vietato, vietata, "
    "obbligatorio, obbligatoria, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, "
    "dodici, venti, trenta, cinquanta, cento, mille, metà",
    "de": "nicht, nichts, nie, niemals, niemand, kein, keine, keinen, keinem, keiner, keines, weder, noch, "
    "muss, müssen, musste, soll, sollen, sollte, sollten, kann, können, könnte, könnten, darf, "
    "dürfen, dürfte, hat zu, haben zu, ist zu, sind zu, alle, aller, allen, allem, jeder, jede, "
    "jedes, jeden, jedem, sämtliche, einige, manche, nur, ausschließlich, lediglich, beide, beiden, "
    "mindestens, höchstens, bis zu, mehr als, weniger als, außer, ausgenommen, es sei denn, sofern, "
    "unbeschadet, vorbehaltlich, verboten, verpflichtend, freiwillig, zwei, drei, vier, fünf, sechs, "
    "sieben, acht, neun, zehn, elf, zwölf, zwanzig, dreißig, hundert, tausend, Hälfte, Drittel",
    "nl": "niet, niets, nooit, niemand, geen, noch, moet, moeten, zal, zullen, zou, zouden, kan, kunnen, "
    "mag, mogen, dient, dienen, alle, allen, elke, elk, ieder, iedere, iedereen, enkele, sommige, "
    "alleen, slechts, uitsluitend, beide, minstens, ten minste, ten hoogste, hoogstens, tot en met, "
    "meer dan, minder dan, behalve, tenzij, uitgezonderd, onverminderd, mits, verboden, verplicht, "
    "twee, drie, vier, vijf, zes, zeven, acht, negen, tien, twaalf, twintig, honderd, duizend, helft",
    "ro": "nu, nici, niciodată, niciun, nicio, nimeni, nimic, trebuie, poate, pot, va, vor, toți, toate, "
    "fiecare, orice, oricare, unii, unele, numai, doar, ambele, cel puțin, cel mult, până la, "
    "cu excepția, decât dacă, doi, două, trei, patru, cinci, zece, jumătate",
    "ar": "لا, لم, لن, ليس, ليست, ليسوا, غير, عدم, يجب, ينبغي, يجوز, يمكن, يمكنها, يمكنه, يتعين, تلتزم بـ, "
    "يحظر, تحظر, محظور, ممنوع, كل, كلّ, جميع, أي, أيّ, أية, بعض, كافة, فقط, إلا, سوى, باستثناء, "
    "ما عدا, عدا, شريطة, على الأقل, على الأكثر, أكثر من, أقل من, معظم, كلا, اثنان, اثنين, ثلاثة, "
    "ثلاث, أربعة, أربع, خمسة, خمس, ستة, سبعة, ثمانية, تسعة, عشرة, عشر, عشرين, ثلاثين, مائة, مئة, "
    "ألف, نصف, ثلث, ربع",
    "fa": "نه, نیست, نباید, نمی, باید, می‌تواند, می‌توانند, همه, هر, هیچ, تنها, فقط, برخی, مگر, به جز, "
    "به استثنای, دست‌کم, حداقل, حداکثر, دو, سه, چهار, پنج, شش, هفت, هشت, نه, ده, نیم",
    "ur": "نہیں, نہ, مت, لازم, چاہیے, سکتا, سکتی, سکتے, ہر, تمام, سب, کوئی, صرف, سوائے, کم از کم, "
    "زیادہ سے زیادہ, دو, تین, چار, پانچ, دس, نصف",
    "he": "לא, אין, אינו, אינה, אינם, אינן, חייב, חייבת, חייבים, חייבות, צריך, צריכה, צריכים, רשאי, רשאית, "
    "רשאים, רשאיות, יכול, יכולה, יכולים, אסור, מותר, כל, כלל, כמה, רק, בלבד, אך ורק, שום, שני, שתי, "
    "שניהם, אלא אם, למעט, חוץ מ, פרט ל, לפחות, לכל היותר, עד, יותר מ, פחות מ, שלושה, שלוש, ארבעה, "
    "ארבע, חמישה, חמש, שישה, שש, שבעה, שבע, שמונה, תשעה, תשע, עשרה, עשר, עשרים, מאה, אלף, מחצית, "
    "חצי, שליש",
    "hi": "नहीं, न, ना, मत, कभी नहीं, चाहिए, सकता, सकती, सकते, होगा, होगी, होंगे, करेगा, करेगी, करेंगे, "
    "अनिवार्य, निषिद्ध, प्रत्येक, हर, सभी, सब, समस्त, कोई, कुछ, केवल, सिर्फ़, मात्र, दोनों, सिवाय, "
    "छोड़कर, जब तक, कम से कम, अधिक से अधिक, अधिकतम, न्यूनतम, से अधिक, से कम, दो, तीन, चार, पाँच, "
    "पांच, छह, सात, आठ, नौ, दस, बीस, सौ, हज़ार, आधा, आधे, तिहाई",
    "bn": "না, নয়, নেই, নাই, অবশ্যই, পারে, পারবে, পারেন, উচিত, প্রত্যেক, প্রতি, সকল, সব, কোনো, কোন, শুধু, "
    "কেবল, ছাড়া, ব্যতীত, অন্তত, সর্বাধিক, দুই, তিন, চার, পাঁচ, দশ, অর্ধেক",
    "sw": "si, sio, siyo, hakuna, hapana, kamwe, lazima, sharti, inaweza, unaweza, wanaweza, anaweza, "
    "wote, yote, zote, vyote, kila, yeyote, yoyote, baadhi, tu, pekee, isipokuwa, ila, angalau, "
    "zaidi ya, chini ya, marufuku, mbili, wawili, tatu, watatu, nne, wanne, tano, watano, sita, "
    "saba, nane, tisa, kumi, ishirini, mia, elfu, nusu, theluthi",
    "eu": "ez, ezin, inoiz, inor, inork, inori, inoren, ezer, edonor, edonork, behar, ahal, daiteke, dezake, dezakete, guzti, guztiak, guztiek, "
    "guztien, guztiei, oro, bakoitza, bakoitzak, edozein, zenbait, batzuk, soilik, bakarrik, "
    "baino ez, salbu, izan ezik, gutxienez, gehienez, debekatu, debekatuta, nahitaez, bi, hiru, lau, "
    "bost, sei, zazpi, zortzi, bederatzi, hamar, hogei, ehun, mila, erdia",
    "tr": "değil, değildir, hayır, hiç, hiçbir, hiçbiri, asla, yok, yoktur, gerekir, gerekmektedir, "
    "zorunda, zorundadır, zorunlu, zorunludur, mecburi, yasak, yasaktır, olabilir, her, tüm, bütün, "
    "hepsi, herkes, bazı, kimi, yalnızca, sadece, ancak, ikisi, hariç, dışında, olmadıkça, en az, "
    "en fazla, en çok, iki, üç, dört, beş, altı, yedi, sekiz, dokuz, on, on iki, yirmi, otuz, elli, "
    "yüz, bin, yarısı",
    "el": "δεν, μην, μη, ούτε, ποτέ, κανείς, κανένας, καμία, κανένα, τίποτα, πρέπει, οφείλει, οφείλουν, "
    "μπορεί, μπορούν, δύναται, δύνανται, υποχρεούται, θα, όλοι, όλες, όλα, όλων, κάθε, οποιοσδήποτε, "
    "οποιαδήποτε, μερικοί, ορισμένοι, μόνο, αποκλειστικά, εκτός, πλην, με εξαίρεση, τουλάχιστον, "
    "το πολύ, έως, απαγορεύεται, δύο, τρεις, τρία, τέσσερις, τέσσερα, πέντε, έξι, επτά, οκτώ, εννέα, "
    "δέκα, δώδεκα, είκοσι, εκατό, χίλια, μισό",
    "ru": "не, ни, нет, нельзя, никогда, никто, ничто, никакой, должен, должна, должно, должны, обязан, "
    "обязана, обязаны, может, могут, можно, вправе, следует, запрещено, запрещается, все, всех, "
    "всем, всё, вся, каждый, каждая, каждое, каждого, каждому, любой, любая, любое, любого, "
    "некоторые, только, лишь, оба, обе, кроме, за исключением, если не, не менее, не более, до, два, "
    "две, три, четыре, пять, шесть, семь, восемь, девять, десять, двенадцать, двадцать, сто, тысяча, "
    "половина, треть",
    "uk": "не, ні, немає, ніколи, ніхто, жоден, жодна, жодного, повинен, повинна, повинно, повинні, має, "
    "мають, зобов'язаний, може, можуть, слід, заборонено, забороняється, всі, усі, всіх, усіх, "
    "кожен, кожна, кожне, кожного, будь-який, деякі, лише, тільки, обидва, крім, за винятком, "
    "щонайменше, два, дві, три, чотири, п'ять, десять",
    "pl": "nie, nigdy, nikt, nic, żaden, żadna, żadne, żadnego, ani, musi, muszą, powinien, powinna, "
    "powinno, powinny, może, mogą, należy, wolno, zabrania się, wszyscy, wszystkie, wszystkich, "
    "każdy, każda, każde, każdego, każdemu, niektóre, tylko, wyłącznie, oba, obie, z wyjątkiem, "
    "oprócz, chyba że, co najmniej, co najwyżej, dwa, dwie, trzy, cztery, pięć, dziesięć, połowa",
    "ka": "არ, ვერ, ნუ, არც, არავინ, არაფერი, უნდა, შეიძლება, შეუძლია, შეუძლიათ, ვალდებულია, ვალდებულნი, "
    "ყველა, ყოველი, თითოეული, ზოგიერთი, მხოლოდ, გარდა, სულ მცირე, არანაკლებ, ორი, სამი, ოთხი, ხუთი, "
    "ექვსი, შვიდი, რვა, ცხრა, ათი, ნახევარი",
    "hy": "չի, չեն, ոչ, երբեք, ոչ ոք, պետք է, պարտավոր է, կարող է, կարող են, բոլոր, բոլորը, յուրաքանչյուր, "
    "ամեն, միայն, բացառությամբ, առնվազն, երկու, երեք, չորս, հինգ, տասը",
    "am": "አይደለም, የለም, አይችልም, አይችሉም, አለበት, አለባት, አለባቸው, ይችላል, ትችላለች, ይችላሉ, ሁሉ, ሁሉም, እያንዳንዱ, ማንኛውም, አንዳንድ, "
    "ብቻ, በስተቀር, ካልሆነ, ቢያንስ, ቢበዛ, ሁለት, ሦስት, ሶስት, አራት, አምስት, ስድስት, ሰባት, ስምንት, ዘጠኝ, አስር, ግማሽ",
    "vi": "không, chẳng, chưa, chớ, cấm, phải, nên, có thể, được phép, mọi, mỗi, tất cả, bất kỳ, một số, "
    "chỉ, trừ, ngoại trừ, ít nhất, nhiều nhất, hai, ba, bốn, năm, mười",
    "id": "tidak, bukan, jangan, tak, wajib, harus, dapat, boleh, dilarang, semua, seluruh, setiap, tiap, "
    "beberapa, hanya, kecuali, paling sedikit, paling banyak, dua, tiga, empat, lima, enam, tujuh, "
    "delapan, sembilan, sepuluh",
}
INSIDE = {
    "en": r"n['’]t(?!\p{L})",
    "fr": r"(?<!\p{L})n['’](?=\p{L})|(?<=\p{L}['’])(?:aucune?|un seul)(?!\p{L})",
    "ko": r"않|아니|못하|없|(?<!\p{L})(?:안|못)(?=\s)|하여야|해야|어야|아야|되어야|할\s?수|될\s?수|수\s있|지\s?말|금지|의무|모든|모두|각각|누구나|"
    r"누구든지|어떤|일부|오직|오로지|만을|만이|제외|다만|이상|이하|초과|미만|최소|최대|다섯|여섯|일곱|여덟|아홉|열(?=\s)",
    "tr": r"m[ae]mal[ıi]|m[ae]mel[ıi]|m[ae]z(?:lar|ler)?(?!\p{L})|m[ae]y[ae]cak|m[ae]yecek|m[ae]l[ıi]d[ıi]r|"
    r"m[ae]l[ıi](?!\p{L})|[ae]m[ae]z|[ae]bilir(?=\s*(?:[.;,:]|$))",
    "zh": "不得|不应|不應|不可|不能|不会|不會|不须|不|没有|沒有|未|无|無|非|勿|禁止|必须|必須|应当|應當|应该|應該|应|應|须|須|可以|得以|能够|能夠|可|义务|義務|所有|"
    "全部|一切|任何|每|各|都|均|某些|部分|仅|僅|只|除外|除非|除了|至少|至多|最多|不超过|以上|以下|[二两三四五六七八九十百千万亿半]",
    "ja": "ない|ません|ず(?=、|に)|ねばならない|なければならない|なければなりません|べき|ことができる|ことができます|できる|できない|得る|禁止|義務|すべて|全て|全ての|あらゆる|"
    "いかなる|各|一部|のみ|だけ|しか|除き|除く|限り|以上|以下|未満|少なくとも|[二三四五六七八九十百千万半]",
    "th": "ไม่|มิได้|มิให้|มิอาจ|มิใช่|ห้าม|ต้อง|ควร|อาจ|สามารถ|ทุก|ทั้งหมด|ทั้งปวง|แต่ละ|ใดๆ|บาง|เท่านั้น|"
    "เพียง|เว้นแต่|ยกเว้น|นอกจาก|อย่างน้อย|อย่างมาก|ไม่เกิน|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|"
    "ร้อย|พัน|ครึ่ง",
    "lo": "ບໍ່|ຫ້າມ|ຕ້ອງ|ຄວນ|ອາດ|ສາມາດ|ທຸກ|ທັງໝົດ|ແຕ່ລະ|ເທົ່ານັ້ນ|ຍົກເວັ້ນ|ຢ່າງໜ້ອຍ|ສອງ|ສາມ|ສີ່|ຫ້າ",
    "km": "មិន|ហាម|ត្រូវ|គួរ|អាច|ទាំងអស់|គ្រប់|ណាមួយ|តែ|លើកលែង|យ៉ាងតិច|ពីរ|បី|បួន|ប្រាំ|ដប់",
    "my": r"မ(?=\p{L})|မရ|ရမည်|သင့်|နိုင်|အားလုံး|တိုင်း|သာ|မှလွဲ|အနည်းဆုံး|နှစ်ခု|သုံး|လေး|ငါး|ဆယ်",
    "sw": r"(?<!\p{L})(?:ha(?:i|u|ta|tu|wa|ku|ki|zi|ya|li)\p{L}{3,})",
    "am": r"(?<!\p{L})አይ\p{L}+ም(?!\p{L})",
}
NEUTRAL = {
    "zh": "可负担|可負擔|可持续|可持續|可再生|可获得|可获取|可利用|可理解|可支付|可行|可用|可信|可靠|可及|可见|许可|許可|认可|認可|适应|適應|供应|供應|反应|反應|响应|響應|"
    "相应|相應|回应|回應|应对|應對|效应|应用|應用|应急|應急|无障碍|無障礙|无家可归|无歧视|無歧視|无差别|不同|不断|不斷|不仅|不僅|不但|不论|不論|不管|不少|非政府|非常|"
    "非正规|非洲|首都|都市|都会|都會|每年|各种|各種|各地|未来|未來|未成年|平均|部分地区|只要|十分|百姓|三角",
    "ja": "各地|各種|少ない|都市|十分|千葉|四国|四季|九州|二酸化|再生可能|三者",
    "ko": "이상적|이상향|없애|없이|없는|의무교육|끊임없",
    "th": "ห้าง|ร้อยเอ็ด|ร้อยละ|เรียบร้อย|พันธ|สามัญ|สามัคคี|อาจารย์|บางกอก|เพียงพอ|พอเพียง|สองแถว|เก้าอี้|"
    "สมควร",
}
AND = frozenset(
    ("and y e i et und en na eta ve και и і oraz و ו và dan şi și da და և 및 와 과 그리고 और तथा এবং และ 和 及 與 与 と 並びに እና").split(" ")
)
OR = frozenset(
    ("or o u ou oder of au edo veya ya ή или або lub أو او או hoặc atau sau ან կամ 또는 혹은 या वा বা অথবা หรือ 或 または 又は ወይም").split(" ")
)
PREFIX = {"ar": "[وفبلك]{0,2}(?:ال)?", "he": "[ושהכלבמ]{0,3}"}
NUMBER = r"\p{N}+(?:[.,:/٫٬]\p{N}+)*|(?<![\p{L}\p{N}])(?-i:[IVXLC]{2,})(?![\p{L}\p{N}])"


def critical_words(text: str, language: str | None = None) -> Counter[str]:
    """The critical words of a text and how often each occurs. An unknown language is read with all lists at once."""
    found = expression(base_language(language)).finditer(text)
    return Counter(match.group().casefold() for match in found if match.lastgroup != "neutral")


def swaps_and_or(old: str, new: str) -> bool:
    """True if an edit does nothing but turn "and" into "or", or the other way round."""
    before, after = old.strip().casefold(), new.strip().casefold()
    return (before in AND and after in OR) or (before in OR and after in AND)


def base_language(language: str | None) -> str | None:
    short = (language or "").replace("_", "-").split("-")[0].lower()
    return short if short in WORDS or short in INSIDE else None


@cache
def expression(language: str | None) -> regex.Pattern[str]:
    languages = [language] if language else sorted({*WORDS, *INSIDE})
    neutral = [NEUTRAL[each] for each in languages if each in NEUTRAL]
    parts = [f"(?P<neutral>{'|'.join(neutral)})"] if neutral else []
    parts.append(NUMBER)
    parts += [whole_words(each) for each in languages if each in WORDS]
    parts += [INSIDE[each] for each in languages if each in INSIDE]
    return regex.compile("|".join(parts), regex.IGNORECASE)


def whole_words(language: str) -> str:
    phrases = sorted((phrase.strip() for phrase in WORDS[language].split(",")), key=lambda phrase: (-len(phrase), phrase))
    listed = "|".join(regex.escape(phrase, literal_spaces=True).replace(" ", r"\s+") for phrase in phrases if phrase)
    return rf"(?<![\p{{L}}\p{{M}}]){PREFIX.get(language, '')}(?:{listed})(?![\p{{L}}\p{{M}}])"
