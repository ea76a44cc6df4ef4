"""What a reader is asked who has adapted what a record tells."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from adoptions.choices import Status
from adoptions.models import Adoption
from adoptions.reading import published_on
from core.countries import choices

# Hidden from people; programs that fill in every field are known by it.
TRAP = "website"
_NOTHING = ("", "–")


class AdoptionForm(forms.ModelForm):
    """A report of a reader, without an account.

    `record_key` names the record that it is about.
    """

    country = forms.ChoiceField(label=_("Country"), choices=lambda: [_NOTHING, *choices()])
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    class Meta:
        model = Adoption
        fields = [
            *("adapted_from", "country", "region", "district", "facility"),
            *("facility_is_anonymous", "care_level", "year", "changed", "happened"),
            *("outcome", "continued", "contact_email"),
        ]
        help_texts = {"outcome": _("Leave it empty where it is too early to say.")}
        widgets = {
            # Numbers are typed in the digits of every script.
            "year": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "changed": forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
            "happened": forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
            "contact_email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, record_key, **kwargs):
        """Offer the published reports on the same record to have adapted."""
        super().__init__(*args, **kwargs)
        self.instance.record_key = record_key
        self._offer(record_key)
        for name in ("region", "district", "facility"):
            self.fields[name].widget.attrs["dir"] = "auto"
        for name in ("care_level", "outcome", "continued"):
            field = self.fields[name]
            field.choices = [_NOTHING, *(choice for choice in field.choices if choice[0])]
        # The browser would not send, and so not keep, what it takes for a mistake.
        self.use_required_attribute = False

    def _offer(self, record_key):
        shown = published_on(record_key, get_language())
        places = {row.pk: row.place for row in shown if row.record_key == record_key}
        if not places:
            del self.fields["adapted_from"]
            return
        field = self.fields["adapted_from"]
        field.queryset = Adoption.objects.filter(record_key=record_key, status=Status.PUBLISHED)
        field.empty_label = _("What this page tells")
        # Not the report itself: it knows more than readers may.
        field.label_from_instance = lambda report: places.get(report.pk, "")

    def clean_website(self):
        """Refuse what only a program fills in; a person is shown the field and may empty it."""
        if self.cleaned_data[TRAP]:
            raise forms.ValidationError(_("Leave this empty"))
        return ""
