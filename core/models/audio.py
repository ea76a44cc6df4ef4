"""Sound for podcasts."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from core.uploads import validate_audio


class HubAudio(AbstractMedia):
    """A sound file whose content is checked against its name before it is stored."""

    admin_form_fields = ("title", "file", "collection", "duration", "tags")

    class Meta:
        verbose_name = _("sound file")
        verbose_name_plural = _("sound files")

    def clean(self, *args, **kwargs):
        """Refuse a film, and a file that is not the sound that its name says."""
        super().clean(*args, **kwargs)
        if self.type != "audio":
            raise ValidationError(_("Only sound can be kept here. For a film, give its address."))
        if self.file and not self.file._committed:
            try:
                validate_audio(self.file)
            except ValidationError as error:
                raise ValidationError({"file": error}) from error
