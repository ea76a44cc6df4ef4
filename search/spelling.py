"""Another spelling to offer where no entry has a word as the reader wrote it."""

from math import log10

from django.db.models import Value

from .analysis import analyse
from .engines.base import QueryWord
from .holding import AnsweringEntry
from .models import Entry
from .parsing import clean
from .skeletons import resemblance
from .vocabulary import KnownWord

_MOST_CORRECTED = 2
_MOST_CONSIDERED = 4
_COUNTED = 1_000
# A word ten times as frequent may be so much less alike: people misspell what they use.
_TENFOLD = 0.05
_LOOKED_THROUGH = 20_000


def suggestion(text: str, language: str, unknown: dict[str, list[KnownWord]], engine) -> str | None:
    """Return `text` with unknown words put right, None where nothing better is known.

    `unknown` is that of `forgiving.Widened`. Only words of entries that readers may see are
    offered, as these write them.
    """
    likely = {exact: meant for exact, meant in unknown.items() if meant}
    considered = dict(list(likely.items())[:_MOST_CORRECTED])
    if not considered:
        return None
    ranked = _ranked(considered, engine)
    corrected = {exact: _as_written(words) for exact, words in ranked.items()}
    text = clean(text)
    parts, end = [], 0
    for token in analyse(text, language):
        if word := corrected.get(token.exact):
            parts += [text[end : token.start], word]
            end = token.end
    return "".join([*parts, text[end:]]) if parts else None


def _ranked(unknown, engine):
    """Return the forms that each word may have meant, the likeliest first."""
    forms = {
        exact: list(dict.fromkeys(known.exact for known in meant))[:_MOST_CONSIDERED]
        for exact, meant in unknown.items()
    }
    words = [QueryWord(form) for each in forms.values() for form in each]
    counts = dict(zip(words, engine.frequencies(words, _COUNTED), strict=True))

    def likelihood(exact, form):
        return resemblance(exact, form) + _TENFOLD * log10(1 + counts[QueryWord(form)])

    return {
        exact: sorted(each, key=lambda form: -likelihood(exact, form))
        for exact, each in forms.items()
    }


def _as_written(forms):
    """Return the first of the folded words that readers may see, as an entry writes it."""
    for form in forms:
        found = Entry.objects.filter(pk=AnsweringEntry(Value(form)))
        entry = found.select_related("text").first()
        if entry:
            return _found_in(entry, form)
    return None


def _found_in(entry, form):
    text = f"{entry.title}\n{entry.summary}\n{entry.text.body[:_LOOKED_THROUGH]}"
    for token in analyse(text, entry.language):
        if token.exact == form:
            word = text[token.start : token.end]
            return word if word.isupper() else word.lower()
    return form
