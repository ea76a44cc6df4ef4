"""Documents that readers may download."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from core.uploads import validate_document


class HubDocument(AbstractDocument):
    """A document whose content is checked against its name before it is stored."""

    admin_form_fields = Document.admin_form_fields

    def clean(self):
        """Refuse a file of a false type or one that unpacks to something huge."""
        super().clean()
        if self.file and not self.file._committed:
            try:
                validate_document(self.file)
            except ValidationError as error:
                # Wagtail's upload of several files keeps a file whose errors name no field.
                raise ValidationError({"file": error}) from error

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
