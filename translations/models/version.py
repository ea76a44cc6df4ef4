"""What is published of a page or a term in one language."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class Version(models.Model):
    """A page or a term as it was last published in one language.

    `source` is the version that it translates, None for an original. `object_id` is the page's
    or the term's own; `title` what it is called in lists. An unpublished version stays, so that
    it is known what its passages translate when it comes back.
    """

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=255)
    source = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="translations"
    )
    is_live = models.BooleanField(default=True)
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published version")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="translations_one_version_a_language"
            )
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="translations_version_object")
        ]

    def __str__(self):
        return f"{self.title} ({self.locale_id})"
