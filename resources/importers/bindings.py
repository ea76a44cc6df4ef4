"""How a column's value gets into a page and out of it again."""

import difflib
import hashlib
import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField

from core.languages import SOURCE_LANGUAGE
from resources.models.filing import FILING
from resources.models.record import STREAMS

from . import bodies, common_changes, episodes, markup, people, streams, values
from .columns import COLUMNS
from .identity import own_key
from .record import Cell

ATTRIBUTES = {
    "url": "source_url",
    "audio_low_url": "audio_low",
    "common_changes": "changes",
}
ONE_CELL = {
    "title": values.line,
    "year": values.year,
    "doi": values.doi,
    "pmid": values.pmid,
    "pmcid": values.pmcid,
    "url": values.url,
    "audio_url": values.url,
    "transcript_url": values.url,
    "chapters_url": values.url,
    "audio_bytes": values.count,
    "season": values.count,
    "episode": values.count,
    "duration": episodes.duration,
    "transcript": episodes.transcript,
}


@dataclass(frozen=True)
class Binding:
    """One column of one page model.

    `clean` turns cells into the value, raising ValidationError; `read` takes the value, in the
    same form, from a page; `write` puts it there. `attribute` is the page's field or relation,
    and `beside` names others that `write` may fill.
    """

    attribute: str
    clean: Callable[[list[Cell]], Any]
    read: Callable[[models.Model], Any]
    write: Callable[[models.Model, Any], None]
    beside: tuple[str, ...] = ()

    @property
    def attributes(self) -> tuple[str, ...]:
        """All fields of the page that the column may fill."""
        return (self.attribute, *self.beside)


def bindings_of(model: type[models.Model]) -> dict[str, Binding]:
    """Every column that pages of a model can take, by its name."""
    found = {
        "authors": _authors(),
        "body": Binding("body", bodies.clean, bodies.read, bodies.write),
        "countries": _countries(),
    }
    found |= {column: _details(column) for column in people.DETAILS}
    found |= {name: _filing(name) for name in FILING}
    for column in COLUMNS:
        if column in found:
            continue
        try:
            field = model._meta.get_field(ATTRIBUTES.get(column, column))
        except FieldDoesNotExist:
            continue
        found[column] = _special(column, field) or _plain(field, _cleaner(column, field))
    return {column: found[column] for column in COLUMNS if column in found}


def fingerprint(value: Any) -> str:
    """A short mark of a value: two values are the same when their marks are."""
    text = json.dumps(value, ensure_ascii=False, default=str, sort_keys=True)
    # Two ways of writing one letter in Unicode are no difference.
    text = unicodedata.normalize("NFC", text)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _cleaner(column: str, field: models.Field) -> Callable[[list[Cell]], Any]:
    if column == "keywords":
        return lambda cells: "; ".join(values.line(cell.value) for cell in cells)
    if column in ONE_CELL:
        one = ONE_CELL[column]
    elif field.choices:
        one = partial(values.choice, allowed=[value for value, _label in field.choices])
    elif isinstance(field, RichTextField):
        one = values.rich_text
    elif isinstance(field, models.DateField):
        one = values.date
    elif isinstance(field, models.BooleanField):
        one = values.yes_or_no
    elif isinstance(field, models.TextField):
        one = values.paragraphs
    else:
        one = values.line
    return lambda cells: _within(one(cells[0].value), field.max_length)


def _within(value: Any, most: int | None) -> Any:
    return values.within(value, most) if isinstance(value, str) else value


def _plain(field: models.Field, clean: Callable[[list[Cell]], Any]) -> Binding:
    def read(page):
        value = getattr(page, field.name)
        return markup.normal(value) if isinstance(field, RichTextField) else value

    return Binding(field.name, clean, read, lambda page, value: setattr(page, field.name, value))


def _special(column: str, field: models.Field) -> Binding | None:
    """The binding of a column whose value is not just a field's."""
    plain = _plain(field, _cleaner(column, field))
    if column in STREAMS:
        return _stream(field)
    if column == "source_id":
        return replace(plain, read=lambda page: page.source_id or own_key(page))
    if column == "transcript":
        return replace(plain, read=lambda page: episodes.regular_transcript(page.transcript))
    if column == "common_changes":
        return Binding("changes", common_changes.clean, common_changes.read, common_changes.write)
    if column == "chapters":
        return Binding(
            "chapters", episodes.chapters, episodes.read_chapters, episodes.write_chapters
        )
    if column == "audio_url":
        return replace(
            plain,
            read=episodes.read_audio_url,
            write=episodes.write_audio_url,
            beside=("audio",),
        )
    if column == "audio_low_url":
        return Binding(
            "audio_low",
            episodes.own_audio_url,
            episodes.read_audio_low_url,
            episodes.write_audio_low_url,
        )
    if column in ("audio_type", "audio_bytes"):
        return replace(
            plain,
            read=partial(episodes.read_audio_fact, column),
            write=partial(episodes.write_audio_fact, column),
        )
    return None


def _stream(field: models.Field) -> Binding:
    block = field.stream_block

    def read(page):
        return streams.short(block, getattr(page, field.name).get_prep_value())

    def write(page, stream):
        setattr(page, field.name, streams.write(block, getattr(page, field.name), stream))

    return Binding(field.name, partial(streams.clean, block), read, write)


def _authors() -> Binding:
    return Binding("contributors", people.clean_names, people.read_names, people.write_names)


def _details(column: str) -> Binding:
    return Binding(
        "contributors",
        partial(people.clean_details, column),
        partial(people.read_details, column),
        partial(people.write_details, column),
    )


def _body() -> Binding:
    return Binding("body", bodies.clean, bodies.read, bodies.write)


def _countries() -> Binding:
    def clean(cells):
        return sorted({values.country(cell.value) for cell in cells})

    def write(page, codes):
        page.countries = codes

    return Binding("countries", clean, lambda page: page.countries, write)


def _filing(name: str) -> Binding:
    """Terms by their slugs, which are the same in every language."""
    relation, term_model, _facet = FILING[name]
    terms = {
        (term.slug, term.locale.language_code): term
        for term in term_model.objects.select_related("locale")
    }
    slugs = sorted({slug for slug, _language in terms})

    def clean(cells):
        return list(dict.fromkeys(_slug(cell.value, slugs) for cell in cells))

    def read(page):
        return [row.term.slug for row in getattr(page, name).all()]

    def write(page, wanted):
        languages = (page.locale.language_code, SOURCE_LANGUAGE)
        rows = [relation(term=_term(terms, slug, languages)) for slug in wanted]
        for number, row in enumerate(rows):
            row.sort_order = number
        setattr(page, name, rows)

    return Binding(name, clean, read, write)


def _slug(text: str, slugs: list[str]) -> str:
    slug = text.strip().lower()
    if slug in slugs:
        return slug
    near = difflib.get_close_matches(slug[:80], slugs, n=1)
    hint = _("Is it “{near}”?").format(near=near[0]) if near else _("Create it first.")
    raise ValidationError(
        _("“{text}” is no term of this taxonomy. {hint}").format(text=text.strip()[:60], hint=hint)
    )


def _term(terms: dict, slug: str, languages: tuple[str, ...]) -> models.Model:
    """The term in the page's language, else in the source language, else in any."""
    for language in languages:
        if (slug, language) in terms:
            return terms[slug, language]
    return next(term for (known, _language), term in terms.items() if known == slug)
