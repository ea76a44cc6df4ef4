from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdoptionsConfig(AppConfig):
    """Who took a change up elsewhere, what they changed, and what came of it."""

    name = "adoptions"
    verbose_name = _("Adopted elsewhere")

    def ready(self):
        """Show a record's adoptions on its page, and have its authors told of new ones."""
        from core import companions

        from . import beside, receivers

        companions.register("after", beside.beside)
        receivers.connect()
