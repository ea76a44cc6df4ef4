"""Asking an editor how much a change matters to those who read it in other languages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from core import publication

from ..models import Passage, Severity, StatedSeverity, Version
from .changes import differences
from .passages import passages_of
from .severity import propose

SEVERITY, NOTE = "change_severity", "change_note"
_EXPLAINED = {
    Severity.TYPO: _("Typo: translations stay as they are."),
    Severity.CONTENT: _("Content: readers of translations see which passages have changed."),
    Severity.SAFETY: _("Safety-critical: readers are warned, country teams get a mail."),
}


class ChangePanel(Panel):
    """Shown on published originals; its fields are read by the hooks below."""

    class BoundPanel(Panel.BoundPanel):
        """The question, with what the changes of a waiting draft seem to be."""

        template_name = "translations/change_panel.html"

        def is_shown(self):
            """Tell whether there is something published that may have been translated."""
            return super().is_shown() and _original(self.instance) is not None

        def get_context_data(self, parent_context=None):
            """Return the choices, the one that was stated and the one that is proposed."""
            context = super().get_context_data(parent_context)
            stated = StatedSeverity.objects.filter(revision=self.instance.latest_revision_id)
            proposed = _proposed(self.instance)
            return {
                **context,
                "choices": list(_EXPLAINED.items()),
                "stated": stated.first(),
                "proposed": Severity(proposed).label if proposed else "",
                "severity_name": SEVERITY,
                "note_name": NOTE,
            }


def _original(page):
    return Version.objects.filter(
        translation_key=page.translation_key, locale_id=page.locale_id, source=None, is_live=True
    ).first()


def _proposed(page):
    """Return the severity of a page's waiting draft; None where nothing waits or changed."""
    if not page.has_unpublished_changes:
        return None
    before = Passage.objects.filter(version=_original(page), is_current=True)
    changes = differences(list(before), passages_of(page))
    return propose(changes) if changes else None


def connect():
    """Ask on the form of every page."""
    publication.ask(ChangePanel(heading=_("What you have changed")))
