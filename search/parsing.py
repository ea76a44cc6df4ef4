"""From what a reader typed to what the engines are asked."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from .alone import alone
from .analysis import STEMMED, Token, analyse, runs_together, script_of
from .engines.base import QueryWord, WordsQuery
from .stop_words import stop_words_for
from .synonyms import alternatives

# Some paste a whole paragraph; what comes after that changes the answer no more.
LONGEST_QUERY = 2_000
MOST_WORDS = 64
MOST_TIMES = 5
MOST_INSTEAD = 32
# Quotation marks in longer ones quote somebody or something; they leave nothing out.
SHORT_QUESTION = 6

# DOI names start with "10." and a registrant (DOI Handbook 2.2); PMIDs are plain numbers.
_DOI = re.compile(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+?)[.,;]?$", re.I)
_PMID = re.compile(r"^(?:pmid:?\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)(\d{1,9})/?$", re.I)

# What stands in quotation marks of any language is wanted word for word; what stands right after
# a minus sign, and is no number, is not wanted.
_MARKS = '"“”„«»＂'
_QUOTED = re.compile(rf"(?P<minus>(?<!\S)[-−])?[{_MARKS}](?P<text>[^{_MARKS}]+)[{_MARKS}]")
_EXCLUDED = re.compile(r"(?<!\S)[-−](?P<text>[^\W\d]\S*)")


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
    wanted = _EXCLUDED.sub(" ", _QUOTED.sub(_without_what_is_excluded, text))
    tokens = list(analyse(wanted, language))
    if not tokens:
        # Nothing but what is not wanted is no question; the signs mean nothing then.
        wanted, tokens = text, list(analyse(text, language))
        excluded = ()
    else:
        excluded = _excluded(text, language)
    if not tokens:
        return None
    words = _query_words(wanted, tokens, language)
    phrases = {tuple(token.exact for token in group) for group in runs_together(tokens)}
    required = _required(text, language) if len(words) <= SHORT_QUESTION else ()
    return WordsQuery(words, tuple(sorted(phrases)), required, excluded)


def _without_what_is_excluded(match):
    return " " if match["minus"] else match["text"]


def _required(text, language):
    quoted = (match["text"] for match in _QUOTED.finditer(text) if not match["minus"])
    return _sequences(quoted, language)


def _excluded(text, language):
    quoted = [match["text"] for match in _QUOTED.finditer(text) if match["minus"]]
    single = [match["text"] for match in _EXCLUDED.finditer(_QUOTED.sub(" ", text))]
    return _sequences(quoted + single, language)


def _sequences(texts: Iterable[str], language):
    cut = (tuple(token.exact for token in analyse(text, language)) for text in texts)
    return tuple(dict.fromkeys(pieces for pieces in cut if pieces))[:MOST_WORDS]


def _query_words(text: str, tokens: list[Token], language: str) -> tuple[QueryWord, ...]:
    stop_words = stop_words_for(language)
    kept = [token for token in tokens if token.exact not in stop_words] or tokens
    stems: dict[str, dict[str, None]] = {token.exact: {} for token in kept}
    for stemmed_language in STEMMED:
        for token in analyse(text, stemmed_language):
            if token.exact in stems and token.stem != token.exact:
                stems[token.exact][token.stem] = None
    times = Counter(token.exact for token in kept)
    written = {token.exact: token.written for token in kept}
    if len(tokens) == 1:
        written = {word: form or alone(word, script_of(word[0])) for word, form in written.items()}
    instead = _instead(tokens, language)
    return tuple(
        QueryWord(
            exact,
            tuple(forms),
            min(times[exact], MOST_TIMES),
            written[exact],
            instead.get(exact, ()),
            _pieces(instead.get(exact, ())),
        )
        for exact, forms in list(stems.items())[:MOST_WORDS]
    )


def _pieces(sequences):
    """Return the words of sequences of several, which say a part of what was asked."""
    several = (sequence for sequence in sequences if len(sequence) > 1)
    return tuple(dict.fromkeys(chain.from_iterable(several)))


def _instead(tokens, language):
    """Return for words of the question what else the vocabulary calls them, as stored words."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for start, end, expressions in alternatives(tuple(t.exact for t in tokens), language):
        sequences = tuple(
            sequence
            for text, spoken in expressions[:MOST_INSTEAD]
            if (sequence := tuple(token.stem for token in analyse(text, spoken)))
        )
        found |= {token.exact: sequences for token in tokens[start:end]}
    return found
