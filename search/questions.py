"""A question as a whole: the form by which it is known again, and whether it may be kept."""

import re
import unicodedata
from dataclasses import dataclass

from .analysis import analyse
from .models.query_log import LONGEST_QUESTION, LONGEST_TEXT
from .parsing import clean

MOST_WORDS = 8
# Scripts without spaces have more and shorter words by ICU's count.
MOST_PIECES = 16

# Addresses of people and places on the web, and look-ups. Six digits and more, however they are
# grouped, are telephone numbers, dates of birth and the numbers of patients; or a DOI.
_NOT_KEPT = re.compile(r"@|://|^(?:doi|pmid)\b|\d(?:[\s.,:;()+/_-]*\d){5}", re.I)
_LEFT_OUT = re.compile(r"(?:^|\s)-\w")
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Question:
    """What was asked in one language: folded, as it is counted, and typed, as it is shown."""

    language: str
    folded: str
    text: str


def folded(text: str, language: str) -> str:
    """Return the words of a whole question in their one form, separated by blanks.

    Capitals, accents, punctuation and quotation marks make no difference, endings do: editors
    who promote a page for "ward" do not mean "warding". Empty where there are no words, and
    where words are left out of the answer on purpose (`-word`), which is another question.
    """
    text = clean(text)
    if _LEFT_OUT.search(text):
        return ""
    return " ".join(token.exact for token in analyse(text, language))


def countable(text: str, language: str) -> Question | None:
    """Return the question to count, None where the text may tell of a person.

    What looks like an address or a long number is never kept, nor is what is longer than a few
    words, which may be a story; look-ups by DOI or PMID ask no question.
    """
    text = clean(text)
    if len(text) > LONGEST_TEXT or text.count(" ") >= MOST_WORDS or _NOT_KEPT.search(text):
        return None
    words = folded(text, language)
    if not words or words.count(" ") >= MOST_PIECES or len(words) > LONGEST_QUESTION:
        return None
    return Question(language, words, _shown(text))


def _shown(text):
    """Return `text` as others may be shown it: in small letters, its direction its own affair."""
    return _DIRECTIONS.sub("", unicodedata.normalize("NFC", text).lower())[:LONGEST_TEXT]
