"""Addresses below /<language>/fit/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.setting, name="fit"),
    path("<int:page_id>/", views.record, name="fit_record"),
    path("<int:page_id>/reasons/", views.reasons, name="fit_reasons"),
]
