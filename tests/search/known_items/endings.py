"""Other forms of a word by the commonest endings of its language.

Each language has groups of rules, a pattern and what may stand in its place. The first group
that fits is taken and one of its forms chosen. A form need not be in any dictionary, as long as
someone who inflects by rule would write it.
"""

import re
from random import Random

_HINDI = (
    ((r"(ियों|ियाँ|ियां)$", "ी"),),
    ((r"(ाओं|ाएँ|ाएं)$", "ा"),),
    ((r"ओं$", ""),),
    ((r"(?<=..)ों$", ""), (r"ों$", "ा")),
    ((r"ें$", "ना"), (r"ें$", "ने")),
    ((r"(?<=..)कर$", "ना"), (r"(?<=..)कर$", "ते")),
    ((r"ाया$", "ाए"), (r"ाया$", "ाना")),
    ((r"(?<!र्)त[ाेी]$", "ना"), (r"ता$", "ते"), (r"ते$", "ता"), (r"ती$", "ते")),
    ((r"ना$", "ने"), (r"ना$", "ता"), (r"ना$", "ते")),
    ((r"ने$", "ना"),),
    ((r"े$", "ा"), (r"े$", "ों")),
    ((r"ा$", "े"), (r"ा$", "ों")),
    ((r"[िी]$", "ियाँ"), (r"[िी]$", "ियों")),
    ((r"[ुू]$", "ुओं"),),
    ((r"$", "ों"), (r"$", "ें")),
)
_BENGALI = (
    ((r"(গুলি|গুলো)(র|কে|তে)?$", ""), (r"(গুলি|গুলো)(র|কে|তে)?$", "টি")),
    ((r"(দের|েরা)$", ""),),
    ((r"(?<=[ক-হ])ের$", ""), (r"(?<=[ক-হ])ের$", "কে")),
    ((r"ুন$", "া"), (r"ুন$", "ে"), (r"ুন$", "তে")),
    ((r"(?<=.{3})(টি|টা|কে)$", ""), (r"(?<=.{3})(টি|টা|কে)$", "গুলি")),
    ((r"টিতে$", ""), (r"টিতে$", "টি")),
    tuple((r"(?<=[ই-ঔা-ৌ])$", ending) for ending in ("র", "কে", "গুলি", "টি", "তে")),
    tuple((r"$", ending) for ending in ("ের", "কে", "গুলি", "টি", "ে")),
)
_NEPALI_CASES = ("लाई", "को", "ले", "मा", "बाट")
_NEPALI = (
    ((r"हरू.*$", ""), (r"हरू.*$", "को")),
    ((r"नुहोस्$", "नु"), (r"नुहोस्$", "ने")),
    ((r"नु$", "ने"), (r"नु$", "नुहोस्")),
    tuple((r"(?<=.{2})(लाई|को|का|ले|मा|बाट)$", ending) for ending in ("", "हरू", "लाई")),
    tuple((r"$", ending) for ending in ("हरू", *_NEPALI_CASES)),
)
_TAMIL = (
    ((r"க்கும்$", "க்கு"),),
    ((r"[யவ]ும்$", ""), (r"([ளனலரழ])ும்$", r"\1்")),
    ((r"ங்கள்$", "ம்"), (r"ங்கள்$", "ங்களில்"), (r"ங்கள்$", "ங்களை")),
    ((r"த்தி(ல்|ன்)$", "ம்"), (r"த்தை$", "ம்")),
    ((r"யில்$", ""), (r"யை$", "")),
    ((r"(?<=ள)(ில்|ை|ின்)$", "்"),),
    ((r"ில்$", "ு"), (r"ில்$", "ை")),
    ((r"ம்$", "ங்கள்"), (r"ம்$", "த்தில்"), (r"ம்$", "த்தை")),
    tuple((r"(?<=[ளனலரழ])்$", ending) for ending in ("ில்", "ை", "ுக்கு")),
    tuple((r"ு$", ending) for ending in ("ில்", "ை", "ுகள்")),
    tuple((r"(?<=[ிீைே])$", ending) for ending in ("யில்", "யை", "கள்")),
    tuple((r"(?<=[ாூொோ])$", ending) for ending in ("வில்", "வை", "க்கள்")),
    ((r"$", "ில்"), (r"$", "ை")),
)
_ACTIVE = (
    (r"^(?=[bf])", "mem"),
    (r"^p", "mem"),
    (r"^(?=[cdj])", "men"),
    (r"^t", "men"),
    (r"^s", "meny"),
    (r"^k", "meng"),
    (r"^(?=[aiueogh])", "meng"),
    (r"^(?=[lmnrwy])", "me"),
)
_INDONESIAN = (
    ((r"nya$", ""),),
    ((r"^di(?=\w{5})", ""),),
    ((r"^mem(?=[bf])", "di"), (r"^men(?=[cdj])", "di"), (r"^meng(?=[aiueogh])", "di")),
    ((r"(?<=\w{5})kan$", ""), (r"(?<=\w{5})kan$", "kannya")),
    ((r"^((?:ke|pe|se|ber|ter|me).*)$", r"\1nya"),),
    ((r"$", "nya"), (r"$", "kan"), (r"^", "di"), *_ACTIVE),
)
_ARABIC = (
    ((r"^[وبكف]ال", "ال"), (r"^[وبكف]ال", "")),
    ((r"^لل", "ال"), (r"^لل", "")),
    ((r"^ال", ""), (r"^ال", "وال"), (r"^ال", "بال"), (r"^ال", "لل")),
    ((r"ات$", "ة"), (r"^", "ال")),
    ((r"ة$", "ات"), (r"^", "ال"), (r"^", "و")),
    ((r"(?<=..)(ين|ون)$", ""), (r"^", "ال")),
    ((r"^", "ال"), (r"^", "و"), (r"$", "ات"), (r"$", "ين")),
)
_URDU = (
    ((r"(یوں|یاں)$", "ی"),),
    ((r"(?<=...)وں$", ""), (r"وں$", "ہ")),
    ((r"یں$", ""), (r"یں$", "نا")),
    ((r"نا$", "نے"), (r"نا$", "تا"), (r"نا$", "تے")),
    ((r"نے$", "نا"),),
    ((r"ے$", "ا"), (r"ے$", "وں")),
    ((r"[اہ]$", "ے"), (r"[اہ]$", "وں")),
    ((r"ی$", "یاں"), (r"ی$", "یوں")),
    ((r"$", "وں"), (r"$", "یں")),
)
_FRENCH = (
    ((r"eaux$", "eau"),),
    ((r"aux$", "al"),),
    ((r"[sx]$", ""),),
    ((r"er$", "ez"), (r"er$", "é"), (r"er$", "ent")),
    ((r"ez$", "er"), (r"ez$", "és")),
    ((r"é$", "és"), (r"é$", "ée"), (r"é$", "er")),
    ((r"al$", "aux"), (r"al$", "ale")),
    ((r"$", "s"), (r"(?<!e)$", "es"), (r"(?<=e)$", "ment")),
)
# No word changes in these, but others stand close to it: Burmese particles, Thai words that make
# nouns of verbs, Chinese ones that make a word describe another.
_BURMESE = (tuple((r"$", particle) for particle in ("များ", "၏", "ကို", "တွင်", "မှ", "သည်")),)
_THAI = (((r"^", "การ"), (r"^", "ความ"), (r"$", "นี้")),)
_CHINESE = (((r"$", "的"), (r"$", "性"), (r"$", "时")),)

_RULES = {
    "hi": _HINDI,
    "bn": _BENGALI,
    "ne": _NEPALI,
    "ta": _TAMIL,
    "th": _THAI,
    "my": _BURMESE,
    "id": _INDONESIAN,
    "ar": _ARABIC,
    "ur": _URDU,
    "fr": _FRENCH,
    "zh": _CHINESE,
}


def inflected(word: str, language: str, chance: Random) -> str:
    """Return another form of `word`, never the word itself and never less than two letters."""
    for group in _RULES[language]:
        forms = [re.sub(pattern, form, word, count=1) for pattern, form in group]
        others = [form for form in forms if form != word and len(form) > 1]
        if others:
            return chance.choice(others)
    raise ValueError(f"no rule of {language} fits {word}")
