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

        from . import counting, promotions, signal_handlers, synonyms
        from .health import check, waiting
        from .query_log import log
        from .section_list import context_for
        from .terminology import glossary

        signal_handlers.connect()
        synonyms.connect()
        log.connect()
        counting.connect()
        promotions.connect()
        glossary.connect()
        health.register("search", check)
        health.register("search_waiting", waiting)
        listing.register(context_for)
