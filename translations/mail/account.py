"""What members of country teams choose in their account."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from translations import teams
from translations.models import TeamMember


class DigestForm(forms.ModelForm):
    """Asks whether the weekly summary is wanted."""

    class Meta:
        model = TeamMember
        fields = ["wants_digest"]


class DigestPanel(BaseSettingsPanel):
    """The weekly summary among the notifications, for members of teams."""

    name = "translations"
    title = _("Translations")
    tab = notifications_tab
    order = 200
    form_class = DigestForm

    def is_active(self):
        """Tell whether the user is in a team."""
        return bool(teams.languages_of(self.user))

    def get_form(self):
        """Return the form with what was chosen so far."""
        member = TeamMember.objects.filter(person=self.user).first()
        given = self.request.POST if self.request.method == "POST" else None
        return DigestForm(given, instance=member or TeamMember(person=self.user), prefix=self.name)
