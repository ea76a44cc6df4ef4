"""Editors put a resource before the results of a question, for as long as readers may see it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search.models import Promotion

ADDRESS = "/en/search/"


@pytest.fixture
def engine(settings):
    """What is promoted does not depend on who knows the words."""
    settings.ELASTICSEARCH_URL = ""


@pytest.fixture
def promote(library):
    """Return a function that promotes a page for questions of a language."""

    def promote(page, *questions, language="en", **fields):
        with library.committed():
            return Promotion.objects.create(
                page=page, questions="\n".join(questions), language=language, **fields
            )

    return promote


@pytest.fixture
def promoted(search):
    """Return a function that gives the titles promoted for a question."""

    def ask(*args, **kwargs):
        return [hit.title for hit in search(*args, **kwargs).promoted]

    return ask


def test_a_resource_is_promoted_for_the_whole_question_however_it_is_typed(
    library, promote, promoted
):
    promote(library.guide("Warmth"), "kangaroo mother care", "Méthode KMC")
    for typed in ("Kangaroo-Mother CARE", "  kangaroo mother care?", "methode kmc"):
        assert promoted(typed) == ["Warmth"]
    for typed in ("kangaroo mother", "kangaroo mother care at home", "kmc", ""):
        assert promoted(typed) == []


def test_it_stands_before_the_first_results_only_and_without_filters(library, promote, promoted):
    for number in range(21):
        page = library.guide(f"Ward {number}", topics=["infection"])
    promote(page, "ward")
    assert promoted("ward") == ["Ward 20"]
    assert promoted("ward", page=2) == []
    assert promoted("ward", topic=["infection"]) == []
    assert promoted("ward", within=(page.get_parent().path,)) == []


def test_it_changes_neither_results_nor_counts_nor_json(library, promote, search, client):
    page = library.guide("A ward")
    library.guide("Another ward")
    before, json = search("ward"), client.get(ADDRESS, {"q": "ward", "format": "json"}).json()
    promote(page, "ward")
    after = search("ward")
    assert (after.hits, after.total, after.facets) == (before.hits, before.total, before.facets)
    assert client.get(ADDRESS, {"q": "ward", "format": "json"}).json() == json


def test_editors_choose_the_order(library, promote, promoted):
    promote(library.guide("Second"), "ward", sort_order=2)
    promote(library.guide("First"), "ward", sort_order=1)
    promote(library.guide("Third"), "ward", sort_order=3)
    promote(library.guide("Too many"), "ward", sort_order=4)
    assert promoted("ward") == ["First", "Second", "Third"]


def test_the_reader_gets_the_language_nearest_to_hers(library, promote, promoted):
    english = library.guide("Warmth")
    library.translation(english, "hi", "गर्माहट")
    promote(english, "kmc")
    assert promoted("kmc", "hi") == ["गर्माहट"]
    assert promoted("kmc", "ne") == ["गर्माहट"]
    assert promoted("kmc", "ta") == ["Warmth"]
    promote(library.guide("Only for readers of Hindi"), "स्तनपान", language="hi")
    assert promoted("स्तनपान", "hi") == ["Only for readers of Hindi"]
    assert promoted("स्तनपान", "en") == []


def test_a_reason_is_shown_to_who_reads_its_language_and_is_no_markup(library, promote, client):
    english = library.guide("Warmth")
    library.translation(english, "hi", "गर्माहट")
    promote(english, "kmc", reason="New <b>guidance</b>")
    html = client.get(ADDRESS, {"q": "kmc"}).content.decode()
    assert "New &lt;b&gt;guidance&lt;/b&gt;" in html
    assert "guidance" not in client.get("/hi/search/", {"q": "kmc"}).content.decode()


def test_what_readers_may_not_see_is_not_promoted(library, promote, promoted):
    withdrawn, restricted, expired = (library.guide(name) for name in ("One", "Two", "Three"))
    for page in (withdrawn, restricted, expired):
        promote(page, "ward")
    assert len(promoted("ward")) == 3
    with library.committed():
        withdrawn.unpublish()
    # Past search's signals, as when its rows are out of date.
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=restricted, restriction_type="login")]
    )
    type(expired).objects.filter(pk=expired.pk).update(expire_at="2020-01-01T00:00Z")
    assert promoted("ward") == []


def test_a_change_shows_with_the_next_question(library, promote, promoted):
    promotion = promote(library.guide("Warmth"), "ward")
    assert promoted("ward") == ["Warmth"]
    promotion.questions = "kmc"
    promotion.save()
    assert (promoted("ward"), promoted("kmc")) == ([], ["Warmth"])
    promotion.delete()
    assert promoted("kmc") == []


def test_a_promotion_goes_with_its_page(library, promote, promoted):
    page = library.guide("Warmth")
    promote(page, "ward")
    with library.committed():
        page.delete()
    assert promoted("ward") == []
    assert not Promotion.objects.exists()


def test_it_costs_one_query_and_none_where_nothing_is_promoted(library, promote, client):
    def cost(question):
        client.get(ADDRESS, {"q": question})
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS, {"q": question})
        return len(queries)

    library.guide("A ward")
    page = library.guide("Apgar")
    before = cost("ward"), cost("apgar")
    promote(page, "apgar")
    assert (cost("ward"), cost("apgar")) == (before[0], before[1] + 1)


def test_each_question_is_kept_once_on_its_line(library):
    promotion = Promotion(page=library.guide("Warmth"), questions=" kmc \n\n\nkmc\r\nwarmth")
    promotion.full_clean()
    assert promotion.questions == "kmc\nwarmth"
    promotion.questions = " \n "
    with pytest.raises(ValidationError):
        promotion.full_clean()
