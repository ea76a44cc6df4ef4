"""From what a reader typed to what the engines are asked."""

import re
from collections import Counter
from dataclasses import dataclass

from core.languages import CONTENT_LANGUAGES

from .analysis import analyse, runs_together
from .engines.base import QueryWord, WordsQuery
from .stop_words import stop_words_for

# Some paste a whole paragraph; what comes after that changes the answer no more.
LONGEST_QUERY = 2_000
MOST_WORDS = 64
MOST_TIMES = 5

# DOI names start with "10." and a registrant (DOI Handbook 2.2); PMIDs are plain numbers.
_DOI = re.compile(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+?)[.,;]?$", re.I)
_PMID = re.compile(r"^(?:pmid:?\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)(\d{1,9})/?$", re.I)


@dataclass(frozen=True)
class ParsedQuery:
    """What was asked: words, or an identifier, or both where it might be either.

    `words` is None for an empty question and for one that is an identifier beyond doubt;
    `identifier` is "" where the text cannot be one.
    """

    words: WordsQuery | None = None
    identifier: str = ""

    @property
    def is_empty(self):
        """Whether nothing was asked."""
        return self.words is None and not self.identifier


def clean(text: str) -> str:
    """Return `text` without characters no word has, cut to a length no question exceeds."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST_QUERY].strip()


def normalise_identifier(text: str) -> str:
    """Return the form in which a DOI, a PMID or a source's own key is stored and looked up."""
    text = text.strip()
    match = _DOI.match(text) or _PMID.match(text)
    return (match[1] if match else text).casefold()


def parse(text: str, language: str) -> ParsedQuery:
    """Return what a reader of `language` asks with `text`.

    A text of nothing but signs asks for words that nobody has: it finds nothing.
    """
    text = clean(text)
    if not text:
        return ParsedQuery()
    identifier = "" if " " in text else normalise_identifier(text)
    if _DOI.match(text) or _PMID.match(text):
        return ParsedQuery(identifier=normalise_identifier(text))
    words = _words(text, language)
    return ParsedQuery(words, identifier or ("" if words else text))


def _words(text, language):
    tokens = list(analyse(text, language))
    if not tokens:
        return None
    stop_words = stop_words_for(language)
    kept = [token for token in tokens if token.exact not in stop_words] or tokens
    stems: dict[str, dict[str, None]] = {token.exact: {} for token in kept}
    for content_language in CONTENT_LANGUAGES:
        for token in analyse(text, content_language.code):
            if token.exact in stems and token.stem != token.exact:
                stems[token.exact][token.stem] = None
    times = Counter(token.exact for token in kept)
    words = [
        QueryWord(exact, tuple(forms), min(times[exact], MOST_TIMES))
        for exact, forms in stems.items()
    ]
    phrases = {tuple(token.exact for token in group) for group in runs_together(tokens)}
    return WordsQuery(tuple(words[:MOST_WORDS]), tuple(sorted(phrases)))
