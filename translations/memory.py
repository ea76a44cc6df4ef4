"""Translation memory: what was translated before, for passages that are the same or resemble it.

Every passage that wagtail-localize keeps gets a few numbers, made so that two passages share the
more of them the more words they share (minhash with bands: A. Broder, "On the resemblance and
containment of documents", 1997). So one query finds candidates among any number of passages, and
only these are compared word by word.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple
from uuid import uuid5

from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_save
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringTranslation

from .glossary.matching import UNSPACED, plain, words_of
from .models import MemoryKey

EXACT = 100
LEAST_SCORE = 60
MOST_MATCHES = 3
# With so many, passages that share half of their words have a number in common at four of five.
_BANDS, _ROWS = 12, 3
_MOST_CANDIDATES = 8
_MOST_ROWS = 20_000
_PRIME = (1 << 61) - 1
_SHINGLE = 3


class Match(NamedTuple):
    """A translation made before: its text, how alike the sources are (100: the same), the source
    that it translates, and the title of the page where it stands, "" for a term.
    """

    text: str
    score: int
    source: str
    where: str


def matches(
    source_texts: Iterable[str], source_locale: Locale, locale: Locale
) -> dict[str, list[Match]]:
    """Return {text: translations of it or of texts like it, the best first}.

    Drafts of machines are left out until a person has accepted them, and so are translations
    whose source has changed since. Costs three queries, whatever the number of texts.
    """
    texts = list(dict.fromkeys(source_texts))
    near = _candidates(texts, source_locale, locale)
    same = {uuid5(String.UUID_NAMESPACE, text): text for text in texts}
    rows = _translations(source_locale, locale).filter(
        Q(translation_of__in={each for found in near.values() for each in found})
        | Q(translation_of__data_hash__in=same)
    )
    by_string = defaultdict(list)
    for row in rows.select_related("translation_of", "context").order_by("-updated_at"):
        by_string[row.translation_of_id].append(row)
        if text := same.get(row.translation_of.data_hash):
            near[text].setdefault(row.translation_of_id)
    titles = _titles([row for found in by_string.values() for row in found], locale)
    return {
        text: _best(text, [row for each in near[text] for row in by_string[each]], titles)
        for text in texts
    }


def keys_of(text: str, language: str) -> list[int]:
    """Return the numbers of a passage in a language (a code); none for one without a word."""
    words = {word.form for word in words_of(plain(text))}
    if language in UNSPACED:
        joined = "".join(word.form for word in words_of(plain(text)))
        words = {joined[start : start + _SHINGLE] for start in range(len(joined))}
    hashes = [_number(word) for word in words]
    if not hashes:
        return []
    least = [
        min((each * factor + offset) % _PRIME for each in hashes)
        for factor, offset in _PERMUTATIONS
    ]
    return [
        _number(f"{band}:{least[band * _ROWS : (band + 1) * _ROWS]}") - (1 << 63)
        for band in range(_BANDS)
    ]


def remember(strings: Iterable[String]) -> None:
    """Keep the numbers of passages that have none yet, given with their `locale`."""
    MemoryKey.objects.bulk_create(
        [
            MemoryKey(string_id=string.pk, value=value)
            for string in strings
            for value in keys_of(string.data, string.locale.language_code)
        ],
        batch_size=1000,
    )


def connect():
    """Remember every passage that wagtail-localize keeps from now on."""
    post_save.connect(_on_string_saved, sender=String)


def _on_string_saved(instance, created, raw=False, **kwargs):
    if created and not raw:
        remember([instance])


def _number(text):
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


_PERMUTATIONS = [
    (_number(f"factor {each}") % _PRIME or 1, _number(f"offset {each}") % _PRIME)
    for each in range(_BANDS * _ROWS)
]


def _translations(source_locale, locale):
    return StringTranslation.objects.filter(
        translation_of__locale=source_locale,
        locale=locale,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        has_error=False,
        carried_over=None,
    )


def _candidates(texts, source_locale, locale):
    """Return {text: {key of a string: None}} of the strings that share most numbers with it."""
    wanted = {text: keys_of(text, source_locale.language_code) for text in texts}
    translated = _translations(source_locale, locale).filter(translation_of=OuterRef("string"))
    shared = MemoryKey.objects.filter(
        Exists(translated), value__in={value for values in wanted.values() for value in values}
    )
    strings = defaultdict(list)
    for value, string in shared.values_list("value", "string_id")[:_MOST_ROWS]:
        strings[value].append(string)
    return {
        text: dict.fromkeys(
            string
            for string, _count in Counter(
                string for value in values for string in strings[value]
            ).most_common(_MOST_CANDIDATES)
        )
        for text, values in wanted.items()
    }


def _titles(rows, locale):
    keys = {row.context.object_id for row in rows if row.context}
    pages = Page.objects.filter(translation_key__in=keys, locale=locale)
    return dict(pages.values_list("translation_key", "title"))


def _best(text, rows, titles):
    words = [word.form for word in words_of(plain(text))]
    compare = SequenceMatcher(autojunk=False)
    compare.set_seq2(words)
    found = {}
    for row in rows:
        score = _score(text, row.translation_of.data, compare)
        where = titles.get(row.context.object_id, "") if row.context else ""
        match = Match(row.data, score, row.translation_of.data, where)
        if score >= LEAST_SCORE and score > getattr(found.get(row.data), "score", 0):
            found[row.data] = match
    return sorted(found.values(), key=lambda match: -match.score)[:MOST_MATCHES]


def _score(text, other, compare):
    if text == other:
        return EXACT
    compare.set_seq1([word.form for word in words_of(plain(other))])
    return min(EXACT - 1, round(EXACT * compare.ratio()))
