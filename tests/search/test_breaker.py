"""Whatever goes wrong in Elasticsearch, the page comes at once, from the database."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from scripts.ports import free_port
from search.engines import elasticsearch_engine
from search.engines.breaker import Breaker
from search.health import check
from tests.search.lame_node import IN_PART, WELL, lame_node, silent_node

# How a node says no: full, out of memory, not yet started, with shards missing, or nonsense.
REFUSALS = [(429, {}), (503, {}), (500, {}), (404, {}), (200, IN_PART), (200, {})]


@pytest.fixture
def engine():
    """These tests bring nodes of their own."""


def seconds_of(call):
    began = time.monotonic()
    result = call()
    return result, time.monotonic() - began


@pytest.mark.parametrize(("status", "answer"), REFUSALS)
def test_a_node_that_refuses_or_answers_in_part_is_stood_in_for(
    library, search, settings, status, answer
):
    settings.ELASTICSEARCH_URL = ""
    library.guide("Apgar score")
    with lame_node(status, answer) as node:
        settings.ELASTICSEARCH_URL = node.url
        results = [search("apgar") for _ in range(3)]
    assert [(found.total, found.degraded) for found in results] == [(1, True)] * 3
    # The others did not ask: the node rests.
    assert node.asked == 1


def test_a_node_that_never_answers_keeps_one_reader_waiting_for_less_than_a_second(
    library, search, settings
):
    settings.ELASTICSEARCH_URL = ""
    library.guide("Apgar score")
    with silent_node() as settings.ELASTICSEARCH_URL:
        first, first_seconds = seconds_of(lambda: search("apgar"))
        second, second_seconds = seconds_of(lambda: search("apgar"))
        ready, ready_seconds = seconds_of(check)
    assert (first.total, first.degraded, second.total) == (1, True, 1)
    assert first_seconds < 1
    assert second_seconds < 0.3
    assert (ready, ready_seconds < 0.3) == ("degraded", True)


def test_a_node_that_has_rested_is_asked_by_one_and_trusted_again(library, search, settings):
    with lame_node(503, {}) as node:
        settings.ELASTICSEARCH_URL = node.url
        engine = elasticsearch_engine()
        engine.breaker = Breaker(failures=1, rest_seconds=0)
        assert search("apgar").degraded
        node.answer, node.status = WELL, 200
        asked_before = node.asked
        assert search("apgar").degraded
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and thread.daemon:
                thread.join(0.5)
        assert node.asked == asked_before + 1
        assert not search("apgar").degraded


def test_readyz_finds_out_that_a_node_is_back_when_nobody_searches(settings, db):
    with lame_node(503, {}) as node:
        settings.ELASTICSEARCH_URL = node.url
        elasticsearch_engine().breaker = Breaker(failures=1, rest_seconds=0)
        assert check() == "degraded"
        node.answer, node.status = WELL, 200
        assert check() == "ok"


def test_of_many_readers_one_finds_out():
    breaker = Breaker(failures=1, rest_seconds=0)
    breaker.failed()
    with ThreadPoolExecutor(16) as pool:
        claims = list(pool.map(lambda _: breaker.claim(), range(200)))
    assert claims.count(True) == 1
    assert breaker.is_open
    breaker.worked()
    assert not breaker.is_open
    assert not breaker.claim()


def test_a_node_that_fails_again_goes_on_resting():
    breaker = Breaker(failures=1, rest_seconds=0)
    for _ in range(2):
        breaker.failed()
        assert breaker.claim()
        assert not breaker.claim()


@pytest.mark.django_db
def test_of_several_nodes_one_that_answers_is_enough(library, search, settings, elasticsearch_url):
    dead = f"http://127.0.0.1:{free_port()}"
    settings.ELASTICSEARCH_INDEX_PREFIX += "-nodes"
    settings.ELASTICSEARCH_URL = f"{dead},{elasticsearch_url}"
    engine = elasticsearch_engine()
    engine.switch_to(engine.create_index())
    library.guide("Apgar score")
    found = [search("apgar") for _ in range(6)]
    engine.drop()
    assert [(results.total, results.degraded) for results in found] == [(1, False)] * 6
