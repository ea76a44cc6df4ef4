"""Start-up that answers a wrong setting with one sentence instead of a traceback."""

import os
import sys
from importlib import import_module


def load_settings():
    """Load the settings module; print what to set and exit with 1 when one is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.base")
    from django.core.exceptions import ImproperlyConfigured

    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as error:
        sys.exit(str(error))
