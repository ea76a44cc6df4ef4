"""An episode as its page shows it."""

from dataclasses import dataclass

from core.languages import direction_of
from resources import transcripts

from .addresses import captions_url
from .clock import clock, seconds_of
from .sound import Sound, sounds_of
from .versions import mark_of, versions_of


@dataclass(frozen=True)
class Moment:
    """A place in the sound to go to: the time as people write it, and the address to open."""

    clock: str
    url: str


@dataclass(frozen=True)
class Player:
    """What a page needs to play an episode and to show what is said in it.

    `captions_url` is "" without a transcript; `paragraphs` and `chapters` are lists of
    (Moment, Paragraph or chapter); `spoken` and `written` are language codes.
    """

    sounds: list[Sound]
    captions_url: str
    paragraphs: list
    chapters: list
    spoken: str
    written: str

    @property
    def host(self):
        """Return the name of the host that keeps the sound, "" where this hub does."""
        return next((sound.host for sound in self.sounds if sound.host), "")

    @property
    def written_direction(self):
        """Return "ltr" or "rtl" for the transcript."""
        return direction_of(self.written)


def player_of(page):
    """Return the Player of an EpisodePage, made once for each object. One query.

    The sound, and the transcript, are in the language of the first version that has the same:
    a translation begins with those of its source.
    """
    if not hasattr(page, "_player"):
        page._player = _player(page)
    return page._player


def _player(page):
    versions = versions_of([page.translation_key])[page.translation_key]
    language = page.locale.language_code
    sound, mark = (page.audio_id, page.audio_url), mark_of(page.transcript)
    sounds = sounds_of(page)
    cues = page.cues
    moment = _moments(sounds)
    return Player(
        sounds=sounds,
        captions_url=captions_url(page.pk, language) if cues and page.pk else "",
        paragraphs=[(moment(each.start), each) for each in transcripts.paragraphs(cues)],
        chapters=[(moment(start), chapter) for start, chapter in chapters_of(page)],
        spoken=next((each.language for each in versions if each.sound == sound), language),
        written=next((each.language for each in versions if each.transcript == mark), language),
    )


def chapters_of(page):
    """Return an episode's chapters as [(seconds, {"start", "title", "url"})], in their order.

    A draft may have some without a time yet; these are left out.
    """
    found = [
        (seconds_of(child.value["start"]), child.value)
        for child in page.chapters
        if child.value["start"]
    ]
    return sorted(found, key=lambda pair: pair[0])


def _moments(sounds):
    """Return a function from seconds to Moment, in the smallest rendition.

    Media Fragments URI 1.0, 4.2.1, names the second to begin at; without any sound there is
    nowhere to go.
    """

    def moment(seconds):
        url = f"{sounds[0].url}#t={seconds:g}" if sounds else ""
        return Moment(clock(seconds), url)

    return moment
