"""What an editor of a synthesis is told before it is published."""

from resources.anonymity.form import DiscreetForm

from .naming import fields_that_name


class SynthesisForm(DiscreetForm):
    """The form of a page that shows what records have in common."""

    def telling_fields(self):
        """Return the names of the fields that name the facility of a record on the topics."""
        return fields_that_name(self.instance, self._slugs())

    def _slugs(self):
        rows = self.formsets["topics"].cleaned_data
        return [row["term"].slug for row in rows if row.get("term") and not row.get("DELETE")]
