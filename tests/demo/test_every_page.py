"""Every page of the demo, in every language that it exists in."""

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, get_page_models
from wagtail_localize.models import StringTranslation

from core.languages import CONTENT_LANGUAGES
from core.models import BasePage
from hub.demo import translate
from hub.demo.registry import EXAMPLES
from resources.models import EpisodePage, GuidePage, InitiativePage, LibraryPage, ResourcePage

pytestmark = pytest.mark.django_db

LONGEST_GUIDE = "run-charts-for-ward-teams"
BUDGETS = {
    **{"HomePage": 14, "LibraryPage": 12, "PodcastPage": 12, "GuidePage": 10},
    **{"CaseStudyPage": 10, "InitiativePage": 10, "EpisodePage": 10, "SynthesisPage": 14},
}


def live_pages():
    return [page.specific for page in Page.objects.live().filter(depth__gt=1).order_by("path")]


def queries_of(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    return [query["sql"] for query in queries]


def names_of(resource):
    return [person.value["name"] for person in resource.contributors]


def test_every_page_model_has_an_example():
    models = {model for model in get_page_models() if issubclass(model, BasePage)}
    shown = {type(page) for page in live_pages()}
    assert {model for model in models if model.is_creatable} <= shown


def test_every_page_answers_under_its_own_language_with_its_title(client):
    for page in live_pages():
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        code = page.locale.language_code
        assert f'<html lang="{code}"' in response.text, page.url
        assert response.headers["Content-Language"] == code


@pytest.mark.parametrize("language", translate.languages())
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_what_is_translated_is_translated_whole(example, language):
    locale = Locale.objects.get(language_code=language)
    page = Page.objects.get(slug=example.slug, locale__language_code="en").specific
    translation = page.get_translation_or_none(locale)
    missing = translate.missing(page, language)
    assert (translation is not None) == (not missing)
    if translation:
        assert translation.live
        assert translation.slug == page.slug
        assert translation.title != page.title


def test_no_translation_has_markup_that_keeps_it_from_readers():
    faulty = StringTranslation.objects.filter(has_error=True)
    assert list(faulty.values_list("locale__language_code", "data")) == []


@pytest.mark.parametrize("language", [each.code for each in CONTENT_LANGUAGES])
def test_every_content_language_has_sections_guides_and_initiatives(language):
    here = {"locale__language_code": language}
    assert LibraryPage.objects.live().filter(**here).count() >= 2
    assert GuidePage.objects.live().filter(**here).exists()
    assert InitiativePage.objects.live().filter(**here).exists()


def test_a_translation_keeps_filing_and_authors():
    for translation in GuidePage.objects.exclude(locale__language_code="en"):
        source = translation.get_translation(Locale.objects.get(language_code="en"))
        assert [row.term for row in translation.topics.all()] == [
            row.term for row in source.topics.all()
        ]
        assert names_of(translation) == names_of(source)


def test_a_translated_transcript_keeps_the_times_and_the_voices():
    for translation in EpisodePage.objects.exclude(locale__language_code="en"):
        source = EpisodePage.objects.get(slug=translation.slug, locale__language_code="en")
        times = [(cue.start, cue.end) for cue in source.cues]
        assert [(cue.start, cue.end) for cue in translation.cues] == times, translation.url
        voices = {
            (own.speaker, its.speaker)
            for own, its in zip(translation.cues, source.cues, strict=True)
        }
        assert len(voices) == 2, translation.url


def test_every_page_keeps_its_budget_of_queries(client):
    over = []
    for page in live_pages():
        queries = queries_of(client, page.url)
        if len(queries) > BUDGETS[type(page).__name__]:
            over.append((page.url, len(queries), queries))
    assert not over


@pytest.mark.parametrize("language", [each.code for each in CONTENT_LANGUAGES])
def test_no_article_weighs_more_than_14_kilobytes(client, language):
    resources = ResourcePage.objects.live().filter(locale__language_code=language)
    weights = {}
    for page in resources:
        html = client.get(page.url).content
        assert b"<style>" in html
        weights[page.url] = len(brotli.compress(html))
    assert weights
    assert {url: weight for url, weight in weights.items() if weight > 14 * 1024} == {}


def test_the_longest_article_has_1200_words_a_table_a_picture_and_20_references():
    page = GuidePage.objects.get(slug=LONGEST_GUIDE, locale__language_code="en")
    assert len(page.body.stream_block.plain_text(page.body).split()) >= 1200
    assert {"table", "image", "references"} <= {block.block_type for block in page.body}
    references = next(block for block in page.body if block.block_type == "references")
    assert len(references.value) >= 20


def test_a_listing_costs_the_same_with_5_and_with_50_resources(client):
    section = LibraryPage.objects.get(slug="initiatives", locale__language_code="en")
    few = len(queries_of(client, section.url))
    for number in range(50):
        page = InitiativePage(
            title=f"Initiative {number}",
            slug=f"initiative-{number}",
            summary="Short.",
            locale=section.locale,
        )
        section.add_child(instance=page)
        page.save_revision().publish()
    many = len(queries_of(client, section.url))
    assert many == few <= BUDGETS["LibraryPage"]
