"""What bulk writing leaves behind is what Wagtail would have written page by page."""

import pytest
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from core.signals import pages_written
from resources.models import InitiativePage, LibraryPage, ResourceTopic, Topic
from tests.resources.importing import INITIATIVES, in_file, run_import

TITLES = "title,source_id,topics\n"


@pytest.fixture
def topics(english):
    for slug in ("oxygen", "asepsis"):
        Topic.objects.create(name=slug.title(), slug=slug, locale=english)


def test_the_tree_is_sound_and_editors_can_go_on_in_it(initiatives, publish):
    run_import(INITIATIVES, "--publish")
    publish(initiatives, InitiativePage(title="Mine", summary="Mine.", slug="mine"))
    assert Page.find_problems() == ([], [], [], [], [])
    initiatives.refresh_from_db()
    assert initiatives.numchild == 4
    assert [page.url_path for page in initiatives.get_children()] == [
        f"{initiatives.url_path}{page.slug}/" for page in initiatives.get_children()
    ]


def test_a_page_is_published_with_a_revision_that_equals_it(initiatives):
    run_import(INITIATIVES, "--publish")
    page = InitiativePage.objects.get(pages="e001459")
    assert page.latest_revision == page.live_revision
    revision = page.live_revision.as_object()
    told = ("title", "slug", "url_path", "path", "summary", "contributors", "year", "source_url")
    assert [getattr(revision, name) for name in told] == [getattr(page, name) for name in told]
    assert not page.has_unpublished_changes and page.last_published_at == page.first_published_at


def test_an_imported_page_can_be_edited_copied_and_deleted(initiatives):
    run_import(INITIATIVES, "--publish")
    page = InitiativePage.objects.get(pages="e001459")
    page.title = "Kangaroo care"
    page.save_revision().publish()
    page.copy(update_attrs={"slug": "copy"})
    page.delete()
    assert InitiativePage.objects.filter(title="Kangaroo care").count() == 1
    assert Page.find_problems() == ([], [], [], [], [])


def test_slugs_are_short_whole_words_and_differ(initiatives, tmp_path):
    title = "A very long title " * 10
    rows = f"title,source_id\n{title},1\n{title},2\nकंगारू,3\n???,4\n"
    run_import(in_file(tmp_path, "a.csv", rows))
    slugs = list(InitiativePage.objects.order_by("path").values_list("slug", flat=True))
    assert slugs[1] == f"{slugs[0]}-2" and len(slugs[0]) <= 80
    assert set(slugs[0].split("-")) == {"a", "very", "long", "title"}
    assert slugs[2:] == ["kmgaru", "resource"]


def test_filing_is_written_found_and_changed(initiatives, topics, tmp_path):
    run_import(in_file(tmp_path, "a.csv", TITLES + "One,1,oxygen; asepsis\n"), "--publish")
    page = InitiativePage.objects.get()
    assert [row.term.slug for row in page.topics.all()] == ["oxygen", "asepsis"]
    oxygen = Topic.objects.get(slug="oxygen")
    assert ReferenceIndex.get_references_to(oxygen).count() == 1
    run_import(in_file(tmp_path, "a.csv", TITLES + "One,1,asepsis\n"), "--publish")
    assert list(ResourceTopic.objects.values_list("term__slug", flat=True)) == ["asepsis"]
    assert not ReferenceIndex.get_references_to(oxygen).exists()


def test_an_update_of_one_page_leaves_the_filing_of_another_as_it_is(initiatives, topics, tmp_path):
    run_import(in_file(tmp_path, "a.csv", TITLES + "One,1,oxygen\nTwo,2,asepsis\n"), "--publish")
    run_import(in_file(tmp_path, "a.csv", TITLES + "Uno,1,oxygen\nTwo,2,oxygen\n"), "--publish")
    one, two = InitiativePage.objects.order_by("path")
    assert one.title == "Uno"
    assert [row.term.slug for row in one.topics.all()] == ["oxygen"]
    assert [row.term.slug for row in two.topics.all()] == ["oxygen"]


def test_the_history_says_where_the_page_came_from(initiatives, admin_client):
    run_import(INITIATIVES, "--publish")
    page = InitiativePage.objects.first()
    actions = PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)
    assert set(actions) == {"resources.import", "wagtail.publish"}
    history = admin_client.get(f"/admin/pages/{page.pk}/history/")
    assert "Imported from a file" in history.content.decode()


def test_search_hears_of_the_pages_and_the_admin_finds_them(initiatives):
    heard = []

    def listen(page_ids, **kwargs):
        heard.extend(page_ids)

    pages_written.connect(listen)
    run_import(INITIATIVES, "--publish")
    assert sorted(heard) == sorted(InitiativePage.objects.values_list("pk", flat=True))
    assert InitiativePage.objects.search("sucrose").count() == 1


def test_a_language_without_a_section_is_refused_with_what_to_create(initiatives):
    initiatives.unpublish()
    run = run_import(INITIATIVES, "--publish")
    assert run.failed and "library section" in run.said and "“initiative”" in run.said
    assert not InitiativePage.objects.exists()


def test_the_section_kept_for_the_type_comes_first(home, publish, initiatives):
    anything = publish(home, LibraryPage(title="Anything", slug="anything"))
    anything.move(home, "first-child")
    run_import(INITIATIVES)
    initiatives.refresh_from_db()
    assert initiatives.get_children().count() == 3
