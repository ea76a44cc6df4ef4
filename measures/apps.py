from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeasuresConfig(AppConfig):
    """Measures of improvement: their points, what charts say of them, and how they are drawn."""

    name = "measures"
    verbose_name = _("Measures")
