"""Addresses below a language's prefix: the feed, and resources as files to cite."""

from django.urls import path

from resources import feeds
from resources.citations import downloads

urlpatterns = [
    path("feed/", feeds.latest, name="feed"),
    path("cite/<int:pk>.<slug:extension>", downloads.cite, name="cite"),
]
