"""Template tags of the page's frame and of writing dates, numbers and names by CLDR."""

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core import stylesheet as hub_stylesheet
from core.languages import direction_of
from core.languages import get_language as content_language

register = template.Library()


@register.simple_tag
def stylesheet():
    """Return the stylesheet inside a style element."""
    # The text is a file of this repository; nothing in it comes from a person.
    return format_html("<style>{}</style>", mark_safe(hub_stylesheet.text()))  # noqa: S308


@register.filter
def cldr_date(value):
    """Return a date (or the day of a time) as the active language writes it; "" for none."""
    return format_date(value, format="long", locale=get_language()) if value else ""


@register.filter
def cldr_number(value):
    """Return a number with the active language's digits and separators."""
    return format_decimal(value, locale=get_language(), numbering_system="default")


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
