"""Finding the terms of the glossary in texts that are to be translated."""

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from core.languages import SOURCE_LANGUAGE
from core.lines import lines_of
from translations.models import GlossaryEntry

from .matching import UNSPACED, is_within, key_of_form, plain, stands_at, words_of


class Hit(NamedTuple):
    """A term that stands in a text, and what the glossary says of it."""

    term: str
    preferred: tuple[str, ...]
    discouraged: tuple[str, ...]
    note: str
    domain: str


def hits(
    source_texts: Iterable[str], language: str, source_language: str = SOURCE_LANGUAGE
) -> dict[str, list[Hit]]:
    """Return {text: what the glossary has for it in `language`}, in the order of the text.

    Texts are passages with their markup, languages codes. A term within a longer one that stands
    there too is left out. Costs one query, whatever the number of texts.
    """
    texts = dict.fromkeys(source_texts)
    entries = list(GlossaryEntry.objects.filter(source_language=source_language, language=language))
    if source_language in UNSPACED:
        return {text: _within(plain(text), entries) for text in texts}
    by_key = defaultdict(list)
    for entry in entries:
        if words := words_of(entry.term):
            by_key[key_of_form(words[0], source_language)].append((words, entry))
    return {text: _standing_in(text, by_key, source_language) for text in texts}


def _within(text, entries):
    found = [entry for entry in entries if is_within(entry.term, text)]
    return [
        _hit(entry)
        for entry in found
        if not any(entry is not other and is_within(entry.term, other.term) for other in found)
    ]


def _standing_in(text, by_key, language):
    words = words_of(plain(text))
    kept, start = {}, 0
    while start < len(words):
        here = [
            (len(term), entry)
            for term, entry in by_key.get(key_of_form(words[start], language), ())
            if stands_at(start, term, words, language)
        ]
        # What begins within the longest one is a part of it, or shares a word with it.
        length, entry = max(here, key=itemgetter(0), default=(1, None))
        if entry:
            kept[entry.pk] = entry
        start += length
    return [_hit(entry) for entry in kept.values()]


def _hit(entry):
    return Hit(
        entry.term,
        tuple(lines_of(entry.preferred)),
        tuple(lines_of(entry.discouraged)),
        entry.note,
        entry.domain,
    )
