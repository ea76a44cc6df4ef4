"""Values as files write them, turned into values as pages hold them.

Every function takes the text of a cell and returns the value, or raises ValidationError with a
sentence for the person who has to put the file right.
"""

import datetime
import re
import unicodedata
from html import escape

from babel import Locale
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from core import countries
from core.languages import CONTENT_LANGUAGES
from resources.identifiers import normalise_doi, validate_doi, validate_pmcid, validate_pmid

from . import markup

LONGEST_TEXT = 200_000
# Tags and character references; a bare “<” as in “p<0.05” is text, and so is what a backslash
# stands before.
HTML = re.compile(
    r"(?<!\\)(?:</?[a-z][\w:-]*(\s+[\w:-]+\s*=[^<>]*|\s*/?)>|<!--|<!doctype|<script"
    r"|&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]{1,30});)",
    re.IGNORECASE,
)
_LITERAL = re.compile(r"\\(\\*[<&])")
# Every control character but tab and line feed, and what no XML can hold.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
FIRST_YEAR = 1900
YES = {"yes", "true", "1", "y"}
NO = {"no", "false", "0", "n"}
# ISO 639-2 and 639-3 codes, which bibliographic databases prefer.
LONG_LANGUAGE_CODES = {
    "eng": "en",
    "hin": "hi",
    "ben": "bn",
    "nep": "ne",
    "npi": "ne",
    "tam": "ta",
    "sin": "si",
    "tha": "th",
    "mya": "my",
    "bur": "my",
    "ind": "id",
    "ara": "ar",
    "urd": "ur",
    "fra": "fr",
    "fre": "fr",
}


def line(text: str) -> str:
    """One line of plain text, its white space made regular."""
    return markup.regular(_plain(text))


def paragraphs(text: str) -> str:
    """Plain text that keeps its line breaks."""
    lines = map(markup.regular, _plain(text).strip().split("\n"))
    return "\n".join(lines)


def rich_text(text: str) -> str:
    """Text as rich text: one `<p>` for every paragraph of plain text.

    Text that begins with a paragraph's or a list's tag is rich text already, and must hold no
    other formatting than the library keeps.
    """
    if markup.is_markup(text):
        return _formatted(text)
    parts = [part for part in paragraphs(text).split("\n") if part]
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts)


def _formatted(text: str) -> str:
    formatted, is_whole = markup.clean(_without_control(_short_enough(text)))
    if not is_whole:
        raise ValidationError(
            _("contains HTML that is no paragraph, list, emphasis or link. Take it out.")
        )
    return formatted


def _plain(text: str) -> str:
    if found := HTML.search(_short_enough(text)):
        raise ValidationError(
            _("contains HTML ({text}). Write plain text.").format(text=found.group()[:40])
        )
    return _LITERAL.sub(r"\1", _without_control(text))


def literal(text: str) -> str:
    r"""Plain text that is read as it is, even where it looks like HTML: “\<b>” means “<b>”."""
    if HTML.search(text) or _LITERAL.search(text):
        return re.sub(r"(\\*[<&])", r"\\\1", text)
    return text


def _short_enough(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValidationError(
            _("is {length} characters long; the most is {most}.").format(
                length=f"{len(text):,}", most=f"{LONGEST_TEXT:,}"
            )
        )
    return text


def _without_control(text: str) -> str:
    if found := CONTROL.search(text):
        raise ValidationError(
            _("contains the control character U+{code:04X}.").format(code=ord(found.group()))
        )
    return unicodedata.normalize("NFC", text)


def within(text: str, most: int | None) -> str:
    """A text of at most so many characters."""
    if most and len(text) > most:
        raise ValidationError(
            _("is {length} characters long; the most is {most}.").format(
                length=len(text), most=most
            )
        )
    return text


def count(text: str) -> int:
    """A whole number, not below zero."""
    if not re.fullmatch(r"\d{1,18}", text.strip(), re.ASCII):
        raise ValidationError(_("“{text}” is not a whole number.").format(text=text.strip()[:40]))
    return int(text)


def year(text: str) -> int:
    """A year with four digits, not later than next year."""
    last = datetime.date.today().year + 1
    if not re.fullmatch(r"\d{4}", text.strip(), re.ASCII):
        raise ValidationError(_("“{text}” is not a year.").format(text=text.strip()[:40]))
    if not FIRST_YEAR <= int(text) <= last:
        raise ValidationError(
            _("“{text}” is not between {first} and {last}.").format(
                text=text.strip(), first=FIRST_YEAR, last=last
            )
        )
    return int(text)


def date(text: str) -> datetime.date:
    """A date written as YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError as error:
        raise ValidationError(
            _("“{text}” is not a date. Write it as 2024-12-31.").format(text=text.strip()[:40])
        ) from error


def doi(text: str) -> str:
    """A DOI in its one way of being written."""
    value = normalise_doi(line(text))
    validate_doi(value)
    return value


def pmid(text: str) -> str:
    """A PubMed number."""
    value = line(text)
    validate_pmid(value)
    return value


def pmcid(text: str) -> str:
    """A PubMed Central number, with its letters."""
    value = line(text).upper()
    validate_pmcid(value)
    return value


def url(text: str) -> str:
    """A web address, http or https."""
    try:
        URLValidator(schemes=("http", "https"))(text.strip())
    except ValidationError as error:
        raise ValidationError(
            _("“{text}” is not a web address that begins with https:// or http://.").format(
                text=text.strip()[:60]
            )
        ) from error
    return text.strip()


def yes_or_no(text: str) -> bool:
    """True for yes, false for no."""
    word = text.strip().lower()
    if word not in YES | NO:
        raise ValidationError(_("“{text}” is neither yes nor no.").format(text=text.strip()[:40]))
    return word in YES


def language(text: str) -> str:
    """A content language's code, from its code of two or three letters or its English name."""
    name = text.strip().lower()
    for known in CONTENT_LANGUAGES:
        base = re.split("[-_]", name)[0]
        if base == known.code or name == known.english_name.lower():
            return known.code
    if name in LONG_LANGUAGE_CODES:
        return LONG_LANGUAGE_CODES[name]
    raise ValidationError(
        _("“{text}” is not a language of this hub. Its languages are: {codes}.").format(
            text=text.strip()[:40], codes=", ".join(known.code for known in CONTENT_LANGUAGES)
        )
    )


def country(text: str) -> str:
    """A country's ISO 3166-1 alpha-2 code."""
    code = text.strip().upper()
    if code in countries.codes():
        return code
    named = Locale("en").territories
    near = next((key for key, name in named.items() if name.lower() == text.strip().lower()), None)
    if near in countries.codes():
        raise ValidationError(
            _("“{text}” is not a country code. Write {code}.").format(text=text.strip(), code=near)
        )
    raise ValidationError(
        _("“{text}” is not a country code of two letters, such as IN or LK.").format(
            text=text.strip()[:40]
        )
    )


def choice(text: str, allowed: list) -> str | int:
    """One of the values allowed, whatever its capitals, spaces or hyphens."""
    known = {_loosely(str(value)): value for value in allowed}
    if _loosely(text) not in known:
        raise ValidationError(
            _("“{text}” is not known. Known are: {values}.").format(
                text=text.strip()[:40], values=", ".join(map(str, allowed))
            )
        )
    return known[_loosely(text)]


def _loosely(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.strip().lower())
