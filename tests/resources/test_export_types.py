"""Case studies, episodes and formatted guides are exported so that they import to the same."""

import datetime
import io
import json
import wave

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from core.models import HubAudio
from resources.models import CaseStudyPage, EpisodePage, GuidePage, PodcastPage
from tests.resources.exporting import (
    empty,
    export,
    fields_of,
    goes_round,
    library,
    text_of,
    values_of,
)
from tests.resources.importing import DATA, in_file, run_import

each_format = pytest.mark.parametrize("extension", ["ris", "bib", "csv", "xlsx"])
each_format_of_podcasts = pytest.mark.parametrize(
    "extension", ["ris", "bib", "csv", "xlsx", "rss", "xml"]
)
FORMATTED = (
    "<p>Who <b>washes</b>, &amp; <i>when</i>?<br/>See "
    '<a href="https://example.org/?a=1&amp;b=2">this</a>.</p>'
    "<ul><li>one<ol><li>a &lt; b</li></ol></li><li>two</li></ul><p>Use &lt;b&gt;.</p>"
)
TRANSCRIPT = (
    "WEBVTT - talk\n\nNOTE for tests\n\n1\n00:00:00.000 --> 00:00:04.000\n"
    "<v First Voice>Who washes -- and when?\n\n00:00:05.000 --> 00:00:06.000\n"
    "  = {50%} & \\more"
)
TABLE = {
    "data": [["Week", None], ["1", "=2 <b>"]],
    "cell": [],
    "mergeCells": [],
    "first_row_is_table_header": True,
    "table_caption": "Births",
}
PASSAGES = [
    {"type": "heading", "value": {"text": "Why \N{NO-BREAK SPACE}? & <how>", "level": "h2"}},
    {"type": "paragraph", "value": FORMATTED},
    {"type": "callout", "value": {"kind": "tip", "title": "", "text": "<p>Ask.</p>"}},
    {"type": "steps", "value": [{"title": "One", "text": "<p>Do \\it; 50%.</p>"}]},
    {"type": "table", "value": TABLE},
    {"type": "references", "value": [{"text": "A, B.", "url": "https://example.org/?a=1&b"}]},
]
awkward = st.text(
    st.one_of(
        st.sampled_from(list("=+-@'\"`;,:.{}[]()\\%&#$^_~<>|!?* \n0a")),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip())


def podcasts_too(model):
    """Delete the podcasts with their episodes."""
    empty(PodcastPage)


@pytest.fixture
def case_study(case_studies, publish):
    return publish(
        case_studies,
        CaseStudyPage(
            title="Late for the first feed",
            slug="late",
            summary="A ward.",
            context="<p>A ward.</p><p>Two nurses.</p>",
            problem=FORMATTED,
            change="<ul><li>=1+1</li></ul>",
            result="<p>- one</p><p>- two</p>",
            outcome="mixed",
            lessons="<p>Ask.</p>",
            otherwise="<p>Begin smaller.</p>",
            is_illustrative=True,
            contributors=[
                ("person", {"name": "Asha Singh", "role": "author", "affiliation": "A = B"}),
                ("person", {"name": "The Team, all of it", "role": "", "affiliation": ""}),
            ],
        ),
    )


@pytest.fixture
def episode(podcast, publish):
    return publish(
        podcast,
        EpisodePage(
            title="Washing hands",
            slug="hands",
            summary="Who washes?\nAnd when?",
            body=[{"type": "paragraph", "value": FORMATTED}],
            season=1,
            episode=2,
            episode_type="bonus",
            audio_url="https://example.org/a_b%20c.mp3?x=1&y=2",
            audio_type="audio/mpeg",
            audio_bytes=123,
            duration=3723,
            is_explicit=True,
            is_synthetic=True,
            transcript=TRANSCRIPT,
            transcript_url="https://example.org/a.vtt",
            chapters=[
                ("chapter", {"start": "0:00", "title": "Why <now>", "url": ""}),
                ("chapter", {"start": "1:02:05", "title": "50% & {more}", "url": ""}),
                (
                    "chapter",
                    {"start": "1:10:00", "title": "Links", "url": "https://example.org/l?a=1&b=2"},
                ),
            ],
            chapters_url="https://example.org/a.json",
            licence="cc-by-4.0",
            published_on=datetime.date(2020, 10, 9),
            contributors=[
                ("person", {"name": "First Voice", "role": "Host", "affiliation": "The Desk"}),
                ("person", {"name": "Second Voice", "role": "witness", "affiliation": ""}),
            ],
        ),
    )


@each_format
def test_a_case_study_goes_round(case_study, tmp_path, extension):
    goes_round(tmp_path / f"out.{extension}", CaseStudyPage, "case_study")


@each_format
def test_a_formatted_guide_goes_round(guides, publish, tmp_path, extension):
    page = GuidePage(title="Wash", slug="wash", summary="Why.")
    page.body = page.body.stream_block.to_python(PASSAGES)
    publish(guides, page)
    path = tmp_path / f"out.{extension}"
    assert export(path, "--type", "guide") == "1 page exported\n"
    goes_round(path, GuidePage, "guide")


@each_format_of_podcasts
def test_an_episode_with_every_field_goes_round(episode, tmp_path, extension):
    goes_round(tmp_path / f"out.{extension}", EpisodePage, "podcast")


@pytest.mark.parametrize("name", ["namespaces", "odd-values", "relative", "several-enclosures"])
@each_format_of_podcasts
def test_an_imported_podcast_goes_round(home, tmp_path, name, extension):
    run_import(DATA / "feeds" / f"{name}.xml", "--publish")
    goes_round(tmp_path / f"out.{extension}", EpisodePage, "podcast", take=fields_of)


def test_a_feed_brings_its_podcast_with_it(home, tmp_path):
    run_import(DATA / "feeds" / "namespaces.xml", "--publish")
    before = library(PodcastPage, fields_of)
    goes_round(tmp_path / "out.xml", EpisodePage, "podcast", fields_of, clear=podcasts_too)
    assert library(PodcastPage, fields_of) == before


@each_format_of_podcasts
def test_episodes_of_several_podcasts_and_languages_go_back_to_theirs(
    episode, home, hindi, publish, tmp_path, extension
):
    other = publish(home, PodcastPage(title="Other talks", slug="other"))
    publish(other, EpisodePage(title="Washing hands", slug="hands", summary="S.", source_id="1"))
    translated = episode.copy_for_translation(hindi, copy_parents=True)
    for page in [*translated.get_ancestors().filter(locale=hindi, alias_of=None), translated]:
        page.specific.save_revision().publish()
    path = tmp_path / f"out.{extension}"
    told = export(path, "--type", "podcast")
    assert ("3 podcasts" in told) is (extension in ("rss", "xml"))
    before = {page.pk: page.get_parent().pk for page in EpisodePage.objects.all()}
    goes_round(path, EpisodePage, "podcast")
    assert sorted(page.get_parent().pk for page in EpisodePage.objects.all()) == sorted(
        before.values()
    )


@pytest.fixture
def sound(db):
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80" * 8000)
    file = ContentFile(out.getvalue(), name="talk.ogg")
    audio = HubAudio.objects.create(title="Talk", type="audio", duration=1, file=file)
    yield audio
    audio.file.delete()


@each_format_of_podcasts
def test_sound_that_is_kept_here_is_found_again(podcast, publish, sound, tmp_path, extension):
    publish(
        podcast,
        EpisodePage(title="A", slug="a", summary="S.", source_id="1", audio=sound, audio_low=sound),
    )
    path = tmp_path / f"out.{extension}"
    export(path, "--type", "podcast")
    assert f"http://localhost{sound.file.url}" in text_of(path)
    goes_round(path, EpisodePage, "podcast", take=fields_of)
    assert EpisodePage.objects.get().audio == sound


@each_format_of_podcasts
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=awkward, summary=awkward, name=awkward, chapter=awkward, said=awkward, body=awkward)
@example(title="&amp;", summary="a\n\nb", name="A = b", chapter="<x>", said="&lt;", body="<p>a")
@example(title="'=1", summary="]]>", name="others", chapter="1:00 <>", said="{", body="ER  - ")
def test_any_text_of_an_episode_goes_round(
    tmp_path_factory, podcast, publish, extension, title, summary, name, chapter, said, body
):
    folder = tmp_path_factory.mktemp("round")
    empty(EpisodePage)
    source = [title, summary, name, "host", f"1:05 {chapter}", said, body]
    columns = ["title", "summary", "authors", "roles", "chapters", "transcript", "body"]
    words = " ".join(name.replace(";", "").split())
    values = dict(zip(columns, source, strict=True))
    values |= {"authors": words.replace(",", ",,", 1), "roles": f"{words} = host"}
    values["chapters"] = " ".join(values["chapters"].split())
    values["transcript"] = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{' '.join(said.split())}"
    workbook = folder / "in.xlsx"
    write_row(workbook, values)
    if run_import(workbook, "--type", "podcast", "--publish").failed:
        return  # HTML, a control sign: what imports refuse is tested with them.
    goes_round(folder / f"out.{extension}", EpisodePage, "podcast")


def write_row(path, values):
    workbook = Workbook()
    workbook.active.append(list(values))
    workbook.active.append(list(values.values()))
    for cell in workbook.active[2]:
        cell.data_type = "s"
    workbook.save(path)


@each_format
def test_a_text_that_is_too_long_for_a_cell_goes_round(podcast, publish, tmp_path, extension):
    cue = "00:{:02}:{:02}.000 --> 00:{:02}:{:02}.900\n<v Asha>Word — {{}} & \\more"
    times = ((n // 60, n % 60, n // 60, n % 60) for n in range(3000))
    transcript = "WEBVTT\n\n" + "\n\n".join(cue.format(*time) for time in times)
    assert len(transcript) > 100_000
    publish(podcast, EpisodePage(title="Long", slug="l", summary="S.", transcript=transcript))
    goes_round(tmp_path / f"out.{extension}", EpisodePage, "podcast")


def test_a_picture_or_a_link_within_the_hub_stays_behind_and_is_told(guide, tmp_path):
    link = '<p><a linktype="page" id="3">Inside</a></p>'
    for passage in (
        {"type": "image", "value": {"image": 1, "alt_text": "A chart", "caption": ""}},
        {"type": "paragraph", "value": link},
    ):
        guide.body = guide.body.stream_block.to_python([*PASSAGES[:1], passage])
        guide.save_revision().publish()
        assert "1 page has pictures or links" in export(tmp_path / "out.csv", "--type", "guide")
        assert "Why" in text_of(tmp_path / "out.csv")
        assert "linktype" not in text_of(tmp_path / "out.csv")


@pytest.mark.parametrize(
    "passages",
    [
        [{"type": "image", "value": {"image": 1, "alt_text": "", "caption": ""}}],
        [{"type": "nothing", "value": ""}],
        [{"type": "paragraph", "value": "<p>x<script>alert(1)</script></p>"}],
        [{"type": "callout", "value": {"kind": "x", "title": "", "text": "<p>x</p>"}}],
        [{"type": "callout", "value": {"kind": "tip", "text": "<p onclick='x()'>x</p>"}}],
        [{"type": "steps", "value": {"title": "One"}}],
        [{"type": "steps", "value": [{"other": "One"}]}],
        [{"type": "table", "value": {"data": [[{"a": 1}]]}}],
        [{"type": "table", "value": "x"}],
        [{"type": "heading", "value": {"text": 1, "level": "h2"}}],
        [{"type": "references", "value": [{"text": "x", "url": "javascript:alert(1)"}]}],
        [{}],
        [{"type": "heading"}, 3],
    ],
)
def test_passages_that_no_editor_could_save_are_refused(guides, tmp_path, passages):
    cell = json.dumps(passages).replace('"', '""')
    path = in_file(tmp_path, "in.csv", f'title,body\nOne,"{cell}"\n')
    run = run_import(path, "--type", "guide")
    assert run.failed and len(run.report) == 1 and run.report[0].startswith("line 2: body: ")
    assert not GuidePage.objects.exists()


def test_a_page_that_was_written_here_is_known_again_in_its_export(guide, tmp_path):
    path = tmp_path / "out.csv"
    export(path, "--type", "guide")
    assert f"urn:uuid:{guide.translation_key}" in text_of(path)
    run = run_import(path, "--type", "guide", "--publish")
    assert run.said == "0 created, 0 updated, 1 unchanged" and GuidePage.objects.count() == 1
    in_file(tmp_path, "new.csv", text_of(path).replace("Write an aim", "Write one aim"))
    run = run_import(tmp_path / "new.csv", "--type", "guide", "--publish")
    assert "“title” of this page is an editor's" in run.report[0]
    assert values_of(GuidePage.objects.get())["title"] == "Write an aim"


@pytest.mark.parametrize("kind", ["guide", "initiative"])
def test_a_feed_holds_no_other_kind_of_page(guide, tmp_path, kind):
    with pytest.raises(CommandError, match="“podcast”, not"):
        export(tmp_path / "out.xml", "--type", kind)
    assert not list(tmp_path.iterdir())


def test_a_small_rendition_that_is_kept_elsewhere_is_refused(podcast, tmp_path):
    text = "title,audio_low_url\nOne,https://example.org/low.mp3\n"
    run = run_import(in_file(tmp_path, "in.csv", text), "--type", "podcast")
    assert run.failed and "no sound file of this hub" in run.report[0]


@pytest.mark.parametrize("extension", ["csv", "rss"])
def test_a_podcast_that_readers_may_not_see_leaves_in_no_export(
    episode, podcast, home, english, tmp_path, extension
):
    hidden = PodcastPage(title=podcast.title, slug="hidden", live=False, locale=english)
    hidden.introduction, hidden.owner_email = "Not yet", "draft@hub.example"
    home.add_child(instance=hidden)
    path = tmp_path / f"out.{extension}"
    export(path, "--type", "podcast")
    assert "Not yet" not in path.read_text() and "draft@" not in path.read_text()
    podcast.unpublish()
    with pytest.raises(CommandError):
        export(path, "--type", "podcast")
