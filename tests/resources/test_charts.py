"""Charts on resource pages, and the files that are offered of them."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from resources.models import InitiativePage

BLOCK = "3f2b8a52-8d0e-4f6e-9d39-1f3c1a4d2b11"
POINTS = [
    {"when": "2021-01", "value": "12.50"},
    {"when": "2021-02", "numerator": "1", "denominator": "3"},
    {"when": "=cmd()", "value": "-3"},
    {"when": "2021-04", "value": "1000000.0", "numerator": "2", "denominator": "7"},
]


def measures(points, block=BLOCK, **others):
    value = {"name": "Milk expressed", "unit": "mL", "period": "month", "data": points, **others}
    return json.dumps([{"type": "measure", "id": block, "value": value}])


@pytest.fixture
def record(initiatives, publish):
    """A published initiative with one measure of four points."""
    change = {"when": "2021-02", "what": "A fridge on the ward"}
    stream = measures(POINTS, changes=[{"type": "item", "id": "1", "value": change}])
    page = InitiativePage(title="Milk", slug="milk", summary="A ward.", measures=stream)
    return publish(initiatives, page)


def address(page, extension, block=BLOCK):
    return reverse("chart", args=[page.pk, block, extension])


def test_a_page_shows_the_chart_its_table_and_its_files(client, record):
    html = client.get(record.url).text
    assert html.count('<svg class="plot') == 1
    assert "<h3>Milk expressed (mL)</h3>" in html
    assert "A fridge on the ward" in html
    assert "<td>12.50" in html
    assert 'style="' not in html
    for extension in ("csv", "svg", "png"):
        assert f'href="{address(record, extension)}"' in html


def test_the_points_come_as_they_were_typed_and_none_can_be_run(client, record):
    answer = client.get(address(record, "csv"))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="milk-3f2b8a52.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows == [
        {"when": "2021-01", "value": "12.50", "numerator": "", "denominator": ""},
        {"when": "2021-02", "value": "", "numerator": "1", "denominator": "3"},
        {"when": "'=cmd()", "value": "-3", "numerator": "", "denominator": ""},
        {"when": "2021-04", "value": "1000000.0", "numerator": "2", "denominator": "7"},
    ]


def test_a_chart_comes_as_svg_and_png_that_name_the_page(client, record):
    svg = client.get(address(record, "svg"))
    assert svg.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    said = " ".join(ElementTree.fromstring(svg.content).itertext())
    assert "Milk expressed (mL)" in said
    assert record.url in said
    png = client.get(address(record, "png"))
    assert png.headers["Content-Type"] == "image/png"
    assert png.content.startswith(b"\x89PNG")
    assert client.get(address(record, "png")).content == png.content


def test_who_has_a_file_is_not_sent_it_again(client, record):
    changed = client.get(address(record, "png")).headers["Last-Modified"]
    again = client.get(address(record, "png"), headers={"If-Modified-Since": changed})
    assert again.status_code == 304


@pytest.mark.parametrize("extension", ["csv", "svg", "png"])
def test_what_readers_may_not_see_is_in_no_file(client, record, extension):
    url = address(record, extension)
    assert client.get(url).status_code == 200
    assert client.get(url.replace("/en/", "/hi/")).status_code == 404
    InitiativePage.objects.filter(pk=record.pk).update(expire_at=timezone.now())
    assert client.get(url).status_code == 404
    InitiativePage.objects.filter(pk=record.pk).update(expire_at=None)
    PageViewRestriction.objects.create(page=record, restriction_type="login")
    assert client.get(url).status_code == 404
    PageViewRestriction.objects.all().delete()
    record.unpublish()
    assert client.get(url).status_code == 404


def test_a_draft_of_points_is_in_no_file(client, record):
    record.measures = measures([*POINTS, {"when": "2021-05", "value": "77"}])
    record.save_revision()
    assert "77" not in client.get(address(record, "csv")).text


@pytest.mark.parametrize(
    ("block", "extension"), [(BLOCK, "pdf"), ("another", "csv"), ("another", "png")]
)
def test_what_there_is_not_is_not_found(client, record, block, extension):
    assert client.get(address(record, extension, block)).status_code == 404


def test_a_measure_with_one_point_has_a_table_and_no_picture(client, record):
    record.measures = measures(POINTS[:1])
    record.save_revision().publish()
    html = client.get(record.url).text
    assert "<td>12.50" in html
    assert address(record, "csv") in html
    assert address(record, "svg") not in html
    assert client.get(address(record, "svg")).status_code == 404


def test_an_id_that_is_no_address_offers_no_files(client, record):
    record.measures = measures(POINTS, block="no address/../x")
    record.save_revision().publish()
    html = client.get(record.url).text
    assert "<td>12.50" in html
    assert "/charts/" not in html


def test_a_guide_has_no_charts(client, guide):
    assert client.get(address(guide, "csv")).status_code == 404
