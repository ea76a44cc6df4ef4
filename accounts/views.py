"""Signing in without the admin."""

from django.contrib.auth.views import LoginView


class SignInView(LoginView):
    """Asks for name and password in the hub's own frame."""

    template_name = "accounts/sign_in.html"
    next_page = "choose_language"

    def get_context_data(self, **kwargs):
        """Return the form's context; what the hub is called, its own frame knows better."""
        context = super().get_context_data(**kwargs)
        del context["site"], context["site_name"]
        return context
