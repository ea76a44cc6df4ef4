"""Rebuilding, and what happens when Elasticsearch is away."""

import multiprocessing
import re
import time

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction
from wagtail.search.backends import get_search_backend

from core.signals import pages_written
from resources.models import GuidePage
from scripts.ports import free_port
from search.engines import database_engine, elasticsearch_engine
from search.engines.base import WordRow
from search.health import check
from search.indexing import index_pages, remove_pages, rewrite
from search.models import Entry, EntryFacet, TitleWord, VocabularyKey, VocabularyWord
from search.rebuilding import Chunk, Filling
from search.turns import Turn


@pytest.fixture
def no_elasticsearch(settings):
    """Settings that name an Elasticsearch where none answers."""
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{free_port()}"


def rebuild(library, **options):
    with library.committed():
        call_command("update_index", backend_name="readers", **{"verbosity": 0, **options})


def word_rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM search_words")
        return cursor.fetchone()[0]


def test_update_index_makes_every_row_anew(library, titles):
    library.guide("Apgar score", topics=["newborn-care"])
    Entry.objects.all().delete()
    assert titles("apgar") == []
    rebuild(library)
    assert titles("apgar", topic=["newborn-care"]) == ["Apgar score"]


def test_update_index_removes_words_that_no_page_stands_behind(library):
    page = library.guide("Apgar score")
    Entry.objects.filter(pk=page.pk)._raw_delete(using="default")
    rebuild(library)
    assert word_rows() == Entry.objects.count() == 1


def test_indexing_again_changes_nothing(library, titles):
    page = library.guide("Apgar score", topics=["newborn-care"])
    counts = [model.objects.count() for model in (Entry, EntryFacet, TitleWord)]
    with library.committed():
        index_pages([page.pk, page.pk, 999_999])
    assert [model.objects.count() for model in (Entry, EntryFacet, TitleWord)] == counts
    assert word_rows() == 1
    assert titles("apgar") == ["Apgar score"]


def test_removed_pages_are_gone_until_indexed_again(library, titles):
    page = library.guide("Apgar score")
    with library.committed():
        remove_pages([page.pk])
    assert titles("apgar") == titles() == []
    with library.committed():
        index_pages([page.pk])
    assert titles("apgar") == ["Apgar score"]


def test_pages_written_past_the_signals_are_found_at_once(library, titles):
    page = library.guide("Apgar score")
    type(page).objects.filter(pk=page.pk).update(title="Silverman score")
    with library.committed():
        pages_written.send(sender=None, page_ids=[page.pk])
    assert titles("silverman") == ["Silverman score"]


def test_a_page_that_cannot_be_read_is_not_found_and_harms_no_other(library, titles, monkeypatch):
    good, bad = library.guide("Good ward"), library.guide("Bad ward")
    record = type(bad).get_search_record

    def broken(page):
        if page.pk == bad.pk:
            raise ValueError("broken block")
        return record(page)

    monkeypatch.setattr(type(bad), "get_search_record", broken)
    with library.committed():
        index_pages([good.pk, bad.pk])
    assert titles("ward") == ["Good ward"]


def test_a_huge_text_is_indexed_by_its_beginning(library, titles):
    library.guide("Long", "beginning " + "word " * 120_000)
    assert titles("beginning") == ["Long"]


def test_the_database_takes_more_different_words_than_any_page_has(library):
    page = library.guide("Long")
    many = " ".join(f"word{number}" for number in range(200_000))
    database_engine().replace([WordRow(page.pk, "long", "", many, f"long {many}")])
    assert word_rows() == 1


def test_an_unbroken_word_does_no_harm(library, titles):
    library.guide("x" * 200, "y" * 5000)
    assert titles("x" * 200) == ["x" * 200]


def test_rebuilding_leaves_no_moment_without_results(library, titles, monkeypatch):
    for number in range(3):
        library.guide(f"Ward {number}")
    seen = []

    def rewrite_and_look(*arguments):
        rows = rewrite(*arguments)
        seen.append(len(titles("ward")))
        return rows

    monkeypatch.setattr("search.indexing.rewrite", rewrite_and_look)
    call_command("update_index", backend_name="readers", chunk_size=1, verbosity=0)
    assert seen
    assert set(seen) == {3}


def test_a_page_deleted_meanwhile_lets_a_rebuild_pass_over_no_other(library, monkeypatch):
    pages = [library.guide(f"Ward {number}") for number in range(5)]
    seen = []

    def rewrite_and_delete(page_ids, *others):
        rows = rewrite(page_ids, *others)
        seen.extend(page_ids)
        if seen == [pages[0].pk, pages[1].pk]:
            with library.committed():
                pages[0].delete()
        return rows

    monkeypatch.setattr("search.indexing.rewrite", rewrite_and_delete)
    rebuild(library, chunk_size=2)
    assert seen == [page.pk for page in pages]


def test_pages_that_are_all_deleted_before_they_are_read_stop_no_rebuild(library, titles, index):
    library.guide("Apgar score")
    indexes = [index, get_search_backend("default").get_index_for_model(GuidePage)]
    with Filling(indexes) as filling:
        assert list(filling.fill(iter([Chunk(GuidePage, [999_999])]))) == [[999_999]]
    assert titles("apgar") == ["Apgar score"]


def test_a_turn_that_whoever_was_killed_has_is_not_waited_for_without_end(monkeypatch):
    monkeypatch.setattr("search.turns.LONGEST", 0.01)
    lock = multiprocessing.Lock()
    lock.acquire()
    with pytest.raises(TimeoutError), Turn(lock):
        pass


@pytest.fixture
def index():
    """The index of the readers' search, as a rebuild has it."""
    return get_search_backend("readers").get_index_for_model(GuidePage)


def read(index, page):
    index.will_read()
    pages = GuidePage.read_for_search(GuidePage.objects.filter(pk=page.pk))
    return list(index.rows_of(GuidePage, pages))


def test_an_edit_made_while_a_rebuild_makes_words_of_the_page_is_not_lost(library, titles, index):
    page = library.guide("Apgar score")
    rows = read(index, page)
    page.title = "Silverman score"
    with library.committed():
        page.save_revision().publish()
    index.write(rows)
    assert titles("score") == titles("silverman") == ["Silverman score"]


def test_a_page_hidden_while_a_rebuild_makes_words_of_it_stays_hidden(library, titles, index):
    page = library.guide("Apgar score")
    Entry.objects.all().delete()
    rows = read(index, page)
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN)]
    )
    index.write(rows)
    assert titles("apgar") == []
    assert word_rows() == 0


def test_a_rebuild_learns_the_words_of_pages_and_forgets_those_that_none_has(library):
    library.guide("Apgar score")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_vocabularykey")
        cursor.execute("UPDATE search_vocabularyword SET exact = 'silverman' WHERE exact = 'apgar'")
    rebuild(library)
    assert not VocabularyWord.objects.filter(exact="silverman").exists()
    assert VocabularyKey.objects.filter(word__exact="apgar").exists()


def test_a_rebuild_costs_no_more_statements_for_more_pages(library):
    for number in range(5):
        library.guide(f"Ward {number}")
    with CaptureQueriesContext(connection) as few:
        rebuild(library)
    for number in range(20):
        library.guide(f"Ward {number}")
    with CaptureQueriesContext(connection) as many:
        rebuild(library)
    assert len(many) <= len(few)


def test_a_rebuild_says_how_far_it_is(library, capsys):
    for number in range(5):
        library.guide(f"Ward {number}")
    rebuild(library, chunk_size=2, verbosity=1)
    assert re.search(r"readers \n(\d+) of \1, [\d,]+ a second\n", capsys.readouterr().out)


def test_search_says_that_it_is_well(library):
    assert check() == "ok"


def test_without_elasticsearch_the_database_answers_within_a_second(
    library, search, no_elasticsearch
):
    library.guide("Apgar score")
    began = time.monotonic()
    results = search("apgar")
    assert time.monotonic() - began < 1
    assert [hit.title for hit in results.hits] == ["Apgar score"]
    assert results.degraded
    assert check() == "degraded"


def test_readers_are_not_told_of_engines(library, client, no_elasticsearch):
    library.guide("Apgar score")
    response = client.get("/en/search/", {"q": "apgar"})
    assert response.status_code == 200
    assert "lasticsearch" not in response.content.decode()
    assert client.get("/readyz").json()["search"] == "degraded"


def test_publishing_and_rebuilding_go_on_without_elasticsearch(library, titles, no_elasticsearch):
    library.guide("Apgar score")
    rebuild(library)
    assert titles("apgar") == ["Apgar score"]


def test_an_address_without_a_port_or_without_a_host_behind_it_breaks_nothing(
    library, search, settings
):
    library.guide("Apgar score")
    settings.ELASTICSEARCH_URL = "http://elasticsearch.invalid"
    results = search("apgar")
    assert (results.total, results.degraded) == (1, True)


def test_a_failed_engine_rests_before_it_is_asked_again(library, search, no_elasticsearch):
    search("apgar")
    assert elasticsearch_engine().breaker.is_open
    elasticsearch_engine().breaker.worked()
    assert not elasticsearch_engine().breaker.is_open


@pytest.mark.parametrize("engine", ["elasticsearch"], indirect=True)
def test_an_elasticsearch_without_an_index_is_not_trusted(library, search, settings):
    library.guide("Apgar score")
    settings.ELASTICSEARCH_INDEX_PREFIX += "-other"
    before = search("apgar")
    rebuild(library)
    after = search("apgar")
    elasticsearch_engine().drop()
    assert (before.total, before.degraded) == (1, True)
    assert (after.total, after.degraded) == (1, False)


def test_an_index_that_cannot_be_written_stops_no_editor(library, caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_words RENAME TO search_words_away")
    page = library.guide("Apgar score")
    page.refresh_from_db()
    assert page.live
    assert "Error calling" in caplog.text
