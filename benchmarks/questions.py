"""How long questions take, each beside what answers the bare question.

Times are in empty views (/healthz) of the same run. Import this when Django is set up.
"""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from benchmarks.hub import STOCK
from benchmarks.library import MARKED
from benchmarks.measuring import Line, cpu, in_turn, wall
from search.asking import SearchRequest
from search.engines import database_engine, elasticsearch_engine
from search.found import memory
from search.models import EntryText
from search.parsing import parse
from search.query import run

EMPTY_VIEW = "/healthz"
SHOWN = 20
# Bars of issue 5, in empty views but for the queries and the parts of stock's time.
OVER_RAW_FTS5, OVER_RAW_ELASTICSEARCH, MOST_FOR_SUGGESTIONS = 15, 40, 10
MOST_QUERIES, MOST_QUERIES_WITH_ELASTICSEARCH = 10, 8
MOST_OF_STOCK = 0.1
# Wagtail's own query on SQLite grows with the square of what matches.
STOCK_UP_TO = {"nearly all": 1_000, "6 %": 10_000}

client = Client(headers={"host": "localhost"})


def lines(count: int) -> Iterator[Line]:
    """Yield what was measured with `count` resources on the database and engine at hand."""
    raw = _raw_engine()
    for share, (word, _has) in MARKED.items():
        yield from _searched(share, word, raw)
    yield from _suggested()
    for share, (word, _has) in MARKED.items():
        yield from _searched_by_editors(share, word, count)


def _searched(share, word, raw):
    times = in_turn(
        _clock(),
        empty=_view(EMPTY_VIEW),
        raw=lambda: raw(word),
        ours=_for_the_first_time(lambda: run(SearchRequest(text=word))),
        page=_for_the_first_time(_view("/en/search/", q=word)),
        again=_view("/en/search/", q=word),
    )
    empty = times["empty"]
    found, page, again, alone = (times[name] / empty for name in ("ours", "page", "again", "raw"))
    with CaptureQueriesContext(connection) as captured:
        _for_the_first_time(_view("/en/search/", q=word))()
    if elasticsearch_engine():
        yield Line(f"results, word in {share}", found, alone, unit="empty views; raw match")
        yield Line(f"whole page, word in {share}", page, alone, alone + OVER_RAW_ELASTICSEARCH)
        most = MOST_QUERIES_WITH_ELASTICSEARCH
    else:
        bar = 2 * alone + OVER_RAW_FTS5 if connection.vendor == "sqlite" else None
        yield Line(f"results, word in {share}", found, alone, bar, "empty views; raw full text")
        yield Line(f"whole page, word in {share}", page, alone)
        most = MOST_QUERIES
    yield Line(f"the same page again, word in {share}", again, alone)
    yield Line(f"queries a page, word in {share}", len(captured), bar=most)


def _for_the_first_time(ask) -> Callable[[], object]:
    """Return a function that asks what this process has not been asked before."""

    def asked():
        memory.clear()
        return ask()

    return asked


def _suggested():
    for typed in ("su", "therm"):
        times = in_turn(cpu, empty=_view(EMPTY_VIEW), ours=_view("/en/search/suggest/", q=typed))
        ratio = times["ours"] / times["empty"]
        yield Line(f"suggestions for {typed}…", ratio, bar=MOST_FOR_SUGGESTIONS, unit="empty views")


def _searched_by_editors(share, word, count):
    functions = {
        "empty": _view(EMPTY_VIEW),
        "ours": lambda: list(Page.objects.search(word)[:SHOWN]),
    }
    is_measured = connection.vendor == "postgresql" or count <= STOCK_UP_TO.get(share, count)
    if is_measured:
        stock = get_search_backend(STOCK)
        functions["stock"] = lambda: list(stock.search(word, Page.objects.all())[:SHOWN])
    times = in_turn(_clock(), rounds=3, **functions)
    ours = times["ours"] / times["empty"]
    reference = times["stock"] / times["empty"] if is_measured else None
    is_common = share in STOCK_UP_TO and connection.vendor == "postgresql"
    bar = MOST_OF_STOCK * reference if is_common else None
    yield Line(f"Page.objects.search, word in {share}", ours, reference, bar, "empty views; stock")


def _clock():
    """Return the clock that sees all the work: what another process does takes no time of ours."""
    return cpu if connection.vendor == "sqlite" and not elasticsearch_engine() else wall


def _view(path, **parameters) -> Callable[[], object]:
    return lambda: client.get(path, parameters)


def _raw_engine() -> Callable[[str], object]:
    """Return a function that asks the bare engine for the best twenty texts with a word."""
    if elasticsearch_engine():
        return _plain_elasticsearch()
    return _plain_fts5() if connection.vendor == "sqlite" else _plain_tsvector()


def _plain_fts5():
    _execute("CREATE VIRTUAL TABLE temp.plain USING fts5(title, body)")
    _execute(
        "INSERT INTO temp.plain(rowid, title, body) SELECT e.page_id, e.title, t.body "
        "FROM search_entry e JOIN search_entrytext t ON t.entry_id = e.page_id"
    )
    return lambda word: _execute(
        "SELECT rowid FROM temp.plain WHERE plain MATCH %s ORDER BY rank LIMIT 20", word
    )


def _plain_tsvector():
    _execute(
        "CREATE TEMPORARY TABLE plain AS SELECT t.entry_id, "
        "to_tsvector('simple', e.title || ' ' || t.body) AS words "
        "FROM search_entry e JOIN search_entrytext t ON t.entry_id = e.page_id"
    )
    _execute("CREATE INDEX plain_words ON plain USING gin (words)")
    _execute("ANALYZE")
    return lambda word: _execute(
        "SELECT entry_id FROM plain, plainto_tsquery('simple', %s) AS asked "
        "WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 20",
        word,
    )


def _plain_elasticsearch():
    from elasticsearch import Elasticsearch
    from elasticsearch.helpers import bulk

    plain = Elasticsearch(settings.ELASTICSEARCH_URL, request_timeout=60)
    index = f"{settings.ELASTICSEARCH_INDEX_PREFIX}-plain"
    texts = EntryText.objects.values_list("entry_id", "entry__title", "body").iterator(2_000)
    bulk(
        plain,
        ({"_index": index, "_id": pk, "title": title, "body": body} for pk, title, body in texts),
        refresh=True,
    )
    return lambda word: plain.search(
        index=index, query={"match": {"body": word}}, size=SHOWN, source=False
    )


def _execute(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else []


def plan_of_rare_word() -> str:
    """Return PostgreSQL's plan for the question of a word that hardly any text has."""
    sql, parameters = database_engine().statement(parse(MARKED["0.1 %"][0], "en").words)
    return "\n".join(row[0] for row in _execute(f"EXPLAIN {sql}", *parameters))
