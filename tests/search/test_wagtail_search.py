"""Wagtail's own search, which editors use: in every language, drafts too, and whole."""

from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.base import SearchFieldError
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from core.models import HubAudio, HubDocument
from resources.models import GuidePage, ResourcePage
from search.backends.words import numbers_of

from .library import Library


@pytest.fixture
def library(db, settings, django_capture_on_commit_callbacks):
    """An empty library."""
    settings.ELASTICSEARCH_URL = ""
    return Library(django_capture_on_commit_callbacks)


@pytest.fixture
def found(db):
    """Return a function that searches all pages and gives the titles found, in order."""

    def ask(query, queryset=None, **options):
        pages = Page.objects.all() if queryset is None else queryset
        return [page.title for page in pages.search(query, **options)]

    return ask


@pytest.fixture
def begun(db):
    """Return a function that gives the titles of all pages that a beginning may mean."""
    return lambda text: [page.title for page in Page.objects.autocomplete(text)]


@pytest.mark.parametrize(
    ("language", "title", "typed"),
    [
        ("hi", "नवजात शिशुओं की देखभाल", "शिशु"),
        ("hi", "ज़रूरत", "जरूरत"),
        ("ne", "बच्चाहरूको हेरचाह", "बच्चाहरू"),
        ("ta", "குழந்தை பராமரிப்பு", "பராமரிப்பு"),
        ("th", "การดูแลทารกแรกเกิด", "ทารก"),
        ("my", "မွေးကင်းစကလေး စောင့်ရှောက်မှု", "ကလေး"),
        ("id", "Perawatan bayi baru lahir", "bayi"),
        ("ar", "رِعَايَةُ الأطفال", "رعاية"),
        ("ar", "رعاية الأطفال حديثي الولادة", "أطفال"),
        ("fr", "Les soins à l’hôpital", "hopital"),
        ("fr", "Les infections évitées", "infection"),
        ("en", "Preventing infections", "infection prevents"),
    ],
)
def test_each_language_finds_other_forms_of_its_words(
    library, found, begun, language, title, typed
):
    library.guide(title, language=language)
    library.guide("Something else", language="en")
    assert found(typed) == [title]
    assert begun(typed) == [title]


def test_the_text_is_searched_in_the_language_of_the_page(library, found):
    library.guide("एक", "<b>अस्पतालों</b> में देखभाल", language="hi")
    assert found("अस्पताल") == ["एक"]


def test_vowel_signs_do_not_part_hindi_words(library, found):
    library.guide("शिशु", language="hi")
    assert found("शश") == []


def test_a_question_is_stemmed_in_the_language_of_the_pages_asked_for(library, found):
    library.guide("The nation", language="en")
    library.guide("Les nations", language="fr")
    french = Page.objects.filter(locale=Locale.objects.get(language_code="fr"))
    assert found("nation", french) == ["Les nations"]


def test_the_best_come_first(library, found):
    library.guide("Something", "About oxygen.")
    library.guide("Oxygen in a ward", "About something.")
    library.guide("Nothing", "Of the kind.")
    assert found("oxygen") == ["Oxygen in a ward", "Something"]


def test_what_fits_better_has_the_higher_score(library):
    library.guide("Something", "About oxygen.")
    library.guide("Oxygen in a ward", "About something.")
    scores = [page.score for page in Page.objects.search("oxygen").annotate_score("score")]
    assert scores == sorted(scores, reverse=True) and scores[0] > scores[1] > 0


def test_all_words_are_wanted_or_any(library, found):
    library.guide("Oxygen", "in a ward")
    library.guide("A ward")
    assert found("oxygen ward") == found("oxygen ward", operator="and") == ["Oxygen"]
    assert set(found("oxygen ward", operator="or")) == {"Oxygen", "A ward"}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (Phrase("small babies"), {"Small babies"}),
        (Phrase("small baby"), {"Small babies"}),
        (PlainText("babies") & ~PlainText("warm"), {"Small babies"}),
        (~PlainText("small") & PlainText("babies"), set()),
        (And([Not(PlainText("babies")), Not(PlainText("ward"))]), {"Nothing"}),
        (Or([PlainText("ward"), Not(PlainText("babies"))]), {"Nothing", "Ward"}),
        (Boost(PlainText("ward"), 2), {"Ward"}),
        (MATCH_ALL & PlainText("ward"), {"Ward"}),
        (~MATCH_ALL, set()),
        (~MATCH_ALL | PlainText("ward"), {"Ward"}),
    ],
)
def test_queries_are_put_together(library, found, query, titles):
    library.guide("Small babies")
    library.guide("Babies that are warm are small")
    library.guide("Nothing")
    library.guide("Ward")
    assert set(found(query, GuidePage.objects.all())) == titles


def test_everything_can_be_asked_for(library, found):
    library.guide("Ward")
    assert "Ward" in found(MATCH_ALL)


def test_a_query_that_no_index_answers_is_refused(library, found):
    with pytest.raises(NotImplementedError):
        found(Fuzzy("wrad"))


@pytest.mark.parametrize("text", ["!!!", '" OR *', "'); --", "AND", "NOT (", "a:b", "\x00", "\\"])
def test_signs_do_no_harm(library, found, begun, text):
    library.guide("Ward")
    assert found(text) == begun(text) == []


def test_only_the_fields_asked_for_are_searched(library, found):
    library.guide("Oxygen", "ward")
    library.guide("Ward", "oxygen")
    resources = ResourcePage.objects.all()
    assert found("oxygen", fields=["title"]) == ["Oxygen"]
    assert found("oxygen", resources, fields=["body"]) == ["Ward"]
    assert found(Not(PlainText("oxygen")), resources, fields=["body"]) == ["Oxygen"]
    assert set(found("oxygen ward", resources, fields=["title", "body"])) == {"Oxygen", "Ward"}
    assert found("short", resources, fields=["body"]) == []
    with pytest.raises(SearchFieldError):
        found("oxygen", fields=["body"])


def test_any_filter_and_order_of_a_queryset_holds(library, found):
    for title in ("A ward", "Wards", "The ward"):
        library.guide(title)
    library.initiative("Ward")
    guides = GuidePage.objects.exclude(slug="page-2")
    assert set(found("ward", guides)) == {"A ward", "The ward"}
    from_the_end = guides.order_by("-title")
    assert found("ward", from_the_end, order_by_relevance=False) == ["The ward", "A ward"]
    assert found("ward", guides, order_by="title") == ["A ward", "The ward"]
    assert set(found("ward", Page.objects.filter(url_path__endswith="page-4/"))) == {"Ward"}


def test_pages_of_results_and_counts_agree(library):
    for number in range(5):
        library.guide(f"Ward {number}")
    results = Page.objects.search("ward")
    assert results.count() == len(results) == 5
    assert results[1:3].count() == len(results[1:3]) == 2
    assert [page.pk for page in results[2:]] == [page.pk for page in results][2:]
    assert results[0].pk == next(iter(results)).pk


def test_results_are_counted_by_a_fact(library):
    library.guide("Ward")
    library.guide("Another ward")
    library.initiative("Ward")
    counts = Page.objects.search("ward").facet("content_type_id")
    assert list(counts.values()) == [2, 1]


def test_pages_of_several_kinds_come_whole(library):
    library.guide("Ward")
    library.initiative("Ward round")
    kinds = {type(page).__name__ for page in Page.objects.specific().search("ward")}
    assert kinds == {"GuidePage", "InitiativePage"}


def test_a_beginning_finds_titles_and_never_the_inside_of_a_word(library, begun):
    library.guide("Kangaroo care", "oxygen")
    assert begun("kan") == begun("kangaroo c") == begun("KANGA") == ["Kangaroo care"]
    assert begun("oxy") == begun("garoo") == begun("kan care") == []


def test_a_beginning_is_not_taken_for_the_name_of_a_language(library, begun):
    library.guide("Wards")
    assert begun("en") == begun("e") == []


@pytest.fixture
def few_are_ranked(monkeypatch):
    """Let more than two rows be too many to rank, where a database has such a limit."""
    store = type(get_search_backend().store)
    for name in ("words", "typed"):
        if getattr(store, name).most_ranked:
            monkeypatch.setattr(store, name, replace(getattr(store, name), most_ranked=2))


def test_a_beginning_that_many_share_brings_the_newest_first(library, begun, few_are_ranked):
    titles = [library.guide(f"Ward {number} a").title for number in range(3)]
    assert begun("war") == titles[::-1]
    assert begun("ward 1") == ["Ward 1 a"]


def test_a_word_that_many_have_brings_those_that_are_about_it_first(library, found, few_are_ranked):
    for number in range(3):
        library.guide(f"Ward {number}")
        library.guide(f"Text {number}", "ward")
    titles = found("ward")
    assert {title[:4] for title in titles[:3]} == {"Ward"} and len(set(titles)) == 6
    results = Page.objects.search("ward")
    for start, stop in ((0, 2), (2, 4), (3, 5), (4, None), (2, 2), (7, 9)):
        assert [page.title for page in results[start:stop]] == titles[start:stop]


def test_a_draft_is_found_by_editors_and_not_among_what_is_public(library, found):
    library.guide("Bilirubin", live=False)
    assert found("bilirubin") == ["Bilirubin"]
    assert found("bilirubin", Page.objects.live().public()) == []


def test_unpublished_changes_are_not_searched(library, found):
    page = library.guide("Bilirubin")
    page.title = "Unfinished thoughts"
    with library.committed():
        page.save_revision()
    assert found("unfinished") == []
    assert found("bilirubin") == ["Bilirubin"]


def test_the_index_follows_what_is_published_and_deleted(library, found):
    page = library.guide("Bilirubin")
    page.title = "Kernicterus"
    with library.committed():
        page.save_revision().publish()
    assert found("bilirubin") == [] and found("kernicterus") == ["Kernicterus"]
    with library.committed():
        page.delete()
    assert found("kernicterus") == []
    assert numbered_rows(page) == 0


def numbered_rows(page):
    column = "rowid" if connection.vendor == "sqlite" else "number"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM search_object_words WHERE {column} = %s",
            [numbers_of(Page).first + page.pk],
        )
        return cursor.fetchone()[0]


def test_a_rebuild_brings_everything_back_and_forgets_what_is_gone(library, found):
    page = library.guide("Bilirubin")
    gone = library.guide("Gone")
    Page.objects.filter(pk=page.pk).update(title="Kernicterus")
    get_search_backend().reset_indexes()
    assert found("bilirubin") == []
    get_search_backend().add_bulk(GuidePage, [gone])
    GuidePage.objects.filter(pk=gone.pk)._raw_delete(using="default")
    ResourcePage.objects.filter(pk=gone.pk)._raw_delete(using="default")
    call_command("update_index", verbosity=0)
    assert found("kernicterus") == ["Kernicterus"]


def test_a_rebuild_twice_leaves_the_same(library, found):
    library.guide("Bilirubin", "in newborns")
    for _ in range(2):
        call_command("update_index", "--backend", "default", verbosity=0)
    assert found("newborn") == ["Bilirubin"]
    assert Page.objects.search("newborn").count() == 1


def test_files_and_terms_are_found_by_what_they_are_called_and_tagged(library):
    document = HubDocument.objects.create(title="Checklists", file=ContentFile(b"x", "a.txt"))
    document.tags.add("phototherapy")
    document.save()
    HubAudio.objects.create(title="Ward round", file=ContentFile(b"x", "a.mp3"), duration=1)
    image = get_image_model()
    image.objects.create(title="A ward", file=get_test_image_file())
    term = library.term("topics", "newborn-care", "Newborns")
    backend = get_search_backend()
    with_tag = HubDocument.objects.get()
    backend.add(with_tag)
    for model, text in (
        (HubDocument, "checklist"),
        (HubDocument, "phototherapy"),
        (HubAudio, "rounds"),
        (image, "wards"),
        (type(term), "newborn"),
    ):
        assert len(backend.search(text, model)) == 1, text
        assert len(backend.autocomplete(text[:5], model)) == 1, text


@pytest.mark.parametrize(
    "view",
    [
        "wagtailadmin_pages:search",
        "wagtailadmin_pages:search_results",
        "wagtailadmin_choose_page_search",
    ],
)
def test_editors_find_a_page_by_another_form_of_its_word(library, admin_client, view):
    library.guide("नवजात शिशुओं की देखभाल", language="hi", live=False)
    library.guide("Something else")
    for typed in ("शिशु", "नवज"):
        page = admin_client.get(reverse(view), {"q": typed}).content.decode()
        assert "शिशुओं" in page and "Something else" not in page


def test_editors_search_within_a_section(library, admin_client):
    library.guide("Preventing infections")
    address = reverse("wagtailadmin_explore", args=[library.section().pk])
    for typed, is_there in (("infection", True), ("sepsis", False)):
        page = admin_client.get(address, {"q": typed}).content.decode()
        assert ("Preventing infections" in page) is is_there


@pytest.mark.parametrize(
    "view",
    [
        "wagtailimages:index",
        "wagtaildocs:index",
        "wagtailmedia:index",
        "wagtailusers_users:index",
        "wagtailimages_chooser:choose_results",
        "wagtaildocs_chooser:choose_results",
        "wagtailmedia:chooser",
        "wagtailsnippets_resources_topic:list",
    ],
)
def test_every_list_of_the_admin_can_be_searched(library, admin_client, view):
    assert admin_client.get(reverse(view), {"q": "ward admin"}).status_code == 200


def test_a_rare_word_costs_no_scan_of_all_words(library):
    library.guide("Bilirubin")
    fill_with_common_words(5_000)
    rare = Page.objects.search("bilirubin").query_compiler
    (ranked,) = rare.tiers(get_search_backend().store, None)
    plan = ranked[:20].explain()
    assert "Seq Scan on search_object_words" not in plan
    # Full-text indexes of either database by name: PostgreSQL's, and what FTS5 calls a MATCH.
    assert (
        "search_object_words_words" in plan or "search_object_words VIRTUAL TABLE INDEX 0:M" in plan
    )


def fill_with_common_words(rows):
    """Let PostgreSQL, which plans by what tables hold, see many rows in the index of pages."""
    if connection.vendor == "sqlite":
        return
    first = numbers_of(Page).first + 1_000_000
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_object_words "
            "SELECT %s + n, ('w' || mod(n, 50))::tsvector, ''::tsvector "
            "FROM generate_series(1, %s) AS n",
            [first, rows],
        )
        cursor.execute("ANALYZE search_object_words")
