"""Where the files of podcasts are found, and how a feed is known for ever."""

import uuid

from django.conf import settings
from django.urls import reverse
from django.utils import translation

# Of https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
_PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def captions_url(pk, language):
    """Return the address of an episode's transcript as WebVTT, without the host."""
    return _address("captions", pk, language)


def chapters_url(pk, language):
    """Return the address of an episode's chapters as JSON, without the host."""
    return _address("chapters", pk, language)


def feed_url(slug, language):
    """Return the address of a show's feed in one language, without the host."""
    return _address("podcast_feed", slug, language)


def new_guid(slug, language):
    """Return the identifier of a show whose feed begins at this address (podcast:guid)."""
    host = settings.SITE_URL.partition("://")[2]
    return str(uuid.uuid5(_PODCAST_NAMESPACE, host + feed_url(slug, language)))


def translated_guid(guid, language):
    """Return the identifier of a show's feed in another language than its first."""
    return str(uuid.uuid5(_PODCAST_NAMESPACE, f"{guid} {language}"))


def _address(name, argument, language):
    with translation.override(language):
        return reverse(name, args=[argument])
