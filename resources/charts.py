"""The chart of a measure as a file, and its points, for slides and for sums of one's own."""

import csv
import hashlib
import io

from django.core.cache import cache
from django.core.validators import slug_re
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import condition, require_safe

from measures.drawing.chart import chart_of
from measures.drawing.picture import Caption, picture
from measures.png import png
from resources.citations.work import address_of
from resources.importers.csv_file import disarm
from resources.served import last_change, page_here

_COLUMNS = ("when", "value", "numerator", "denominator")
# Spreadsheets take UTF-8 for an older encoding without it.
_MARK = "\ufeff"
_SECONDS = 24 * 3600


def links_to(page, measure):
    """Return what is offered of a measure of a page as {"name", "url", "is_drawn"}, or []."""
    # What was imported may carry an id of its own making.
    if not page.live or not slug_re.match(measure.id or ""):
        return []
    return [
        {
            "name": extension.upper(),
            "url": reverse("chart", args=[page.pk, measure.id, extension]),
            "is_drawn": extension != "csv",
        }
        for extension in _FORMATS
    ]


@require_safe
@condition(last_modified_func=last_change)
def download(request, pk, block, extension):
    """Answer with a measure of a page as csv, svg or png; 404 for what readers may not see."""
    write = _FORMATS.get(extension)
    if write is None:
        raise Http404("There is no such format.")
    page = page_here(pk)
    measure = next((each for each in getattr(page, "measures", ()) if each.id == block), None)
    if measure is None or not measure.value.series.points:
        raise Http404("There is no such measure.")
    response = write(page, measure.value)
    name = f"{page.slug}-{block[:8]}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _csv(page, value):
    """Write the points with the numbers as they were typed, and no cell that could be run."""
    rows = [row.as_json() for row in value["data"]]
    used = [name for name in _COLUMNS if any(name in row for row in rows)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(used)
    for row in rows:
        writer.writerow([disarm(row["when"]), *(row.get(name, "") for name in used[1:])])
    return HttpResponse(_MARK + out.getvalue(), content_type="text/csv; charset=utf-8")


def _svg(page, value):
    return HttpResponse(_drawn(page, value).svg, content_type="image/svg+xml; charset=utf-8")


def _png(page, value):
    drawn = _drawn(page, value)
    key = f"chart.png.{hashlib.sha256(drawn.svg.encode()).hexdigest()}"
    found = cache.get(key)
    if found is None:
        found = png(drawn)
        cache.set(key, found, _SECONDS)
    return HttpResponse(found, content_type="image/png")


def _drawn(page, value):
    chart = chart_of(value.series, value.chart_kind)
    if chart is None:
        raise Http404("This measure has no chart.")
    unit = f" ({value['unit']})" if value["unit"] else ""
    return picture(chart, Caption(f"{value['name']}{unit}", (page.title, address_of(page))))


_FORMATS = {"csv": _csv, "svg": _svg, "png": _png}
