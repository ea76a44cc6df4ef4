from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WritingConfig(AppConfig):
    """Teams write the record of what they tried, in several sittings, and send it to an editor."""

    name = "writing"
    verbose_name = _("Writing a record")

    def ready(self):
        """Follow what editors do with what teams have sent, and lead teams from sections here."""
        from core import companions

        from . import following
        from .inviting import invitation

        following.connect()
        companions.register("section", invitation)
