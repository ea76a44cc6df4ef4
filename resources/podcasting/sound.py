"""The sound of an episode, as readers and podcast applications can get it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from core.models import HubAudio
from core.uploads import audio_type

# RSS asks for a type. Nearly all podcasts are MP3, and players look for themselves.
_USUAL_TYPE = "audio/mpeg"


@dataclass(frozen=True)
class Sound:
    """One rendition: its address, media type and size in bytes (None where nobody knows).

    `host` is "" for a file of this hub, and the host's name for sound that is kept elsewhere.
    """

    url: str
    kind: str
    size: int | None
    is_low: bool = False
    host: str = ""

    @property
    def address(self):
        """Return the complete address."""
        return self.url if self.host else settings.SITE_URL + self.url


def sounds_of(page):
    """Return the renditions of an episode that can be had, the smallest first.

    A file that is no longer there is left out; sound that is kept elsewhere takes its place.
    """
    kept = _files_of(page)
    low = _stored(kept.get(page.audio_low_id), is_low=True)
    normal = _stored(kept.get(page.audio_id)) or _elsewhere(page)
    return [sound for sound in (low, normal) if sound]


def principal(sounds):
    """Return the rendition in normal quality, else the one that there is, or None."""
    return next((sound for sound in sounds if not sound.is_low), next(iter(sounds), None))


def _files_of(page):
    """Return {key: HubAudio} of an episode's files: one query, none where they have been read."""
    names = ("audio", "audio_low")
    if all(page._meta.get_field(name).is_cached(page) for name in names):
        return {audio.pk: audio for name in names if (audio := getattr(page, name))}
    keys = [key for name in names if (key := getattr(page, f"{name}_id"))]
    found = HubAudio.objects.in_bulk(keys)
    for name in names:
        setattr(page, name, found.get(getattr(page, f"{name}_id")))
    return found


def _stored(audio, is_low=False):
    if audio is None:
        return None
    try:
        size = audio.file.size
    except OSError:
        return None
    return Sound(audio.file.url, audio_type(audio.file.name) or _USUAL_TYPE, size, is_low)


def _elsewhere(page):
    if not page.audio_url:
        return None
    address = urlsplit(page.audio_url)
    kind = page.audio_type or audio_type(address.path) or _USUAL_TYPE
    return Sound(page.audio_url, kind, page.audio_bytes, host=address.hostname or "")
