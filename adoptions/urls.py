"""Addresses below /<language>/adoptions/; a record is named by its translation key."""

from django.urls import path

from . import views

urlpatterns = [
    path("<uuid:key>/", views.adopted, name="adoptions"),
    path("<uuid:key>/new/", views.report, name="adoptions_report"),
    path("<uuid:key>/thanks/", views.thanks, name="adoptions_thanks"),
]
