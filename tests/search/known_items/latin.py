"""Words of Indic scripts and of Urdu as people type them in Latin letters.

Written apart from the hub's own transliteration, by the habits of phones and chats: see
`letters`. The same seed gives the same spelling.
"""

import re
import unicodedata
from random import Random

from .letters import BENGALI, DEVANAGARI, TAMIL, URDU

_SCRIPTS = {"hi": DEVANAGARI, "ne": DEVANAGARI, "bn": BENGALI, "ta": TAMIL}
INDIC = tuple(_SCRIPTS)
LANGUAGES = (*INDIC, "ur")
# Readers of these languages mostly leave an inherent vowel between two others out.
_DROPS_INNER = {"hi": 0.9, "ne": 0.5}
_KEEPS_FINAL = {"ta"}


def in_latin_letters(word: str, language: str, chance: Random) -> str:
    """Return `word` in Latin letters; `language` is one of LANGUAGES, else KeyError is raised."""
    if language == "ur":
        return _urdu(unicodedata.normalize("NFC", word), chance)
    script = _SCRIPTS[language]
    sounds = _sounds(unicodedata.normalize("NFC", word), script, chance)
    sounds = _without_silent(sounds, language, chance)
    typed = "".join(consonant + vowel for consonant, vowel, _ in sounds)
    return re.sub("n(?=[pbm])", "m", typed) if chance.random() < 0.5 else typed


def _sounds(word, script, chance):
    """Return [consonants, vowel, whether the vowel is inherent] of `word`, syllable by syllable."""
    sounds = []
    at = 0
    while at < len(word):
        piece = _longest(word, at, script)
        at += len(piece)
        if piece in script["clusters"] or piece in script["consonants"]:
            consonant = chance.choice(_choices(piece, script, word[: at - len(piece)], word[at:]))
            if word.startswith(script["virama"], at) and not _joins(word, at, script):
                sounds.append([consonant, "", False])
                at += 1
            elif word[at : at + 1] in script["signs"]:
                sounds.append([consonant, chance.choice(script["signs"][word[at]]), False])
                at += 1
            elif _joins(word, at, script):
                sounds.append([consonant, "", False])
            else:
                sounds.append([consonant, chance.choice(script["inherent"]), True])
        else:
            typed = script["vowels"].get(piece) or script["marks"].get(piece) or ("",)
            sounds.append(["", chance.choice(typed), False])
    return sounds


def _joins(word, at, script):
    """Return whether a cluster of its own begins with the virama at this place."""
    return any(
        key[0] == script["virama"] and word.startswith(key, at) for key in script["clusters"]
    )


def _longest(word, at, script):
    known = (*script["clusters"], *script["consonants"])
    fitting = [key for key in known if word.startswith(key, at)]
    return max(fitting, key=len) if fitting else word[at]


def _choices(piece, script, before, after):
    """Return what a consonant may sound like; Tamil plosives are voiced but where they begin a
    word or stand doubled.
    """
    if piece in script["clusters"]:
        return script["clusters"][piece]
    virama = script["virama"]
    doubled = before.endswith(piece + virama) or after.startswith(virama + piece)
    if piece in script.get("voiced", {}) and before and not doubled:
        return script["voiced"][piece]
    return script["consonants"][piece]


def _without_silent(sounds, language, chance):
    """Drop the inherent vowel at the end of a word and, mostly, between two other syllables."""
    for at in range(len(sounds) - 1, 0, -1):
        _consonant, _vowel, is_inherent = sounds[at]
        if not is_inherent or not sounds[at - 1][1]:
            continue
        if at == len(sounds) - 1:
            is_silent = language not in _KEEPS_FINAL
        else:
            is_between = all(sounds[at + 1][:2])
            is_silent = is_between and chance.random() < _DROPS_INNER.get(language, 0.0)
        if is_silent:
            sounds[at][1] = ""
    return sounds


def _urdu(word, chance):
    typed = ""
    word = word.replace("ئی", "ی")
    for at, letter in enumerate(word):
        first, last = at == 0, at == len(word) - 1
        if letter == "و":
            typed += chance.choice("vw") if first else chance.choice(("o", "u", "oo"))
        elif letter in "یئ":
            typed += "y" if first else chance.choice(("i", "ee") if last else ("i", "e", "ee"))
        elif letter == "ے":
            typed += chance.choice(("e", "ay"))
        elif letter == "ہ" and last:
            typed += chance.choice(("a", "ah"))
        else:
            typed += _short_vowel(typed, letter, chance) + URDU.get(letter, "")
    return typed


def _short_vowel(typed, letter, chance):
    """Return the short vowel that is not written between two consonants."""
    if not typed or typed[-1] in "aeiou" or letter in "اآھعںء":
        return ""
    return chance.choice(("a", "a", "i", "u"))
