"""The one place where the apps meet."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from core import health, media
from home.sitemap import TopicsSitemap
from resources.api import api
from translations import routing
from translations.sitemap import AllLanguagesSitemap

handler404 = "translations.errors.page_not_found"

SITEMAPS = {"pages": AllLanguagesSitemap, "topics": TopicsSitemap}

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api.urls),
    re_path("^media/(?P<path>.*)$", media.serve, name="media"),
    path("", routing.choose_language, name="choose_language"),
    *i18n_patterns(
        path("search/", include("search.urls")),
        path("fit/", include("fit.urls")),
        path("account/", include("accounts.urls")),
        path("write/", include("writing.urls")),
        path("adoptions/", include("adoptions.urls")),
        path("", include("home.urls")),
        path("", include("resources.urls")),
        # Wagtail's own addresses, but for pages: these are served under their language only.
        *wagtail_urls.urlpatterns[:-1],
        re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    ),
]
