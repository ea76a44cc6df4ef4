"""What an editor is told of an anonymous facility that a page names after all."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import Panel

from translations.models import Adaptation

from .keeping import versions_of
from .traces import ADAPTATION, traces

TOLD = _("This names the facility, which is to stay anonymous.")


class DiscreetForm(WagtailAdminPageForm):
    """Refuses to publish, or to hand in, what names a facility that is to stay anonymous."""

    def telling_fields(self):
        """Return the names of the page's fields that name one."""
        raise NotImplementedError

    def is_valid(self):
        """Tell whether the page may be saved as it is asked; a draft may name a facility."""
        if not super().is_valid():
            return False
        if not self.is_deferred_validation:
            for name in self.telling_fields():
                self.add_error(name if name in self.fields else None, TOLD)
        return not self.errors


class FacilityForm(DiscreetForm):
    """The form of a page that has a facility itself."""

    def telling_fields(self):
        """Return the names of the fields that name the page's own facility."""
        return traces(self.instance)


class TracesPanel(Panel):
    """Names what tells the facility in the page as it was saved last, and in its translations."""

    class BoundPanel(Panel.BoundPanel):
        """The two lists, where there is something to list."""

        template_name = "resources/traces_panel.html"

        def is_shown(self):
            """Tell whether anything names a facility that is to stay anonymous."""
            return super().is_shown() and bool(self.fields or self.languages)

        @cached_property
        def fields(self):
            """Return the labels of the page's fields that name it."""
            if not self.instance.pk:
                return []
            return [_label(self.instance, name) for name in traces(self.instance)]

        @cached_property
        def languages(self):
            """Return the names of the languages whose versions name it and are not shown."""
            if not self.instance.pk or not self.instance.facility_is_anonymous:
                return []
            others = versions_of(self.instance).exclude(pk=self.instance.pk).filter(live=False)
            drafts = (version.get_latest_revision_as_object() for version in others)
            return [draft.locale.get_display_name() for draft in drafts if traces(draft)]

        def get_context_data(self, parent_context=None):
            """Return both lists."""
            context = super().get_context_data(parent_context)
            return {**context, "fields": self.fields, "languages": self.languages}


def _label(page, name):
    if name == ADAPTATION:
        return Adaptation._meta.verbose_name
    field = page._meta.get_field(name)
    return getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name
