"""Where points are typed, pasted, or read from a file."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext


class PointsInput(forms.Textarea):
    """Lines of points; with scripts, a file can be read into them."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 8, "spellcheck": "false", "dir": "auto", **(attrs or {})})

    def get_context(self, name, value, attrs):
        """Return the context of Django's template, with what the script needs to know."""
        script = {
            "data-controller": "measures-points",
            "data-measures-points-url-value": reverse("measures_read_file"),
            "data-measures-points-label-value": gettext("Read a file (CSV, XLSX)"),
        }
        return super().get_context(name, value, {**script, **(attrs or {})})

    class Media:
        js = ["js/points.js"]
