"""From a page's search record to the rows that search keeps of it."""

from dataclasses import dataclass, replace
from itertools import chain

from .alone import alone
from .analysis import script_for
from .beginnings import beginnings
from .bulk import insert_rows
from .engines import database_engine
from .engines.base import WordRow
from .lines import MOST_WORDS, words_of_lines
from .models import (
    Change,
    Entry,
    EntryFacet,
    EntryIdentifier,
    EntryPart,
    EntryText,
    FacetValue,
    TitleWord,
)
from .parsing import normalise_identifier
from .parts import parts_of

# A longer text is an accident or an attack; its beginning says what it is about.
LONGEST_BODY = 400_000
LONGEST_FIELD = 20_000

_CHILDREN = (EntryFacet, EntryIdentifier, EntryPart, EntryText, TitleWord)

# Of what there is most of, rows are tuples of these columns.
_COLUMNS = {
    EntryFacet: ("entry_id", "facet_value_id"),
    EntryIdentifier: ("entry_id", "value"),
    EntryText: ("entry_id", "body"),
    TitleWord: ("entry_id", "language", "inside", "beginning"),
}


@dataclass(frozen=True)
class PageRows:
    """The rows of one page; `texts` has by kind tuples of its _COLUMNS, all but facets."""

    entry: Entry
    texts: dict[type, list[tuple]]
    parts: list[EntryPart]
    words: WordRow


def rows_of_page(page, language: str) -> PageRows:
    """Return the rows of `page`, a specific page written in `language` (a code)."""
    record = page.get_search_record()
    body = _plain(record.body[:LONGEST_BODY])
    about = f"{record.summary[:LONGEST_FIELD]}\n{record.keywords[:LONGEST_FIELD]}"
    parts = parts_of(page.pk, record.parts, language, MOST_WORDS)
    texts = {
        EntryText: [(page.pk, " ".join(body.split()))],
        EntryIdentifier: _identifiers(page.pk, record),
        TitleWord: _title_words(page.pk, record.title, language),
    }
    words = word_row(page.pk, language, record.title, about, body)
    return PageRows(_entry(page, record, language), texts, parts.rows, _with_parts(words, parts))


def write(rows: list[PageRows], page_ids: list[int]) -> None:
    """Write `rows` to the site's database and forget whatever of `page_ids` has none.

    The caller holds a transaction, of which this is the last step.
    """
    entries = [page.entry for page in rows]
    kept = {entry.pk for entry in entries}
    _remove([page_id for page_id in page_ids if page_id not in kept])
    for kind in _CHILDREN:
        kind.objects.filter(entry_id__in=kept)._raw_delete(using="default")
    fields = [f.name for f in Entry._meta.concrete_fields if not f.primary_key]
    Entry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["page"], update_fields=fields
    )
    insert_rows(EntryFacet._meta.db_table, _COLUMNS[EntryFacet], _facets(entries))
    for kind in (EntryText, EntryIdentifier, TitleWord):
        children = chain.from_iterable(page.texts[kind] for page in rows)
        insert_rows(kind._meta.db_table, _COLUMNS[kind], children)
    parts = [part for page in rows for part in page.parts]
    EntryPart.objects.bulk_create(parts, batch_size=2000)
    database_engine().replace([page.words for page in rows])
    Change.objects.record(page_ids)


def forget(page_ids: list[int]) -> None:
    """Remove all rows of these pages from the site's database; the caller holds a transaction."""
    if page_ids:
        _remove(page_ids)
        Change.objects.record(page_ids)


def _remove(page_ids):
    if not page_ids:
        return
    for kind in _CHILDREN:
        kind.objects.filter(entry_id__in=page_ids)._raw_delete(using="default")
    Entry.objects.filter(pk__in=page_ids)._raw_delete(using="default")
    database_engine().delete(page_ids)


def _plain(text):
    return text.replace("\x00", " ")


def _entry(page, record, language):
    return Entry(
        page_id=page.pk,
        resource=resource_number(page.translation_key),
        language=language,
        type=record.type,
        outcome=record.outcome,
        year=record.year,
        sort_date=record.sort_date,
        is_illustrative=record.is_illustrative,
        expires_at=page.expire_at,
        title=_plain(record.title)[:255],
        filed=_filed(record),
        summary=_plain(record.summary)[:LONGEST_FIELD],
    )


def resource_number(translation_key) -> int:
    """Return the first 63 bits of a UUID, enough to tell resources apart."""
    return translation_key.int >> 65


def _filed(record):
    return {
        name: list(dict.fromkeys(value[:100] for value in values if value))
        for name, values in record.facets.items()
    }


def _facets(entries):
    """Return the facet rows of entries, making values that are new."""
    filing = [
        (entry.pk, name, value)
        for entry in entries
        for name, values in entry.filed.items()
        for value in values
    ]
    known = _facet_values()
    new = {(name, value) for _, name, value in filing} - known.keys()
    if new:
        values = [FacetValue(name=name, value=value) for name, value in sorted(new)]
        FacetValue.objects.bulk_create(values, ignore_conflicts=True)
        known = _facet_values()
    return [(page_id, known[name, value]) for page_id, name, value in filing]


def _facet_values():
    rows = FacetValue.objects.values_list("name", "value", "pk")
    return {(name, value): pk for name, value, pk in rows}


def _identifiers(page_id, record):
    values = dict.fromkeys(normalise_identifier(value)[:255] for value in record.identifiers)
    return [(page_id, value) for value in values if value]


def _with_parts(words, parts):
    if not parts.exact:
        return words
    return replace(
        words,
        attached=" ".join(parts.stems),
        exact=" ".join([words.exact, *parts.exact]),
        written=" ".join([words.written, *parts.written]),
    )


def _title_words(page_id, title, language):
    return [
        (page_id, language, place > 0, beginning)
        for place, beginning in enumerate(beginnings(title, language))
    ]


def word_row(entry_id: int, language: str, title: str, keywords: str, body: str) -> WordRow:
    """Return the words of three texts in `language` (a code) as engines store them."""
    stems, exact, written = zip(
        *(words_of_lines(text, language) for text in (title, keywords, body)), strict=True
    )
    # A title is about every one of its words, also about those that are parts of others.
    script = script_for(language)
    in_title = (alone(word, script) for word in exact[0].split())
    exact, written = (" ".join(filter(None, words)) for words in (exact, (*written, *in_title)))
    return WordRow(entry_id, *stems, exact=exact, written=written)
