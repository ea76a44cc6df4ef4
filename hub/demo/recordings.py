"""The sound of the demo's podcast, stored as sound files of the hub.

`scripts.speak` made it; see `audio/README.md`.
"""

import json
from pathlib import Path

from django.core.files import File

from core.models import HubAudio

_FOLDER = Path(__file__).resolve().parent / "audio"


def of(record):
    """Return the fields of an EpisodePage that come of its recording, the sound stored."""
    slug, title = record["slug"], record["title"]
    facts = json.loads((_FOLDER / f"{slug}.json").read_text())
    return {
        "audio": _stored(f"{slug}.mp3", title, facts["duration"]),
        "audio_low": _stored(f"{slug}-low.mp3", f"{title} (small)", facts["duration"]),
        "duration": facts["duration"],
        "transcript": (_FOLDER / f"{slug}.vtt").read_text(encoding="utf-8"),
        "chapters": [("chapter", {**chapter, "url": ""}) for chapter in facts["chapters"]],
    }


def _stored(name, title, seconds):
    audio = HubAudio.objects.filter(title=title).first()
    if audio is None:
        with (_FOLDER / name).open("rb") as file:
            audio = HubAudio(title=title, type="audio", duration=seconds, file=File(file, name))
            audio.full_clean()
            audio.save()
    return audio
