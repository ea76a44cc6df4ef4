"""RSS of what is new, in each language."""

import hashlib

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Count, Max, Q, Sum
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import condition, require_safe

from core import identity
from core.languages import fallback_chain
from core.visibility import public_pages
from resources.citations.work import address_of
from resources.models import ResourcePage, Topic
from resources.rss import WellFormedRss
from translations.differences.outdated import OUT_OF_DATE, is_outdated

_MOST = 30


def newest(language):
    """Return the public resources of a language that are not withdrawn, the newest first."""
    pages = ResourcePage.objects.filter(
        locale__language_code=language, withdrawn_on=None, first_published_at__isnull=False
    )
    return public_pages(pages).order_by("-first_published_at", "-pk")


class LatestResources(Feed):
    """What has been published in the reader's language, for feed readers and other sites."""

    feed_type = WellFormedRss

    def title(self):
        """Return the name of the hub."""
        return identity.name()

    description = _("New resources, in the order of their publication.")

    def link(self):
        """Return the address of the language's home page."""
        return f"{settings.SITE_URL}/{get_language()}/"

    def feed_url(self):
        """Return the feed's own address."""
        return settings.SITE_URL + reverse("feed")

    def items(self):
        """Return the newest resources, with the names of their topics at hand."""
        rows = newest(get_language()).annotate(is_outdated=is_outdated())
        rows = rows.select_related("locale").prefetch_related("topics__term")
        resources = list(rows[:_MOST])
        names = _names_of({row.term for page in resources for row in page.topics.all()})
        for page in resources:
            page.topic_names = [names[row.term.translation_key] for row in page.topics.all()]
        return resources

    def item_title(self, item):
        """Return the title of the resource."""
        return item.title

    def item_description(self, item):
        """Return the summary as HTML, which is what applications take it for.

        Where the source says something else by now, the reader is told.
        """
        return escape(f"{item.summary} {OUT_OF_DATE}" if item.is_outdated else item.summary)

    def item_link(self, item):
        """Return the address, which is the resource's key as well."""
        return address_of(item)

    def item_pubdate(self, item):
        """Return when readers could first read it."""
        return item.first_published_at

    def item_updateddate(self, item):
        """Return when it was last published; the newest one dates the feed."""
        return item.last_published_at

    def item_categories(self, item):
        """Return the topics in the feed's language."""
        return item.topic_names


def _names_of(terms):
    """Return {translation key: name} of topics in the reader's language or the nearest to it."""
    chain = fallback_chain(get_language())
    keys = [term.translation_key for term in terms]
    found = {term.translation_key: term.name for term in terms}
    rows = Topic.objects.filter(translation_key__in=keys, locale__language_code__in=chain)
    known = rows.values_list("translation_key", "name", "locale__language_code")
    for key, name, _language in sorted(known, key=lambda row: -chain.index(row[2])):
        found[key] = name
    return found


def _etag(request):
    """A mark of what the feed is made of: another one when a page comes, changes or goes."""
    pages = newest(get_language()).annotate(is_outdated=is_outdated())
    outdated = Sum("pk", filter=Q(is_outdated=True))
    state = pages.aggregate(Count("pk"), Max("last_published_at"), outdated=outdated)
    text = f"{get_language()} {identity.name()} {sorted(state.items())}"
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


latest = require_safe(condition(etag_func=_etag)(LatestResources()))
