"""What other programs and readers' search know of an improvement record."""

import pytest
from django.utils.translation import gettext, override

from resources.models import InitiativePage

from .records import FULL

LISTING = "/api/v2/pages/"


@pytest.fixture
def record(initiatives, publish):
    page = InitiativePage(title="Contact", slug="contact", summary="S.", outcome="mixed", **FULL)
    return publish(initiatives, page)


def test_the_api_tells_the_numbers_of_a_record_as_they_were_typed(client, record):
    told = client.get(f"{LISTING}{record.pk}/").json()
    (measure,) = told["measures"]
    point = {"when": "2021-02", "numerator": "5", "denominator": "11"}
    assert measure["value"]["data"][1] == point
    assert measure["value"]["goal"] == "90"
    assert measure["value"]["reported"] == [{"what": "Before", "value": "30.5%"}]
    assert [each["value"]["outcome"] for each in told["cycles"]] == ["worked", "did_not_work"]
    assert told["cycles"][0]["value"]["started_on"] == "2021-02-01"
    assert (told["aim_by_when"], told["cost_time"]) == ("within six months", "Two hours a week")


@pytest.mark.parametrize("name", ["measures", "cycles", "aim_what", "team"])
@pytest.mark.parametrize("value", ["", "x", "[]", '{"', "%00", "1"])
def test_no_filter_or_order_by_a_part_of_a_record_breaks_an_answer(client, record, name, value):
    query = {"type": "resources.InitiativePage"}
    assert client.get(LISTING, {**query, "order": name}).status_code == 200
    assert client.get(LISTING, {**query, name: value}).status_code in (200, 400)


WORDS = [
    "Weighing first",
    "scale is far",
    "Nine of eleven had contact",
    "night shift",
    "birth register",
    "day there were hands",
    "hours a week",
    "term newborns",
    "Obstetrician",
    "Did not work",
]


def test_readers_find_a_record_by_the_words_of_its_parts(
    client, initiatives, publish, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        publish(initiatives, InitiativePage(title="Contact", slug="c", summary="S.", **FULL))
    lost = []
    for words in WORDS:
        answer = client.get("/en/search/", {"q": words, "format": "json"}).json()
        if [hit["title"] for hit in answer["results"]] != ["Contact"]:
            lost.append(words)
    assert lost == []


def test_the_outcome_of_a_cycle_is_found_in_the_words_of_the_page_s_language(
    client, initiative, hindi, django_capture_on_commit_callbacks
):
    initiative.cycles = [("cycle", {"title": "रात की पाली", "outcome": "did_not_work"})]
    page = initiative.copy_for_translation(hindi, copy_parents=True)
    page.cycles = initiative.cycles
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    with override("hi"):
        words = gettext("Did not work")
    answer = client.get("/hi/search/", {"q": words, "format": "json"}).json()
    assert [hit["id"] for hit in answer["results"]] == [page.pk]
