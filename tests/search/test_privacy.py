"""Drafts, expired and restricted pages never show: not in results, counts or suggestions."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from resources.models import LibraryPage
from search.suggestions import suggest


@pytest.fixture
def secret(library):
    """A published guide that some test hides; its words stand nowhere else."""
    return library.guide("Bilirubin", "phototherapy", topics=["jaundice"], source_id="secret-17")


@pytest.fixture
def is_hidden(search):
    """Return a function that tells whether nothing of the guide shows anywhere."""

    def check():
        asked = [search(text) for text in ("bilirubin", "phototherapy", "secret-17", "")]
        hits = sum(result.total + len(result.hits) for result in asked)
        counts = sum(len(facet.options) for result in asked for facet in result.facets)
        suggested = len(suggest("bili", "en")) + len(suggest("jaun", "en"))
        return hits + counts + suggested == 0

    return check


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_published_guide_shows_everywhere(secret, search):
    assert search("phototherapy").total == search("").total == 1
    assert [suggestion.text for suggestion in suggest("bili", "en")] == ["Bilirubin"]
    assert [suggestion.text for suggestion in suggest("jaun", "en")] == ["Jaundice"]


def test_a_draft_never_shows(library, is_hidden):
    library.guide("Bilirubin", "phototherapy", topics=["jaundice"], live=False)
    assert is_hidden()


def test_an_unpublished_page_shows_no_more(library, secret, is_hidden):
    with library.committed():
        secret.unpublish()
    assert is_hidden()


def test_draft_words_of_a_live_page_are_not_found(library, secret, search):
    secret.title = "Unfinished thoughts"
    with library.committed():
        secret.save_revision()
    assert search("unfinished").total == 0
    assert suggest("unfin", "en") == []
    assert [hit.title for hit in search("bilirubin").hits] == ["Bilirubin"]


def test_published_changes_replace_the_old_words(library, secret, search):
    secret.title = "Kernicterus"
    with library.committed():
        secret.save_revision().publish()
    assert search("kernicterus").total == 1
    assert search("bilirubin").total == 0


def test_an_expired_page_shows_no_more_even_before_it_is_unpublished(library, is_hidden):
    past = timezone.now() - datetime.timedelta(minutes=1)
    library.guide("Bilirubin", "phototherapy", topics=["jaundice"], expire_at=past)
    assert is_hidden()


def test_a_page_restricted_later_shows_no_more(library, secret, is_hidden):
    with library.committed():
        restrict(secret)
    assert is_hidden()


def test_a_page_below_a_restricted_section_shows_no_more_and_comes_back(
    library, secret, is_hidden, search
):
    with library.committed():
        restriction = restrict(secret.get_parent())
    assert is_hidden()
    with library.committed():
        restriction.delete()
    assert search("phototherapy").total == 1


def test_a_page_published_below_a_restricted_section_never_shows(library, is_hidden):
    restrict(library.section())
    library.guide("Bilirubin", "phototherapy", topics=["jaundice"])
    assert is_hidden()


def test_a_page_moved_below_a_restricted_section_shows_no_more(library, secret, is_hidden):
    home = library.section().get_parent()
    closed = home.add_child(instance=LibraryPage(title="Closed", slug="closed"))
    restrict(closed)
    with library.committed():
        secret.move(closed, "last-child")
    assert is_hidden()


def test_an_alias_is_no_resource_of_its_own(library, secret, search):
    home = library.section().get_parent()
    other = home.add_child(instance=LibraryPage(title="Other", slug="other"))
    with library.committed():
        secret.create_alias(parent=other)
    assert search("phototherapy").total == search("").total == 1


def test_a_deleted_page_leaves_nothing(library, secret, is_hidden):
    with library.committed():
        secret.delete()
    assert is_hidden()


def test_a_deleted_section_takes_its_pages_along(library, secret, is_hidden):
    with library.committed():
        secret.get_parent().delete()
    assert is_hidden()


def test_a_restricted_section_can_be_deleted(library, secret, is_hidden):
    section = secret.get_parent()
    with library.committed():
        restrict(section)
    with library.committed():
        section.delete()
    assert is_hidden()


def test_only_the_visible_translation_of_a_resource_shows(library, search):
    english = library.guide("Bilirubin and phototherapy")
    hindi = library.translation(english, "hi", "पीलिया phototherapy")
    with library.committed():
        restrict(english)
    results = search("phototherapy", "en")
    assert [hit.id for hit in results.hits] == [hindi.pk]
    assert results.total == 1


def test_an_anonymous_facility_is_not_found_by_its_name(library, search):
    library.initiative("Ward", facility_name="Hidden Hospital", facility_is_anonymous=True)
    assert search("hidden").total == 0
