"""The checklist in the form of a page with an improvement record."""

from wagtail.admin.panels import Panel

from .checklist import thin_parts


class ChecklistPanel(Panel):
    """Says what is thin in the draft as it was saved last. It forbids nothing."""

    class BoundPanel(Panel.BoundPanel):
        """The list, once there is something saved to look at."""

        template_name = "resources/checklist_panel.html"

        def is_shown(self):
            """Tell whether the page has been saved."""
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            """Return the list, by POCQI's steps."""
            context = super().get_context_data(parent_context)
            return {**context, "steps": thin_parts(self.instance)}
