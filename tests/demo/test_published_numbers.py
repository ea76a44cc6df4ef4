"""Every number of a published initiative, in each page, chart and export, against its paper."""

import csv
import io
import json
import re
import unicodedata
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from hub.demo.content.initiatives import INITIATIVES
from resources.models import InitiativePage

from .published_facts import FACTS

pytestmark = pytest.mark.django_db

# Digits with what parts them: thousands by threes, with a point, a comma or a narrow space.
_NUMBER = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*")
_THOUSANDS = re.compile(r"[.,٬\u00a0\u202f](?=\d{3}(?!\d))")
_WORDS = {
    **dict.fromkeys(("zero", "no high-risk"), "0"),
    **dict.fromkeys(("one-hour",), "1"),
    **{"three": "3", "four": "4", "six": "6", "eight": "8", "ninth": "9", "ten": "10"},
    "halving": "50",
}
_TOLD_COLUMNS = ("title", "summary", "problem", "aim", "change", "result")
_AIM = ("aim_what", "aim_for_whom", "aim_how_much", "aim_by_when")


def digits(text):
    """Return the numbers in a text as decimal text, whatever the script of their digits."""
    found = set()
    for number in _NUMBER.findall(text):
        plain = "".join(
            str(unicodedata.digit(sign)) if sign.isdigit() else sign
            for sign in _THOUSANDS.sub("", number)
        )
        value = Decimal(plain.replace(",", ".").replace("٫", "."))
        found.add(f"{value.normalize():f}")
    return found


def numbers(text):
    """Return those of an English text, numbers in words too."""
    words = re.sub(r"\b\d+(?:st|nd|rd|th)\b", " ", text.lower())
    return digits(words) | {
        value for word, value in _WORDS.items() if re.search(rf"\b{word}\b", words)
    }


def pages(slug):
    return InitiativePage.objects.live().filter(slug=slug).select_related("locale")


def english(slug):
    return pages(slug).get(locale__language_code="en")


def told(soup, without=()):
    """Return the text of what a page tells: its head and its story, without what charts draw."""
    parts = [soup.select_one("h1"), soup.select_one(".lead"), soup.select_one(".story")]
    for part in parts:
        for each in part.select(", ".join((".chart", *without))):
            each.extract()
    return " ".join(part.get_text(" ") for part in parts)


def soup_of(client, page):
    return BeautifulSoup(client.get(page.url).text, "html.parser")


def test_the_table_has_every_paper_that_prints_numbers_but_the_evaluations_of_programmes():
    programmes = {"Implementation Science", "New England Journal of Medicine"}
    assert {each["slug"] for each in INITIATIVES if each["journal"] not in programmes} == set(FACTS)


@pytest.mark.parametrize("slug", FACTS)
def test_a_page_tells_exactly_the_numbers_that_the_paper_prints(client, slug):
    soup = soup_of(client, english(slug))
    citation = soup.get_text(" ")
    assert all(each in citation for each in FACTS[slug].printed)
    assert numbers(told(soup)) | set(sum(FACTS[slug].points.values(), ())) == FACTS[slug].numbers


@pytest.mark.parametrize("slug", FACTS)
def test_translations_have_the_same_figures(client, slug):
    figures = digits(told(soup_of(client, english(slug))))
    for page in pages(slug).exclude(locale__language_code="en"):
        assert digits(told(soup_of(client, page))) == figures, page.url


@pytest.mark.parametrize("slug", FACTS)
def test_a_chart_is_drawn_of_printed_points_only_and_shows_these(client, slug):
    page = english(slug)
    soup = soup_of(client, page)
    charts = soup.select(".story .chart")
    points = {name: [Decimal(value) for value in line] for name, line in FACTS[slug].points.items()}
    assert len(charts) == len(points)
    drawn = [measure for measure in page.measures if measure.value.series.points]
    assert {each.value["name"] for each in drawn} == points.keys()
    for measure, chart in zip(drawn, charts, strict=True):
        line = points[measure.value["name"]]
        table = chart.select_one("table")
        assert digits(table.get_text(" ")) == {str(value) for value in line}
        assert [point.value for point in measure.value.series.points] == line
        # What the hub says itself: how many points there are.
        assert digits(chart.select_one("figcaption").get_text()) <= {str(len(line))}
        keys = chart.select_one(".keys")
        assert keys is None or not digits(keys.get_text(" "))
    for measure in page.measures:
        address = f"/en/charts/{page.pk}/{measure.id}"
        files = [client.get(f"{address}.{kind}") for kind in ("csv", "svg", "png")]
        expected = 200 if measure in drawn else 404
        assert [answer.status_code for answer in files] == [expected] * 3
        if measure in drawn:
            rows = list(csv.DictReader(io.StringIO(files[0].content.decode("utf-8-sig"))))
            assert [Decimal(row["value"]) for row in rows] == points[measure.value["name"]]


@pytest.fixture(scope="module")
def rows(tmp_path_factory, django_db_blocker):
    """What `export_resources` writes of each initiative in English, by title."""
    path = tmp_path_factory.mktemp("export") / "out.csv"
    with django_db_blocker.unblock():
        call_command("export_resources", str(path), type="initiative", verbosity=0)
    found = csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))
    return {row["title"]: row for row in found if row["language"] == "en"}


def measured(measures):
    """Return what is reported of measures, names and texts and points, without settings."""
    for measure in measures:
        yield measure.get("name", "")
        yield from (f"{each['what']} {each['value']}" for each in measure.get("reported", ()))
        points = measure.get("data", ())
        yield from [points] if isinstance(points, str) else (each["value"] for each in points)
        yield measure.get("unit", "")


@pytest.mark.parametrize("slug", FACTS)
def test_an_export_has_exactly_these_numbers(rows, slug):
    row = rows[english(slug).title]
    text = " ".join(row[column] for column in (*_TOLD_COLUMNS, *_AIM))
    measures = [each["value"] for each in json.loads(row["measures"] or "[]")]
    assert numbers(f"{text} {' '.join(measured(measures))}") == FACTS[slug].numbers


@pytest.mark.parametrize("slug", FACTS)
def test_the_api_has_exactly_the_measures_of_the_page(client, slug):
    page = english(slug)
    answer = client.get(f"/api/v2/pages/{page.pk}/?fields=measures").json()
    said = " ".join(measured(each["value"] for each in answer["measures"]))
    assert digits(said) <= FACTS[slug].numbers
    assert digits(said) >= set(sum(FACTS[slug].points.values(), ()))
