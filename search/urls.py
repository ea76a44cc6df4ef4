"""Addresses of search, mounted at /<language>/search/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", views.search_suggest, name="search_suggest"),
]
