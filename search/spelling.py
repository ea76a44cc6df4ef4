"""Another spelling to offer where no entry has a word as the reader wrote it."""

from collections.abc import Iterable
from math import log10

from django.db.models import Value

from .analysis import analyse, script_of
from .forgiving import MEANT, scripts_of
from .holding import AnsweringEntry
from .models import Entry
from .parsing import clean
from .skeletons import resemblance
from .vocabulary import KnownWord

_MOST_CORRECTED = 2
_MOST_CONSIDERED = 4
_MOST_LOOKED_AT = 3
# A word ten times as frequent may be so much less alike: people misspell what they use.
_TENFOLD = 0.05
_LOOKED_THROUGH = 20_000


def suggestion(
    text: str, language: str, unknown: dict[str, dict[KnownWord, int]], shown: Iterable[Entry]
) -> str | None:
    """Return `text` with unknown words put right, None where nothing better is known.

    `unknown` is that of `forgiving.Widened`. Only words of entries that readers may see are
    offered, in a script that they read, as these write them: the entries `shown`, which have
    their texts, or others, which takes a query.
    """
    likely = {
        exact: meant
        for exact, known in unknown.items()
        if (meant := _offered(exact, known, scripts_of(exact, language)))
    }
    considered = dict(list(likely.items())[:_MOST_CORRECTED])
    if not considered:
        return None
    first = list(shown)[:_MOST_LOOKED_AT]
    corrected = {
        exact: _as_written(_ranked(exact, known), first) for exact, known in considered.items()
    }
    text = clean(text)
    parts, end = [], 0
    for token in analyse(text, language):
        if word := corrected.get(token.exact):
            parts += [text[end : token.start], word]
            end = token.end
    return "".join([*parts, text[end:]]) if parts else None


def _offered(exact, known, scripts):
    return {
        word: count
        for word, count in known.items()
        if script_of(word.exact[0]) in scripts and resemblance(exact, word.exact) >= MEANT
    }


def _ranked(exact, known):
    """Return the forms that a word may have meant, the likeliest first."""
    forms = {}
    for word, count in known.items():
        forms[word.exact] = max(count, forms.get(word.exact, 0))

    def likelihood(form):
        return resemblance(exact, form) + _TENFOLD * log10(1 + forms[form])

    return sorted(list(forms)[:_MOST_CONSIDERED], key=likelihood, reverse=True)


def _as_written(forms, shown):
    """Return the first of the folded words that readers may see, as an entry writes it."""
    for form in forms:
        for entry in shown:
            if word := _found_in(entry, form):
                return word
        found = Entry.objects.filter(pk=AnsweringEntry(Value(form)))
        if entry := found.select_related("text").first():
            return _found_in(entry, form) or form
    return None


def _found_in(entry, form):
    text = f"{entry.title}\n{entry.summary}\n{entry.text.body[:_LOOKED_THROUGH]}"
    for token in analyse(text, entry.language):
        if token.exact == form:
            word = text[token.start : token.end]
            return word if word.isupper() else word.lower()
    return None
