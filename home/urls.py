"""Addresses below a language's prefix: the pages of topics."""

from django.urls import path

from home import topics

urlpatterns = [path("topics/<slug:slug>/", topics.topic, name="topic")]
