"""Settings for work on the hub at one's desk."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-development")
os.environ.setdefault("DEBUG", "true")

from .base import *

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
