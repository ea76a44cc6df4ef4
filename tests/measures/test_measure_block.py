"""A measure on a page: kept as points, edited as text, the same in every language."""

import json
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.blocks import StreamBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

from accounts.models import User
from measures.blocks import MeasureBlock, SeriesBlock
from measures.files import read_file
from measures.reading import Row, read_text
from measures.series import Change, ChartKind, Period, Point
from resources.models import InitiativePage
from resources.record.checklist import thin_parts

STREAM = StreamBlock([("measure", MeasureBlock())])
POINTS = "Week 1\t3/12\nWeek 2\t45.50\t5\t11\nWeek 3\t69"
SKIN_TO_SKIN = {
    "name": "Skin-to-skin contact",
    "numerator": "Babies put on the mother's chest",
    "unit": "%",
    "per": "100",
    "period": "week",
    "goal": "80.50",
    "better": "higher",
    "data": POINTS,
    "baseline_points": 2,
    "changes": [{"when": "Week 2", "what": "Warm towels"}],
    "reported": [
        {"what": "At the start", "value": "30%"},
        {"what": "After a year", "value": "above target"},
    ],
}


def stream_of(**changed):
    return STREAM.to_python([{"type": "measure", "value": {**SKIN_TO_SKIN, **changed}, "id": "m"}])


def measure(**changed):
    return stream_of(**changed)[0].value


def stored(stream):
    """What is kept of a stream once its blocks have been made, as a form's are."""
    list(stream)
    return json.loads(json.dumps(STREAM.get_prep_value(stream), default=str))


def test_a_measure_is_a_series_with_what_it_is_held_against():
    series = measure().series
    assert series.points == (
        Point("Week 1", Decimal(25), Decimal(3), Decimal(12)),
        Point("Week 2", Decimal("45.50"), Decimal(5), Decimal(11)),
        Point("Week 3", Decimal(69)),
    )
    assert (series.unit, series.period, series.baseline) == ("%", Period.WEEK, 2)
    assert (series.goal, series.higher_is_better, series.per) == (Decimal("80.50"), True, 100)
    assert series.changes == (Change("Week 2", "Warm towels"),)


def test_a_measure_with_a_name_alone_is_an_empty_series():
    value = STREAM.to_python([{"type": "measure", "value": {"name": "X"}, "id": "m"}])[0].value
    assert value.series.points == () and value.chart_kind is ChartKind.AUTO
    assert value.series.goal is None and value.series.higher_is_better is None


def test_a_chart_that_an_editor_asks_for_in_vain_has_a_reason():
    assert "20 points" in measure(chart="xmr").why_not_drawn
    assert measure(chart="run").why_not_drawn == measure(chart="auto").why_not_drawn == ""


def test_the_checklist_says_why_a_chart_is_not_the_one_asked_for(initiative):
    initiative.measures = stream_of(chart="xmr")
    said = [text for _step, texts in thin_parts(initiative) for text in texts]
    assert any(text.startswith("Skin-to-skin contact: Limits take") for text in said)


def test_what_is_stored_is_what_was_typed_and_stays_so():
    first = stored(stream_of())
    assert first[0]["value"]["data"] == [
        {"when": "Week 1", "numerator": "3", "denominator": "12"},
        {"when": "Week 2", "value": "45.50", "numerator": "5", "denominator": "11"},
        {"when": "Week 3", "value": "69"},
    ]
    assert first[0]["value"]["goal"] == "80.50"
    assert stored(STREAM.to_python(first)) == first


def test_the_form_shows_the_points_as_text_that_reads_back_the_same():
    block = SeriesBlock()
    points = block.to_python(stored(stream_of())[0]["value"]["data"])
    text = block.get_form_state(points)
    assert text == "Week 1\t3/12\nWeek 2\t45.50\t5\t11\nWeek 3\t69"
    assert block.clean(block.value_from_datadict({"data": text}, {}, "data")) == points


def test_text_that_cannot_be_read_is_kept_as_it_was_typed():
    typed = "Week 1\tmany\n"
    value = measure(data=typed)
    assert value.series.points == ()
    assert SeriesBlock().get_form_state(value["data"]) == typed
    assert stored(stream_of(data=typed))[0]["value"]["data"] == typed


@pytest.mark.parametrize(
    "entries",
    [
        [{"when": "Jan", "value": "many"}],
        [{"when": "Jan", "value": "NaN"}],
        [{"when": "Jan", "value": "1e999999"}],
        [{"when": "Jan", "value": True}],
        [{"when": "Jan", "numerator": "1", "denominator": "0"}],
        [{"when": "Jan", "numerator": "1"}],
        [{"when": "Jan"}],
        [{"when": "J\x00n", "value": "1"}],
        [{"when": "", "value": "1"}],
        [{"when": 2021, "value": "1"}],
        [{"value": "1"}],
        [{"when": "Jan", "value": "1", "other": "1"}],
        ["Jan"],
        {"Jan": 1},
        5,
    ],
)
def test_what_another_program_stored_wrongly_is_text_that_nobody_could_read(entries):
    value = measure(data=entries)
    assert value.series.points == ()
    assert json.loads(SeriesBlock().get_form_state(value["data"])) == entries
    with pytest.raises(StructBlockValidationError):
        MeasureBlock().clean(value)


def test_numbers_of_json_are_points_as_well():
    points = measure(
        data=[{"when": "Jan", "value": 5}, {"when": "Feb", "value": 5.5}]
    ).series.points
    assert [point.value for point in points] == [Decimal(5), Decimal("5.5")]


def test_points_are_no_words_to_search_or_to_translate():
    assert SeriesBlock().get_searchable_content((Row("Week 1", Decimal(5)),)) == []
    kept = STREAM.to_python(stored(stream_of()))
    found = StreamFieldSegmentExtractor(None).handle_stream_block(kept)
    texts = {segment.path.split(".")[1]: segment.string.data for segment in found if segment.string}
    assert texts["name"] == "Skin-to-skin contact" and "unit" not in texts
    said = [segment.string.data for segment in found if segment.string]
    assert "Warm towels" in said and "above target" in said
    assert not {"Week 2", "30%", "3/12", POINTS} & set(said)


def test_a_translation_changes_words_and_no_number():
    source = STREAM.to_python(stored(stream_of()))
    segments = StreamFieldSegmentExtractor(None).handle_stream_block(source)
    for segment in segments:
        if segment.string and segment.string.data == "above target":
            segment.string = type(segment.string)("au-dessus de la cible")
    StreamFieldSegmentsWriter(None, None, None).handle_stream_block(source, segments)
    value = source[0].value
    assert value.series == measure().series
    assert [one["value"] for one in value["reported"]] == ["30%", "au-dessus de la cible"]


@pytest.mark.parametrize(
    ("changed", "part", "message"),
    [
        ({"unit": "per 1,000 patient days"}, "per", "The unit says 1,000."),
        ({"unit": "प्रति १,००० दिन"}, "per", "The unit says 1,000."),
        ({"unit": "%", "per": "1000"}, "per", "The unit says 100."),
        ({"baseline_points": 4}, "baseline_points", "There are fewer points."),
        ({"data": "Week 1\tmany"}, "data", "Line 1: “many” is not a number."),
        ({"goal": "NaN"}, "goal", "Enter a number."),
    ],
)
def test_parts_that_contradict_are_told_where_they_stand(changed, part, message):
    value = MeasureBlock().to_python({**SKIN_TO_SKIN, **changed}) if part != "goal" else None
    if value is None:
        value = MeasureBlock().to_python(SKIN_TO_SKIN)
        value["goal"] = "NaN"
    with pytest.raises(StructBlockValidationError) as refused:
        MeasureBlock().clean(value)
    assert message in refused.value.block_errors[part].messages[0]


def test_a_change_is_named_like_the_point_whatever_the_digits():
    changes = [{"when": " २०२१-०३ ", "what": "Warm towels"}]
    cleaned = MeasureBlock().clean(measure(data="२०२१-०२\t5\n२०२१-०३\t6", changes=changes))
    assert cleaned.series.changes[0].when == cleaned.series.points[1].when == "2021-03"


def test_given_values_need_no_agreement_of_unit_and_count():
    block = MeasureBlock()
    value = block.to_python({**SKIN_TO_SKIN, "unit": "per 1,000 days", "data": "a\t5\nb\t6"})
    assert block.clean(value)["unit"] == "per 1,000 days"


@pytest.fixture
def sign_in(client, db):
    """Return a function that gives the browser of a member of a group, or of nobody in one."""

    def member(*groups):
        user = User.objects.create_user("member", "member@example.org")
        user.groups.set(Group.objects.filter(name__in=groups))
        for permission in Permission.objects.filter(codename="access_admin"):
            user.user_permissions.add(permission)
        client.force_login(user)
        return client

    return member


@pytest.fixture
def editor(sign_in):
    return sign_in("Editors")


def upload(client, name, data):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("measures_read_file"), {"file": file})


def test_an_editor_s_file_comes_back_as_text_of_points(editor):
    answer = upload(editor, "points.csv", b"Month;Cases;Total\r\nJan;3;12\r\nFeb;5;11")
    assert answer.json() == {"text": "Jan\t3/12\nFeb\t5/11"}


def test_what_is_wrong_with_a_file_is_told_by_line(editor):
    answer = upload(editor, "points.csv", b"Jan;3\nFeb;many")
    assert answer.json() == {"errors": ["Line 2: “many” is not a number."]}
    assert editor.post(reverse("measures_read_file")).status_code == 400
    assert editor.get(reverse("measures_read_file")).status_code == 405


def test_nobody_else_has_files_read(client, sign_in):
    assert upload(client, "points.csv", b"Jan;3").status_code == 302
    answer = upload(sign_in(), "points.csv", b"Jan;3")
    assert answer.status_code == 302 and "text" not in answer.text


def test_the_file_that_readers_get_of_a_chart_is_read_again(client, initiative):
    initiative.measures = stream_of()
    initiative.save_revision().publish()
    answer = client.get(reverse("chart", args=[initiative.pk, "m", "csv"]))
    assert read_file(answer.content) == read_text(POINTS)


FIELD = "measures-0-value"


@pytest.fixture
def save(editor, initiative):
    """Return a function that saves the page's form with a measure of such fields."""

    def save_form(**fields):
        address = reverse("wagtailadmin_pages:edit", args=[initiative.pk])
        data = querydict_from_html(editor.get(address).text, form_id="page-edit-form")
        for field in InitiativePage._meta.get_fields():
            if isinstance(field, StreamField):
                data.update(nested_form_data({field.name: streamfield([])}))
        value = {"name": "Contact", "kind": "process", "per": "100", "period": "week"}
        value |= {"chart": "auto", **fields}
        data.update(nested_form_data({"measures": streamfield([("measure", value)])}))
        data.update({f"{FIELD}-{name}-count": 0 for name in ("changes", "reported")})
        return editor.post(address, data)

    return save_form


def test_points_that_are_pasted_into_the_page_are_kept(save, initiative):
    assert save(unit="%", data=POINTS).status_code == 302
    initiative.refresh_from_db()
    draft = initiative.get_latest_revision_as_object()
    assert draft.measures[0].value.series.points == measure().series.points


def test_a_page_with_points_that_cannot_be_read_comes_back_as_it_was_typed(save):
    answer = save(data="Week 1\tmany")
    assert answer.status_code == 200
    for told in ("Line 1: “many” is not a number.", "Week 1\tmany"):
        assert json.dumps(told)[1:-1] in unescape(answer.text)


def test_the_form_offers_to_read_a_file(editor, initiative):
    html = unescape(editor.get(reverse("wagtailadmin_pages:edit", args=[initiative.pk])).text)
    assert "js/points.js" in html and "measures-points-url-value" in html
