from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Library")

    def ready(self):
        """Keep track of translated terms, as of pages, and of facilities and facts of records."""
        from translations.freshness.tracking import track

        from .anonymity import receivers as anonymity
        from .models.filing import FILING
        from .record import receivers as facts
        from .synthesis import receivers as syntheses

        for _relation, model, _facet in FILING.values():
            track(model)
        anonymity.connect()
        facts.connect()
        syntheses.connect()
