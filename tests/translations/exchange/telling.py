"""Reading what the page of an upload tells, line by line."""

from html.parser import HTMLParser


class _Cells(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self._in_list, self._in_cell = [], False, False

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self._in_list = dict(attrs).get("class") == "listing"
        if self._in_list and tag == "tr":
            self.rows.append([])
        if self._in_list and tag == "td":
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag):
        if tag == "td":
            self._in_cell = False

    def handle_data(self, data):
        if self._in_cell:
            self.rows[-1][-1] += data


def told(response):
    """Return [(line, message, passage)] of an answer to an upload."""
    cells = _Cells()
    cells.feed(response.text)
    rows = [[cell.strip() for cell in row] for row in cells.rows if row]
    return [(int(line), message, passage) for line, message, passage in rows]


def refused(response):
    """Return what a refused upload tells; fails when it was not refused."""
    assert response.status_code == 422, response.text[:500]
    return told(response)


def line_of(text, part):
    """Return the number of the first line of a file that has `part` in it."""
    return next(n for n, line in enumerate(text.split("\n"), start=1) if part in line)
