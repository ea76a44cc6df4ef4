"""The page of a podcast: what it is, its feed, and its episodes as any section lists them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.images.tests.utils import get_test_image_file

from core.models import HubImage
from resources.models import EpisodePage, GuidePage, ResourceTopic, Topic


@pytest.fixture
def listed(show, publish, django_capture_on_commit_callbacks):
    """Return a function that publishes an episode which the list of the show hears of."""

    def add(slug, **fields):
        page = EpisodePage(title=slug, slug=slug, summary="Talk.", **fields)
        with django_capture_on_commit_callbacks(execute=True):
            return publish(show, page)

    return add


def titles(client, show, asked=""):
    response = client.get(f"{show.url}{asked}")
    assert response.status_code == 200
    return [hit.title for hit in response.context["results"].hits]


def test_episodes_are_listed_the_newest_first(client, show, listed):
    listed("Old", published_on=date(2024, 5, 1))
    listed("New", published_on=date(2026, 5, 1))
    listed("Middle", published_on=date(2025, 5, 1))
    assert titles(client, show) == ["New", "Middle", "Old"]
    assert "3 episodes" in client.get(show.url).text


def test_episodes_are_filtered_like_any_resources(
    client, show, listed, english, django_capture_on_commit_callbacks
):
    topic = Topic.objects.create(name="Run charts", slug="run-charts", locale=english)
    charts = listed("Charts", published_on=date(2025, 5, 1))
    listed("Teams", published_on=date(2026, 5, 1))
    charts.topics = [ResourceTopic(term=topic)]
    with django_capture_on_commit_callbacks(execute=True):
        charts.save_revision().publish()
    assert titles(client, show, "?topic=run-charts") == ["Charts"]
    assert titles(client, show, "?year=2026") == ["Teams"]
    assert titles(client, show, "?type=guide") == []


def test_words_of_a_transcript_are_found(client, show, listed):
    listed("One", transcript="WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>Mind the drizzlewort.")
    listed("Two")
    assert titles(client, show, "?q=drizzlewort") == ["One"]


def test_a_show_holds_episodes_only(show, guides):
    assert EpisodePage.can_create_at(show)
    assert not GuidePage.can_create_at(show)
    assert not EpisodePage.can_create_at(guides)


def test_a_cover_that_directories_refuse_is_refused_here(show, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    small = get_test_image_file(size=(1400, 1399))
    show.cover = HubImage.objects.create(title="Cover", file=small)
    with pytest.raises(ValidationError, match="at least 1400 by 1400 pixels"):
        show.full_clean()


def test_the_cover_is_shown_in_the_hub_s_formats(client, show, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = get_test_image_file(size=(1500, 1500))
    show.cover = HubImage.objects.create(title="Cover", description="A cup", file=picture)
    show.save_revision().publish()
    html = client.get(show.url).text
    assert 'alt="A cup"' in html and 'type="image/avif"' in html


def test_a_show_costs_as_much_with_one_episode_as_with_many(
    client, show, listed, django_assert_max_num_queries
):
    for number in range(8):
        listed(f"No-{number}", published_on=date(2026, 1, 1 + number))
    client.get(show.url)
    with django_assert_max_num_queries(12):
        client.get(show.url)
