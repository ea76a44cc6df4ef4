"""What the pages of podcasts need beside their own fields."""

from babel import Locale
from django import template
from django.conf import settings
from django.utils.translation import get_language

from resources.metadata import graph, preview
from resources.podcasting.addresses import feed_url
from resources.podcasting.clock import clock
from resources.podcasting.episode import player_of
from resources.podcasting.show import length_of, published_episodes, synthetic_notice

register = template.Library()


@register.simple_tag
def player(page):
    """Return the Player of an episode (see `resources.podcasting.episode`)."""
    return player_of(page)


@register.simple_tag
def length(page):
    """Return how long an episode is as players show it, "" where nobody knows."""
    seconds = length_of(page)
    return clock(seconds) if seconds else ""


@register.simple_tag
def notice_of_synthesis():
    """Return what readers are told of a synthesiser's voice."""
    return synthetic_notice()


@register.simple_tag
def feed_address(show):
    """Return the complete address of a show's feed in the page's language."""
    return settings.SITE_URL + feed_url(show.slug, show.locale.language_code)


@register.simple_tag(takes_context=True)
def show_open_graph(context, show):
    """Return the Open Graph properties of a show as a list of {"property", "content"}."""
    return preview.of_show(show, context.get("alternates", list))


@register.simple_tag(takes_context=True)
def show_structured_data(context, show):
    """Return a show and its trail as JSON-LD, safe inside a script element."""
    return graph.of_show(show, context["breadcrumbs"]())


@register.simple_tag
def number_of_episodes(show):
    """Return how many episodes of a show readers may read in the show's language."""
    return published_episodes(show).count()


@register.filter
def language_in_words(code):
    """Return a language's name in the reader's language."""
    return Locale.parse(code).get_display_name(get_language())
