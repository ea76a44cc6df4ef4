"""Totals and counts are exact: for 300 questions and filters, what reading every page counts."""

import datetime
import random
import uuid
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.rich_text import RichText

from core.languages import CONTENT_LANGUAGES
from resources.choices import Outcome
from resources.models import GuidePage, InitiativePage, LibraryPage
from resources.models.filing import FILING
from search.analysis import analyse
from search.asking import FACETS

SEED = 20_261_122
QUESTIONS = 300
RESOURCES = 48
WORDS = {
    "en": "infection infections ward wards newborn newborns washing washed oxygen sepsis",
    "hi": "शिशु शिशुओं संक्रमण अस्पताल अस्पतालों देखभाल माँ ज़रूरत oxygen sepsis",
    "fr": "infection infections hôpital hôpitaux nouveau-né mesurer mesurés œdème oxygen",
    "th": "ทารก การติดเชื้อ โรงพยาบาล ล้างมือ น้ำหนัก oxygen",
}
FILED = {
    "topics": ["jaundice", "thermal-care", "feeding"],
    "settings": ["nicu", "labour-room"],
    "audiences": ["nurses", "doctors"],
    "methods": ["pdsa", "run-chart"],
}
COUNTRIES = ["IN", "LK", "NP"]


@dataclass
class Fact:
    """What one public page says: its resource, its words by every stemmer, its facet values."""

    resource: str
    forms: set
    values: dict = field(default_factory=dict)


@pytest.fixture
def chance():
    return random.Random(SEED)


@pytest.fixture
def closed(library):
    """A section that readers may not see."""
    home = library.section().get_parent()
    section = home.add_child(instance=LibraryPage(title="Closed", slug="closed"))
    restrict(section)
    return section


@pytest.fixture
def pages(library, closed, chance):
    """A library of resources with random words and filing, some translated, some hidden."""
    made = [page for _ in range(RESOURCES) for page in resource(library, chance)]
    groups = {}
    for page in made:
        language = page.locale.language_code
        is_closed = language == "en" and chance.random() < 0.1
        section = closed if is_closed else library.section(language)
        groups.setdefault((type(page), section.pk), (section, []))[1].append(page)
    for section, together in groups.values():
        library.publish_many(together, section)
    hide_some(library, made, chance)


def resource(library, chance):
    """Return the pages of a resource, none of them saved: one, or up to three languages."""
    key = uuid.UUID(int=chance.getrandbits(128))
    kind = chance.choice([GuidePage, InitiativePage])
    fields = {
        "translation_key": key,
        "countries": chance.sample(COUNTRIES, chance.randint(0, 2)),
        "published_on": datetime.date(2015 + chance.randint(0, 3), 1, 1),
    }
    if kind is InitiativePage:
        fields["outcome"] = chance.choice(["", *Outcome.values])
        ends = chance.choices(["", *Outcome.values], k=chance.randint(0, 3))
        fields["cycles"] = [("cycle", {"title": "Test", "outcome": end}) for end in ends]
    filing = {name: chance.sample(slugs, chance.randint(0, 2)) for name, slugs in FILED.items()}
    made = []
    for language in chance.sample(list(WORDS), chance.choice([1, 1, 2, 3])):
        words = WORDS[language].split()
        page = kind(
            locale=Locale.objects.get(language_code=language),
            title=" ".join(chance.sample(words, 2)),
            body=[("paragraph", RichText(f"<p>{' '.join(chance.sample(words, 3))}</p>"))],
            live=chance.random() < 0.9,
            expire_at=timezone.now() + datetime.timedelta(hours=chance.choice([-1, 1, 1, 1])),
            **fields,
        )
        library.file(page, filing)
        made.append(page)
    return made


def hide_some(library, made, chance):
    """Unpublish one page in ten, restrict as many, and make aliases of others."""
    for number, page in enumerate(chance.sample(made, len(made) // 3)):
        page = Page.objects.get(pk=page.pk).specific
        with library.committed():
            if number % 3 == 0:
                page.unpublish()
            elif number % 3 == 1:
                restrict(page)
            else:
                page.create_alias(update_slug=f"alias-{number}")


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def facts():
    """Read every page that anybody may read, through the ORM alone."""
    public = Page.objects.live().public().filter(alias_of=None)
    unexpired = public.exclude(expire_at__lte=timezone.now())
    return [fact(page) for page in unexpired.specific() if hasattr(page, "countries")]


def fact(page):
    language = page.locale.language_code
    filed = {name: [row.term for row in getattr(page, name).all()] for name in FILING}
    names = " ".join(term.name for terms in filed.values() for term in terms)
    running = strip_tags(page.body.render_as_block().replace("<", " <"))
    cycles = [cycle.value for cycle in getattr(page, "cycles", ())]
    ends = {cycle["outcome"] for cycle in cycles} - {""}
    with override(language):
        tested = " ".join(
            [*(each["title"] for each in cycles), *(str(Outcome(end).label) for end in ends)]
        )
    text = f"{page.title}\n{page.summary}\n{running}\n{names}\n{tested}"
    values = {FILING[name][2]: {term.slug for term in terms} for name, terms in filed.items()}
    values |= {
        "country": set(page.countries),
        "type": {page.resource_type},
        "outcome": {getattr(page, "outcome", "")} - {""},
        "cycle": ends,
        "language": {language},
        "year": {str(page.published_on.year)},
    }
    return Fact(str(page.translation_key), forms(text, language), values)


def forms(text, language):
    """Return the words of a text as written and as stemmed."""
    return {form for token in analyse(text, language) for form in (token.exact, token.stem)}


@cache
def asked_forms(word):
    """Return the forms of a word asked for: a reader's word is looked for in every language."""
    return set().union(*(forms(word, language.code) for language in CONTENT_LANGUAGES))


def brute_force(known, words, filters):
    """Return the resources found and the counts by facet and value, counted page by page."""
    asked = set().union(*map(asked_forms, words))
    found = [fact for fact in known if not words or asked & fact.forms]

    def passing(without=None):
        return [
            fact
            for fact in found
            if all(fact.values[name] & set(v) for name, v in filters.items() if name != without)
        ]

    resources = {
        (name, value, fact.resource)
        for name in FACETS
        for fact in passing(name)
        for value in fact.values[name]
    }
    counts = Counter((name, value) for name, value, _resource in resources)
    return {fact.resource for fact in passing()}, dict(counts)


def random_filters(chance, known):
    """Return filters by values that pages have, or in one of ten cases by one that none has."""
    filters = {}
    for name in chance.sample(FACETS, chance.choice([0, 0, 1, 1, 2, 3])):
        values = sorted(set().union(*(fact.values[name] for fact in known)))
        chosen = chance.sample(values, min(len(values), chance.randint(1, 2)))
        unknown = "1901" if name == "year" else "nothing-is-filed-here"
        filters[name] = chosen if chance.random() < 0.9 else [*chosen[1:], unknown]
    return filters


def test_totals_and_counts_equal_brute_force(pages, search, chance):
    known = facts()
    every_word = sorted(set(" ".join(WORDS.values()).split()))
    key_of = dict(Page.objects.values_list("pk", "translation_key"))
    for _ in range(QUESTIONS):
        words = chance.sample(every_word, chance.choice([0, 1, 1, 2, 3]))
        filters = random_filters(chance, known)
        reader = chance.choice(list(WORDS))
        results = search(" ".join(words), reader, page_size=100, **filters)
        counts = {
            (facet.name, option.value): option.count
            for facet in results.facets
            for option in facet.options
            if option.count
        }
        resources, expected = brute_force(known, words, filters)
        asked = f"seed {SEED}, {reader} reader asks {words} with {filters}"
        assert (results.total, counts) == (len(resources), expected), asked
        assert sorted(str(key_of[hit.id]) for hit in results.hits) == sorted(resources), asked
