from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "translations"
    verbose_name = _("Translations")

    def ready(self):
        from . import groups, memory, policies, visits
        from .freshness import change_panel
        from .freshness.receivers import connect
        from .glossary import policy
        from .machine import acceptance
        from .mail import receivers as mails

        connect()
        change_panel.connect()
        groups.connect()
        policies.register()
        policy.register()
        memory.connect()
        acceptance.connect()
        mails.connect()
        visits.log.connect()
