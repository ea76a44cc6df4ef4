from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "translations"
    verbose_name = _("Translations")

    def ready(self):
        from . import groups, memory, policies
        from .receivers import connect

        connect()
        groups.connect()
        policies.register()
        memory.connect()
