"""What feeds write in many ways, in the one way that columns take."""

import calendar
import datetime
import re
from html import escape
from urllib.parse import urljoin

from django.core.exceptions import ValidationError
from django.utils.encoding import iri_to_uri

from . import markup, values

# Texts that were escaped more than once are common.
_MOST_LAYERS = 4
_EXPLICIT = {"yes", "true", "explicit", "1"}
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number}
_TH = r"(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Za-z]{3})[a-z]*\.?"
# Only the day is kept, so that the many forms of times and zones do not matter. Nothing tells
# 3/4/2021 from the third of April: such a date is not read.
_DATES = (
    re.compile(r"(?P<year>\d{4})([-/.])(?P<number>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?=T|$)"),
    re.compile(
        rf"(?:[A-Za-z]+[,.]?\s*)?(?P<day>\d{{1,2}}){_TH}[\s.-]+{_MONTH}[\s,-]+(?P<year>\d+)"
    ),
    re.compile(
        rf"(?:[A-Za-z]+[,.]?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}}){_TH},?\s+"
        r"(?:\d+:[\d:.]+\s+(?:[A-Z]+\s+)?)?(?P<year>\d{4})"
    ),
)
# Looked for from the beginning of a word only: else a long word takes minutes.
_MAILBOX = re.compile(r"(?<![^\s@()<>])[^\s@()<>]+@[^\s@()<>]+")


def plain(text: str) -> str:
    """Text or HTML, however often it was escaped, as plain text; its lines are kept."""
    for _layer in range(_MOST_LAYERS):
        if not values.HTML.search(text):
            break
        text = markup.words(markup.clean(text)[0])
    return values.CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def formatted(text: str, base: str) -> str:
    """Text or HTML as rich text, its links resolved against `base`."""
    if values.HTML.search(text):
        return markup.clean(values.CONTROL.sub("", text), base)[0]
    lines = [line for part in plain(text).split("\n") if (line := markup.regular(part))]
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def day(text: str) -> str | None:
    """The day of a date as 2024-12-31, in the zone of whoever wrote it; None if none is told."""
    for form in _DATES:
        if match := form.match(text.strip()):
            found = match.groupdict()
            month = found.get("number") or _MONTHS.get(found["month"].lower(), 0)
            try:
                date = datetime.date(_whole_year(found["year"]), int(month), int(found["day"]))
            except ValueError:
                return None
            return date.isoformat()
    return None


def _whole_year(text: str) -> int:
    """RFC 2822, 4.3: two digits below 50 are of this century, three are counted from 1900."""
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year < 50 else 1900)
    return year + 1900 if len(text) == 3 else year


def web_address(text: str, base: str) -> str:
    """A complete http or https address, what is not allowed in one escaped; "" for others."""
    try:
        return values.url(iri_to_uri(urljoin(base, text.strip())))
    except (ValidationError, ValueError):
        return ""


def is_explicit(text: str) -> bool:
    """Whether iTunes' flag, in any of its forms since 2005, warns of the language."""
    return text.strip().lower() in _EXPLICIT


def person(text: str) -> str:
    """The name in “mail@example.org (Name)” or “Name <mail@example.org>”; "" for a mere mailbox."""
    name = _MAILBOX.sub(" ", plain(text))
    inner = re.fullmatch(r"\s*\((.*)\)\s*", name)
    return " ".join(re.sub(r"[(<]\s*[)>]", " ", inner[1] if inner else name).split())
