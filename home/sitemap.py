"""What search engines are told of the topic pages."""

from collections import defaultdict

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from home import topics


class TopicsSitemap(Sitemap):
    """The page of every topic in use, in each language that names it."""

    def items(self):
        """Return (language code, slug, versions) of each page, versions by language code."""
        named = defaultdict(list)
        rows = topics.filed().order_by("slug").values_list("slug", "locale__language_code")
        for slug, code in rows:
            named[slug].append(code)
        return [
            (code, slug, versions)
            for slug, codes in named.items()
            for versions in [topics.addresses(codes, slug)]
            for code in versions
        ]

    def get_urls(self, page=1, site=None, protocol=None):
        """Return the entries of Django's template, under the address that the hub is known by."""
        return [self._entry(*item) for item in self.paginator.page(page).object_list]

    def _entry(self, code, slug, versions):
        alternates = [
            {"lang_code": other, "location": settings.SITE_URL + address}
            for other, address in versions.items()
        ]
        return {
            "item": slug,
            "location": settings.SITE_URL + versions[code],
            "alternates": alternates if len(alternates) > 1 else [],
        }
