"""wagtail-localize's own views, each kept to the languages of whoever opens it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.tasks import background
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)

from . import teams

_VIEWS = ("add", "change", "delete", "view")


class _WithinLanguages:
    """Offers the languages that the user may translate into, and takes no others."""

    def get_form(self):
        """Return the form, without the languages of other teams."""
        form = super().get_form()
        locales = form.fields["locales"]
        codes = teams.languages_of(self.request.user)
        locales.queryset = locales.queryset.filter(language_code__in=codes)
        return form


class SubmitPage(_WithinLanguages, SubmitPageTranslationView):
    """Sends a page to be translated, if it may be read; of what is below it, what may be read."""

    def get_object(self):
        """Return the page; raises PermissionDenied for a draft of another language."""
        page = super().get_object()
        if not teams.readable(Page.objects.filter(pk=page.pk), self.request.user).exists():
            raise PermissionDenied
        return page

    def form_valid(self, form):
        """Send the page, and in the background what is below it."""
        below = form.cleaned_data["include_subtree"]
        form.cleaned_data["include_subtree"] = False
        response = super().form_valid(form)
        if below:
            locales = form.cleaned_data["locales"]
            arguments = [self.object.pk, locales, self.components, self.request.user]
            background.enqueue(translate_below, arguments, {})
        return response


class SubmitSnippet(_WithinLanguages, SubmitSnippetTranslationView):
    """Sends a term to be translated."""


class Report(TranslationsReportView):
    """Lists the translations into the user's languages."""

    def get_queryset(self):
        """Return the translations to list."""
        return teams.within(super().get_queryset(), self.request.user, "target_locale")


class Snippets(SnippetViewSet):
    """Answers with the snippets on which the user has some right."""

    def get_queryset(self):
        """Return the snippets of the model asked for."""
        policy = policy_registry.get_by_type(self.get_model())
        return policy.instances_user_has_any_permission_for(self.request.user, _VIEWS)


@transaction.atomic
def translate_below(page_id, locales, components, user):
    """Send what stands below a page, and may be read by `user`, to be translated into `locales`.

    Parents come before what stands in them; nothing is sent from below what is left out.
    """
    creator = TranslationCreator(user, locales)
    left_out = None
    for page in Page.objects.get(pk=page_id).get_descendants().order_by("path").specific():
        if left_out is not None and page.path.startswith(left_out):
            continue
        if teams.readable(Page.objects.filter(pk=page.pk), user).exists():
            creator.create_translations(page)
        else:
            left_out = page.path
    if components is not None:
        components.save(creator, sources_and_translations=creator.mappings)
