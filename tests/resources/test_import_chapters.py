"""Chapters of episodes come in by feeds and tables, but only such as an editor could save."""

import pytest

from resources.models import EpisodePage
from tests.resources.importing import DATA, in_file, run_import

FEED = DATA / "feeds" / "chapters.xml"


def test_chapters_within_a_feed_are_kept(home):
    assert not run_import(FEED, "--publish").failed
    page = EpisodePage.objects.get()
    assert [tuple(block.value.values()) for block in page.chapters] == [
        ("0:00", "Hello", ""),
        ("1:02:05", "Links", "https://example.org/l"),
    ]


@pytest.mark.parametrize("start", ["", "abc", "1:", "-1:00", "1:2:3:4", "9999:99:00"])
def test_a_chapter_without_a_time_is_left_out_and_that_is_said(home, client, tmp_path, start):
    text = FEED.read_text().replace("00:00:00.000", start)
    run = run_import(in_file(tmp_path, "feed.xml", text), "--publish")
    assert any(line.startswith("line 3: ") for line in run.report)
    page = EpisodePage.objects.get()
    assert [block.value["title"] for block in page.chapters] == ["Links"]
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize(
    "chapter", ["1:05 A <javascript:alert(1)>", "1: A", "9 A", "1:05 " + "A" * 201]
)
def test_a_chapter_that_no_editor_could_save_is_refused(show, tmp_path, chapter):
    text = f"title,summary,show,chapters\nOne,Two,{show.title},{chapter}\n"
    run = run_import(in_file(tmp_path, "in.csv", text), "--type", "podcast", "--publish")
    assert run.failed and run.report[0].startswith("line 2: chapters: ")
    assert not EpisodePage.objects.exists()
