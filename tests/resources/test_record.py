"""What readers see of an improvement record."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources.models import CaseStudyPage, InitiativePage

from .records import FULL

ORDER = (
    *("problem", "team", "aim", "causes", "measures", "change_ideas", "change", "cycles"),
    *("result", "outcome_why", "lessons", "costs", "sustainment", "translational_potential"),
)

# Choices and dates are told in words, points in the chart's table.
UNSEEN = {
    *("kind", "per", "better", "period", "data", "baseline_points", "chart", "when"),
    *("started_on", "ended_on", "act", "outcome"),
}


@pytest.fixture
def record(initiatives, publish):
    """A published initiative with a full record and a story around it."""
    story = ("problem", "aim", "change", "result", "translational_potential")
    return publish(
        initiatives,
        InitiativePage(
            title="Contact in the first hour",
            slug="contact",
            summary="A ward.",
            outcome="mixed",
            **{name: f"<p>Told of {name}.</p>" for name in story},
            **FULL,
        ),
    )


def headings(html):
    return re.findall(r'<h2 id="_(\w+)">', html)


def words(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_parts_follow_the_four_steps_and_the_contents_list_them(client, record):
    html = client.get(record.url).text
    assert tuple(headings(html)) == ORDER
    assert tuple(re.findall(r'<a href="#_(\w+)">', html))[: len(ORDER)] == ORDER


def test_every_text_and_number_of_a_record_can_be_read(client, record):
    shown = words(client.get(record.url).text)

    def texts(value):
        if isinstance(value, dict):
            for name, each in value.items():
                if name not in UNSEEN:
                    yield from texts(each)
        elif isinstance(value, list | tuple):
            for each in value:
                yield from texts(each)
        elif value not in (None, ""):
            yield re.sub(r"<[^>]*>", "", str(value))

    kinds = {each[0] for part in FULL.values() if isinstance(part, list) for each in part}
    missing = [text for text in texts(FULL) if text not in shown and text not in kinds]
    assert missing == []


def test_choices_and_dates_are_told_in_words(client, record):
    shown = words(client.get(record.url).text)
    for text in ("February 1, 2021", "February 7, 2021", "Adopt", "Abandon", "Did not work"):
        assert text in shown


@pytest.mark.parametrize("model", [InitiativePage, CaseStudyPage])
def test_nothing_is_shown_for_empty_parts(client, initiatives, case_studies, publish, model):
    section = initiatives if model is InitiativePage else case_studies
    page = publish(section, model(title="Bare", slug="bare", summary="S.", problem="<p>P.</p>"))
    html = client.get(page.url).text
    assert headings(html) == ["problem"]
    assert [part["id"] for part in page.story] == ["problem"]


def test_an_aim_is_shown_when_only_one_of_its_four_parts_is_stated(client, case_studies, publish):
    page = publish(
        case_studies, CaseStudyPage(title="Case", slug="case", summary="S.", aim_by_when="by June")
    )
    assert headings(client.get(page.url).text) == ["aim"]
    assert "By when by June" in words(client.get(page.url).text)


def test_a_full_record_costs_no_query_more_than_none(client, record, initiative):
    def queries(page):
        client.get(page.url)
        with CaptureQueriesContext(connection) as made:
            assert client.get(page.url).status_code == 200
        return len(made)

    assert queries(record) == queries(initiative)


def test_causes_are_counted_from_the_most_frequent_on(client, initiatives, publish):
    counts = [{"cause": "A", "count": 2}, {"cause": "B", "count": 6}, {"cause": "C", "count": 0}]
    causes = [("pareto", {"title": "Why", "counts": counts})]
    page = publish(initiatives, InitiativePage(title="T", slug="t", summary="S.", causes=causes))
    html = client.get(page.url).text
    told = words(html[html.index("<tbody>") : html.index("</tbody>")])
    assert told == "B 6 75% A 2 100% C 0 100%"
    assert re.findall(r'<rect x="0" width="(\d+)"', html) == ["100", "33", "0"]
