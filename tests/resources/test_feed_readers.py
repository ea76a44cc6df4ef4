"""Both feeds held against models of RSS 2.0 and of Apple's elements, and read by an index.

The models are those of rss-parser, which refuses a feed that lacks what RSS requires or has a
number that is none. The index is the Podcast Index, which keeps the podcast namespace: its own
parser (see scripts.services.readers) tells what of the namespace it has understood.
"""

import pytest
from pydantic import ValidationError
from rss_parser import PodcastParser, RSSParser
from wagtail.images.tests.utils import get_test_image_file

from core.models import HubImage
from scripts.services import readers

AWKWARD = '</title><b>Bold</b> & "q" ]]> \u2028 <!--'
RESOURCES, PODCAST = "/en/feed/", "/en/podcast/podcast/feed.xml"


@pytest.fixture
def awkward(guide, show, episode):
    """Titles and summaries that would break a feed that is put together as text."""
    for page in (guide, show, episode):
        page.title = AWKWARD
    guide.summary = episode.summary = show.introduction = show.author = AWKWARD
    episode.contributors = [("person", {"name": AWKWARD, "role": "guest"})]
    for page in (show, guide, episode):
        page.save_revision().publish()


@pytest.fixture
def covered(show, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = get_test_image_file(size=(1500, 1500))
    show.cover = HubImage.objects.create(title="Cover", file=picture)
    show.save_revision().publish()


def test_the_feed_of_new_resources_is_rss(client, guide, episode):
    channel = RSSParser.parse(client.get(RESOURCES).text).channel.content
    assert [item.content.title.content for item in channel.items] == [
        *("What to count", "Write an aim"),
    ]


@pytest.mark.parametrize(("parser", "address"), [(RSSParser, RESOURCES), (PodcastParser, PODCAST)])
def test_no_text_makes_a_feed_invalid(client, awkward, parser, address):
    channel = parser.parse(client.get(address).text).channel.content
    assert AWKWARD in {item.content.title.content for item in channel.items}


def test_the_podcast_feed_has_apple_s_elements(client, episode, covered):
    channel = PodcastParser.parse(client.get(PODCAST).text).channel.content
    assert channel.itunes_author.content == "Asha Singh"
    assert channel.itunes_owner.content.email.content == "podcast@hub.example"
    assert channel.itunes_image.attributes["href"].startswith("http://localhost/media/")
    assert channel.itunes_explicit.content == "false"
    assert channel.itunes_categories[0].attributes["text"] == "Health & Fitness"
    item = channel.items[0].content
    assert (item.itunes_season.content, item.itunes_episode.content) == (1, 2)
    assert item.enclosures[0].attributes["type"] == "audio/mpeg"


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("<title>Small changes</title>", ""),
        ("<itunes:episode>2<", "<itunes:episode>two<"),
        ("</channel>", ""),
    ],
)
def test_the_models_refuse_what_is_no_podcast(client, episode, was, becomes):
    text = client.get(PODCAST).text
    assert was in text
    with pytest.raises((ValidationError, ValueError)):
        PodcastParser.parse(text.replace(was, becomes))


def test_the_podcast_index_understands_every_element_of_its_namespace(client, episode, covered):
    feed = readers.read("feed", client.get(PODCAST).text)
    understood = {tag for tags in feed["pc20support"].values() for tag in tags}
    assert understood == {
        *("locked", "transcript", "chapters", "person", "guid", "license", "medium"),
        "alternateEnclosure",
    }
    assert feed["guid"] == episode.get_parent().specific.feed_guid
    assert (feed["medium"], feed["locked"], feed["podcastOwner"]) == (
        *("podcast", False),
        "podcast@hub.example",
    )
    assert feed["itunesCategory"] == ["Health & Fitness > Medicine"]


def test_the_podcast_index_reads_the_episode(client, episode):
    (item,) = readers.read("feed", client.get(PODCAST).text)["items"]
    assert item["enclosure"] == {
        "url": f"http://localhost{episode.audio.url}",
        "length": 2_300_000,
        "type": "audio/mpeg",
    }
    assert (item["duration"], item["itunesSeason"], item["itunesEpisode"]) == (754, 1, 2)
    assert item["podcastPeople"] == [
        {"name": "Asha Singh", "role": "Host", "group": "Cast"},
        {"name": "Bo Li", "role": "Guest", "group": "Cast"},
    ]
    assert item["podcastTranscripts"] == [
        {
            "url": f"http://localhost/en/transcripts/{episode.pk}.vtt",
            "type": "text/vtt",
            "language": "en",
            "rel": "captions",
        }
    ]
    assert item["podcastChapters"]["type"] == "application/json+chapters"
    assert item["license"]["identifier"] == "cc-by-4.0"
    (small,) = item["alternativeEnclosures"]
    assert small["source"][0]["uri"] == f"http://localhost{episode.audio_low.url}"


def test_the_podcast_index_reads_awkward_texts_as_they_are(client, awkward):
    feed = readers.read("feed", client.get(PODCAST).text)
    assert len(feed["items"]) == 1
    assert feed["items"][0]["podcastPeople"][0]["name"] == AWKWARD
