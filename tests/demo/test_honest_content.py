"""The demo says what is made up, cites what is not, and lets no voice pass for a person's."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from hub.demo.content.case_studies import CASE_STUDIES
from hub.demo.content.guides import GUIDES, TOOLS
from hub.demo.content.images import IMAGES
from hub.demo.content.initiatives import INITIATIVES
from hub.demo.content.initiatives.programmes import PROGRAMMES
from hub.demo.content.podcast import EPISODES, SHOW
from resources import transcripts
from resources.choices import Outcome

DEMO = Path(__file__).resolve().parents[2] / "hub" / "demo"
STORY = ("context", "problem", "change", "result", "lessons", "otherwise")
BYTES_A_SECOND = {"": 6_000, "-low": 2_000}


def slug_of(record):
    return record["slug"]


def words_of(value):
    if isinstance(value, str):
        return re.sub("<[^>]+>", " ", value).split()
    if isinstance(value, dict):
        value = [each for name, each in value.items() if name not in ("kind", "level", "image")]
    return [word for each in value for word in words_of(each)]


@pytest.mark.parametrize("case", CASE_STUDIES, ids=slug_of)
def test_an_illustrative_case_has_no_facility_and_no_figure_and_says_that_it_is_made_up(case):
    assert case["is_illustrative"]
    assert not [name for name in case if name.startswith("facility")]
    story = " ".join(case[name] for name in STORY)
    assert not re.search(r"\d", story)
    assert "%" not in story and "per cent" not in story
    assert "made-up" in case["summary"]
    assert "made up for teaching" in case["context"]
    assert all(case[name] for name in STORY)


def test_the_cases_show_every_outcome():
    assert {case["outcome"] for case in CASE_STUDIES} == set(Outcome.values)


@pytest.mark.parametrize("record", INITIATIVES, ids=slug_of)
def test_an_initiative_leads_to_the_publication_that_its_facts_come_from(record):
    assert record["source_url"].startswith("https://")
    assert record["source_name"] == record["journal"]
    assert record["year"] and record["volume"] and record["contributors"]
    assert record["result"] or not record["outcome"]


def test_published_failures_are_told_beside_the_successes():
    outcomes = {record["outcome"] for record in INITIATIVES}
    assert {"worked", "mixed", "did_not_work"} <= outcomes


@pytest.mark.parametrize("guide", GUIDES, ids=slug_of)
def test_a_guide_names_its_sources(guide):
    assert [kind for kind, _value in guide["body"]][-1] == "references"


@pytest.mark.parametrize("guide", TOOLS, ids=slug_of)
def test_a_guide_to_a_tool_is_read_in_a_few_minutes(guide):
    told = [value for kind, value in guide["body"] if kind != "references"]
    assert 300 <= len(words_of(told)) <= 600


@pytest.mark.parametrize("episode", EPISODES, ids=slug_of)
def test_an_episode_says_that_no_person_speaks(episode):
    assert episode["is_synthetic"]
    assert "speech synthesiser" in episode["summary"]
    _chapter, first_lines = episode["script"][0]
    assert "You hear a speech synthesiser" in " ".join(text for _voice, text in first_lines)


def test_the_show_says_that_no_person_speaks():
    assert "speech synthesiser" in SHOW["introduction"]


@pytest.mark.parametrize("episode", EPISODES, ids=slug_of)
def test_a_transcript_has_the_words_of_the_script_in_order_and_within_the_sound(episode):
    facts = json.loads((DEMO / "audio" / f"{episode['slug']}.json").read_text())
    cues = transcripts.parse((DEMO / "audio" / f"{episode['slug']}.vtt").read_text())
    script = [line for _chapter, lines in episode["script"] for line in lines]
    assert [(cue.speaker, cue.text) for cue in cues] == [
        (f"Synthetic voice {voice}", text) for voice, text in script
    ]
    assert all(earlier.end <= later.start for earlier, later in pairwise(cues))
    assert cues[-1].end <= facts["duration"] <= 4 * 60
    titles = [chapter for chapter, _lines in episode["script"]]
    assert [chapter["title"] for chapter in facts["chapters"]] == titles


@pytest.mark.parametrize("episode", EPISODES, ids=slug_of)
@pytest.mark.parametrize("ending", BYTES_A_SECOND)
def test_a_recording_is_as_long_as_it_says_at_its_rate(episode, ending):
    facts = json.loads((DEMO / "audio" / f"{episode['slug']}.json").read_text())
    size = (DEMO / "audio" / f"{episode['slug']}{ending}.mp3").stat().st_size
    assert abs(size / BYTES_A_SECOND[ending] - facts["duration"]) < 1.5


def test_the_recordings_are_a_small_download():
    assert sum(path.stat().st_size for path in (DEMO / "audio").glob("*.mp3")) < 3_000_000


def test_the_cover_is_as_directories_ask_for():
    path = DEMO / "images" / IMAGES[SHOW["cover"]]["file"]
    with Image.open(path) as cover:
        assert cover.size == (1400, 1400)
    assert path.stat().st_size < 100_000


def test_every_drawing_is_ours_and_comes_with_its_source():
    for record in IMAGES.values():
        assert record["credit"].startswith("QI Knowledge Hub editors")
        assert (DEMO / "images" / record["file"]).with_suffix(".svg").exists()


@pytest.mark.parametrize("record", PROGRAMMES, ids=slug_of)
def test_measures_of_a_programme_have_no_number_that_its_story_does_not_tell(record):
    assert record["measures"]
    told = " ".join(record[name] for name in ("summary", "problem", "aim", "change", "result"))
    measured = [
        text
        for measure in record["measures"]
        for text in (measure["data"], *(each["value"] for each in measure["reported"]))
    ]
    assert numbers_in(" ".join(measured)) <= numbers_in(told)


def numbers_in(text):
    return set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", "", text)))
