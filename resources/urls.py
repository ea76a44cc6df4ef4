"""Addresses below a language's prefix: feeds, files to cite, and what players ask for."""

from django.urls import path

from resources import charts, feeds
from resources.citations import downloads
from resources.podcasting import files

urlpatterns = [
    path("feed/", feeds.latest, name="feed"),
    path("cite/<int:pk>.<slug:extension>", downloads.cite, name="cite"),
    path("charts/<int:pk>/<slug:block>.<slug:extension>", charts.download, name="chart"),
    path("podcast/<str:slug>/feed.xml", files.feed, name="podcast_feed"),
    path("transcripts/<int:pk>.vtt", files.captions, name="captions"),
    path("chapters/<int:pk>.json", files.chapters, name="chapters"),
]
