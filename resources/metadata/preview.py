"""Open Graph (https://ogp.me): what previews show of a page."""

from babel.core import get_global
from django.conf import settings
from wagtail.images.models import SourceImageIOError

from core import identity
from resources.citations.work import address_of, is_episode
from resources.podcasting.sound import principal, sounds_of

# The width that previews ask for: https://developers.facebook.com/docs/sharing/best-practices
_WIDE = "format-jpeg|fill-1200x630"


def of_resource(page, alternates):
    """Return a resource's properties as a list of {"property", "content"}.

    `alternates` gives the languages that the page exists in as [{"lang", "url"}].
    """
    return _properties(page, "article", page.summary, page.image, alternates, _sound(page))


def of_show(page, alternates):
    """Return the properties of a podcast's page, in the same form."""
    return _properties(page, "website", page.introduction, page.cover, alternates)


def picture_of(image):
    """Return the rendition of an image that previews show, or None."""
    if image is None:
        return None
    try:
        return image.get_rendition(_WIDE)
    except SourceImageIOError:
        return None


def _properties(page, kind, description, image, alternates, more=()):
    code = page.locale.language_code
    others = [each["lang"] for each in alternates()]
    found = [
        ("og:type", kind),
        ("og:title", page.title),
        ("og:description", description),
        ("og:url", address_of(page)),
        ("og:site_name", identity.name(code)),
        ("og:locale", _with_territory(code)),
        *(("og:locale:alternate", _with_territory(other)) for other in others if other != code),
        *_image(image),
        *more,
    ]
    return [{"property": name, "content": content} for name, content in found if content]


def _image(image):
    rendition = picture_of(image)
    if rendition is None:
        return []
    return [
        ("og:image", settings.SITE_URL + rendition.url),
        ("og:image:width", rendition.width),
        ("og:image:height", rendition.height),
        ("og:image:alt", image.description),
    ]


def _sound(page):
    sound = principal(sounds_of(page)) if is_episode(page) else None
    return [("og:audio", sound.address), ("og:audio:type", sound.kind)] if sound else []


def _with_territory(code):
    """Return a language as Open Graph names it (hi_IN): with CLDR's most likely territory."""
    likely = get_global("likely_subtags").get(code, code)
    return f"{code}_{likely.split('_')[-1]}"
