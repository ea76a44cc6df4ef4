"""A page with as many points as a ward counts in ten years, within the budgets of all pages."""

import json

import brotli
import pytest

from benchmarks.charts import cases, measure_of, values
from resources.models import InitiativePage

pytestmark = pytest.mark.django_db

POINTS = 500


def weight(client, page):
    return len(brotli.compress(client.get(page.url).content))


@pytest.fixture
def heaviest(client):
    """The heaviest English initiative of the demo."""
    english = InitiativePage.objects.live().filter(locale__language_code="en")
    return max(english, key=lambda page: weight(client, page))


@pytest.mark.parametrize("points", [values(POINTS), cases(POINTS)], ids=["values", "cases"])
def test_a_page_with_500_points_weighs_no_more_than_14_kilobytes(client, heaviest, points):
    heaviest.measures = json.dumps([measure_of(points)])
    heaviest.save_revision().publish()
    html = client.get(heaviest.url).text
    assert html.count("<th scope=row>") == POINTS
    assert '<svg class="plot' in html
    assert len(brotli.compress(html.encode())) <= 14 * 1024


@pytest.mark.parametrize("points", [values(POINTS), cases(POINTS)], ids=["values", "cases"])
def test_every_language_carries_500_points_within_14_kilobytes(client, heaviest, points):
    stream = json.dumps([measure_of(points)])
    weights = {}
    for page in InitiativePage.objects.live().filter(translation_key=heaviest.translation_key):
        page.measures = stream
        page.save()
        weights[page.url] = weight(client, page)
    assert len(weights) > 1
    assert {url: size for url, size in weights.items() if size > 14 * 1024} == {}
