from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FitConfig(AppConfig):
    """Would it work here: a reader's setting held against what a resource says it takes."""

    name = "fit"
    verbose_name = _("Would it work here?")

    def ready(self):
        """Ask the question on the page of every resource that it can be asked of."""
        from core import companions

        from .beside import question

        companions.register("before", question)
