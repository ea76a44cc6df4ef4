"""The identity of this installation, as readers meet it: the one place to ask for it.

It is kept in the cache, and read once a request within `read_once`.
"""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models.signals import post_delete, post_save
from django.utils.translation import get_language
from wagtail.images.models import SourceImageIOError
from wagtail.models import Locale

from core import colours
from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE, direction_of, fallback_chain

logger = logging.getLogger(__name__)

# Another number when Identity has other fields: an upgrade must not read what the last version
# has kept.
_KEY = "core.identity.1"
# Signals clear it at once; the time limit mends what a write past the signals has left.
_SECONDS = 300
_LOGO = "max-320x80|format-webp"
_ICON = "max-64x64|format-png"
_LOGO_WIDTH, _LOGO_HEIGHT = 160, 40
# Logos are made for white paper. The rule is sent where there is a logo only.
_LOGO_RULE = ".brand img{box-sizing:content-box;padding:3px;border-radius:4px;background:#fff}"

# What is read during a request stays here until its end: [] or [Identity].
_held = ContextVar("identity", default=None)


class Wording(NamedTuple):
    """A text and the language that it is in."""

    text: str
    language: str

    @property
    def direction(self):
        """Return "ltr" or "rtl"."""
        return direction_of(self.language)


class Logo(NamedTuple):
    """A picture to stand beside the name, `width` by `height` CSS pixels, and one for the tab."""

    url: str
    width: int
    height: int
    icon: str


@dataclass(frozen=True)
class Identity:
    """What was chosen: texts by language, the logo, rules of style, codes of languages."""

    names: dict
    notes: dict
    logo: Logo | None
    style: str
    languages: frozenset


def current():
    """Return the Identity of this installation; the hub's own where the database is away."""
    held = _held.get()
    if held:
        return held[0]
    found = _kept()
    if held is not None:
        held.append(found)
    return found


def name(language=None):
    """Return what the hub is called in `language` (a code; the active one by default)."""
    return wording(language).text


def wording(language=None):
    """Return the hub's name as a `Wording`: in `language`, or in the nearest one that has it."""
    return _nearest(current().names, language)


def note(language=None):
    """Return the note of the footer as a `Wording`, its text empty where there is none."""
    return _nearest(current().notes, language)


def offered():
    """Return the `Language`s that readers are offered, English always among them."""
    codes = current().languages
    return tuple(language for language in CONTENT_LANGUAGES if language.code in codes)


def withheld():
    """Return the codes of content languages that readers are not offered; mostly none."""
    codes = current().languages
    return [language.code for language in CONTENT_LANGUAGES if language.code not in codes]


def nearest_offered(language):
    """Return `language`, or the first of its fallbacks that readers are offered."""
    return next(code for code in fallback_chain(language) if code in current().languages)


def logo_of(image):
    """Return the `Logo` that an image makes, or None without one; small ones are not enlarged.

    Raises SourceImageIOError where the image's file cannot be read.
    """
    if image is None:
        return None
    picture, icon = image.get_rendition(_LOGO), image.get_rendition(_ICON)
    scale = min(1, _LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
    width, height = (max(1, round(side * scale)) for side in (picture.width, picture.height))
    return Logo(picture.url, width, height, icon.url)


@contextmanager
def read_once():
    """Read the identity once while this lasts, however often it is asked for."""
    token = _held.set([])
    try:
        yield
    finally:
        _held.reset(token)


@contextmanager
def standing_in(chosen):
    """Show `chosen`, a SiteIdentity saved or not, instead of the current one while this lasts."""
    token = _held.set([_made_from(chosen)])
    try:
        yield
    finally:
        _held.reset(token)


def forget(**kwargs):
    """Clear what is kept, now and after the commit, as a receiver of what changes it."""
    _clear()
    transaction.on_commit(_clear)


def connect():
    """Keep the identity true while it, its logo or the locales change."""
    from core.models import HubImage, HubRendition, IdentityWording, SiteIdentity

    for model in (SiteIdentity, IdentityWording, HubImage, Locale):
        for signal in (post_save, post_delete):
            signal.connect(forget, model, dispatch_uid=f"core.identity.forget.{model.__name__}")
    post_delete.connect(forget, HubRendition, dispatch_uid="core.identity.forget_renditions")


def _clear():
    cache.delete(_KEY)
    if _held.get():
        _held.get().clear()


def _kept():
    found = cache.get(_KEY)
    if found is None:
        try:
            found = _read()
        except DatabaseError as error:
            logger.error("The hub's identity cannot be read: %s", type(error).__name__)
            return _as_it_comes()
        cache.set(_KEY, found, _SECONDS)
    return found


def _read():
    chosen = apps.get_model("core", "SiteIdentity").objects.select_related("logo").first()
    return _made_from(chosen) if chosen else _as_it_comes(_locales())


def _as_it_comes(locales=None):
    codes = locales or {language.code for language in CONTENT_LANGUAGES}
    return Identity(
        names={SOURCE_LANGUAGE: settings.WAGTAIL_SITE_NAME},
        notes={},
        logo=None,
        style="",
        languages=frozenset(codes) | {SOURCE_LANGUAGE},
    )


def _made_from(chosen):
    wordings = list(chosen.wordings.all())
    logo = _logo_or_none(chosen.logo)
    style = colours.css(chosen.main_colour, chosen.accent_colour)
    wished = _locales() if chosen.languages is None else _locales() & set(chosen.languages)
    return Identity(
        names={
            **{each.language: each.name for each in wordings if each.name},
            SOURCE_LANGUAGE: chosen.name or settings.WAGTAIL_SITE_NAME,
        },
        notes={
            **{each.language: each.footer_note for each in wordings if each.footer_note},
            SOURCE_LANGUAGE: chosen.footer_note,
        },
        logo=logo,
        style=style + _LOGO_RULE if logo else style,
        languages=frozenset(wished) | {SOURCE_LANGUAGE},
    )


def _logo_or_none(image):
    try:
        return logo_of(image)
    except SourceImageIOError:
        logger.error("The file of the logo, image %s, cannot be read.", image.pk)
        return None


def _locales():
    known = {language.code for language in CONTENT_LANGUAGES}
    return known & set(Locale.objects.values_list("language_code", flat=True))


def _nearest(texts, language):
    chain = fallback_chain(language or get_language() or SOURCE_LANGUAGE)
    code = next((code for code in chain if texts.get(code)), SOURCE_LANGUAGE)
    return Wording(texts.get(code, ""), code)
