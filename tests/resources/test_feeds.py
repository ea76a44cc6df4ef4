"""RSS of each language, and the sitemap's alternates."""

from datetime import date
from html import unescape
from xml.etree import ElementTree

import feedparser
import pytest
from wagtail.models import PageViewRestriction

from resources.models import GuidePage, ResourceTopic, Topic

XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def feed(client):
    def read(language="en"):
        response = client.get(f"/{language}/feed/")
        assert response.headers["Content-Type"].startswith("application/rss+xml")
        parsed = feedparser.parse(response.content)
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert parsed.version == "rss20"
        return parsed

    return read


def test_the_feed_tells_what_is_new_and_where(feed, guide, english):
    topic = Topic.objects.create(name="Run charts", slug="run-charts", locale=english)
    guide.topics = [ResourceTopic(term=topic)]
    guide.save_revision().publish()
    (entry,) = feed().entries
    assert (entry.title, entry.summary) == ("Write an aim", "One sentence.")
    assert entry.link == entry.id == "http://localhost/en/guides/write-an-aim/"
    assert [tag.term for tag in entry.tags] == ["Run charts"]
    assert entry.published_parsed[:3] == guide.first_published_at.timetuple()[:3]


def test_the_feed_says_its_language_and_its_own_address(feed, guide):
    about = feed().feed
    assert about.language == "en"
    own = [link.href for link in about.links if link.rel == "self"]
    assert own == ["http://localhost/en/feed/"]


def test_the_newest_come_first(feed, guide, initiative):
    assert [entry.title for entry in feed().entries] == ["Fewer infections", "Write an aim"]


def test_each_language_has_a_feed_of_its_own(feed, guide, hindi, english):
    topic = Topic.objects.create(name="Run charts", slug="run-charts", locale=english)
    translated_topic = topic.copy_for_translation(hindi)
    translated_topic.name = "रन चार्ट"
    translated_topic.save()
    translated = guide.copy_for_translation(hindi, copy_parents=True)
    translated.title = "लक्ष्य लिखें"
    translated.topics = [ResourceTopic(term=topic)]
    translated.save_revision().publish()
    (entry,) = feed("hi").entries
    assert entry.title == "लक्ष्य लिखें"
    assert [tag.term for tag in entry.tags] == ["रन चार्ट"]
    assert feed("th").entries == []


def test_drafts_aliases_restricted_and_withdrawn_pages_are_left_out(
    feed, guide, initiative, guides, publish, hindi
):
    guide.copy_for_translation(hindi, copy_parents=True, alias=True)
    assert feed("hi").entries == []
    publish(guides, GuidePage(title="Draft", slug="draft", summary="No.")).unpublish()
    withdrawn = publish(guides, GuidePage(title="Withdrawn", slug="gone", summary="No."))
    withdrawn.withdrawn_on, withdrawn.withdrawn_reason = date(2026, 1, 1), "Wrong."
    withdrawn.save_revision().publish()
    PageViewRestriction.objects.create(page=initiative, restriction_type="login")
    assert [entry.title for entry in feed().entries] == ["Write an aim"]


def test_a_feed_is_sent_again_only_when_something_has_changed(client, guide, initiative):
    first = client.get("/en/feed/")
    known = {"if-none-match": first["ETag"]}
    assert client.get("/en/feed/", headers=known).status_code == 304
    initiative.unpublish()
    assert client.get("/en/feed/", headers=known).status_code == 200


def test_a_feed_costs_few_queries_however_long_it_is(
    client, guide, guides, publish, django_assert_max_num_queries
):
    for number in range(8):
        publish(guides, GuidePage(title=f"No. {number}", slug=f"n{number}", summary="Short."))
    client.get("/en/feed/")
    with django_assert_max_num_queries(6):
        client.get("/en/feed/")


def test_no_text_breaks_the_feed(feed, guide):
    guide.title = guide.summary = '</title><b>Bold</b> & "q" ]]> \x0b\ufffe <!--'
    guide.save_revision().publish()
    (entry,) = feed().entries
    legal = '</title><b>Bold</b> & "q" ]]>  <!--'
    assert unescape(entry.title) == unescape(entry.summary) == legal


def test_pages_lead_to_the_feed_of_their_language(client, guide):
    assert 'type="application/rss+xml"' in client.get(guide.url).text
    assert 'href="/en/feed/"' in client.get(guide.url).text


def test_the_sitemap_names_every_language_of_a_page(client, guide, hindi):
    guide.copy_for_translation(hindi, copy_parents=True).save_revision().publish()
    urls = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = {
        url.find(f"{SITEMAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in url.findall(XHTML_LINK)
        }
        for url in urls
    }
    both = {
        language: f"http://localhost/{language}/guides/write-an-aim/" for language in ("en", "hi")
    }
    assert found[both["en"]] == found[both["hi"]] == both
