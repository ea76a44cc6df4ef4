"""The desk in the admin."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from core.languages import direction_of
from translations.access import translation_for
from translations.board.assigning import person_on
from translations.machine.acceptance import refusal
from translations.machine.service import service_for
from translations.models import SourceChange, TranslationState, Version
from translations.teams import may_publish

from .rows import MISSING, READY, add_help, rows_of
from .saving import save

_CHANGES_TOLD = 3


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """Shows every passage with what helps to translate it, keeps what is typed, and publishes."""

    template_name = "translations/desk/desk.html"
    page_title = gettext_lazy("Translate")
    header_icon = "wagtail-localize-language"

    @cached_property
    def translation(self):
        """The translation of the address."""
        return translation_for(self.request, self.kwargs["translation_id"])

    @cached_property
    def target(self):
        """The page or the term that is translated into."""
        return self.translation.get_target_instance()

    def get(self, request, *args, **kwargs):
        """Show the desk."""
        return self._answer(rows_of(self.translation))

    def post(self, request, *args, **kwargs):
        """Keep what was typed, and publish if that is asked for and nothing is in the way."""
        outcome = save(self.translation, request.POST, request.user)
        if outcome.kept:
            messages.success(request, _kept(outcome.kept))
        if outcome.refused:
            messages.error(request, _refused(outcome.refused))
            return self._answer(outcome.rows, status=422)
        if "publish" in request.POST:
            self._publish()
        return redirect("translations_desk", self.translation.pk)

    def _publish(self):
        if not self.may_publish:
            raise PermissionDenied
        reason = refusal(self.translation)
        try:
            if not reason:
                self.translation.save_target(user=self.request.user, publish=True)
        except ValidationError as error:
            reason = " ".join(error.messages)
        if reason:
            messages.error(self.request, reason)
        else:
            messages.success(self.request, _("Published. Readers see it now."))

    @property
    def may_publish(self):
        """Whether the user may let readers see what is translated."""
        user = self.request.user
        if not may_publish(user, self.translation.target_locale):
            return False
        if isinstance(self.target, Page):
            return self.target.permissions_for_user(user).can_publish()
        return True

    def _answer(self, rows, status=200):
        add_help(rows, self.translation)
        return self.render_to_response(self.get_context_data(rows=rows), status=status)

    def get_context_data(self, **kwargs):
        """Return the rows with all that the head of the page says."""
        rows = kwargs["rows"]
        source = Version.objects.filter(
            translation_key=self.translation.source.object_id,
            locale=self.translation.source.locale_id,
        ).first()
        code, source_code = self._codes()
        return super().get_context_data(
            translation=self.translation,
            target=self.target,
            is_page=isinstance(self.target, Page),
            language={"code": code, "dir": direction_of(code)},
            source_language={"code": source_code, "dir": direction_of(source_code)},
            to_do=[row for row in rows if row.state != READY],
            may_publish=self.may_publish,
            machine=self._machine(rows),
            state=self._state(source),
            changes=self._changes(source),
            person=person_on(source, self.translation.target_locale) if source else None,
            old_editor=f"{self.translation.get_target_instance_edit_url()}?classic",
            **kwargs,
        )

    def _codes(self):
        return (
            self.translation.target_locale.language_code,
            self.translation.source.locale.language_code,
        )

    def _machine(self, rows):
        """Return the service that may draft what is missing, None for want of either."""
        if all(row.state != MISSING for row in rows):
            return None
        return service_for(self.translation.source.locale, self.translation.target_locale)

    def _state(self, source):
        states = TranslationState.objects.filter(
            source=source, locale=self.translation.target_locale
        )
        return states.select_related("version__adaptation").first()

    def _changes(self, source):
        changes = SourceChange.objects.filter(version=source).order_by("-published_at")
        return changes[:_CHANGES_TOLD]

    def get_page_subtitle(self):
        """Return what is translated, and into which language."""
        return f"{self.target} ({self.translation.target_locale.get_display_name()})"

    def get_breadcrumbs_items(self):
        """Lead back to the board."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("translations_board"), "label": _("Translations")},
            {"url": "", "label": self.get_page_subtitle()},
        ]


def _kept(count):
    return ngettext("{count} passage saved.", "{count} passages saved.", count).format(count=count)


def _refused(count):
    return ngettext(
        "{count} passage could not be saved; what you typed is still there.",
        "{count} passages could not be saved; what you typed is still there.",
        count,
    ).format(count=count)
