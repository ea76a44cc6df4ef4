"""Ask, and get the page of results: what the search page and every list of a section use."""

import logging
from dataclasses import dataclass, field, replace
from datetime import date
from math import inf

from django.utils.html import escape
from django.utils.safestring import SafeString

from core.languages import direction_of
from fit.comparing import Reason

from . import answers
from .asking import FACETS, SearchRequest
from .catalogue import catalogue
from .engines import database_engine, elasticsearch_engine
from .engines.base import MOST_CANDIDATES, EngineResting, EngineUnavailable, WordsQuery
from .fitting import reasons
from .forgiving import Widened, widen
from .found import Found, memory
from .inside import Passage, best_passages
from .labels import FacetLabels, Label
from .parsing import ParsedQuery, parse
from .promotions import promoted_for
from .reading import read
from .spelling import suggestion
from .vocabulary import Vocabulary

logger = logging.getLogger(__name__)

MOST_GUESSES = 5

# Elasticsearch shows an edit a moment after the database has told of it, or later where it was
# away: what it said meanwhile is not repeated for longer.
TRUSTED_SECONDS = 10


@dataclass(frozen=True)
class Hit:
    """One resource found, in the language in which it is offered.

    `highlight` is in `passage_language`, "" where nobody knows which. Where it stands in a
    recording or an attached document, `place_url` leads there and `place_label` says where.
    `is_outdated` says that it translates what its source does not say any more. `fit` says how it
    stands to the reader's setting, where the answer is sorted by that.
    """

    id: int
    type: str
    type_label: str
    title: str
    url: str
    language: str
    dir: str
    outcome: str
    outcome_label: str
    year: int | None
    sort_date: date | None
    is_illustrative: bool
    is_outdated: bool
    summary: str
    highlight: SafeString
    passage_language: str = ""
    place_url: str = ""
    place_label: str = ""
    fit: list[Reason] = field(default_factory=list)


@dataclass(frozen=True)
class FacetOption:
    """One value to filter by; `lang` and `dir` say what language its label is in."""

    value: str
    label: str
    count: int
    checked: bool
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Facet:
    """One filter: its name in addresses, its label, and its options with counts."""

    name: str
    label: str
    options: list[FacetOption]


@dataclass(frozen=True)
class SearchResults:
    """The answer to a SearchRequest.

    `total` and all counts are of resources. `more_than` is true where more rows matched than
    are counted; `degraded` is for operators: the engine that should have answered did not.
    `suggestion` is another spelling to offer, None where there is none. `nearest` says that
    nothing has the words as they were asked, and the hits have words like them. Where not even
    this can be said, there are no hits, and `guesses` come nearest. `promoted` is
    what editors put before the hits; it may stand among them too, and is not counted.
    """

    total: int
    hits: list[Hit]
    facets: list[Facet]
    page: int
    num_pages: int
    more_than: bool = False
    degraded: bool = False
    suggestion: str | None = None
    nearest: bool = False
    guesses: list[Hit] = field(default_factory=list)
    promoted: list[Hit] = field(default_factory=list)
    words: WordsQuery | None = field(default=None, repr=False)


def run(request: SearchRequest) -> SearchResults:
    """Return the results of `request`. A page beyond the last one is the last one.

    Raises DatabaseError where the database cannot answer.
    """
    parsed = parse(request.text, request.language)
    asked = parsed.words and widen(parsed.words, request.language, database_engine(), Vocabulary())
    identified = answers.identified(parsed.identifier) if parsed.identifier else {}
    if asked and asked.is_guess and not identified:
        return _nothing(request, asked)
    answer, degraded = _answer(request, parsed, asked, identified)
    labels = FacetLabels(answer.counts, request.filters, request.language)
    entries, urls = read(answer.ids)
    return SearchResults(
        total=answer.total,
        hits=_hits(entries, urls, asked and asked.words, labels, request.setting),
        facets=_facets(answer.counts, request.filters, labels),
        page=answer.page,
        num_pages=answer.num_pages,
        more_than=not parsed.is_empty and answer.found >= MOST_CANDIDATES,
        degraded=degraded,
        suggestion=_suggestion(request, asked, entries.values()),
        nearest=bool(asked and asked.nearest),
        promoted=_promoted(request, labels),
        words=asked and asked.words,
    )


def _nothing(request, asked):
    """Return that nothing was found, with what comes nearest apart from it."""
    answer, degraded = _found(replace(request, page=1, page_size=MOST_GUESSES), asked.words, {})
    labels = FacetLabels({}, request.filters, request.language)
    entries, urls = read(answer.ids)
    return SearchResults(
        total=0,
        hits=[],
        facets=_facets({}, request.filters, labels),
        page=1,
        num_pages=1,
        degraded=degraded,
        suggestion=_suggestion(request, asked, entries.values()),
        guesses=_hits(entries, urls, asked.words, labels, request.setting),
        promoted=_promoted(request, labels),
        words=asked.words,
    )


def _suggestion(request, asked: Widened | None, shown):
    if not asked or not asked.unknown:
        return None
    return suggestion(request.text, request.language, asked.unknown, shown)


def _answer(request, parsed: ParsedQuery, asked: Widened | None, identified: dict[int, float]):
    """Return the answer, and whether Elasticsearch should have given it."""
    if parsed.is_empty:
        return answers.answer(None, request), False
    if asked is None:
        return answers.answer(Found(identified), request), False
    return _found(request, asked.words, identified)


def _found(request, words: WordsQuery, identified: dict[int, float]):
    """Return the answer to words, remembered where it is still true, and whether it is degraded."""
    elasticsearch = elasticsearch_engine()
    question = words, *identified, elasticsearch and (elasticsearch, elasticsearch.edition)
    if kept := memory.recall(question):
        answer = answers.answer(kept, request)
        if answer is not None:
            return answer, False
    edition = catalogue.edition
    scores, degraded = _scores(elasticsearch, words)
    found = Found({**scores, **identified}, TRUSTED_SECONDS if elasticsearch else inf)
    answer = answers.answer(found, request)
    if found.is_of(edition) and not degraded:
        memory.keep(question, found)
    return answer, degraded


def _scores(elasticsearch, words):
    """Return {page id: score}, and whether Elasticsearch should have said so."""
    if elasticsearch is None:
        return database_engine().find(words), False
    try:
        return elasticsearch.find(words), False
    except EngineResting:
        pass
    except EngineUnavailable as error:
        logger.warning("Elasticsearch is away (%s); the database answers searches.", error)
    return database_engine().find(words), True


def _hits(entries, urls, words, labels, setting):
    passages = best_passages(entries, urls, words)
    hits = [hit_of(entries[pk], url, labels, passages.get(pk)) for pk, url in urls.items()]
    if not setting:
        return hits
    return [replace(hit, fit=reasons(setting, entries[hit.id].filed, labels)) for hit in hits]


def _promoted(request, labels):
    """Return what editors put first; their reason, where there is one, is what a hit shows."""
    hits = []
    for entry, reason in promoted_for(request):
        hit = hit_of(entry, entry.page.get_url() or "", labels)
        hits.append(replace(hit, highlight=escape(reason)))
    return hits


def hit_of(entry, url, labels, passage: Passage | None = None) -> Hit:
    """Return an entry as readers are shown it, with a `passage` about what they asked, if any."""
    passage = passage or Passage(SafeString(""), entry.language)
    return Hit(
        id=entry.pk,
        type=entry.type,
        type_label=labels.label("type", entry.type).text,
        title=entry.title,
        url=url,
        language=entry.language,
        dir=direction_of(entry.language),
        outcome=entry.outcome,
        outcome_label=labels.label("outcome", entry.outcome).text if entry.outcome else "",
        year=entry.year,
        sort_date=entry.sort_date,
        is_illustrative=entry.is_illustrative,
        is_outdated=entry.is_outdated,
        summary=entry.summary,
        highlight=passage.highlight,
        passage_language=passage.language,
        place_url=passage.url,
        place_label=passage.label,
    )


def _facets(counts, filters, labels):
    return [
        Facet(name, labels.name(name), _options(name, counts.get(name, {}), filters, labels))
        for name in FACETS
    ]


def _options(name, counts, filters, labels):
    """Return what can be chosen, the most frequent first; what is chosen stays, at nought too."""
    chosen = filters.get(name, ())
    counts = {**dict.fromkeys(chosen, 0), **counts}
    options = [
        _option(value, count, value in chosen, labels.label(name, value))
        for value, count in counts.items()
    ]
    if name == "year":
        return sorted(options, key=lambda option: option.value, reverse=True)
    return sorted(options, key=lambda option: (-option.count, option.label))


def _option(value, count, checked, label: Label):
    return FacetOption(value, label.text, count, checked, label.language, label.direction)
