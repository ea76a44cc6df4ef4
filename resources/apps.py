from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Library")

    def ready(self):
        """Have the translations of terms kept track of, as those of pages are."""
        from translations.freshness.tracking import track

        from .models.filing import FILING

        for _relation, model, _facet in FILING.values():
            track(model)
