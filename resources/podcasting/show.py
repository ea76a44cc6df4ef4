"""A show of this hub and its episodes as the plain data that feeds are made of."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError

from core import identity
from core.visibility import public_pages
from resources.choices import Licence
from resources.citations.work import address_of, issued_at
from resources.models import EpisodePage, PodcastPage, ResourcePage
from resources.models.podcast_page import SMALLEST_COVER
from translations.differences.outdated import OUT_OF_DATE, is_outdated

from . import record
from .addresses import captions_url, chapters_url, feed_url, translated_guid
from .episode import chapters_of
from .people import person
from .sound import principal, sounds_of
from .versions import original_transcripts, versions_of

_SQUARE = f"fill-{SMALLEST_COVER}x{SMALLEST_COVER}|format-jpeg"
_TRANSCRIPT_TYPES = {
    "vtt": "text/vtt",
    "srt": "application/x-subrip",
    "json": "application/json",
    "html": "text/html",
    "txt": "text/plain",
}


def published_episodes(page):
    """Return the episodes beneath a PodcastPage that readers may read and nobody has withdrawn."""
    pages = EpisodePage.objects.child_of(page).filter(withdrawn_on=None)
    return public_pages(pages.filter(first_published_at__isnull=False))


def show_of(page):
    """Return a PodcastPage as a record.Show. One query, and the cover's."""
    language = page.locale.language_code
    first = PodcastPage.objects.filter(translation_key=page.translation_key).order_by("pk")
    is_first = first.values_list("pk", flat=True).first() == page.pk
    return record.Show(
        title=page.title,
        description=page.introduction,
        url=address_of(page),
        feed_url=settings.SITE_URL + feed_url(page.slug, language),
        language=language,
        guid=page.feed_guid if is_first else translated_guid(page.feed_guid, language),
        author=page.author or identity.name(language),
        category=page.category,
        owner_email=page.owner_email,
        image_url=square(page.cover),
        copyright_notice=page.copyright_notice,
        is_explicit=page.is_explicit,
        updated=page.last_published_at,
    )


def episodes_of(page):
    """Return the public episodes of a PodcastPage as record.Episodes, the newest first.

    Those without any sound to play are left out. The number of queries is the same for any
    number of episodes.
    """
    rows = published_episodes(page).annotate(is_outdated=is_outdated())
    rows = rows.select_related("locale", "audio", "audio_low", "image")
    pages = list(rows.defer("transcript").prefetch_related("image__renditions"))
    keys = [each.translation_key for each in pages]
    versions = versions_of(keys, public_pages(EpisodePage.objects.all()))
    found = [_episode(each, versions[each.translation_key]) for each in pages]
    return sorted(filter(None, found), key=lambda episode: episode.published, reverse=True)


def square(image):
    """Return the complete address of an image as directories ask for it, "" if it is too small."""
    if image is None or min(image.width, image.height) < SMALLEST_COVER:
        return ""
    try:
        return settings.SITE_URL + image.get_rendition(_SQUARE).url
    except SourceImageIOError:
        return ""


def synthetic_notice():
    """Return what listeners are told of a synthesiser's voice, in the active language."""
    return _("The voices in this episode are made by a speech synthesiser.")


def _episode(page, versions):
    sounds = sounds_of(page)
    main = principal(sounds)
    if main is None:
        return None
    told = (page.is_synthetic and synthetic_notice(), page.is_outdated and str(OUT_OF_DATE))
    notice = " ".join(filter(None, told))
    return record.Episode(
        guid=page.source_id or f"urn:uuid:{page.translation_key}",
        title=page.title,
        url=address_of(page),
        summary="\n\n".join(filter(None, (page.summary, notice))),
        published=issued_at(page),
        sound=_file(main),
        html=_html(page, notice),
        alternates=tuple((_file(each), _("Small file")) for each in sounds if each != main),
        duration=length_of(page),
        season=page.season,
        number=page.episode,
        kind=page.episode_type,
        is_explicit=page.is_explicit,
        image_url=square(page.image),
        transcripts=tuple(_transcripts(page, versions)),
        chapters_url=_chapters_url(page),
        people=tuple(_people(page)),
        licence=_licence(page),
    )


def length_of(page):
    """Return the length of an episode in seconds, None where neither page nor file tells."""
    return page.duration or (page.audio and round(page.audio.duration)) or None


def _file(sound):
    return record.File(sound.address, sound.kind, sound.size or 0)


def _html(page, notice):
    """What applications show of an episode: its words, and the way to its page."""
    body = "\n".join(ResourcePage.search_passages(page)).split("\n")
    lines = [line for line in (page.summary, *body, notice) if line.strip()]
    words = format_html_join("", "<p>{}</p>", ((line,) for line in lines))
    link = format_html('<p><a href="{}">{}</a></p>', address_of(page), _("Transcript and more"))
    return words + link


def _transcripts(page, versions):
    for version in original_transcripts(versions):
        url = settings.SITE_URL + captions_url(version.pk, version.language)
        yield record.Transcript(url, version.language)
    path = urlsplit(page.transcript_url).path
    kind = _TRANSCRIPT_TYPES.get(path.rpartition(".")[2].lower())
    if kind and not any(version.pk == page.pk and version.transcript for version in versions):
        yield record.Transcript(page.transcript_url, page.locale.language_code, kind)


def _chapters_url(page):
    if not chapters_of(page):
        return page.chapters_url
    return settings.SITE_URL + chapters_url(page.pk, page.locale.language_code)


def _people(page):
    for child in page.contributors:
        if found := person(child.value["name"], child.value["role"] or ""):
            yield found


def _licence(page):
    deed = Licence(page.licence).deed if page.licence else ""
    return record.Licence(page.licence, deed) if deed else None
