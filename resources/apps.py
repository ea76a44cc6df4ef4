from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Library")

    def ready(self):
        """Keep track of the translations of terms, as of those of pages, and of facilities."""
        from translations.freshness.tracking import track

        from .anonymity import receivers
        from .models.filing import FILING

        for _relation, model, _facet in FILING.values():
            track(model)
        receivers.connect()
