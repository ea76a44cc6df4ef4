"""Template tags of the page's frame and of writing dates, numbers and names by CLDR."""

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit
from django import template
from django.template.defaultfilters import linebreaks_filter, linebreaksbr
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.images.models import Picture, SourceImageIOError

from core import stylesheet as hub_stylesheet
from core.companions import beside
from core.languages import direction_of
from core.languages import get_language as content_language
from core.marked import language_of, mark_of, marked

register = template.Library()

_FORMATS = ("avif", "jpeg")
_PICTURE = [f"format-{name}|width-{width}" for name in _FORMATS for width in (400, 800)]
_PICTURE_SIZES = "(min-width: 48rem) 43rem, 100vw"


@register.simple_tag
def stylesheet(sheet=hub_stylesheet.EVERYWHERE):
    """Return a sheet of `core.stylesheet.SHEETS` inside a style element."""
    # The text is a file of this repository; nothing in it comes from a person.
    return format_html("<style>{}</style>", mark_safe(hub_stylesheet.text(sheet)))  # noqa: S308


@register.simple_tag
def illustration(image, alt, loading="eager"):
    """Return a picture element in the formats and widths of this hub; "" when its file is gone.

    Wagtail's own tag would show a broken image then, and name a small image's one width twice.
    """
    try:
        renditions = image.get_renditions(*_PICTURE)
    except SourceImageIOError:
        return ""
    distinct = {(spec.split("|")[0], each.width): spec for spec, each in renditions.items()}
    attributes = {"alt": alt, "loading": loading}
    if len(distinct) > len(_FORMATS):
        attributes["sizes"] = _PICTURE_SIZES
    return Picture({spec: renditions[spec] for spec in distinct.values()}, attributes)


@register.simple_tag(takes_context=True)
def companions(context, place, page):
    """Return what upper apps show at a place of a page (see `core.companions`)."""
    return format_html_join("", "{}", ((html,) for html in beside(place, context["request"], page)))


@register.filter
def cldr_date(value):
    """Return a date (or the day of a time) as the active language writes it; "" for none."""
    return format_date(value, format="long", locale=get_language()) if value else ""


@register.filter
def cldr_number(value):
    """Return a number with the active language's digits and separators."""
    return format_decimal(value, locale=get_language(), numbering_system="default")


@register.filter
def file_size(size):
    """Return a number of bytes in kilobytes or megabytes, as the active language writes them."""
    unit, number = ("megabyte", size / 1e6) if size >= 1e6 else ("kilobyte", size / 1e3)
    digits = "#,##0.#" if unit == "megabyte" else "#,##0"
    return format_unit(
        number,
        f"digital-{unit}",
        "short",
        format=digits,
        locale=get_language(),
        numbering_system="default",
    )


@register.filter
def language_name(code):
    """Return a language's name in that language itself."""
    try:
        return content_language(code).name
    except KeyError:
        return Locale.parse(code).get_display_name(code)


@register.filter
def language_dir(code):
    """Return "ltr" or "rtl" for a language code."""
    return direction_of(code)


@register.filter
def passage(text):
    """Return a text with its mark (see `core.marked`), where phrasing content may stand."""
    return marked(text)


@register.filter
def passage_lines(text):
    """Return a text without the spaces around it, its lines kept, with its mark."""
    return marked(text, linebreaksbr((text or "").strip()))


@register.filter
def passage_paragraphs(text):
    """Return a text as paragraphs, with its mark."""
    mark, html = mark_of(text), linebreaks_filter(text)
    if not mark:
        return html
    language = language_of(mark.language)
    return format_html('<div class="passage"{}>{}</div><p>{}</p>', language, html, mark.link())


@register.filter
def passage_mark(text):
    """Return the mark of a text alone, "" for none, where the text itself stands in a link."""
    mark = mark_of(text)
    return mark.link() if mark else ""


@register.filter
def passage_text(text):
    """Return a text in its own language, without its mark, where no other link may stand."""
    mark = mark_of(text)
    language = language_of(mark.language) if mark else ""
    return format_html("<span{}>{}</span>", language, text) if language else text
