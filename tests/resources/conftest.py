"""Places that a new hub has not, and a podcast with an episode that has everything."""

import pytest
from django.core.files.base import ContentFile

from core.models import HubAudio
from resources.models import EpisodePage, LibraryPage, PodcastPage

TRANSCRIPT = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Asha>Welcome. Today: a chart & an aim.

00:00:04.500 --> 00:00:09.000
<v Asha>Begin with what you can count.

00:01:05.250 --> 00:01:08.000
<v Bo>How often do we look?
"""


@pytest.fixture
def case_studies(home, publish):
    """A section that holds case studies."""
    return publish(home, LibraryPage(title="Cases", slug="cases", holds="case_study"))


@pytest.fixture
def podcast(home, publish):
    """A podcast without episodes."""
    return publish(home, PodcastPage(title="Talks", slug="talks"))


@pytest.fixture
def sound(settings, tmp_path):
    """Return a function that stores a sound file of some bytes."""
    settings.MEDIA_ROOT = tmp_path

    def store(name, size):
        content = ContentFile(b"ID3\x04" + bytes(size - 4), name=name)
        return HubAudio.objects.create(title=name, type="audio", duration=754.4, file=content)

    return store


@pytest.fixture
def show(home, publish):
    """A published show without episodes."""
    return publish(
        home,
        PodcastPage(
            title="Small changes",
            slug="podcast",
            introduction="Talks about <quality> & care.",
            author="Asha Singh",
            owner_email="podcast@hub.example",
            copyright_notice="Asha Singh, CC BY 4.0",
        ),
    )


@pytest.fixture
def episode(show, publish, sound):
    """A published episode with sound in two renditions, transcript, chapters and people."""
    return publish(
        show,
        EpisodePage(
            title="What to count",
            slug="what-to-count",
            summary="Two nurses talk about measures.",
            season=1,
            episode=2,
            audio=sound("count.mp3", 2_300_000),
            audio_low=sound("count-low.mp3", 410_000),
            duration=754,
            transcript=TRANSCRIPT,
            chapters=[
                ("chapter", {"start": "1:05", "title": "How often?", "url": "https://who.int/"}),
                ("chapter", {"start": "0:00", "title": "Welcome", "url": ""}),
            ],
            contributors=[
                ("person", {"name": "Asha Singh", "role": "Host"}),
                ("person", {"name": "Bo Li", "role": "guest"}),
                ("person", {"name": "Cara Diaz", "role": "reviewer"}),
            ],
            licence="cc-by-4.0",
        ),
    )
