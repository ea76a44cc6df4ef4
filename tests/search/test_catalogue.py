"""What a process remembers of the entries is what the database has, at every moment."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from search.models import Change, Entry


@pytest.fixture
def counts(search):
    """Return a function that gives the counts of a facet, by value, for a question."""

    def ask(name, text="", **asked):
        facets = {facet.name: facet.options for facet in search(text, **asked).facets}
        return {option.value: option.count for option in facets[name] if option.count}

    return ask


def test_what_is_rolled_back_is_forgotten(library, titles, counts):
    library.guide("Ward", topics=["infection"])
    assert titles() == ["Ward"]
    with pytest.raises(RuntimeError), transaction.atomic():
        library.guide("Apgar score", topics=["newborn-care"])
        assert counts("topic") == {"infection": 1, "newborn-care": 1}
        raise RuntimeError
    assert titles() == ["Ward"]
    assert counts("topic") == {"infection": 1}


def test_a_process_that_has_missed_changes_reads_everything_anew(library, titles):
    library.guide("Ward")
    assert titles() == ["Ward"]
    library.guide("Apgar score")
    Change.objects.all().delete()
    assert set(titles()) == {"Ward", "Apgar score"}


def test_translations_filed_alike_count_once_and_differently_each_for_itself(library, counts):
    page = library.guide("Ward", topics=["infection"])
    hindi = library.translation(page, "hi", "वार्ड")
    assert counts("topic") == {"infection": 1}
    assert counts("language") == {"en": 1, "hi": 1}
    with library.committed():
        hindi.topics.all().delete()
        hindi.save()
    assert counts("topic") == {"infection": 1}
    assert counts("topic", language=["hi"]) == {}


def test_an_entry_that_has_expired_is_counted_no_more(library, titles, counts):
    page = library.guide("Ward", expire_at=timezone.now() + timedelta(hours=1))
    assert titles() == ["Ward"]
    Entry.objects.filter(pk=page.pk).update(expires_at=timezone.now() - timedelta(hours=1))
    Change.objects.record([page.pk])
    assert titles() == []
    assert counts("type") == {}


def test_a_page_moved_to_another_section_is_listed_there_at_once(library, search):
    page = library.guide("Ward")
    old, new = page.get_parent(), library.section("hi")
    assert search(within=(old.path,)).total == 1
    page.move(new, pos="last-child")
    assert search(within=(old.path,)).total == 0
    new.refresh_from_db()
    assert search(within=(new.path,)).total == 1
