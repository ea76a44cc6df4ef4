"""The form in which a team says what it has made differently."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from core.countries import choices
from translations.models import Adaptation


class AdaptationForm(forms.ModelForm):
    """All that readers are told of an adaptation."""

    country = forms.ChoiceField(label=_("Adapted for"), required=False)

    class Meta:
        model = Adaptation
        fields = ["country", "what", "why", "reviewer", "reviewed_on", "review_due_on"]
        widgets = {
            "what": forms.Textarea(attrs={"rows": 4}),
            "why": forms.Textarea(attrs={"rows": 3}),
            "reviewed_on": AdminDateInput,
            "review_due_on": AdminDateInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("no one country")), *choices()]
