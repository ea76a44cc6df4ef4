"""Addresses below /<language>/account/: signing in without the admin."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from .views import SignInView

urlpatterns = [
    path("sign-in/", SignInView.as_view(), name="sign_in"),
    path("sign-out/", LogoutView.as_view(next_page="choose_language"), name="sign_out"),
]
