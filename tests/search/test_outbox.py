"""No edit is lost on its way to Elasticsearch, whatever keeps it up."""

import logging

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageViewRestriction

from scripts.ports import free_port
from search import outbox
from search.engines import elasticsearch_engine
from search.engines.base import EngineUnavailable, WordRow
from search.health import check, waiting
from search.indexing import remove_pages, words_of
from search.models import Rebuild, WaitingEdit


@pytest.fixture(params=["elasticsearch"])
def engine(engine):
    """What waits, waits for Elasticsearch."""
    return engine


@pytest.fixture
def away(settings, elasticsearch_url):
    """Return a function that says whether Elasticsearch is away from now on."""

    def set_away(is_away):
        nowhere = f"http://127.0.0.1:{free_port()}"
        settings.ELASTICSEARCH_URL = nowhere if is_away else elasticsearch_url

    return set_away


@pytest.fixture
def there():
    """Return a function that gives the state of each page in Elasticsearch, by its id."""
    return lambda: dict(elasticsearch_engine().states())


def patient(engine):
    """The client of an engine, without the readers' impatience."""
    return engine.client.options(request_timeout=60)


def send_waiting():
    call_command("send_waiting_edits", verbosity=0)


def retitle(library, page, title):
    with library.committed():
        page.title = title
        page.save_revision().publish()


def test_where_no_elasticsearch_is_set_nothing_waits(library, settings):
    settings.ELASTICSEARCH_URL = ""
    page = library.guide("Apgar score")
    with library.committed():
        page.delete()
    assert not WaitingEdit.objects.exists()
    assert waiting() == 0


def test_an_edit_that_was_sent_waits_no_longer(library, search):
    library.guide("Apgar score")
    assert not search("apgar").degraded
    assert not WaitingEdit.objects.exists()


def test_edits_made_meanwhile_are_found_when_elasticsearch_is_back(library, search, away):
    old = library.guide("Old score")
    away(True)
    library.guide("Apgar score")
    retitle(library, old, "Silverman score")
    assert waiting() == 2
    assert check() == "degraded"
    away(False)
    send_waiting()
    found = {word: search(word) for word in ("apgar", "silverman", "old")}
    assert {word: results.total for word, results in found.items()} == {
        "apgar": 1,
        "silverman": 1,
        "old": 0,
    }
    assert not any(results.degraded for results in found.values())
    assert (waiting(), check()) == (0, "ok")
    call_command("compare_index")


def test_the_next_edit_takes_along_what_waits(library, away):
    away(True)
    library.guide("Apgar score")
    away(False)
    library.guide("Another")
    assert waiting() == 0
    call_command("compare_index")


def test_what_is_withdrawn_while_it_waits_is_not_sent(library, away, there):
    withdrawn, restricted, kept = (library.guide(f"Score {number}") for number in range(3))
    away(True)
    for page in (withdrawn, restricted, kept):
        retitle(library, page, "Secret score")
    away(False)
    type(withdrawn).objects.filter(pk=withdrawn.pk).update(live=False)
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=restricted, restriction_type="login")]
    )
    send_waiting()
    assert set(there()) == {kept.pk}


def test_a_deleted_page_waits_to_be_forgotten(library, away, there):
    page = library.guide("Apgar score")
    assert set(there()) == {page.pk}
    away(True)
    with library.committed():
        page.delete()
    assert waiting() == 1
    away(False)
    send_waiting()
    assert there() == {}


def test_an_older_edit_never_overwrites_a_newer_one(library, there):
    engine = elasticsearch_engine()
    engine.send([WordRow(7, "new", "", "", "new")], {7: 12})
    newest = there()
    receipt = engine.send([WordRow(7, "old", "", "", "old")], {7: 11})
    assert receipt.taken == [7]
    assert there() == newest
    engine.send([], {7: 13})
    engine.send([WordRow(7, "new", "", "", "new")], {7: 12})
    assert there() == {}


def test_an_edit_made_while_an_older_one_is_sent_still_waits(library, there):
    page = library.guide("Apgar score")
    older = outbox.leave([page.pk])
    newer = outbox.leave([page.pk])
    assert outbox.send(older, words_of([page.pk]))
    assert list(WaitingEdit.objects.all()) == newer


def test_a_document_that_is_refused_keeps_up_no_other(library, away, there, caplog):
    engine = elasticsearch_engine()
    engine.drop()
    # Somebody's template has decided that titles are numbers.
    patient(engine).indices.create(
        index=f"{engine.alias}-{'0' * 20}",
        aliases={engine.alias: {}},
        mappings={"dynamic": False, "properties": {"title": {"type": "integer"}}},
    )
    with caplog.at_level(logging.WARNING):
        bad, good = library.guide("Apgar score"), library.guide("2024")
    assert set(there()) == {good.pk}
    assert list(WaitingEdit.objects.values_list("page_id", "refused")) == [(bad.pk, True)]
    assert f"[{bad.pk}]" in caplog.text
    assert "pgar" not in caplog.text
    retitle(library, bad, "2025")
    assert set(there()) == {good.pk, bad.pk}
    assert waiting() == 0


def test_an_index_that_takes_no_writes_is_searched_and_catches_up(library, search):
    engine = elasticsearch_engine()
    library.guide("Apgar score")
    block = "index.blocks.read_only_allow_delete"
    patient(engine).indices.put_settings(index=engine.alias, settings={block: True})
    page = library.guide("Silverman score")
    assert not search("apgar").degraded
    assert list(WaitingEdit.objects.values_list("page_id", "refused")) == [(page.pk, False)]
    patient(engine).indices.put_settings(index=engine.alias, settings={block: None})
    engine._edits_breaker.worked()
    send_waiting()
    assert search("silverman").total == 1
    assert waiting() == 0


def test_edits_that_wait_too_long_degrade_search(library, away):
    away(True)
    library.guide("Apgar score")
    away(False)
    assert check() == "ok"
    WaitingEdit.objects.update(since="2020-01-01T00:00Z")
    assert check() == "degraded"
    send_waiting()
    assert check() == "ok"


def test_an_edit_during_a_rebuild_is_in_the_new_index(library, monkeypatch, search):
    first, second, third = (library.guide(f"Ward {number}") for number in range(3))
    edited = []

    def fill_and_edit(index, words):
        receipt = fill(index, words)
        if not edited:
            edited.append(index)
            # None of these changes when a page was last published.
            type(first).objects.filter(pk=first.pk).update(title="Apgar")
            first.refresh_from_db()
            with library.committed():
                first.save(clean=False)
            with library.committed():
                second.delete()
            with library.committed():
                PageViewRestriction.objects.create(page=third, restriction_type="login")
        return receipt

    engine = elasticsearch_engine()
    fill = engine.fill
    monkeypatch.setattr(engine, "fill", fill_and_edit)
    with library.committed():
        call_command("update_index", backend_name="readers", verbosity=0)
    assert edited
    assert search("apgar").total == 1
    assert set(dict(engine.states())) == {first.pk}
    call_command("compare_index")
    assert waiting() == 0
    assert not Rebuild.objects.exists()
    assert list(engine._indexes()) == edited


def test_a_rebuild_that_died_leaves_the_old_index_and_the_next_removes_its_own(library, search):
    library.guide("Apgar score")
    engine = elasticsearch_engine()
    dead = engine.create_index()
    outbox.begin_rebuild(dead)
    page = library.guide("Silverman score")
    assert search("silverman").total == 1
    assert waiting() == 0
    assert len(engine._indexes()) == 2
    with library.committed():
        call_command("update_index", backend_name="readers", verbosity=0)
    assert len(engine._indexes()) == 1
    assert dead not in engine._indexes()
    assert not Rebuild.objects.exists()
    assert search("silverman").hits[0].id == page.pk


def test_of_two_rebuilds_at_once_the_later_one_counts(library, search):
    library.guide("Apgar score")
    engine = elasticsearch_engine()
    earlier = engine.create_index()
    later = engine.create_index()
    engine.remove_unused(than=later)
    with pytest.raises(EngineUnavailable):
        engine.fill(earlier, [WordRow(1, "a", "", "", "a")])
    with pytest.raises(EngineUnavailable):
        engine.switch_to(earlier)
    assert set(engine._indexes()) == {later, *patient(engine).indices.get_alias(name=engine.alias)}
    assert search("apgar").total == 1


def test_what_was_kept_for_a_rebuild_that_died_is_sent_in_the_end(library):
    outbox.begin_rebuild("dead")
    library.guide("Apgar score")
    assert list(WaitingEdit.objects.values_list("sent", flat=True)) == [True]
    Rebuild.objects.update(seen="2020-01-01T00:00Z")
    send_waiting()
    assert not WaitingEdit.objects.exists()


def test_comparing_tells_what_differs_and_mends_it(library, there):
    engine = elasticsearch_engine()
    changed, missing, _good = (library.guide(f"Score {number}") for number in range(3))
    right = there()
    number = outbox.leave([changed.pk])[0].pk
    WaitingEdit.objects.all().delete()
    engine.send([WordRow(changed.pk, "other", "", "", "other")], {changed.pk: number})
    engine.send([WordRow(999, "ghost", "", "", "ghost")], {missing.pk: number, 999: number})
    with pytest.raises(CommandError, match="1 missing, 1 different, 1 left over, 0 waiting"):
        call_command("compare_index")
    call_command("compare_index", mend=True)
    assert there() == right
    call_command("compare_index")


def test_comparing_needs_an_elasticsearch_that_answers(library, away, settings):
    away(True)
    with pytest.raises(CommandError, match="does not answer"):
        call_command("compare_index")
    settings.ELASTICSEARCH_URL = ""
    with pytest.raises(CommandError, match="nothing to compare"):
        call_command("compare_index")


def test_removing_pages_waits_too(library, away, there):
    page = library.guide("Apgar score")
    away(True)
    with library.committed():
        remove_pages([page.pk])
    away(False)
    assert set(there()) == {page.pk}
    send_waiting()
    # The page is there for readers, and words are made anew from what they may see.
    assert set(there()) == {page.pk}
