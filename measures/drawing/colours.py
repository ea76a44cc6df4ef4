"""The style of a chart in a file of its own: that of pages by day, with each colour written out."""

import re
from functools import cache

from core import stylesheet

_TOKEN = re.compile(r"--([a-z-]+):([^;}]+)")
_USE = re.compile(r"var\(--([a-z-]+)\)")


@cache
def style() -> str:
    """Return `static/css/chart.css` without any name that only a page's sheet explains."""
    by_day, _brace, _others = stylesheet.of_files("tokens").partition("}")
    tokens = dict(_TOKEN.findall(by_day))
    return _USE.sub(lambda found: tokens[found[1]], stylesheet.of_files("chart"))
