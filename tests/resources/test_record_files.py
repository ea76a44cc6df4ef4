"""An improvement record leaves in every format, and comes back as it was."""

import csv
import io
import json
import re

import pytest

from resources.models import CaseStudyPage, InitiativePage
from tests.resources.exporting import export, goes_round, text_of
from tests.resources.importing import in_file, run_import

from .records import FULL

FORMATS = ["ris", "bib", "csv", "xlsx"]
BY_HAND = [
    {
        "type": "measure",
        "value": {
            "name": "Contact",
            "goal": 0.1,
            "data": "Week 1\t3/12\nWeek 2\t5/11",
            "changes": [{"when": "Week 2", "what": "A chair"}],
        },
    }
]


def row(**columns):
    out = io.StringIO()
    writer = csv.DictWriter(out, {"title": "Contact", **columns})
    writer.writeheader()
    writer.writerow({"title": "Contact", **columns})
    return out.getvalue()


def story(client, model):
    """Return what a reader sees of the record, without the keys that addresses are made of."""
    html = client.get(model.objects.get().url).text
    told = html[html.index('<div class="story">') : html.index("About this resource")]
    return re.sub(r"/charts/\d+/[\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}", "", told)


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("model", [InitiativePage, CaseStudyPage])
def test_a_full_record_goes_round_and_reads_the_same(
    client, initiatives, case_studies, publish, tmp_path, extension, model
):
    section = initiatives if model is InitiativePage else case_studies
    publish(section, model(title="Contact", slug="contact", summary="S.", source_id="k", **FULL))
    before = story(client, model)
    goes_round(tmp_path / f"out.{extension}", model, model.resource_type)
    assert story(client, model) == before


def test_a_measure_can_be_written_by_hand(initiatives, tmp_path):
    text = row(measures=json.dumps(BY_HAND))
    run = run_import(in_file(tmp_path, "in.csv", text), "--publish")
    assert not run.failed, run
    (measure,) = InitiativePage.objects.get().measures
    assert measure.value.series.points[0].denominator == 12
    assert str(measure.value["goal"]) == "0.1"
    assert measure.value["chart"] == "auto" and measure.value["changes"][0]["what"] == "A chair"


def test_an_export_holds_the_points_as_they_were_typed_and_nothing_that_is_empty(
    initiatives, publish, tmp_path
):
    publish(initiatives, InitiativePage(title="C", slug="c", summary="S.", **FULL))
    export(tmp_path / "out.csv")
    (told,) = csv.DictReader(io.StringIO(text_of(tmp_path / "out.csv").lstrip("\ufeff")))
    (measure,) = json.loads(told["measures"])
    assert " ".join(measure["value"]["data"].split()) == "2021-01 3/12 2021-02 5/11 2021-03 9/13"
    assert json.loads(told["cycles"])[1]["value"] == {
        "title": "One night shift",
        "act": "abandon",
        "outcome": "did_not_work",
    }


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("cycles", "One day shift"),
        ("cycles", '{"type": "cycle"}'),
        ("cycles", '[{"type": "poem", "value": {}}]'),
        ("cycles", '[{"type": "cycle", "value": {"title": "T", "act": "rejoice"}}]'),
        ("cycles", '[{"type": "cycle", "value": {"title": "T", "started_on": "soon"}}]'),
        ("cycles", '[{"type": "cycle", "value": {"plan": "without a title"}}]'),
        ("team", '[{"type": "member", "value": {"role": ["a"]}}]'),
        ("team", '[{"type": "member", "value": {"role": "R", "salary": 3}}]'),
        ("causes", '[{"type": "pareto", "value": {"title": "T", "counts": [{"cause": "c"}]}}]'),
        ("measures", '[{"type": "measure", "value": {"name": "M", "goal": "much"}}]'),
        ("measures", '[{"type": "measure", "value": {"name": "M", "data": "1\\tmany"}}]'),
        ("measures", f"{'[' * 5000}"),
        ("aim_what", "w" * 256),
    ],
)
def test_what_an_editor_could_not_save_is_refused_with_its_column(
    initiatives, tmp_path, column, cell
):
    run = run_import(in_file(tmp_path, "in.csv", row(**{column: cell})), "--publish")
    assert run.failed and any(column in line for line in run.report)
    assert not InitiativePage.objects.exists()


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (
            '[{"type": "measure", "value": {"name": "A"}},'
            ' {"type": "measure", "value": {"name": "B", "data": "1\\tmany"}}]',
            "2.data: Line 1: “many” is not a number.",
        ),
        (
            '[{"type": "measure", "value": {"name": "M", "reported": [{"what": "At first"}]}}]',
            "1.reported.1.value: This field is required.",
        ),
        ('[{"type": "measure"', "measures: is no JSON from character 20 on."),
    ],
)
def test_the_report_says_where_in_a_list_something_is_wrong(initiatives, tmp_path, cell, told):
    run = run_import(in_file(tmp_path, "in.csv", row(measures=cell)))
    assert run.failed
    (line,) = run.report
    assert line.endswith(told)


def test_a_block_keeps_its_id_when_a_file_changes_it(initiatives, tmp_path):
    path = in_file(tmp_path, "in.csv", row(source_id="k", measures=json.dumps(BY_HAND)))
    run_import(path, "--publish")
    before = InitiativePage.objects.get().measures[0].id
    better = [{"type": "measure", "value": {**BY_HAND[0]["value"], "name": "Early contact"}}]
    path = in_file(tmp_path, "in.csv", row(source_id="k", measures=json.dumps(better)))
    run_import(path, "--publish")
    (measure,) = InitiativePage.objects.get().measures
    assert (measure.value["name"], measure.id) == ("Early contact", before)
