"""What search engines are told of: every public page in every language."""

from collections import defaultdict

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from core.visibility import public_pages


class AllLanguagesSitemap(Sitemap):
    """Wagtail's own sitemap lists the pages below the home page of one language only."""

    def items(self):
        """Return the public pages of all languages."""
        pages = public_pages(Page.objects.filter(depth__gt=1))
        return pages.select_related("locale").order_by("path")

    def _urls(self, page, protocol, domain):
        """Add to each address those of the page in all its languages, its own among them.

        As https://developers.google.com/search/docs/specialty/international/localized-versions
        asks for; Django's template writes them. A page in one language only has none.
        """
        pages = list(self.paginator.page(page).object_list)
        versions = defaultdict(list)
        for each in pages:
            alternate = {
                "lang_code": each.locale.language_code,
                "location": each.get_full_url(self.request),
            }
            versions[each.translation_key].append(alternate)
        dates = [each.last_published_at or each.latest_revision_created_at for each in pages]
        if all(dates):
            self.latest_lastmod = max(dates, default=None)
        return [self._entry(each, versions[each.translation_key]) for each in pages]

    def _entry(self, page, versions):
        (entry,) = page.get_sitemap_urls(self.request)
        return {**entry, "alternates": versions if len(versions) > 1 else []}
