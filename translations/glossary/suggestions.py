"""Finding the terms of the glossary in texts that are to be translated."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from core.languages import SOURCE_LANGUAGE
from translations.models import GlossaryEntry
from translations.models.glossary_entry import lines_of

from .matching import UNSPACED, is_within, opening_of, places_of, plain, words_of


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
    by_opening = defaultdict(list)
    for entry in entries:
        if words := words_of(entry.term):
            by_opening[opening_of(words[0])].append((words, entry))
    return {text: _standing_in(text, by_opening, source_language) for text in texts}


def _within(text, entries):
    found = [entry for entry in entries if is_within(entry.term, text)]
    return [
        _hit(entry)
        for entry in found
        if not any(entry is not other and is_within(entry.term, other.term) for other in found)
    ]


def _standing_in(text, by_opening, source_language):
    words = words_of(plain(text))
    candidates = [
        each for opening in {opening_of(word) for word in words} for each in by_opening[opening]
    ]
    places = [
        (place, entry)
        for term, entry in candidates
        for place in places_of(term, words, source_language)
    ]
    places.sort(key=lambda found: (found[0].start, -len(found[0])))
    kept, end = {}, 0
    for place, entry in places:
        # What begins before the last one ends is a part of it, or shares a word with it.
        if place.start >= end:
            kept[entry.pk] = entry
            end = place.stop
    return [_hit(entry) for entry in kept.values()]


def _hit(entry):
    return Hit(
        entry.term,
        tuple(lines_of(entry.preferred)),
        tuple(lines_of(entry.discouraged)),
        entry.note,
        entry.domain,
    )
