"""Which words stand alone in scripts without spaces, and which may be parts of a longer one.

A dictionary that cuts such text takes compounds apart: Thai “study” is found in “education”,
Chinese “hand” in “mobile phone”. Where a word ends is certain only beside a gap and beside a word
that carries nothing but grammar, which enters no compounds.
"""

from .normalise import fold

# A character of private use, so that a word marked as standing alone is like no other.
ALONE_MARK = "\ue002"

# By script: what joins clauses and names (prepositions, conjunctions), what modifies verbs
# (negation, tense, mood), copulas, what points (demonstratives, personal pronouns), and politeness.
_GRAMMAR = {
    "thai": (
        "ที่ ซึ่ง อัน ว่า และ หรือ แต่ ก็ จึง เพราะ เพื่อ ถ้า หาก เมื่อ ขณะ แม้ กับ ของ ใน จาก ถึง สู่ ต่อ "
        "แก่ แด่ โดย ด้วย สำหรับ ตาม ระหว่าง ตั้งแต่ จน ณ ไม่ มิ จะ ได้ เคย กำลัง ยัง แล้ว อยู่ ต้อง ควร "
        "อาจ คง ถูก ให้ ไป มา คือ เป็น มี นี้ นั้น นี่ นั่น ผม ฉัน เรา คุณ เขา เธอ มัน พวก ท่าน ครับ ค่ะ คะ นะ"
    ),
    "lao": (
        "ທີ່ ຊຶ່ງ ວ່າ ແລະ ຫຼື ຫລື ແຕ່ ກໍ ກໍ່ ຈຶ່ງ ເພາະ ເພື່ອ ຖ້າ ເມື່ອ ກັບ ຂອງ ໃນ ຈາກ ເຖິງ ສູ່ ຕໍ່ ແກ່ ໂດຍ "
        "ດ້ວຍ ສຳລັບ ຕາມ ລະຫວ່າງ ຕັ້ງແຕ່ ຈົນ ບໍ່ ຈະ ໄດ້ ເຄີຍ ກຳລັງ ຍັງ ແລ້ວ ຢູ່ ຕ້ອງ ຄວນ ອາດ ຖືກ ໃຫ້ ໄປ ມາ "
        "ຄື ແມ່ນ ເປັນ ມີ ນີ້ ນັ້ນ ຂ້ອຍ ເຮົາ ເຂົາ ທ່ານ ມັນ ພວກ"
    ),
    "khmer": (
        "ដែល ថា និង ឬ ប៉ុន្តែ ក៏ ព្រោះ ដើម្បី បើ ជាមួយ របស់ នៃ ក្នុង ពី ដល់ ទៅ មក ចំពោះ ដោយ សម្រាប់ តាម "
        "រវាង មិន នឹង បាន កំពុង នៅ ហើយ ត្រូវ គួរ អាច ឲ្យ ឱ្យ គឺ ជា មាន នេះ នោះ ខ្ញុំ យើង គាត់ ពួក"
    ),
    "myanmar": (
        "က ကို မှ မှာ တွင် ၌ နှင့် နဲ့ ၏ ရဲ့ သည် တယ် သော တဲ့ များ တွေ သို့ လည်း ပါ မည် ခဲ့ ဖြင့် အတွက် ရန် ဖို့ ပြီး ၍ ဟု လို့ ဤ ဒီ ထို"
    ),
    "han": (
        "的 了 是 在 和 与 與 及 或 也 都 就 而 但 但是 将 將 会 會 能 可以 被 把 对 對 从 從 到 "
        "由 于 於 以 为 為 有 没有 沒有 不 这 這 那 这些 這些 那些 我 你 他 她 它 我们 我們 你们 "
        "你們 他们 他們 她们 它们 并 並 因为 因為 所以 如果 向 等 之 其 我的 他的 她的"
    ),
}
_GRAMMAR_WORDS = {
    script: frozenset(fold(word) for word in words.split()) for script, words in _GRAMMAR.items()
}
SCRIPTS = frozenset(_GRAMMAR)


def may_join(word: str, script: str) -> bool:
    """Return whether a folded word may be part of another in a text of `script`, of SCRIPTS."""
    return not word.isascii() and word not in _GRAMMAR_WORDS[script]


def alone(word: str, script: str) -> str:
    """Return as what a folded word is stored that stands alone, "" if `script` has spaces."""
    return ALONE_MARK + word if script in SCRIPTS else ""


def standing_alone(words: list[str]) -> list[str]:
    """Return, each once, the words of a text that stand alone.

    `words` are in order all that may join others, with "" for what is between them.
    """
    sides = zip(["", *words], words, [*words[1:], ""], strict=False)
    found = (word for before, word, after in sides if word and not before and not after)
    return list(dict.fromkeys(found))
