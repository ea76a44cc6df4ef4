"""Measures among Wagtail's own hooks."""

from django.urls import path
from wagtail import hooks

from .views import read_points


@hooks.register("register_admin_urls")
def measures_urls():
    """Give the reading of files its address."""
    return [path("measures/read/", read_points, name="measures_read_file")]
