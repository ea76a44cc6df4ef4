"""The form in which moderators read and decide on a report."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from adoptions import anonymity, records
from adoptions.choices import Status
from core.countries import choices


class AdoptionAdminForm(WagtailAdminModelForm):
    """Ties a report to records by choosing one of their pages, in whatever language.

    The record that it is about is chosen when it is made, and stays.
    """

    record = forms.ModelChoiceField(Page.objects.none(), widget=AdminPageChooser())
    own_record = forms.ModelChoiceField(
        Page.objects.none(), widget=AdminPageChooser(), required=False
    )
    country = forms.ChoiceField(label=_("Country"), choices=choices)

    def __init__(self, *args, **kwargs):
        """Offer what anybody may read, and reports on the same record."""
        super().__init__(*args, **kwargs)
        for name in ("record", "own_record"):
            self.fields[name].queryset = records.public_records()
        key = self.instance.record_key
        siblings = self.fields["adapted_from"].queryset.filter(record_key=key)
        self.fields["adapted_from"].queryset = siblings.exclude(pk=self.instance.pk)
        if key is not None:
            del self.fields["record"]
        tied = self.instance.own_record_key
        self.initial["own_record"] = (
            tied and records.public_records().filter(translation_key=tied).first()
        )

    def clean(self):
        """Take over the keys of the records that were chosen."""
        cleaned = super().clean()
        if cleaned.get("record"):
            self.instance.record_key = cleaned["record"].translation_key
        if "own_record" in self.changed_data:
            own = cleaned.get("own_record")
            self.instance.own_record_key = own and own.translation_key
        return cleaned

    def _post_clean(self):
        """Check what is going to be shown against the records as well."""
        super()._post_clean()
        if self.instance.record_key and self.instance.status == Status.PUBLISHED:
            try:
                anonymity.check_records(self.instance)
            except ValidationError as error:
                self.add_error(None, error)


class RecordPanel(Panel):
    """Leads from a report to the record that it is about."""

    class BoundPanel(Panel.BoundPanel):
        """The page's title and the way to it."""

        template_name = "adoptions/admin/record.html"

        def is_shown(self):
            """Tell whether there is a record yet; a new report asks for it."""
            return super().is_shown() and self.instance.record_key is not None

        def get_context_data(self, parent_context=None):
            """Return the record's page, None where readers see none."""
            pages = records.public_records().filter(translation_key=self.instance.record_key)
            return {**super().get_context_data(parent_context), "record": pages.first()}
