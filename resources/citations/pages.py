"""Ranges of pages."""

import re


def ends_of(pages):
    """Return the first and the last page of a range, the last "" where there is none.

    NLM leaves out what the pages have in common: “112-6” ends on page 116.
    """
    ends = re.fullmatch(r"(\w+)[-–](\w+)", pages)
    if not ends:
        return pages, ""
    first, last = ends.groups()
    return first, first[: len(first) - len(last)] + last if last.isdigit() else last
