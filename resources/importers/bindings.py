"""How a column's value gets into a page and out of it again."""

import difflib
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField

from core.languages import SOURCE_LANGUAGE
from resources.models.filing import FILING

from . import values
from .columns import COLUMNS
from .record import Cell

# Draftail numbers the blocks of a text it has saved, which is no change of the text.
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
ATTRIBUTES = {"authors": "contributors", "url": "source_url"}
ONE_CELL = {
    "title": values.line,
    "year": values.year,
    "doi": values.doi,
    "pmid": values.pmid,
    "pmcid": values.pmcid,
    "url": values.url,
}


@dataclass(frozen=True)
class Binding:
    """One column of one page model.

    `clean` turns cells into the value, raising ValidationError; `read` takes the value, in the
    same form, from a page; `write` puts it there. `attribute` is the page's field or relation.
    """

    attribute: str
    clean: Callable[[list[Cell]], Any]
    read: Callable[[models.Model], Any]
    write: Callable[[models.Model, Any], None]


def bindings_of(model: type[models.Model]) -> dict[str, Binding]:
    """Every column that pages of a model can take, by its name."""
    found = {"authors": _authors(), "body": _body(), "countries": _countries()}
    found |= {name: _filing(name) for name in FILING}
    for column in COLUMNS:
        if column in found:
            continue
        try:
            field = model._meta.get_field(ATTRIBUTES.get(column, column))
        except FieldDoesNotExist:
            continue
        found[column] = _plain(field, _cleaner(column, field))
    return {column: found[column] for column in COLUMNS if column in found}


def fingerprint(value: Any) -> str:
    """A short mark of a value: two values are the same when their marks are."""
    text = json.dumps(value, ensure_ascii=False, default=str)
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
    if most and isinstance(value, str) and len(value) > most:
        raise ValidationError(
            _("is {length} characters long; the most is {most}.").format(
                length=len(value), most=most
            )
        )
    return value


def _plain(field: models.Field, clean: Callable[[list[Cell]], Any]) -> Binding:
    def read(page):
        value = getattr(page, field.name)
        return BLOCK_KEY.sub("", value) if isinstance(field, RichTextField) else value

    return Binding(field.name, clean, read, lambda page, value: setattr(page, field.name, value))


def _authors() -> Binding:
    """Names only: a role or an affiliation that an editor added stays with its name."""

    def clean(cells):
        return [_within(values.line(cell.value), 200) for cell in cells]

    def read(page):
        return [block.value["name"] for block in page.contributors]

    def write(page, names):
        known = {block.value["name"]: block.value for block in page.contributors}
        page.contributors = [("person", known.get(name, {"name": name})) for name in names]

    return Binding("contributors", clean, read, write)


def _body() -> Binding:
    """Paragraphs of plain text; a body with anything else in it is an editor's."""

    def clean(cells):
        return [values.rich_text(cell.value) for cell in cells]

    def read(page):
        return [
            BLOCK_KEY.sub("", block["value"]) if block["type"] == "paragraph" else dict(block)
            for block in page.body.raw_data
        ]

    def write(page, texts):
        page.body = [{"type": "paragraph", "value": text} for text in texts]

    return Binding("body", clean, read, write)


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
