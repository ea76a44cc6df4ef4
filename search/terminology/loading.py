"""Bringing term lists into the vocabulary, all of them or none."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import transaction
from wagtail.models import Locale

from core.lines import lines_of
from search import synonyms
from search.expressions import key_of
from search.models import SearchTerm

from .reading import Pair

# Makes the same concept of the same expression, however often and from however many files.
_NAMESPACE = UUID("5f0c1f0e-3f0b-5d6c-9a52-6b1f7a1c2e55")
_CHUNK = 500


@dataclass
class Result:
    """How many terms were made, added to, were as they should be, or left as an editor has them."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0


def load(pairs: list[Pair]) -> Result:
    """Bring `pairs` into the vocabulary; raises DatabaseError, having written nothing.

    An expression that the vocabulary has already stands for the concept that it has there.
    Terms that were loaded before get what they lack; those that an editor has made or changed
    stay as they are.
    """
    with transaction.atomic():
        wanted = _wanted(pairs)
        there = _terms(key for key, _language in wanted)
        result = _write(wanted, there)
    synonyms.forget()
    return result


def _wanted(pairs):
    """Return {(concept, language): expressions}, each dictionary in the order of the pairs."""
    concepts = _concepts({pair.source_language for pair in pairs})
    wanted: dict[tuple[UUID, str], list[str]] = {}
    for pair in pairs:
        words = (pair.source_language, key_of(pair.source, pair.source_language))
        concept = concepts.setdefault(words, uuid5(_NAMESPACE, ":".join(words)))
        wanted.setdefault((concept, pair.source_language), []).append(pair.source)
        wanted.setdefault((concept, pair.target_language), []).append(pair.target)
        target_words = (pair.target_language, key_of(pair.target, pair.target_language))
        concepts.setdefault(target_words, concept)
    return wanted


def _concepts(languages):
    """Return {(language, words): concept} of what the vocabulary has, by name before others."""
    found: dict[tuple[str, str], UUID] = {}
    rows = SearchTerm.objects.filter(locale__language_code__in=languages).order_by("pk")
    rows = list(
        rows.values_list("translation_key", "locale__language_code", "name", "alternatives")
    )
    for concept, language, name, _others in rows:
        found.setdefault((language, key_of(name, language)), concept)
    for concept, language, _name, others in rows:
        for line in lines_of(others):
            found.setdefault((language, key_of(line, language)), concept)
    return found


def _terms(concepts):
    concepts = list(dict.fromkeys(concepts))
    terms = {}
    for start in range(0, len(concepts), _CHUNK):
        chunk = SearchTerm.objects.filter(translation_key__in=concepts[start : start + _CHUNK])
        for term in chunk.select_related("locale"):
            terms[term.translation_key, term.locale.language_code] = term
    return terms


def _write(wanted, there):
    result = Result()
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    new, changed = [], []
    for (concept, language), expressions in wanted.items():
        term = there.get((concept, language))
        if term is None:
            term = SearchTerm(translation_key=concept, locale=locales[language])
            term.name, *others = expressions
            term.add(others)
            new.append(_stamped(term))
        elif not term.lacking(expressions):
            result.unchanged += 1
        elif term.digest != term.loaded_digest:
            result.kept += 1
        else:
            term.add(expressions)
            changed.append(_stamped(term))
    SearchTerm.objects.bulk_create(new, batch_size=_CHUNK)
    fields = ["alternatives", "digest", "loaded_digest"]
    SearchTerm.objects.bulk_update(changed, fields, batch_size=_CHUNK)
    result.created, result.updated = len(new), len(changed)
    return result


def _stamped(term):
    term.digest = term.loaded_digest = term.content_digest()
    return term
