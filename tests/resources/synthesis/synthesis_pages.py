"""Writes what a synthesis is made of, and reads its page as a reader does."""

from datetime import date

from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext


def measure(**facts):
    """Return a measure with two numbers that were printed."""
    return {
        **dict.fromkeys(("numerator", "denominator", "unit", "better", "collected"), ""),
        "name": "Held skin to skin",
        "reported": [
            {"what": "Before", "value": "20%"},
            {"what": "After 8 weeks", "value": "80%"},
        ],
        **facts,
    }


def graded(**others):
    return {
        "certainty": "low",
        "certainty_reason": "One ward before and after.",
        "certainty_by": "A. Editor",
        "certainty_on": date(2026, 1, 5),
        **others,
    }


def reword(page, name, whats):
    """Put a translator's words into the first measure of a page."""
    raw = page.measures.get_prep_value()
    raw[0]["value"]["name"] = name
    for item, what in zip(raw[0]["value"]["reported"], whats, strict=True):
        item["value"]["what"] = what
    page.measures = page.measures.stream_block.to_python(raw)
    page.save_revision().publish()


def read(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def counts(client, page):
    """Return {outcome: the numbers that stand beside it} as a reader sees them."""
    table = read(client, page).find(id="_outcomes").find_next("table")
    rows = [row.find_all(["th", "td"]) for row in table.tbody.find_all("tr")]
    return {
        head.get_text(strip=True): [int(cell.get_text()) for cell in cells] for head, *cells in rows
    }


def records_shown(client, page):
    return [cell.a.get_text() for cell in read(client, page).select("#_effects ~ div tbody th")]


def effects(client, page):
    """Return the measure and the numbers of each row, as a reader sees them."""
    rows = read(client, page).select("#_effects ~ div tbody tr:has(ul)")
    cells = [row.find_all("td") for row in rows]
    return [
        [name.get_text(), *(" ".join(item.get_text().split()) for item in told.find_all("li"))]
        for name, told in cells
    ]


def since(client, page):
    """Return what a page says of the records since the grade, None for nothing."""
    notice = read(client, page).find(id="_certainty").parent.find(class_="warning")
    return notice and [" ".join(each.get_text().split()) for each in notice.find_all("span")]


def queries(client, page):
    """Return how many queries a page takes once the caches are warm."""
    read(client, page)
    with CaptureQueriesContext(connection) as captured:
        read(client, page)
    return len(captured)
