"""From an object that editors search to the words that are kept of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Manager, Model, TextField
from wagtail.models import Locale
from wagtail.search.backends.base import get_model_root
from wagtail.search.index import AutocompleteField, RelatedFields, SearchField

from search.lines import words_of_lines

# A longer text is an accident or an attack; its beginning says what it is about.
LONGEST_TEXT = 400_000
MOST_TYPED = 1_000

# Where the primary key stands in an object's number in the index.
KEY_BITS = 40


@dataclass(frozen=True)
class ObjectWords:
    """The words of one object, separated by spaces.

    `number` tells objects of all models apart. `title` and `body` are the stemmed forms of the
    search fields; of the autocomplete fields, `typed` has the words as people begin to type
    them, and `stems` the stemmed forms that differ from these.
    """

    number: int
    title: str
    body: str
    typed: str
    stems: str


class Numbers(NamedTuple):
    """The numbers that objects of a model and of its descendants may have in the index."""

    first: int
    last: int


def numbers_of(model: type[Model]) -> Numbers:
    """Return the numbers of `model`: an object's is the first of them plus its primary key.

    Models of one table of roots, such as all pages, share their numbers, as they share keys.
    """
    root = ContentType.objects.get_for_model(get_model_root(model._meta.concrete_model))
    first = root.pk << KEY_BITS
    return Numbers(first, first + (1 << KEY_BITS) - 1)


def words_of(model: type[Model], objects: Iterable[Model]) -> Iterator[ObjectWords]:
    """Yield the words of `objects`, each in the language of its locale, else in the site's."""
    first = numbers_of(model).first
    fields = model.get_search_fields()
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    for item in objects:
        texts = list(_texts(item, fields))
        yield _words(first + item.pk, texts, language_of(item, languages))


def language_of(item: Model, languages: dict[int, str]) -> str:
    """Return the code of an object's language; `languages` has those of locales by key."""
    return languages.get(getattr(item, "locale_id", None), settings.LANGUAGE_CODE)


def text_of(value) -> str:
    """Return what a search field says as running text; nothing for None."""
    if isinstance(value, str):
        return value.replace("\x00", " ")
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list | tuple):
        return "" if value is None else str(value)
    return "\n".join(map(text_of, value))


def _words(number, texts, language):
    title, body, typed = (
        "\n".join(text for kind, text in texts if kind == wanted)[:LONGEST_TEXT]
        for wanted in ("title", "body", "typed")
    )
    stems, exact = (words.split()[:MOST_TYPED] for words in words_of_lines(typed, language)[:2])
    others = (stem for stem, word in zip(stems, exact, strict=True) if stem != word)
    return ObjectWords(
        number,
        words_of_lines(title, language)[0],
        words_of_lines(body, language)[0],
        " ".join(exact),
        " ".join(others),
    )


def _texts(item, fields) -> Iterator[tuple[str, str]]:
    """Yield what each field of an object is, "title", "body" or "typed", with its text."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(field.get_value(item)):
                yield from _texts(related, field.fields)
        elif isinstance(field, SearchField):
            kind = "title" if field.field_name == "title" else "body"
            yield kind, text_of(_value(field, item))
        elif isinstance(field, AutocompleteField):
            yield "typed", text_of(_value(field, item))


def _value(field, item):
    read = _reader(type(item), field.field_name)
    return read(getattr(item, field.field_name)) if read else field.get_value(item)


@lru_cache
def _reader(model, name):
    """Return what makes text of a field's value, None where Wagtail has to find out each time."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if type(field) in {CharField, TextField}:
        return text_of
    return getattr(field, "get_searchable_content", None)


def _related(value):
    if isinstance(value, Manager):
        return value.all()
    return [] if value is None else [value]
