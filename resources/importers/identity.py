"""By what a record is known again: DOI, else URL, else the key its source gives it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .report import Report


@dataclass(frozen=True)
class Identity:
    """The keys of one resource; an empty one is not known."""

    doi: str = ""
    url: str = ""
    source_id: str = ""

    def in_order(self) -> Iterator[tuple[str, str]]:
        """Its keys as (kind, key), the surest first."""
        for kind in ("doi", "url", "source_id"):
            if key := getattr(self, kind):
                yield kind, key

    def contradicts(self, other: "Identity") -> bool:
        """Whether both have a DOI and it differs, so that a shared lesser key means nothing."""
        return bool(self.doi and other.doi and self.doi != other.doi)


def own_key(page: Any) -> str:
    """The key of a page that was written here and has no other; "" for one that has."""
    has_other = page.source_id or page.source_url or getattr(page, "doi", "")
    return "" if has_other else key_from(page.translation_key)


def key_from(translation_key: Any) -> str:
    """The key that a page has among its language's pages, whatever becomes of its title."""
    return f"urn:uuid:{translation_key}"


def identify(values: dict[str, Any], keeps_doi: bool) -> Identity:
    """The identity of a record; sets `source_id` where pages could not be known without it.

    That is a DOI of a page type without a place for one, and for a record without any key a
    mark of its title and year.
    """
    doi, url = values.get("doi", ""), values.get("url", "")
    if not values.get("source_id"):
        if doi and not keeps_doi:
            values["source_id"] = f"doi:{doi}"
        elif not doi and not url:
            values["source_id"] = _mark_of(values.get("title", ""), values.get("year"))
    return Identity(doi if keeps_doi else "", url, values.get("source_id", ""))


def _mark_of(title: str, year: int | None) -> str:
    words = " ".join(re.findall(r"\w+", title.casefold()))
    return "title:" + hashlib.sha256(f"{words} {year or ''}".encode()).hexdigest()[:24]


def report_duplicates(records: Iterable, report: Report) -> None:
    """Reports every record that has a key of an earlier one in the same language and show."""
    seen: dict[tuple[str, str, str, str], Any] = {}
    for record in records:
        show = record.show.title if record.show else ""
        for kind, key in record.identity.in_order():
            first = seen.setdefault((record.language, show, kind, key), record)
            shared_page = kind == "url" and first.identity.contradicts(record.identity)
            if first is not record and not shared_page:
                report.add(_duplicate(kind, key).format(key=key, line=first.line), record.line)
                break


def _duplicate(kind: str, key: str) -> str:
    if key.startswith("title:"):
        return _("same title and year as line {line}. Give both a DOI, a URL or a source_id.")
    if kind == "doi" or key.startswith("doi:"):
        return _("DOI {key} is already on the record of line {line}.")
    if kind == "url":
        return _("address {key} is already on the record of line {line}.")
    return _("source_id {key} is already on the record of line {line}.")
