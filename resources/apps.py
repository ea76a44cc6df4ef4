from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Library")

    def ready(self):
        """Have the translations of terms kept track of, as those of pages are."""
        from translations.freshness.tracking import track

        from .models import Audience, CareSetting, Method, Topic

        for model in (Audience, CareSetting, Method, Topic):
            track(model)
