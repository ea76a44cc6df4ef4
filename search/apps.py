from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The readers' search."""

    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Follow what editors do, answer for search in /readyz, and list sections of the tree."""
        from core import health, listing

        from . import counting, promotions, query_log, signal_handlers, synonyms
        from .health import check, waiting
        from .section_list import context_for

        signal_handlers.connect()
        synonyms.connect()
        query_log.connect()
        counting.connect()
        promotions.connect()
        health.register("search", check)
        health.register("search_waiting", waiting)
        listing.register(context_for)
