"""Addresses below /<language>/account/: signing in without the admin."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

urlpatterns = [
    path(
        "sign-in/",
        LoginView.as_view(template_name="accounts/sign_in.html", next_page="choose_language"),
        name="sign_in",
    ),
    path("sign-out/", LogoutView.as_view(next_page="choose_language"), name="sign_out"),
]
