"""What readers get of an episode: sound, chapters, transcript, and notes where sound is missing."""

import re
from pathlib import Path

import html5lib
import pytest
import webvtt
from wagtail.models import Locale, PageViewRestriction

from resources.models import EpisodePage

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def read(client):
    """Return a function that gives a page as an HTML parser understands it."""

    def parsed(page):
        page.refresh_from_db()
        response = client.get(page.url)
        assert response.status_code == 200
        return html5lib.parse(response.content.decode())

    return parsed


def found(tree, path):
    return tree.findall(f".//{path}".replace("//", f"//{XHTML}"))


def text_of(tree):
    return " ".join("".join(tree.itertext()).split())


def test_the_small_rendition_comes_first_and_nothing_is_loaded_unasked(read, episode):
    (player,) = found(read(episode), "audio")
    assert player.get("preload") == "none" and player.get("controls") is not None
    sources = [(each.get("src"), each.get("type")) for each in player.iter(f"{XHTML}source")]
    assert sources == [
        (episode.audio_low.url, "audio/mpeg"),
        (episode.audio.url, "audio/mpeg"),
    ]


def test_each_rendition_can_be_downloaded_and_tells_its_size(read, episode, client):
    links = [link for link in found(read(episode), "a") if link.get("download") is not None]
    stored = [link for link in links if link.get("href").startswith("/media/")]
    assert [link.get("href") for link in stored] == [episode.audio_low.url, episode.audio.url]
    text = text_of(read(episode))
    assert "Download the small file (410 kB) Download the sound (2.3 MB)" in text


def test_sizes_are_written_as_the_reader_writes_numbers(read, episode):
    french = Locale.objects.get(language_code="fr")
    assert "(2,3\u202fMo)".replace("\u202f", " ") in text_of(read(translate(episode, french)))


def test_the_sound_can_be_resumed_from_any_byte(client, episode):
    response = client.get(episode.audio.url, headers={"range": "bytes=1000-1999"})
    assert response.status_code == 206
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.headers["Content-Range"] == "bytes 1000-1999/2300000"
    assert len(b"".join(response.streaming_content)) == 1000


def test_a_browser_that_opens_the_sound_by_itself_may_play_it_and_run_nothing(client, episode):
    """Chromium makes a page of a sound file, whose own policy decides whether it may load it."""
    policy = client.get(episode.audio.url).headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "media-src 'self'", "sandbox allow-same-origin"} <= set(policy)
    assert not any("script" in directive for directive in policy)


def test_times_of_transcript_and_chapters_lead_into_the_sound_without_scripts(read, episode):
    tree = read(episode)
    moments = [
        (link.text, link.get("href")) for link in found(tree, "a") if link.get("class") == "moment"
    ]
    low = episode.audio_low.url
    assert moments == [
        ("0:00", f"{low}#t=0"),
        ("1:05", f"{low}#t=65"),
        ("0:01", f"{low}#t=1"),
        ("1:05", f"{low}#t=65.25"),
    ]
    assert not found(tree, "script") or all(
        script.get("type") == "application/ld+json" for script in found(tree, "script")
    )


def test_what_one_speaker_says_is_a_paragraph_with_an_address(read, episode):
    paragraphs = {each.get("id"): text_of(each) for each in found(read(episode), "p")}
    assert paragraphs["t-1"] == (
        "0:01 Asha Welcome. Today: a chart & an aim. Begin with what you can count."
    )
    assert paragraphs["t-65"] == "1:05 Bo How often do we look?"


def test_the_transcript_is_a_file_for_players(client, read, episode):
    (track,) = found(read(episode), "track")
    assert (track.get("kind"), track.get("srclang"), track.get("label")) == (
        *("captions", "en"),
        "English",
    )
    response = client.get(track.get("src"))
    assert track.get("src") == f"/en/transcripts/{episode.pk}.vtt"
    assert response.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    captions = webvtt.from_string(response.content.decode(), strict=True).captions
    assert [caption.voice for caption in captions] == ["Asha", "Asha", "Bo"]


def test_chapters_are_a_file_for_players(client, episode):
    response = client.get(f"/en/chapters/{episode.pk}.json")
    assert response.headers["Content-Type"] == "application/json+chapters"
    assert response.json() == {
        "version": "1.2.0",
        "title": "What to count",
        "chapters": [
            {"startTime": 0, "title": "Welcome"},
            {"startTime": 65, "title": "How often?", "url": "https://who.int/"},
        ],
    }


def test_a_draft_can_be_seen_before_its_chapters_have_times(episode):
    episode.chapters = [("chapter", {"start": "", "title": "Later", "url": ""})]
    assert episode.make_preview_request().status_code == 200


@pytest.mark.parametrize("address", ["transcripts/{pk}.vtt", "chapters/{pk}.json"])
def test_files_for_players_are_given_only_of_what_readers_may_read(client, episode, address):
    address = "/en/" + address.format(pk=episode.pk)
    assert client.get(address).status_code == 200
    assert client.get(address.replace("/en/", "/hi/")).status_code == 404
    restriction = PageViewRestriction.objects.create(page=episode, restriction_type="login")
    assert client.get(address).status_code == 404
    restriction.delete()
    episode.unpublish()
    assert client.get(address).status_code == 404


def test_an_unchanged_transcript_is_not_sent_again(client, episode):
    address = f"/en/transcripts/{episode.pk}.vtt"
    since = {"if-modified-since": client.get(address)["Last-Modified"]}
    assert client.get(address, headers=since).status_code == 304


def translate(page, locale, **texts):
    version = page.copy_for_translation(locale, copy_parents=True)
    for name, value in texts.items():
        setattr(version, name, value)
    version.save_revision().publish()
    version.refresh_from_db()
    return version


def test_a_translation_says_in_which_language_it_is_heard_and_written(read, episode, hindi):
    translated = translate(episode, hindi, title="क्या गिनें")
    tree = read(translated)
    (track,) = found(tree, "track")
    assert (track.get("srclang"), track.get("label")) == ("en", "English")
    (transcript,) = (each for each in found(tree, "div") if each.get("class") == "transcript")
    assert (transcript.get("lang"), transcript.get("dir")) == ("en", "ltr")
    assert "अंग्रेज़ी" in text_of(tree)


def test_a_translated_transcript_is_in_the_page_s_language(read, episode):
    urdu = Locale.objects.get(language_code="ur")
    translated = translate(episode, urdu, transcript=episode.transcript.replace("Welcome", "سلام"))
    (transcript,) = (
        each for each in found(read(translated), "div") if each.get("class") == "transcript"
    )
    assert (transcript.get("lang"), transcript.get("dir")) == ("ur", "rtl")


def test_a_file_that_is_gone_leaves_the_transcript_and_a_note(read, episode):
    for audio in (episode.audio, episode.audio_low):
        Path(audio.file.path).unlink()
    tree = read(episode)
    assert not found(tree, "audio")
    text = text_of(tree)
    assert "The sound of this episode cannot be had at the moment. Read the transcript below." in (
        text
    )
    assert "1:05 Bo How often do we look?" in text
    assert "How often?" in text and "#t=" not in str(tree)


def test_sound_of_another_host_plays_and_says_where_it_is_kept(read, episode):
    episode.audio = episode.audio_low = None
    episode.audio_url = "https://sound.example.org/e/2.m4a?x=1&y=2"
    episode.save_revision().publish()
    tree = read(episode)
    (source,) = found(tree, "source")
    assert (source.get("src"), source.get("type")) == (episode.audio_url, "audio/mp4")
    text = text_of(tree)
    assert "The sound is kept at sound.example.org." in text
    assert "If it does not play, read the transcript below." in text


def test_sound_of_another_host_takes_the_place_of_a_file_that_is_gone(read, episode):
    episode.audio_url = "https://sound.example.org/2.mp3"
    episode.save_revision().publish()
    low, normal = (each.get("src") for each in found(read(episode), "source"))
    assert normal == episode.audio.url
    Path(episode.audio.file.path).unlink()
    low, normal = (each.get("src") for each in found(read(episode), "source"))
    assert (low, normal) == (episode.audio_low.url, "https://sound.example.org/2.mp3")
    assert "The sound is kept at sound.example.org." in text_of(read(episode))


def test_readers_are_told_who_speaks_and_that_a_machine_does(read, episode):
    episode.is_synthetic = True
    episode.save_revision().publish()
    text = text_of(read(episode))
    assert "Asha Singh (Host), Bo Li (guest)" in text
    assert "The voices in this episode are made by a speech synthesiser." in text
    assert "Season 1 Episode 2 Length: 12:34" in text


@pytest.mark.parametrize(("role", "shown"), [("Author", "auteur"), ("May", "May")])
def test_a_known_role_is_translated_however_it_is_written_and_no_other_word(
    read, episode, role, shown
):
    episode.contributors = [("person", {"name": "Asha Singh", "role": role})]
    french = Locale.objects.get(language_code="fr")
    text = text_of(read(translate(episode, french)))
    assert f"Asha Singh ({shown})" in text and f"Asha Singh {shown}" in text


def test_no_markup_of_a_transcript_reaches_the_page(client, episode):
    episode.transcript = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n"
        "<v <i>Eve>x <b>bold</b> <script>alert(1)</script> &lt;script&gt;alert(2)&lt;/script&gt;\n"
    )
    episode.save_revision().publish()
    html = client.get(episode.url).content.decode()
    assert "<script>alert" not in html and "<b>bold" not in html
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in html


def test_a_transcript_that_a_translator_broke_does_not_break_the_page(read, episode):
    EpisodePage.objects.update(transcript="WEBVTT\n\nno times\n")
    tree = read(episode)
    assert found(tree, "audio") and not found(tree, "track")


def test_a_long_transcript_costs_no_more_queries(client, episode, django_assert_max_num_queries):
    cues = "".join(
        f"\n{n // 60:02}:{n % 60:02}.000 --> {n // 60:02}:{n % 60:02}.900\n<v Bo>Word {n} & more.\n"
        for n in range(400)
    )
    episode.transcript = "WEBVTT\n" + cues
    episode.save_revision().publish()
    html = client.get(episode.url).content.decode()
    assert "Word 399 &amp; more." in html
    assert len(re.findall(r'id="t-\d+"', html)) >= 400 / 46
    with django_assert_max_num_queries(10):
        client.get(episode.url)
