"""WebVTT is read as another parser reads it, and what is wrong is told with its line."""

import pytest
import webvtt
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from resources.transcripts import Cue, paragraphs, parse

PLAIN = st.text(
    st.characters(exclude_characters="<>&\x00", exclude_categories=["C", "Z"]), min_size=1
).filter(lambda text: "-->" not in text)


def vtt(*blocks):
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def refusal(text):
    with pytest.raises(ValidationError) as caught:
        parse(text)
    (message,) = caught.value.messages
    return message


@st.composite
def transcript(draw):
    """A transcript, as text: cues in order, with and without names of speakers and settings."""
    blocks, second = [], 0
    for words in draw(st.lists(PLAIN, min_size=1, max_size=6)):
        second += draw(st.integers(0, 4000))
        start = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.250"
        end = start.replace(".250", ".750")
        voice = draw(st.sampled_from(["", "<v Asha>", "<v.loud Bo Li>"]))
        settings = draw(st.sampled_from(["", " line:0 align:start"]))
        name = draw(st.sampled_from(["", "cue 1\n"]))
        blocks.append(f"{name}{start} --> {end}{settings}\n{voice}{words}")
    return vtt(*blocks)


@given(transcript())
def test_cues_are_those_that_another_parser_finds(text):
    theirs = [
        Cue(
            caption.start_time.in_milliseconds() / 1000,
            caption.end_time.in_milliseconds() / 1000,
            caption.voice or "",
            caption.text,
        )
        for caption in webvtt.from_string(text, strict=True)
    ]
    assert parse(text) == theirs


def test_nothing_is_no_transcript():
    assert parse("") == parse(" \n") == []


def test_a_byte_order_mark_and_windows_lines_are_no_obstacle():
    text = "\ufeff" + vtt("00:01.000 --> 00:02.000\nHello").replace("\n", "\r\n")
    assert parse(text) == [Cue(1, 2, "", "Hello")]


def test_notes_styles_and_empty_cues_are_not_read_aloud():
    text = vtt(
        "NOTE made by hand\n00 is no time",
        "STYLE\n::cue { color: red }",
        "00:01.000 --> 00:02.000",
        "2\n00:03.000 --> 00:04.000\n<c.yellow>Yes</c> &amp; <00:03.500><i>no</i>",
    )
    assert parse(text) == [Cue(3, 4, "", "Yes & no")]


def test_two_voices_in_one_cue_are_two_speakers():
    (first, second) = parse(vtt("00:01.000 --> 00:02.000\n<v Asha>Ready?</v>\n<v Bo>Ready."))
    assert (first.speaker, first.text) == ("Asha", "Ready?")
    assert (second.speaker, second.text) == ("Bo", "Ready.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hello", "Line 1: a transcript begins with a line that says WEBVTT"),
        ("WEBVTTX\n", "Line 1: a transcript begins with a line that says WEBVTT"),
        ("WEBVTT\n00:01.000 --> 00:02.000\nHi", "Line 2: put an empty line before these times."),
        (vtt("Hello, all"), "Line 3: “Hello, all” has no times. Put a line such as 00:00:05.000"),
        (
            vtt("00:01.000 --> 00:02.000\nA", "1\n2\n00:03.000 --> 00:04.000\nB"),
            "Line 6: “1” has no times.",
        ),
        (vtt("0:01 --> 0:02\nHi"), "Line 3: these times cannot be read. Write them like this: 00"),
        (vtt("00:61.000 --> 01:62.000\nHi"), "Line 3: these times cannot be read."),
        (vtt("1\n00:02.000 --> 00:01.000\nHi"), "Line 4: this part ends before it begins."),
        (vtt("00:02.000 --> 00:02.000\nHi"), "Line 3: this part ends before it begins."),
        (
            vtt("00:05.000 --> 00:06.000\nA", "00:01.000 --> 00:02.000\nB"),
            "Line 6: this part begins before the one above it.",
        ),
        (
            vtt("00:01.000 --> 00:02.000\nA\n00:03.000 --> 00:04.000\nB"),
            "Line 5: put an empty line before these times.",
        ),
        ("WEBVTT\n" * 200_000, "This transcript has 1400000 characters, and 1000000 are the most"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(text, told):
    assert refusal(text).startswith(told)


def test_people_may_speak_at_the_same_time():
    text = vtt("00:01.000 --> 00:05.000\n<v A>One", "00:02.000 --> 00:03.000\n<v B>Two")
    assert [cue.speaker for cue in parse(text)] == ["A", "B"]


def test_what_one_speaker_says_is_put_together_until_it_grows_long():
    cues = [Cue(start, start + 5, "Asha", f"at {start}") for start in range(0, 100, 5)]
    found = paragraphs(cues)
    assert [each.start for each in found] == [0, 45, 90]
    assert found[0].text.startswith("at 0 at 5 at 10")
    assert " ".join(each.text for each in found) == " ".join(cue.text for cue in cues)


def test_no_two_paragraphs_have_the_same_address():
    cues = [Cue(1.1, 2, "A", "x"), Cue(1.5, 2, "B", "y"), Cue(1.9, 2, "A", "z")]
    assert [each.anchor for each in paragraphs(cues)] == ["t-1", "t-1-2", "t-1-3"]


def test_a_text_of_nothing_but_tags_that_never_end_is_read_at_once():
    for start in ("<", "<v ", "<v.a", "<v" + " " * 50):
        words = start * (200_000 // len(start))
        (cue,) = parse(vtt("00:01.000 --> 00:02.000\n" + words))
        assert cue.text == " ".join(words.split())
