"""Blocks answer questions about themselves, and tables can be translated."""

import pytest
from django.template.loader import render_to_string
from wagtail.blocks import StreamBlock
from wagtail.images.tests.utils import get_test_image_file
from wagtail.rich_text import RichText

from core.blocks import BodyStreamBlock, TableBlock
from core.models import HubImage

BODY = BodyStreamBlock()


def body(*passages):
    return BODY.to_python([{"type": kind, "value": value} for kind, value in passages])


def heading(text, level="h2"):
    return ("heading", {"text": text, "level": level})


TABLE = {
    "table_caption": "Doses",
    "table_header_choice": "row",
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "data": [["Drug", "Dose"], ["Vitamin K", None], ["Oxytocin", "10 IU"]],
}


def test_main_headings_make_the_table_of_contents():
    found = BODY.headings(body(heading("Aim"), heading("A detail", "h3"), heading("Result")))
    assert found == [{"id": "aim", "text": "Aim"}, {"id": "result", "text": "Result"}]


def test_headings_that_read_the_same_get_anchors_of_their_own():
    passages = BODY.anchored(body(heading("Aim"), heading("Aim", "h3"), heading("Aim")))
    assert [anchor for _child, anchor in passages] == ["aim", "aim-2", "aim-3"]


@pytest.mark.parametrize(("text", "anchor"), [("कंगारू देखभाल", "कंगारू-देखभाल"), ("!?", "section")])
def test_an_anchor_keeps_every_script_and_is_never_empty(text, anchor):
    assert BODY.anchored(body(heading(text)))[0][1] == anchor


def test_plain_text_has_every_passage_and_no_markup():
    text = BODY.plain_text(
        body(
            heading("Aim"),
            ("paragraph", "<p>Write <b>one</b> sentence.</p>"),
            ("steps", [{"title": "Wash hands", "text": "<p>With soap.</p>"}]),
            ("callout", {"kind": "warning", "title": "Stop", "text": "<p>Ask first.</p>"}),
            ("table", TABLE),
            ("references", [{"text": "Donabedian 1988", "url": ""}]),
        )
    )
    for words in ("Aim", "one sentence", "Wash hands", "soap", "Stop", "Ask first", "10 IU"):
        assert words in text
    assert "Donabedian 1988" in text and "<" not in text
    assert "Main heading" not in text and "Warning" not in text


@pytest.mark.django_db
def test_every_block_renders_its_preview(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    HubImage.objects.create(title="A chart", file=get_test_image_file())
    for name, block in BODY.child_blocks.items():
        html = block.render(block.normalize(block.get_preview_value()))
        assert html.strip(), name


def test_a_table_gives_its_caption_and_cells_to_translators():
    segments = TableBlock().get_translatable_segments(TABLE)
    assert [(segment.path, segment.string.data) for segment in segments] == [
        ("caption", "Doses"),
        ("cell-0-0", "Drug"),
        ("cell-0-1", "Dose"),
        ("cell-1-0", "Vitamin K"),
        ("cell-2-0", "Oxytocin"),
        ("cell-2-1", "10 IU"),
    ]


def test_a_table_takes_translations_back_into_their_places():
    block = TableBlock()
    segments = block.get_translatable_segments(TABLE)
    assert block.restore_translated_segments(TABLE, segments) == TABLE
    assert TABLE["data"][1][1] is None


def test_an_empty_table_has_nothing_to_translate_or_to_search():
    assert TableBlock().get_translatable_segments(None) == []
    assert TableBlock().get_searchable_content(None) == []


def test_what_an_editor_types_is_escaped():
    evil = "<script>alert(1)</script>"
    value = body(
        heading(evil),
        ("table", {**TABLE, "table_caption": evil, "data": [[evil]]}),
        ("references", [{"text": evil, "url": "https://example.org/"}]),
        ("steps", [{"title": evil, "text": ""}]),
        ("callout", {"kind": "note", "title": evil, "text": RichText("")}),
    )
    assert isinstance(value.stream_block, StreamBlock)
    html = "".join(str(child.render()) for child in value)
    assert "<script>" not in html and "&lt;script&gt;" in html


@pytest.mark.django_db
def test_the_error_page_of_last_resort_needs_nothing():
    html = render_to_string("500.html")
    assert "<h1" in html and "{%" not in html
