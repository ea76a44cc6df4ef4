"""Translations out to a program of the translator's own, and in again, in the admin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.languages import direction_of
from translations.access import translation_for

from . import formats
from .applying import take_over
from .passages import passages_of
from .problems import Refused, refusal

_SHOWN_AT_MOST = 100


def download(request, translation_id, file_format):
    """Answer with a translation as a file of `formats.PO` or `formats.XLIFF`."""
    translation = translation_for(request, translation_id)
    content = file_format.write(translation, passages_of(translation))
    response = HttpResponse(content, content_type=file_format.content_type)
    title = slugify(translation.source.object_repr, allow_unicode=True)[:60]
    name = f"{title}-{translation.target_locale.language_code}.{file_format.extension}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


class UploadView(WagtailAdminTemplateMixin, TemplateView):
    """Takes a file, or says line by line why not."""

    template_name = "translations/admin/upload.html"
    page_title = gettext_lazy("Translate in a program of your own")
    header_icon = "wagtail-localize-language"

    @cached_property
    def translation(self):
        """The translation of the address."""
        return translation_for(self.request, self.kwargs["translation_id"])

    def post(self, request, *args, **kwargs):
        """Take over the file, or answer 422 with what is wrong in it."""
        try:
            outcome = take_over(self.translation, _reading(request), request.user)
        except Refused as refused:
            return self._told(refused.problems, status=422)
        if outcome.changed:
            messages.success(request, _changed(outcome.changed))
        elif not outcome.notes:
            messages.info(request, _("Nothing in the file is new."))
        if outcome.notes:
            return self._told(outcome.notes)
        return redirect(self._way_back())

    def get_context_data(self, **kwargs):
        """Return what the page shows: `lines` to tell of, and whether the file `is_refused`."""
        source = self.translation.source.locale.language_code
        return super().get_context_data(
            translation=self.translation,
            source_language=source,
            source_direction=direction_of(source),
            way_back=self._way_back(),
            **kwargs,
        )

    def get_page_subtitle(self):
        """Return what is translated, and into which language."""
        target = self.translation.get_target_instance()
        return f"{target} ({self.translation.target_locale.get_display_name()})"

    def get_breadcrumbs_items(self):
        """Lead back to the translation."""
        edit = self.translation.get_target_instance_edit_url()
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title},
        ]

    def _told(self, lines, status=200):
        context = self.get_context_data(
            lines=lines[:_SHOWN_AT_MOST],
            more=_more(len(lines) - _SHOWN_AT_MOST),
            is_refused=status != 200,
        )
        return self.render_to_response(context, status=status)

    def _way_back(self):
        found = get_valid_next_url_from_request(self.request)
        return found or self.translation.get_target_instance_edit_url()


def _reading(request):
    """Return what the uploaded file says; raises Refused."""
    file = request.FILES.get("file")
    if file is None:
        raise refusal(1, _("Choose a file."))
    return formats.read(file.read(formats.MAX_BYTES + 1))


def _changed(count):
    return ngettext(
        "{count} passage has a new translation. Readers see it when you publish.",
        "{count} passages have a new translation. Readers see them when you publish.",
        count,
    ).format(count=count)


def _more(count):
    if count <= 0:
        return ""
    return ngettext("and {count} more problem", "and {count} more problems", count).format(
        count=count
    )
