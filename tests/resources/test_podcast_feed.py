"""The feed of a show: what podcast applications and directories ask for, read back by others."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path

import feedparser
import pytest
from defusedxml import ElementTree
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from core.models import HubImage
from resources.models import EpisodePage, PodcastPage
from resources.podcasting.addresses import new_guid

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "/{}/podcast/podcast/feed.xml"
AWKWARD = '</title><b>Bold</b> & "q" ]]> \x0b\ufffe\U0001f600 \u2028 <!--'


@pytest.fixture
def channel(client):
    """Return a function that gives the channel of a show's feed."""

    def read(language="en"):
        response = client.get(ADDRESS.format(language))
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
        assert not feedparser.parse(response.content).bozo
        return ElementTree.fromstring(response.content).find("channel")

    return read


def texts(element, *names):
    return tuple(element.findtext(name) for name in names)


def test_the_show_is_described_as_directories_ask(channel, show):
    feed = channel()
    assert texts(feed, "title", "description", "language", "copyright") == (
        *("Small changes", "Talks about <quality> & care.", "en"),
        "Asha Singh, CC BY 4.0",
    )
    assert feed.findtext("link") == "http://localhost/en/podcast/"
    assert feed.find(f"{ATOM}link").get("href") == "http://localhost/en/podcast/podcast/feed.xml"
    assert texts(feed, *(ITUNES + name for name in ("author", "explicit", "type"))) == (
        *("Asha Singh", "false", "episodic"),
    )
    owner = feed.find(f"{ITUNES}owner")
    assert texts(owner, f"{ITUNES}name", f"{ITUNES}email") == ("Asha Singh", "podcast@hub.example")
    (category,) = feed.findall(f"{ITUNES}category")
    assert category.get("text") == "Health & Fitness"
    assert [each.get("text") for each in category] == ["Medicine"]
    assert texts(feed, f"{PODCAST}medium", f"{PODCAST}locked") == ("podcast", "no")
    assert feed.find(f"{PODCAST}locked").get("owner") == "podcast@hub.example"


def test_the_cover_is_a_square_of_the_size_that_directories_take(channel, show, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert channel().find(f"{ITUNES}image") is None
    picture = get_test_image_file(size=(2000, 1600))
    show.cover = HubImage.objects.create(title="Cover", file=picture)
    show.save_revision().publish()
    feed = channel()
    address = feed.find(f"{ITUNES}image").get("href")
    assert address == feed.findtext("image/url")
    assert address.startswith("http://localhost/media/") and "fill-1400x1400" in address


def test_an_episode_brings_its_sound_with_type_and_size(channel, episode):
    (item,) = channel().findall("item")
    enclosure = item.find("enclosure")
    assert enclosure.attrib == {
        "url": f"http://localhost{episode.audio.url}",
        "length": "2300000",
        "type": "audio/mpeg",
    }
    (alternate,) = item.findall(f"{PODCAST}alternateEnclosure")
    assert alternate.attrib == {
        "type": "audio/mpeg",
        "title": "Small file",
        "length": "410000",
        "bitrate": str(410_000 * 8 // 754),
    }
    source = alternate.find(f"{PODCAST}source").get("uri")
    assert source == f"http://localhost{episode.audio_low.url}"


def test_an_episode_tells_its_place_length_and_kind(channel, episode):
    (item,) = channel().findall("item")
    names = ("duration", "season", "episode", "episodeType", "explicit")
    found = texts(item, *(ITUNES + name for name in names))
    assert found == ("754", "1", "2", "full", "false")
    assert item.findtext("link") == "http://localhost/en/podcast/what-to-count/"
    published = episode.first_published_at.replace(microsecond=0)
    parsed = datetime.strptime(item.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S %z")
    assert parsed == published


def test_a_day_of_publication_goes_before_that_of_the_page(channel, episode):
    episode.published_on = date(2020, 2, 29)
    episode.save_revision().publish()
    assert channel().findtext("item/pubDate") == "Sat, 29 Feb 2020 00:00:00 +0000"


def test_an_episode_names_people_with_roles_of_the_taxonomy_only(channel, episode):
    (item,) = channel().findall("item")
    people = [
        (each.text, each.get("group"), each.get("role"))
        for each in item.findall(f"{PODCAST}person")
    ]
    assert people == [("Asha Singh", "cast", "host"), ("Bo Li", "cast", "guest")]


def test_an_episode_brings_licence_chapters_and_words(channel, episode):
    episode.is_synthetic = True
    episode.save_revision().publish()
    (item,) = channel().findall("item")
    licence = item.find(f"{PODCAST}license")
    assert (licence.text, licence.get("url")) == (
        *("cc-by-4.0",),
        "https://creativecommons.org/licenses/by/4.0/",
    )
    chapters = item.find(f"{PODCAST}chapters")
    assert chapters.attrib == {
        "url": f"http://localhost/en/chapters/{episode.pk}.json",
        "type": "application/json+chapters",
    }
    notice = "The voices in this episode are made by a speech synthesiser."
    assert item.findtext("description") == f"Two nurses talk about measures.\n\n{notice}"
    assert f"<p>{notice}</p>" in item.findtext(f"{CONTENT}encoded")


def translated(page, locale, **texts):
    version = page.copy_for_translation(locale, copy_parents=True)
    for name, value in texts.items():
        setattr(version, name, value)
    version.save_revision().publish()
    return version


def test_each_language_s_transcript_is_offered_in_every_feed(channel, episode, show, hindi):
    translated(show, hindi, title="छोटे बदलाव")
    words = episode.transcript.replace("Welcome", "नमस्ते")
    version = translated(episode, hindi, title="क्या गिनें", transcript=words)
    for language in ("en", "hi"):
        (item,) = channel(language).findall("item")
        transcripts = [each.attrib for each in item.findall(f"{PODCAST}transcript")]
        assert transcripts == [
            {
                "url": f"http://localhost/{code}/transcripts/{page.pk}.vtt",
                "type": "text/vtt",
                "language": code,
                "rel": "captions",
            }
            for code, page in (("en", episode), ("hi", version))
        ]


def test_an_untranslated_transcript_is_not_offered_twice(channel, episode, show, hindi):
    translated(show, hindi)
    translated(episode, hindi)
    (item,) = channel("hi").findall("item")
    assert [each.get("language") for each in item.findall(f"{PODCAST}transcript")] == ["en"]


def test_no_two_feeds_share_an_identifier_and_none_ever_changes(channel, show, hindi):
    first = channel().findtext(f"{PODCAST}guid")
    assert first == show.feed_guid and uuid.UUID(first).version == 5
    hindi_show = translated(show, hindi, title="छोटे बदलाव")
    second = channel("hi").findtext(f"{PODCAST}guid")
    assert second != first and uuid.UUID(second).version == 5
    assert hindi_show.feed_guid == first
    show.slug = "another"
    show.save_revision().publish()
    show.refresh_from_db()
    assert show.feed_guid == first


def test_the_identifier_follows_the_namespace_s_rule(settings):
    """The namespace's own example: podnews.net/rss gives 9b024349-ccf0-5f69-a609-6b82873eab3c."""
    settings.SITE_URL = "https://hub.example"
    namespace = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    assert str(uuid.uuid5(namespace, "podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    expected = uuid.uuid5(namespace, "hub.example/en/podcast/talks/feed.xml")
    assert new_guid("talks", "en") == str(expected)


def test_an_imported_episode_keeps_the_key_that_applications_know(channel, episode):
    guid = channel().find("item/guid")
    assert (guid.get("isPermaLink"), guid.text) == ("false", f"urn:uuid:{episode.translation_key}")
    episode.source_id = "https://elsewhere.example/?p=12"
    episode.save_revision().publish()
    guid = channel().find("item/guid")
    assert (guid.get("isPermaLink"), guid.text) == ("false", "https://elsewhere.example/?p=12")


def test_what_readers_may_not_see_is_not_in_the_feed(channel, show, episode, publish, sound, hindi):
    def add(slug, **fields):
        page = EpisodePage(title=slug, slug=slug, summary="x", audio=sound("x.mp3", 10), **fields)
        return publish(show, page)

    add("draft").unpublish()
    add("withdrawn", withdrawn_on=date(2026, 1, 1), withdrawn_reason="Wrong.")
    add("silent", season=3).audio.file.storage.delete(EpisodePage.objects.last().audio.file.name)
    EpisodePage.objects.filter(pk=add("expired").pk).update(expire_at=timezone.now())
    PageViewRestriction.objects.create(page=add("restricted"), restriction_type="login")
    assert [item.findtext("title") for item in channel().findall("item")] == ["What to count"]


def test_a_show_that_readers_may_not_see_has_no_feed(client, show, episode):
    assert client.get(ADDRESS.format("hi")).status_code == 404
    PageViewRestriction.objects.create(page=show, restriction_type="login")
    assert client.get(ADDRESS.format("en")).status_code == 404


def test_the_newest_episode_comes_first(channel, show, episode, publish, sound):
    old = EpisodePage(title="Old", slug="old", summary="x", audio=sound("o.mp3", 10))
    old.published_on = date(2019, 1, 1)
    publish(show, old)
    assert [item.findtext("title") for item in channel().findall("item")] == [
        *("What to count", "Old"),
    ]


def test_sound_of_another_host_keeps_its_address(channel, episode):
    episode.audio = episode.audio_low = None
    episode.audio_url, episode.audio_type = "https://sound.example/2?a=1&b=2", "audio/ogg"
    episode.transcript, episode.transcript_url = "", "https://sound.example/2.srt"
    episode.chapters, episode.chapters_url = [], "https://sound.example/2.json"
    episode.save_revision().publish()
    (item,) = channel().findall("item")
    assert item.find("enclosure").attrib == {
        "url": "https://sound.example/2?a=1&b=2",
        "length": "0",
        "type": "audio/ogg",
    }
    assert item.find(f"{PODCAST}transcript").attrib == {
        "url": "https://sound.example/2.srt",
        "type": "application/x-subrip",
        "language": "en",
        "rel": "captions",
    }
    assert item.find(f"{PODCAST}chapters").get("url") == "https://sound.example/2.json"


def test_no_text_breaks_the_feed(channel, show, episode):
    show.title = show.author = show.introduction = AWKWARD
    show.save_revision().publish()
    episode.title = episode.summary = AWKWARD
    episode.contributors = [("person", {"name": AWKWARD, "role": "guest"})]
    episode.save_revision().publish()
    feed = channel()
    legal = re.sub("[\x0b\ufffe]", "", AWKWARD)
    assert feed.findtext("title") == feed.findtext("item/title") == legal
    assert feed.findtext(f"item/{PODCAST}person") == legal
    assert unescape(feed.findtext("item/description")) == legal
    assert "<b>" not in feed.findtext(f"item/{CONTENT}encoded")


def test_a_feed_is_sent_again_only_when_something_has_changed(client, episode):
    address = ADDRESS.format("en")
    known = {"if-none-match": client.get(address)["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    episode.audio.file.save("new.mp3", BytesIO(b"ID3\x04 another sound"))
    assert client.get(address, headers=known).status_code == 200


def test_a_show_without_episodes_has_a_feed_that_does_not_change(client, show):
    address = ADDRESS.format("en")
    first = client.get(address).content
    assert client.get(address).content == first
    built = ElementTree.fromstring(first).findtext("channel/lastBuildDate")
    parsed = datetime.strptime(built, "%a, %d %b %Y %H:%M:%S %z")
    assert parsed == show.last_published_at.replace(microsecond=0).astimezone(UTC)


def test_a_feed_is_dated_by_its_newest_episode(channel, show, episode):
    earlier = show.last_published_at - timedelta(days=30)
    PodcastPage.objects.filter(pk=show.pk).update(last_published_at=earlier)
    feed = channel()
    assert feed.findtext("lastBuildDate") == feed.findtext("item/pubDate")


def test_a_feed_costs_few_queries_however_long_it_is(
    client, show, episode, publish, sound, django_assert_max_num_queries
):
    picture = HubImage.objects.create(title="x", file=get_test_image_file(size=(1500, 1500)))
    for number in range(6):
        page = EpisodePage(
            title=f"No. {number}",
            slug=f"n{number}",
            summary="x",
            audio=sound("s.mp3", 10),
            image=picture,
            transcript=episode.transcript,
        )
        publish(show, page)
    client.get(ADDRESS.format("en"))
    with django_assert_max_num_queries(10):
        assert client.get(ADDRESS.format("en")).content.count(b"<item>") == 7


def test_the_show_s_page_leads_to_its_feed(client, show, episode):
    html = client.get(show.url).content.decode()
    address = "http://localhost/en/podcast/podcast/feed.xml"
    assert html.count(f'href="{address}"') == 2
    assert "1 episode" in html


def test_a_file_that_is_gone_leaves_the_other_one(channel, episode):
    Path(episode.audio.file.path).unlink()
    (item,) = channel().findall("item")
    assert item.find("enclosure").get("length") == "410000"
    assert item.find(f"{PODCAST}alternateEnclosure") is None
