"""Speak the demo's podcast: `python -m scripts.speak`, after a change of its words.

Sentence by sentence espeak-ng makes sound, whose lengths give the times of the transcript and
of the chapters; lame makes the two MP3 files of each episode. Both programs are needed here
only: the product plays what is committed in `hub/demo/audio/`.
"""

import json
import subprocess
import tempfile
import wave
from itertools import accumulate
from math import ceil
from pathlib import Path

from hub.demo.content.podcast import EPISODES, SHOW
from scripts.problem import run_program

FOLDER = Path(__file__).resolve().parent.parent / "hub" / "demo" / "audio"
VOICES = {1: ("en-gb-x-rp+f3", "150"), 2: ("en-us+m3", "160")}
PAUSE, PAUSE_OF_CHAPTER = 0.35, 0.9
# How the synthesiser is made to say what it would slur.
SAID = {"POCQI": "pock Q I"}
# Rate of the sound in kbit/s and of its samples in kHz, by the ending of the file's name.
RENDITIONS = {"": ("48", "22.05"), "-low": ("16", "16")}


def main():
    for record in EPISODES:
        print(f"{record['slug']}: {speak(record):.0f} seconds")


def speak(record):
    """Write the sound, transcript and facts of an episode; return its length in seconds."""
    lines = [
        (chapter if first else "", voice, text)
        for chapter, spoken in record["script"]
        for first, (voice, text) in zip([True, *[False] * len(spoken)], spoken, strict=False)
    ]
    with tempfile.TemporaryDirectory() as folder:
        sounds = [_say(Path(folder) / f"{n}.wav", *line[1:]) for n, line in enumerate(lines)]
        spans, seconds = _join(Path(folder) / "all.wav", lines, sounds)
        for ending, rates in RENDITIONS.items():
            _compress(Path(folder) / "all.wav", record, ending, *rates)
    starts = [(start, line) for (start, _end), line in zip(spans, lines, strict=True)]
    chapters = [
        {"start": _clock(start)[3:8], "title": title} for start, (title, _, _) in starts if title
    ]
    facts = {"duration": ceil(seconds), "chapters": chapters}
    (FOLDER / f"{record['slug']}.json").write_text(json.dumps(facts, indent=2) + "\n")
    (FOLDER / f"{record['slug']}.vtt").write_text(_transcript(lines, spans), encoding="utf-8")
    return seconds


def _say(path, voice, text):
    for written, said in SAID.items():
        text = text.replace(written, said)
    name, words_a_minute = VOICES[voice]
    subprocess.run(
        ["espeak-ng", "-v", name, "-s", words_a_minute, "-w", str(path), text], check=True
    )
    with wave.open(str(path)) as sound:
        return sound.getparams(), sound.readframes(sound.getnframes())


def _join(path, lines, sounds):
    """Write one sound of all; return the (start, end) of each in seconds, and the whole length."""
    params = sounds[0][0]
    bytes_a_second = params.framerate * params.sampwidth * params.nchannels
    pauses = [PAUSE_OF_CHAPTER if line[0] else PAUSE for line in lines]
    silences = [bytes(int(pause * params.framerate) * params.sampwidth) for pause in pauses]
    with wave.open(str(path), "w") as whole:
        whole.setparams(params)
        for silence, (_params, frames) in zip(silences, sounds, strict=True):
            whole.writeframes(silence + frames)
    lengths = [len(frames) / bytes_a_second for _params, frames in sounds]
    gaps = [len(silence) / bytes_a_second for silence in silences]
    ends = list(accumulate(map(sum, zip(gaps, lengths, strict=True))))
    return [(end - own, end) for end, own in zip(ends, lengths, strict=True)], ends[-1]


def _compress(sound, record, ending, kilobits, kilohertz):
    target = FOLDER / f"{record['slug']}{ending}.mp3"
    tags = ["--tt", record["title"], "--ta", SHOW["author"], "--tl", SHOW["title"]]
    rates = ["-m", "m", "--cbr", "-b", kilobits, "--resample", kilohertz]
    subprocess.run(
        ["lame", "--quiet", "-q", "2", *rates, *tags, str(sound), str(target)], check=True
    )


def _transcript(lines, spans):
    cues = [
        f"{_clock(start)} --> {_clock(end)}\n<v Synthetic voice {voice}>{text}"
        for (start, end), (_chapter, voice, text) in zip(spans, lines, strict=True)
    ]
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _clock(seconds):
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


if __name__ == "__main__":
    run_program(main)
