from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Hub")

    def ready(self):
        from . import checks, identity, navigation, signal_handlers

        checks.register()
        identity.connect()
        navigation.connect()
        signal_handlers.connect()
