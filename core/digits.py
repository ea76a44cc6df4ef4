"""The digits of every script as 0 to 9."""

import re
import unicodedata

_OTHER_DIGIT = re.compile(r"[^\D0-9]")


def with_plain_digits(text: str) -> str:
    """Return `text`, as long as it was, with 0 to 9 in place of the digits of every script."""
    return text if text.isascii() else _OTHER_DIGIT.sub(_plain, text)


def _plain(match):
    return str(unicodedata.decimal(match[0]))
