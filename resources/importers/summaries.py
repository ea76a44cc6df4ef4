"""The summary that every page needs and few bibliographic records have."""

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from . import values

SENTENCE_END = re.compile(r"[.!?\u0964\u06d4](?=\s)")


def take_abstract(text: str, found: dict[str, Any], most: int) -> None:
    """Fills what the record leaves empty: the summary from the abstract, or, when it is longer
    than `most` characters, the summary from its first sentences and the body from all of it.
    """
    abstract = values.paragraphs(text)
    if "summary" in found:
        return
    found["summary"] = opening(abstract, most)
    if len(abstract) > most:
        found.setdefault("body", [values.rich_text(abstract)])


def summary_from_facts(found: dict[str, Any], language: str) -> str:
    """What the record itself says of the paper, for one that comes without an abstract.

    A later file with an abstract replaces it, unless an editor has written a better one.
    """
    journal, year = found.get("journal"), found.get("year")
    with override(language):
        if journal and year:
            return _("Published in {journal}, {year}.").format(journal=journal, year=year)
        if journal:
            return _("Published in {journal}.").format(journal=journal)
        if year:
            return _("Published in {year}.").format(year=year)
    return found["title"]


def opening(text: str, most: int) -> str:
    """The first whole sentences of a text within `most` characters, else its first words."""
    if len(text) <= most:
        return text
    start = text[: most + 1]
    ends = [match.end() for match in SENTENCE_END.finditer(start) if match.end() <= most]
    if ends:
        return text[: ends[-1]]
    return start[: most - 1].rsplit(None, 1)[0] + "…"
