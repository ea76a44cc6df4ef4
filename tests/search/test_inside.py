"""What stands inside recordings and attached documents is found, and led to."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from core.extraction import keeping
from core.models import DocumentText
from resources.models import EpisodePage, GuidePage, PodcastPage
from search import following_documents
from search.models import EntryPart
from tests.core.documents import kept, pdf, word

TRANSCRIPT = """WEBVTT

00:00:00.000 --> 00:00:04.000
<v Host>Where does the problem show?

00:03:12.500 --> 00:03:20.000
<v Guest>Hypothermia is the first thing we measured.
"""


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def upload(library):
    """Return a function that keeps a document, which a worker then reads."""

    def keep(content, name, **fields):
        with library.committed():
            return kept(content, name, **fields)

    return keep


@pytest.fixture
def chart(db):
    """Return a function that keeps a Word file that has been read, without reading it."""

    def keep(text="bilirubin", **fields):
        document = kept(b"", "chart.docx", **fields)
        DocumentText.objects.filter(pk=document.pk).update(state="read", passages=[[0, text]])
        return document

    return keep


@pytest.fixture
def attach(library):
    """Return a function that publishes a guide to which documents are attached."""

    def publish(*documents, title="A guide", **fields):
        attached = [("document", document) for document in documents]
        return library.publish(GuidePage(title=title, attachments=attached), **fields)

    return publish


@pytest.fixture
def closed(library):
    """A collection whose documents are for those who have signed in."""
    collection = Collection.get_first_root_node().add_child(name="Closed")
    with library.committed():
        restrict(collection)
    return collection


def restrict(collection):
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )


def test_a_word_of_an_attached_pdf_is_found_and_led_to_on_its_page(upload, attach, search):
    document = upload(pdf("Contents", "Keep bilirubin charts"), "chart.pdf", title="Chart")
    attach(document)
    (hit,) = search("bilirubin").hits
    assert hit.highlight == "Keep <mark>bilirubin</mark> charts"
    assert hit.place_url == f"/documents/{document.pk}/chart.pdf#page=2"
    assert hit.place_label == "Page 2 of \u2068Chart\u2069"
    assert hit.passage_language == ""


def test_readers_get_a_link_to_the_page_of_the_document(upload, attach, client):
    document = upload(pdf("Contents", "Keep bilirubin charts"), "chart.pdf", title="Chart")
    attach(document)
    answer = client.get("/en/search/?q=bilirubin").content.decode()
    assert f'href="/documents/{document.pk}/chart.pdf#page=2"' in answer
    assert 'lang=""' in answer and 'dir="auto"' in answer


def test_a_word_of_an_attached_word_file_is_found_in_it(upload, attach, search):
    attach(upload(word("Keep bilirubin charts"), "chart.docx", title="Chart"))
    (hit,) = search("bilirubin").hits
    assert hit.place_url.endswith("/chart.docx")
    assert hit.place_label == "In \u2068Chart\u2069"


def test_a_word_of_a_recording_is_led_to_its_second(library, search, client):
    show = library.section().get_parent().add_child(instance=PodcastPage(title="Show", slug="show"))
    episode = EpisodePage(title="One", slug="one", summary="Short.", transcript=TRANSCRIPT)
    with library.committed():
        episode.locale = show.locale
        show.add_child(instance=episode)
    (hit,) = search("hypothermia").hits
    assert hit.place_label == "At 3:12 in the recording"
    assert hit.place_url == f"{episode.url}#t-192"
    assert 'id="t-192"' in client.get(episode.url).content.decode()


def test_words_are_found_in_the_script_of_the_document(upload, attach, titles):
    attach(upload(pdf("नवजात शिशु की देखभाल"), "a.pdf"), title="एक", language="hi")
    attach(upload(pdf("การดูแลทารกแรกเกิด"), "b.pdf"), title="หนึ่ง", language="th")
    assert titles("शिशु", "hi") == ["एक"]
    assert titles("ทารก", "th") == ["หนึ่ง"]


def test_what_a_page_says_itself_is_shown_before_what_its_document_says(chart, attach, search):
    attach(chart(), body=[("paragraph", "<p>About bilirubin and light.</p>")])
    (hit,) = search("bilirubin").hits
    assert hit.place_url == ""
    assert hit.highlight == "About <mark>bilirubin</mark> and light."
    assert hit.passage_language == "en"


def test_the_passage_with_most_of_the_words_is_shown(upload, attach, search):
    pages = ["bilirubin", "light", "bilirubin and light", "light and bilirubin"]
    attach(upload(pdf(*pages), "chart.pdf"))
    (hit,) = search("bilirubin light").hits
    assert hit.place_url.endswith("#page=3")


def test_words_of_a_document_weigh_less_than_those_of_a_page(library, chart, attach, titles):
    attach(chart(), title="With a chart")
    library.guide("Without one", "bilirubin")
    assert titles("bilirubin") == ["Without one", "With a chart"]


def test_hits_inside_documents_cost_one_query(chart, attach, search):
    for _ in range(3):
        attach(chart())
    with CaptureQueriesContext(connection) as queries:
        assert all(hit.place_url for hit in search("bilirubin").hits)
    assert sum("search_entrypart" in query["sql"] for query in queries) == 1


def test_an_unread_document_is_found_as_soon_as_it_is_read(attach, library, titles):
    document = kept(pdf("bilirubin"), "chart.pdf")
    attach(document)
    assert titles("bilirubin") == []
    with library.committed():
        keeping.read(document.pk)
    assert titles("bilirubin") == ["A guide"]


def test_update_index_has_unread_documents_read(attach, library, titles):
    attach(kept(pdf("bilirubin"), "chart.pdf"))
    with library.committed():
        call_command("update_index", backend_name="readers", verbosity=0)
    assert titles("bilirubin") == ["A guide"]


def test_a_new_file_takes_the_place_of_the_old_words(library, upload, attach, titles):
    document = upload(pdf("bilirubin"), "chart.pdf")
    attach(document)
    with library.committed():
        document.file = ContentFile(word("phototherapy"), "chart.docx")
        document.save()
    assert titles("bilirubin") == []
    assert titles("phototherapy") == ["A guide"]


def test_a_new_title_is_shown(library, chart, attach, search):
    document = chart(title="Old")
    attach(document)
    with library.committed():
        document.title = "New"
        document.save()
    assert "New" in search("bilirubin").hits[0].place_label


def test_words_of_a_deleted_document_are_found_no_more(library, chart, attach, is_nowhere):
    document = chart()
    attach(document)
    with library.committed():
        document.delete()
    assert is_nowhere("bilirubin")


@pytest.fixture
def is_nowhere(search):
    """Return a function that tells whether a word is neither found nor kept, beside its page."""

    def check(word):
        assert search("").total == 1
        return search(word).total == 0 and not EntryPart.objects.exclude(text="").exists()

    return check


def test_words_of_a_document_in_a_closed_collection_are_never_found(
    closed, chart, attach, is_nowhere
):
    inner = closed.add_child(name="Inner")
    attach(
        chart(collection=closed),
        chart(collection=inner),
    )
    assert DocumentText.objects.filter(state="read").count() == 2
    assert is_nowhere("bilirubin")


def test_closing_a_collection_hides_words_and_opening_it_brings_them_back(
    library, chart, attach, titles, is_nowhere
):
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Ward").add_child(name="Inner")
    attach(chart(collection=collection))
    with library.committed():
        restriction = restrict(Collection.objects.get(name="Ward"))
    assert is_nowhere("bilirubin")
    with library.committed():
        restriction.delete()
    assert titles("bilirubin") == ["A guide"]


def test_a_document_moved_into_a_closed_collection_is_found_no_more(
    library, closed, chart, attach, is_nowhere
):
    document = chart()
    attach(document)
    with library.committed():
        document.collection = closed
        document.save()
    assert is_nowhere("bilirubin")


def test_documents_moved_into_a_closed_collection_at_once_are_found_no_more(
    library, closed, chart, attach, is_nowhere, admin_client
):
    document = chart()
    attach(document)
    action = reverse("wagtail_bulk_action", args=["core", "hubdocument", "add_to_collection"])
    with library.committed():
        admin_client.post(f"{action}?id={document.pk}", {"collection": closed.pk})
    document.refresh_from_db()
    assert document.collection == closed
    assert is_nowhere("bilirubin")


def test_a_collection_moved_into_a_closed_one_is_found_no_more(
    library, closed, chart, attach, is_nowhere, admin_client
):
    ward = Collection.get_first_root_node().add_child(name="Ward")
    attach(chart(collection=ward))
    with library.committed():
        admin_client.post(
            reverse("wagtailadmin_collections:edit", args=[ward.pk]),
            {"name": "Ward", "parent": closed.pk},
        )
    assert Collection.objects.get(pk=ward.pk).is_child_of(closed)
    assert is_nowhere("bilirubin")


def test_of_many_pages_none_shows_a_closed_document(
    library, chart, attach, titles, search, monkeypatch
):
    monkeypatch.setattr(following_documents, "_WHILE_WAITING", 1)
    document = chart()
    attach(document, title="One")
    attach(document, title="Two")
    with library.committed():
        restrict(document.collection)
    assert titles("bilirubin") == []
    assert search("").total == 2


def test_words_of_a_draft_s_document_are_found_by_nobody(library, chart, attach, search):
    document = chart()
    page = attach(document, live=False)
    assert search("bilirubin").total == 0 and not EntryPart.objects.exists()
    with library.committed():
        page.save_revision().publish()
    assert search("bilirubin").total == 1


def test_a_document_attached_in_a_draft_of_a_live_page_is_found_by_nobody(
    library, chart, attach, search
):
    page = attach()
    page.attachments = [("document", chart())]
    with library.committed():
        page.save_revision()
    assert search("bilirubin").total == 0


def test_a_broken_document_harms_no_page(upload, attach, titles):
    attach(upload(b"%PDF-1.4\n%%EOF\n", "chart.pdf"), title="Bilirubin")
    assert titles("bilirubin") == ["Bilirubin"]
