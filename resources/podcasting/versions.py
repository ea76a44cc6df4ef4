"""The versions of an episode: which languages are spoken and written in them."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models.functions import MD5

from resources.models import EpisodePage

# What a database makes of an empty text.
_NO_TEXT = hashlib.md5(b"", usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Version:
    """One language's version of an episode; `sound` and `transcript` tell equal ones by marks.

    The mark is "" where there is no transcript.
    """

    pk: int
    language: str
    sound: tuple
    transcript: str


def versions_of(keys, pages=None) -> dict[UUID, list[Version]]:
    """Return the versions of episodes by their translation keys, the one made first first.

    `pages` restricts them, to those that readers may read for example. One query.
    """
    rows = EpisodePage.objects.all() if pages is None else pages
    found = defaultdict(list)
    for row in (
        rows.filter(translation_key__in=keys)
        .annotate(mark=MD5("transcript"))
        .order_by("pk")
        .values_list(
            *("translation_key", "pk", "locale__language_code", "audio_id", "audio_url", "mark")
        )
    ):
        key, pk, language, audio, url, mark = row
        transcript = "" if mark == _NO_TEXT else mark
        found[key].append(Version(pk, language, (audio, url), transcript))
    return found


def mark_of(text):
    """Return the mark of a transcript's text, as `Version.transcript` has it."""
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest() if text else ""


def original_transcripts(versions):
    """Return the versions whose transcript is not that of an earlier one, and not empty."""
    first = {version.transcript: version for version in reversed(versions)}
    return [
        version
        for version in versions
        if version.transcript and first[version.transcript] is version
    ]
