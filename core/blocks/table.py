"""A table whose cells can be translated."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

_CAPTION = "caption"


class TableBlock(WagtailTableBlock):
    """Wagtail's table, its caption and each of its cells a string for translators.

    wagtail-localize passes over tables; these two methods are the hooks it offers
    (`wagtail_localize/segments/extract.py` and `ingest.py`).
    """

    def get_translatable_segments(self, value):
        """Return a string segment for the caption and for every cell that is not empty."""
        if not value:
            return []
        segments = [
            StringSegmentValue(f"cell-{row}-{column}", cell)
            for row, cells in enumerate(value.get("data") or [])
            for column, cell in enumerate(cells)
            if cell
        ]
        if value.get("table_caption"):
            segments.insert(0, StringSegmentValue(_CAPTION, value["table_caption"]))
        return segments

    def restore_translated_segments(self, value, segments):
        """Return the table with the given segments' text in the places they came from."""
        table = {**value, "data": [list(cells) for cells in value["data"]]}
        for segment in segments:
            if segment.path == _CAPTION:
                table["table_caption"] = segment.render_text()
                continue
            row, column = (int(part) for part in segment.path.split("-")[1:])
            table["data"][row][column] = segment.render_text()
        return table

    def get_searchable_content(self, value):
        """Return the caption and the cells, so that search finds what a table says."""
        if not value:
            return []
        cells = [cell for row in value.get("data") or [] for cell in row if cell]
        return [value.get("table_caption") or "", *cells]

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns, with a caption that says what they show.")
        template = "blocks/table.html"
        preview_value = {
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_caption": "What to record each week",
            "data": [["Week", "Babies"], ["1", "12"]],
        }
