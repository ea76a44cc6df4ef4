"""Marking a version as adapted, in the admin."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from translations.access import translation_for
from translations.freshness.states import refresh_states
from translations.models import Adaptation, Version
from translations.teams import may_publish

from .forms import AdaptationForm


class AdaptationView(WagtailAdminTemplateMixin, FormView):
    """Takes down what a published version has made differently, or that it does so no more."""

    template_name = "translations/adaptation/adaptation.html"
    form_class = AdaptationForm
    page_title = gettext_lazy("Adaptation")
    header_icon = "wagtail-localize-language"

    @cached_property
    def translation(self):
        """The translation of the address; raises PermissionDenied for who may not publish it."""
        translation = translation_for(self.request, self.kwargs["translation_id"])
        if not may_publish(self.request.user, translation.target_locale):
            raise PermissionDenied
        return translation

    @cached_property
    def version(self):
        """What is published of the translation; raises Http404 where nothing is yet."""
        version = Version.objects.filter(
            translation_key=self.translation.source.object_id,
            locale=self.translation.target_locale,
            source__isnull=False,
        )
        found = version.select_related("adaptation").first()
        if found is None:
            raise Http404("Nothing is published of this translation.")
        return found

    def get_form_kwargs(self):
        """Return what the form begins with: what was said last."""
        adaptation = getattr(self.version, "adaptation", None)
        return {
            **super().get_form_kwargs(),
            "instance": adaptation or Adaptation(version=self.version),
        }

    def post(self, request, *args, **kwargs):
        """Keep what the form says, or end the adaptation."""
        if "end" in request.POST:
            Adaptation.objects.filter(version=self.version).delete()
            return self._done(_("The version counts as a translation again."))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        """Keep the adaptation, and judge the version by it."""
        form.save()
        return self._done(_("Readers are told of the adaptation."))

    def _done(self, message):
        refresh_states(self.version.source_id)
        messages.success(self.request, message)
        return redirect("translations_desk", self.translation.pk)

    def get_context_data(self, **kwargs):
        """Return the form, and whether there is an adaptation to end."""
        return super().get_context_data(
            translation=self.translation,
            is_adapted=hasattr(self.version, "adaptation"),
            **kwargs,
        )

    def get_page_subtitle(self):
        """Return what is adapted."""
        return f"{self.version.title} ({self.translation.target_locale.get_display_name()})"
