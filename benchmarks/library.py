"""A library of any size, of made-up resources that are filed as real ones are.

Every fifth page is the translation of the one before it. The same seed makes the same library,
on any database. Rows are written in bulk, and nothing is indexed: that is measured later.
Import this when Django is set up.
"""

import random
import uuid
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from benchmarks.words import Vocabulary
from home.models import HomePage
from resources.importers import bulk
from resources.models import GuidePage, InitiativePage, LibraryPage
from resources.models.filing import FILING

SEED = 5
BATCH = 1_000
# Words of a title, of a summary and of each of three passages: 300 in all.
TITLE, SUMMARY, PASSAGE = 9, 30, 87
TRANSLATED = ("hi", "fr", "ar", "th")
COUNTRIES = ("IN", "NP", "BD", "LK", "MM", "TH", "ID", "KE", "ET", "MW")
OUTCOMES = ("worked", "not_sustained", "mixed", "did_not_work", "")
# How many terms of a kind there are, and how many at most a resource has.
TERMS = {"topics": (40, 3), "settings": (8, 2), "audiences": (8, 2), "methods": (12, 1)}
SECTIONS = {GuidePage: "guides", InitiativePage: "initiatives"}
PUBLISHED = datetime(2025, 1, 1, tzinfo=UTC)
FIRST_DAY = date(2005, 1, 1)

# Words by how many pages have them, each with which pages of `count` these are.
MARKED = {
    "nearly all": ("oxygen", lambda number, count: number % 33 != 1),
    "6 %": ("thermometer", lambda number, count: number % 17 == 0),
    "0.1 %": ("surfactant", lambda number, count: number % 1000 == 3),
    "one": ("bronchoscopy", lambda number, count: number == count // 2),
}


class Library:
    """`count` resources with their relations, to be published in an empty hub."""

    def __init__(self, count: int, seed: int = SEED):
        self._count = count
        self._seed = seed
        self._vocabularies = {code: Vocabulary(code, seed) for code in ("en", *TRANSLATED)}
        self._terms = {kind: _terms(kind, number) for kind, (number, _most) in TERMS.items()}
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self._sections = {}

    def publish(self) -> None:
        """Write all pages."""
        for start in range(0, self._count, BATCH):
            groups = {}
            for number in range(start, min(start + BATCH, self._count)):
                page = self._page(number)
                groups.setdefault((type(page), page.locale.language_code), []).append(page)
            with transaction.atomic():
                for (kind, language), pages in groups.items():
                    self._insert(self._section(kind, language), pages)

    def _insert(self, section, pages):
        for page in pages:
            section.numchild += 1
            page.depth = section.depth + 1
            page.path = Page._get_path(section.path, page.depth, section.numchild)
            page.set_url_path(section)
        bulk.insert_pages(pages)
        Page.objects.filter(pk=section.pk).update(numchild=section.numchild)

    def _section(self, kind, language):
        if (kind, language) not in self._sections:
            self._sections[kind, language] = _section(SECTIONS[kind], language)
        return self._sections[kind, language]

    def _page(self, number):
        """Return page `number`, which has no place in the tree yet."""
        is_translation = number % 5 == 4
        language = TRANSLATED[number // 5 % len(TRANSLATED)] if is_translation else "en"
        kind = (GuidePage, InitiativePage)[number // 5 % 2]
        page = kind(
            locale=self._locales[language],
            slug=f"r{number}",
            has_unpublished_changes=False,
            first_published_at=PUBLISHED,
            last_published_at=PUBLISHED,
            **self._words(kind, number, language),
        )
        page.draft_title = page.title
        self._file(page, random.Random(f"{self._seed} resource {number - is_translation}"))
        return page

    def _words(self, kind, number, language):
        """Return the texts of a page: a marked word stands in each passage, in ten a title."""
        chance = random.Random(f"{self._seed} {number}")
        marks = [word for word, has in MARKED.values() if has(number, self._count)]
        text = self._vocabularies[language].text
        title = text(chance, TITLE, *(marks if number % 10 == 0 else ()))
        passages = [text(chance, PASSAGE, *marks) for _ in range(3)]
        words = {"title": title, "summary": text(chance, SUMMARY)[:600]}
        if kind is InitiativePage:
            return {**words, **dict(zip(("problem", "change", "result"), passages, strict=True))}
        body = [("paragraph", RichText(f"<p>{passage}</p>")) for passage in passages]
        return {**words, "body": body}

    def _file(self, page, chance):
        """Give `page` what all translations of its resource share."""
        page.translation_key = uuid.UUID(int=chance.getrandbits(128))
        page.published_on = FIRST_DAY + timedelta(days=chance.randrange(7_000))
        page.countries = sorted(chance.sample(COUNTRIES, chance.randint(1, 2)))
        for kind, (_number, most) in TERMS.items():
            terms = chance.sample(self._terms[kind], chance.randint(1, most))
            setattr(page, kind, [FILING[kind][0](term=term) for term in terms])
        if isinstance(page, InitiativePage):
            page.outcome = chance.choice(OUTCOMES)
            page.doi = f"10.5555/{chance.getrandbits(48)}"


def _terms(kind, number):
    """Return `number` new terms, each named in English only."""
    model = FILING[kind][1]
    english = Locale.objects.get(language_code="en")
    terms = [
        model(name=f"{kind} {n}", slug=f"{kind}-{n}", locale=english, sort_order=n)
        for n in range(number)
    ]
    return model.objects.bulk_create(terms)


def _section(slug, language):
    """Return the section of a language, made and published at first use."""
    english = LibraryPage.objects.get(slug=slug, locale__language_code="en")
    locale = Locale.objects.get(language_code=language)
    if language == "en":
        return english
    home = HomePage.objects.get(locale__language_code="en")
    if not home.has_translation(locale):
        home.copy_for_translation(locale).save_revision().publish()
    section = english.copy_for_translation(locale)
    section.save_revision().publish()
    return LibraryPage.objects.get(pk=section.pk)
