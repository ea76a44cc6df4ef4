"""The documents that are asked for: passages of the demo in each of its languages."""

import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import polib

from .chinese import PASSAGES

LANGUAGES = ("hi", "bn", "ne", "ta", "th", "my", "id", "ar", "ur", "fr", "zh")
PER_LANGUAGE = 60
# Shorter texts are headings and labels.
SHORTEST = 40
# Files of names and figures, which are no passages: the sample is of running text.
_LABELS = {"measures"}
_SEED = 20_261_122
_DEMO = Path(__file__).resolve().parents[3] / "hub" / "demo" / "translations"
_TAG = re.compile("<[^>]+>")


@dataclass(frozen=True)
class Passage:
    """A document: its heading and its text, without markup."""

    language: str
    title: str
    text: str


@cache
def passages(language: str) -> list[Passage]:
    """Return PER_LANGUAGE passages of a language, always the same ones, in their order."""
    if language == "zh":
        return [Passage(language, title, text) for title, text in PASSAGES]
    files = sorted((_DEMO / language).glob("*.po"))
    every = [each for file in files if file.stem not in _LABELS for each in _of(file)]
    chosen = Random(_SEED).sample(range(len(every)), PER_LANGUAGE)
    return [every[number] for number in sorted(chosen)]


def _of(file):
    """Yield the passages of a PO file, each under the last heading before it."""
    title = ""
    for entry in polib.pofile(str(file), wrapwidth=0):
        text = html.unescape(_TAG.sub("", entry.msgstr))
        if len(entry.msgid) < SHORTEST or not title:
            title = text
        else:
            yield Passage(file.parent.name, title, text)
