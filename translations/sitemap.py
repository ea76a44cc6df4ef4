"""What search engines are told of: every public page in every language."""

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from core.visibility import public_pages


class AllLanguagesSitemap(Sitemap):
    """Wagtail's own sitemap lists the pages below the home page of one language only."""

    def items(self):
        """Return the public pages of all languages."""
        return public_pages(Page.objects.filter(depth__gt=1)).order_by("path")
