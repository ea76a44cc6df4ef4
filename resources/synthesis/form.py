"""What an editor of a synthesis is told before it is published."""

from wagtail.admin.forms import WagtailAdminPageForm

from resources.anonymity.form import TOLD

from .naming import fields_that_name


class SynthesisForm(WagtailAdminPageForm):
    """Refuses to publish, or to hand in, what names the anonymous facility of a record."""

    def is_valid(self):
        """Tell whether the page may be saved as it is asked; a draft may name a facility."""
        if not super().is_valid():
            return False
        if not self.is_deferred_validation:
            for name in fields_that_name(self.instance, self._slugs()):
                self.add_error(name if name in self.fields else None, TOLD)
        return not self.errors

    def _slugs(self):
        rows = self.formsets["topics"].cleaned_data
        return [row["term"].slug for row in rows if row.get("term") and not row.get("DELETE")]
