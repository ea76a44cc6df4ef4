"""Numbers as people write them: in the digits of any script, with a point or a comma."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.digits import with_plain_digits

# More digits than any count or rate has; a number of 1,000 digits would only be an attack.
_MOST_DIGITS = 24
_ARABIC = str.maketrans({"٫": ".", "٬": "", "٪": "%", "⁄": "/", "∕": "/", "−": "-", "％": "%"})
# Marks of writing direction come along when text is copied from a page in Arabic or Urdu.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_GROUPING_SPACE = re.compile(r"(?<=\d)[ '\u2019\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|\.\d+)")
# 1,234,567 and, as in India, 12,34,567.
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_OTHER = {".": ",", ",": "."}


def plain(text: str) -> str:
    """Return text with the digits and signs of every script as 0-9 . - % and /."""
    text = with_plain_digits(_UNSEEN.sub("", text).translate(_ARABIC)).strip()
    return _GROUPING_SPACE.sub("", text).removesuffix("%").removeprefix("%").strip()


def is_number(text: str) -> bool:
    """Whether text is a number in some reading, or a fraction such as 45/60 of two."""
    return all(any(_reads(part, mark) for mark in _OTHER) for part in plain(text).split("/", 1))


def _reads(text: str, mark: str) -> bool:
    try:
        number(text, mark)
    except ValidationError:
        return False
    return True


def decimal_mark(tokens: Iterable[str]) -> str:
    """Return "." or "," where numbers written by one hand leave no doubt; "" where they do.

    12,5 can only be a decimal comma and 1,234,567 only groups; 1,234 may be either.
    """
    certain = {mark for mark in map(_own_mark, tokens) if mark}
    return certain.pop() if len(certain) == 1 else ""


def _own_mark(token: str) -> str:
    """The decimal mark that a number's own shape tells; "" for one that may be read in two ways."""
    token = plain(token).lstrip("+-")
    marks = re.findall("[.,]", token)
    if not marks or not _NUMBER.fullmatch(token) or _EITHER.fullmatch(token):
        return ""
    if len(marks) > 1 and len(set(marks)) == 1:
        return _OTHER[marks[0]]
    return marks[-1]


def number(token: str, mark: str = "") -> Decimal:
    """Return a number as it was written, with its last zeros.

    `mark` is what `decimal_mark` says of the numbers that it stands among; without one a lone
    point is a decimal point. Raises ValidationError for what is no number, or may be two.
    """
    digits = plain(token)
    shown = {"text": token.strip()[:40]}
    if not _NUMBER.fullmatch(digits) or sum(map(str.isdecimal, digits)) > _MOST_DIGITS:
        raise ValidationError(_("“%(text)s” is not a number.") % shown)
    unsigned = digits.lstrip("+-")
    if not mark and "," in unsigned and _EITHER.fullmatch(unsigned):
        raise ValidationError(_("“%(text)s” may be read in two ways. Write 1234 or 1.234.") % shown)
    whole, _mark, rest = unsigned.partition(_own_mark(unsigned) or mark or ".")
    if re.search("[.,]", rest) or (re.search("[.,]", whole) and not _GROUPED.fullmatch(whole)):
        raise ValidationError(_("“%(text)s” is not a number.") % shown)
    sign = "-" if digits.startswith("-") else ""
    return Decimal(sign + re.sub("[.,]", "", whole or "0") + (f".{rest}" if rest else ""))
