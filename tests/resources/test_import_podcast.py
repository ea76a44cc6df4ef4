"""Podcasts come in by their feeds, however those are written, and nothing of them is invented."""

import datetime
import time

import pytest
from wagtail.models import Page

from home.models import HomePage
from resources.importers import feed, feed_values
from resources.importers.report import Report
from resources.models import EpisodePage, LibraryPage, PodcastPage
from tests.resources.importing import DATA, everything, in_file, run_import

FEEDS = DATA / "feeds"


def imported(name, *options):
    """Import and publish one of the feeds of this folder; returns what was said and the pages."""
    run = run_import(FEEDS / f"{name}.xml", "--publish", *options)
    assert not run.failed, run
    return run, list(EpisodePage.objects.order_by("path"))


def people(page):
    return [(block.value["name"], block.value["role"]) for block in page.contributors]


def test_a_feed_becomes_a_podcast_with_its_episodes(home):
    run, (second, first) = imported("namespaces")
    assert run.said == "2 created, 0 updated, 0 unchanged"
    show = PodcastPage.objects.get()
    assert show.get_parent().specific == home and show.live and show.holds == "podcast"
    assert (show.title, show.slug, show.author) == ("Small Steps", "small-steps", "The Desk")
    assert (show.owner_email, show.category) == ("desk@example.org", "Education:Courses")
    assert show.introduction == "Talks about small changes on a ward, for tests only."
    assert show.feed_guid == "5f3c0a3e-0000-5000-8000-000000000001" and not show.is_explicit
    assert show.copyright_notice == "The Desk 2026"
    assert second.get_parent().specific == show and second.live
    assert (second.season, second.episode, second.duration) == (1, 2, 3723)
    assert (second.audio_url, second.audio_type) == ("https://example.org/2.mp3", "audio/mpeg")
    assert second.audio_bytes == 43_200_000 and first.audio_bytes is None
    assert second.published_on == datetime.date(2020, 10, 9)
    assert second.summary == "Who washes, and when?" and not second.body
    assert second.licence == "cc-by-4.0" and first.episode_type == "trailer"
    assert (second.source_id, first.source_id) == ("https://example.org/steps/2", "steps-1")
    assert second.chapters_url == "https://example.org/2.json"
    assert Page.find_problems() == ([], [], [], [], [])


def test_who_speaks_is_told_with_every_role(home):
    _run, (second, _first) = imported("namespaces")
    assert people(second) == [("First Voice", "host, editor"), ("Second Voice", "guest")]


def test_a_transcript_in_the_language_of_the_episode_comes_first_and_then_one_with_times(home):
    _run, (second, _first) = imported("namespaces")
    assert second.transcript_url == "https://example.org/2.vtt"


def test_what_is_live_or_a_trailer_of_the_show_is_no_episode(home):
    _run, pages = imported("namespaces")
    assert [page.title for page in pages] == ["Two: washing hands", "One: a start"]


def test_the_same_feed_again_changes_nothing(home):
    imported("namespaces")
    before = everything()
    run, _pages = imported("namespaces")
    assert run.said == "0 created, 0 updated, 2 unchanged" and run.report == []
    assert everything() == before


def test_without_publishing_podcast_and_episodes_are_drafts_and_go_live_together(home):
    run_import(FEEDS / "namespaces.xml")
    assert not Page.objects.filter(depth__gt=home.depth, live=True, title="Small Steps").exists()
    assert not EpisodePage.objects.live().exists()
    run, pages = imported("namespaces")
    assert run.said == "0 created, 2 updated, 0 unchanged"
    assert PodcastPage.objects.get().live and all(page.live for page in pages)


def test_a_dry_run_makes_no_podcast(home):
    before = everything()
    run = run_import(FEEDS / "namespaces.xml", "--dry-run", "--publish")
    assert run.said == "Dry run, nothing was written: 2 created, 0 updated, 0 unchanged"
    assert any("“Small Steps” is new" in line for line in run.report)
    assert everything() == before


def test_an_editors_change_of_an_episode_or_its_podcast_stays(home, tmp_path):
    imported("namespaces")
    show = PodcastPage.objects.get()
    show.introduction = "Better."
    show.save_revision().publish()
    page = EpisodePage.objects.get(source_id="steps-1")
    page.title = "A start"
    page.save_revision().publish()
    text = (FEEDS / "namespaces.xml").read_text().replace("One: a start", "1: start")
    run = run_import(in_file(tmp_path, "a.xml", text), "--publish")
    assert "“title”" in run.report[0]
    assert PodcastPage.objects.get().introduction == "Better."
    assert EpisodePage.objects.get(source_id="steps-1").title == "A start"


def test_a_podcast_that_an_editor_took_down_is_not_published_again(home, tmp_path):
    imported("namespaces")
    PodcastPage.objects.get().unpublish()
    text = (FEEDS / "namespaces.xml").read_text().replace("steps-1", "steps-3")
    run = run_import(in_file(tmp_path, "a.xml", text), "--publish")
    assert run.failed and "“Small Steps” is not published" in run.said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5f3c0a3e-0000-5000-8000-000000000001", ""),
        ("<title>Small Steps</title>", "<title>Larger Steps</title>"),
    ],
    ids=["by its title", "by its identifier"],
)
def test_a_podcast_is_known_again(home, tmp_path, old, new):
    imported("namespaces")
    text = (FEEDS / "namespaces.xml").read_text().replace(old, new)
    run_import(in_file(tmp_path, "a.xml", text), "--publish")
    assert PodcastPage.objects.count() == 1 and EpisodePage.objects.count() == 2


def test_two_podcasts_may_give_their_episodes_the_same_keys(home):
    imported("repeated")
    run, pages = imported("latin-1")
    assert run.said.startswith("1 created")
    assert [page.source_id for page in pages] == ["a", "a"]
    assert PodcastPage.objects.count() == 2


def test_an_atom_feed_is_read_in_its_language(home, hindi):
    home.copy_for_translation(hindi).save_revision().publish()
    _run, (page,) = imported("atom")
    assert page.locale == hindi and page.title == "पहला & दूसरा"
    show = page.get_parent().specific
    assert (show.title, show.introduction) == ("कदम", "परीक्षण के लिए")
    assert show.source_url == "https://example.org/kadam/feed.atom"
    assert show.get_parent().specific == HomePage.objects.get(locale=hindi)
    assert page.source_url == "https://example.org/kadam/1.html"
    assert page.audio_url == "https://example.org/kadam/sound/1.m4a"
    assert page.published_on == datetime.date(2021, 4, 1)
    assert people(page) == [("एक आवाज़", None)]
    link = '<a href="https://example.org/kadam/more.html">और</a>'
    assert page.body[0].value.source == f"<p>एक <b>मोटा</b> शब्द, {link}</p><ul><li>अ</li></ul>"


def test_an_episode_without_a_key_is_known_by_its_sound_its_page_or_its_words(home):
    _run, pages = imported("no-guid")
    keys = ["https://example.org/a.mp3", "https://example.org/b", "By its words 2021-04-01"]
    assert [page.source_id for page in pages[:3]] == keys
    assert pages[3].title == "By the first words of what is said about it."
    assert [page.source_url for page in pages] == ["", "https://example.org/b", "", ""]
    run, _pages = imported("no-guid")
    assert run.said == "0 created, 0 updated, 4 unchanged"


def test_what_cannot_be_read_is_left_out_and_told_with_its_line(home):
    run, (a, b, c) = imported("odd-values")
    assert (a.published_on, b.published_on, c.published_on) == (
        datetime.date(2021, 4, 1),
        None,
        None,
    )
    assert (a.duration, b.duration, c.duration) == (3723, 3723, None)
    assert (a.is_explicit, b.is_explicit) == (False, True)
    assert (a.season, a.episode, b.season, b.episode) == (None, None, 7, None)
    assert (a.audio_bytes, b.audio_bytes, c.audio_bytes) == (None, None, 77)
    told = [
        ("line 4", "Spring"),
        ("line 4", "5.5"),
        ("line 6", "some day in April"),
        ("line 7", "99999999999"),
        ("line 9", "04/05/2021"),
        ("line 9", "-1"),
        ("line 9", "about an hour"),
    ]
    for line, word in told:
        assert any(note.startswith(line) and word in note for note in run.report), word


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fri, 09 Oct 2020 04:30:38 GMT", "2020-10-09"),
        ("9 Oct 20 04:30 +0530", "2020-10-09"),
        ("Fri Oct  9 04:30:38 UTC 2020", "2020-10-09"),
        ("October 9th, 2020", "2020-10-09"),
        ("2020-10-09T04:30:38.123Z", "2020-10-09"),
        ("20201009T043038Z", "2020-10-09"),
        ("2020/10/9 4:30", "2020-10-09"),
        ("Fri, 31 Feb 2020 00:00:00 GMT", None),
        ("9 Okt 2020", None),
        ("1602217838", None),
        ("09.10.2020", None),
        ("٩ أكتوبر", None),
    ],
)
def test_days_are_read_from_many_forms_and_never_guessed(text, day):
    assert feed_values.day(text) == day


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("desk@example.org (The Desk)", "The Desk"),
        ("Asha Singh <asha@example.org>", "Asha Singh"),
        ("(asha@example.org)", ""),
        ("A" * 200_000, "A" * 200_000),
    ],
)
def test_a_person_is_known_without_the_mailbox_and_at_once(text, name):
    assert feed_values.person(text) == name


def test_addresses_and_html_come_out_complete_and_clean(home):
    _run, (page,) = imported("relative")
    assert page.title == "Fish & chips\N{NO-BREAK SPACE}©"
    assert page.audio_url == "https://example.org/sound/a%201.mp3"
    assert page.source_url == "https://example.org/show/a%20page.html"
    assert page.summary == "Short."
    link = '<a href="https://example.org/show/notes.html?a=1&amp;b=2">these</a>'
    words = f"<p><b>Notes</b></p><p>See {link} or not.<br/>End</p>"
    assert page.body[0].value.source == words


def test_of_several_files_the_sound_that_most_players_play_is_taken(home):
    run, pages = imported("several-enclosures")
    assert [page.audio_url.removeprefix("https://example.org/") for page in pages] == [
        "a.mp3?token=1",
        "b.mp4",
        "",
        "d.mp3",
        "e.m4a",
    ]
    assert pages[4].audio_type == "audio/mp4"
    assert any(line.startswith("line 5") and "film" in line for line in run.report)
    assert any(line.startswith("line 6") and "no sound" in line for line in run.report)


@pytest.mark.parametrize(
    ("name", "title"), [("latin-1", "It’s café time"), ("byte-order-mark", "एक")]
)
def test_the_encoding_is_that_which_the_file_says(home, name, title):
    _run, (page,) = imported(name)
    assert page.title == title


def test_rss_of_2000_is_read(home):
    _run, (page,) = imported("rss-1.0")
    assert (page.source_id, page.published_on) == (
        "https://example.org/1",
        datetime.date(2004, 5, 6),
    )


def test_an_episode_that_the_feed_repeats_is_taken_once_and_told(home):
    run, pages = imported("repeated")
    assert len(pages) == 1
    assert "line 3: the same episode as on line 2." in run.report


def test_a_language_without_a_home_page_is_refused_with_what_to_create(home, hindi):
    run = run_import(FEEDS / "atom.xml", "--publish")
    assert run.failed and "no published home page in language “hi”" in run.said
    assert not PodcastPage.objects.exists()


def test_a_feed_holds_nothing_but_a_podcast(guides):
    run = run_import(FEEDS / "namespaces.xml", "--type", "guide")
    assert run.failed and "“podcast”, not “guide”" in run.said


def test_a_feed_is_known_by_its_content(home, tmp_path):
    path = in_file(tmp_path, "feed", (FEEDS / "namespaces.xml").read_bytes())
    assert run_import(path).said.startswith("2 created")


def test_episodes_go_to_no_section_but_a_podcast(home, publish, tmp_path):
    publish(home, LibraryPage(title="Anything", slug="anything"))
    path = in_file(tmp_path, "a.csv", "title,audio_url\nOne,https://example.org/1.mp3\n")
    run = run_import(path, "--type", "podcast")
    assert run.failed and "no published podcast" in run.said
    publish(home, PodcastPage(title="Talks", slug="talks"))
    assert run_import(path, "--type", "podcast").said.startswith("1 created")
    assert EpisodePage.objects.get().get_parent().slug == "talks"


def test_a_row_may_name_its_podcast(home, publish, tmp_path):
    for title in ("First", "Second"):
        publish(home, PodcastPage(title=title, slug=title.lower()))
    text = "title,show,source_id\nOne,Second,1\nTwo,first,2\n"
    run_import(in_file(tmp_path, "a.csv", text), "--type", "podcast")
    parents = [page.get_parent().title for page in EpisodePage.objects.order_by("source_id")]
    assert parents == ["Second", "First"]
    run = run_import(in_file(tmp_path, "a.csv", "title,show\nOne,Third\n"), "--type", "podcast")
    assert run.failed and run.said.startswith("line 2") and "“Third”" in run.said


def test_a_thousand_episodes_are_imported_in_seconds(home, tmp_path):
    item = (
        "<item><title>Episode {n}</title><guid>{n}</guid><description>&lt;p&gt;Words &lt;b&gt;{n}"
        "&lt;/b&gt;&lt;/p&gt;</description><enclosure url='https://example.org/{n}.mp3' "
        "type='audio/mpeg'/></item>\n"
    )
    items = "".join(item.format(n=number) for number in range(1000))
    path = in_file(tmp_path, "a.rss", f"<rss><channel><title>Long</title>{items}</channel></rss>")
    report = Report()
    start = time.perf_counter()
    assert len(feed.read(path.read_bytes(), report)) == 1000
    assert time.perf_counter() - start < 10
    assert run_import(path, "--publish").said.startswith("1000 created")


def test_the_feed_of_a_podcast_of_this_hub_is_one_that_another_hub_can_read(
    podcast, publish, client
):
    publish(
        podcast,
        EpisodePage(
            title="Hands & more",
            slug="hands",
            summary="Who washes?",
            season=1,
            audio_url="https://example.org/hands.mp3",
            published_on=datetime.date(2026, 1, 2),
            contributors=[("person", {"name": "Asha Singh", "role": "guest"})],
        ),
    )
    content = client.get(f"/en/podcast/{podcast.slug}/feed.xml").content
    report = Report()
    (record,) = feed.read(content, report)
    found = {column: [cell.value for cell in cells] for column, cells in record.cells.items()}
    assert report.notes == [] and record.show.title == "Talks"
    assert (found["title"], found["season"]) == (["Hands & more"], ["1"])
    assert found["audio_url"] == ["https://example.org/hands.mp3"]
    assert found["roles"] == ["Asha Singh = guest"]
    assert found["published_on"] == ["2026-01-02"]
    assert found["source_id"] == [f"urn:uuid:{EpisodePage.objects.get().translation_key}"]
